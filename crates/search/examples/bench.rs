//! Times understanding and ranking over a catalogue grown to 3,300 items.
//! Usage: bench ITEMS.tsv [QUERIES.tsv]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{env, fs, hint::black_box, time::Instant};

use search::{Doc, Engine, Lexicon};

const ITEMS: usize = 3300;
const ROUNDS: usize = 200;
/// Business variants and branches, as the full scale has them.
const VARIANTS: &[&str] =
    &["新办", "变更", "延续", "注销", "补证", "信息变更", "首次申请", "遗失补办", "年检", "委托办理"];
const QUERIES: &[&str] = &[
    "身份证丢了咋整",
    "公积金",
    "营业执照",
    "异地就医备案",
    "人没了",
    "下岗了能领点啥",
    "开个小饭店要办什么证",
    "身份证和驾照都丢了",
    "低保",
    "sfz",
    "gjj daikuan",
    "shenfenzheng",
    "公基金贷款",
    "異地就醫",
    "食品经营许可变更",
    "我家孩子要上小学了需要什么材料",
    "二手房过户要交多少税",
    "许可",
    "登记",
    "老人瘫在炕上没人管有补助不",
];

fn grow(mut docs: Vec<Doc>) -> Vec<Doc> {
    let base = docs.len();
    for at in 0..ITEMS.saturating_sub(base) {
        let mut doc = docs[at % base].clone();
        doc.name = format!("{}({})", doc.name, VARIANTS[(at / base) % VARIANTS.len()]);
        doc.popularity /= 2;
        docs.push(doc);
    }
    docs
}

fn tell(what: &str, mut nanos: Vec<u128>) {
    nanos.sort_unstable();
    let at = |share: usize| nanos[(nanos.len() - 1) * share / 100] as f64 / 1000.0;
    let mean = nanos.iter().sum::<u128>() as f64 / nanos.len() as f64 / 1000.0;
    println!("{what:<32} p50 {:>7.1} us   p99 {:>7.1} us   mean {mean:>7.1} us", at(50), at(99));
}

fn main() {
    let args: Vec<String> = env::args().collect();
    let Some(items) = args.get(1) else {
        eprintln!("usage: bench ITEMS.tsv [QUERIES.tsv]");
        return;
    };
    let docs = grow(support::read_docs(&fs::read_to_string(items).expect("the items can be read"), false));
    let start = Instant::now();
    let lexicon = Lexicon::builtin();
    println!("lexicon read in {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    let start = Instant::now();
    let count = docs.len();
    let engine = Engine::build(docs, &lexicon);
    println!("{count} items built in {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    let mut queries: Vec<String> = QUERIES.iter().map(|&query| query.to_owned()).collect();
    if let Some(more) = args.get(2) {
        let text = fs::read_to_string(more).expect("the queries can be read");
        queries.extend(support::read_cases(&text).into_iter().map(|case| case.query));
    }
    let (mut all_understand, mut all_rank, mut all_suggest) = (Vec::new(), Vec::new(), Vec::new());
    for (number, text) in queries.iter().enumerate() {
        let (mut understand, mut rank) = (Vec::new(), Vec::new());
        let mut hits = 0;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let query = black_box(engine.understand(black_box(text)));
            understand.push(start.elapsed().as_nanos());
            let start = Instant::now();
            hits = black_box(engine.rank(black_box(&query), &|_| true)).len();
            rank.push(start.elapsed().as_nanos());
            let start = Instant::now();
            black_box(engine.suggest(black_box(text), &|_| true, 8));
            all_suggest.push(start.elapsed().as_nanos());
        }
        all_understand.extend(&understand);
        all_rank.extend(&rank);
        if number < QUERIES.len() {
            tell(&format!("{text} ({hits})"), rank);
        }
    }
    tell("understand, all queries", all_understand);
    tell("rank, all queries", all_rank);
    tell("suggest, all queries", all_suggest);
}
