//! What must come first on the sample catalogue: the action asked for, both of two matters, whom it is for.

mod support;

use domain::Audience;
use search::Engine;
use support::{project_file, read_cases, read_codes, read_docs, read_lexicon};

struct Sample {
    engine: Engine,
    codes: Vec<String>,
    audience: Vec<Vec<Audience>>,
}

impl Sample {
    fn read() -> Self {
        let items = project_file("data/catalogue/items.tsv");
        let docs = read_docs(&items, false);
        let audience = docs.iter().map(|doc| doc.audience.clone()).collect();
        Self { engine: Engine::build(docs, &read_lexicon()), codes: read_codes(&items), audience }
    }

    fn first(&self, text: &str, most: usize) -> Vec<&str> {
        let hits = self.engine.rank(&self.engine.understand(text), &|_| true);
        hits.iter().take(most).map(|hit| self.codes[hit.doc as usize].as_str()).collect()
    }
}

const ACTIONS: &[(&str, &str)] = &[
    ("烟草证新办", "ln-yc-xb"),
    ("烟草证到期", "ln-yc-yx"),
    ("烟草证变更", "ln-yc-bg"),
    ("烟草证停业", "ln-yc-xy"),
    ("食品经营许可证补办", "ln-sp-bb"),
    ("食品经营许可证变更地址", "ln-sp-bg"),
    ("食品经营许可证延续", "ln-sp-yx"),
    ("第一次办身份证", "ln-sfz-sl"),
    ("身份证换证", "ln-sfz-hl"),
    ("身份证补办", "ln-sfz-bl"),
    ("个体户新办", "ln-gth-sl"),
    ("个体户变更", "ln-gth-bg"),
    ("个体户注销", "ln-gth-zx"),
    ("公司变更", "ln-gs-bg"),
    ("公司注销", "ln-gs-zx"),
    ("残疾证换证", "ln-cjz-hl"),
    ("残疾证丢失", "ln-cjz-bb"),
    ("残疾证迁移", "ln-cjz-qy"),
    ("养老保险查询", "ln-yl-cx"),
    ("养老保险转移", "ln-yl-zy"),
    ("医保查询", "ln-yb-cx"),
    ("物业投诉", "ln-wyts"),
    ("食品投诉", "ln-sp-ts"),
    ("社保卡挂失", "ln-sbk-gs"),
    ("社保卡激活", "ln-sbk-qy"),
    ("居住证续签", "ln-jzz-qz"),
    ("协会注销", "ln-stt-zx"),
    ("卫生许可证延续", "ln-ggws-yx"),
];

#[test]
fn the_action_asked_for_decides_among_the_matters_of_one_thing() {
    let sample = Sample::read();
    for (text, code) in ACTIONS {
        assert_eq!(sample.first(text, 1), [*code], "{text}");
    }
}

const TWO: &[(&str, [&str; 2])] = &[
    ("身份证和户口本都丢了", ["ln-sfz-bl", "ln-hkb-bf"]),
    ("结婚证丢了顺便改名字", ["ln-hy-bjh", "ln-hk-xm"]),
    ("医保转移和养老转移", ["ln-yb-zyjx", "ln-yl-zy"]),
    ("低保跟残疾证怎么办", ["ln-db-rd", "ln-cjz-xb"]),
    ("失业金和创业贷款", ["ln-sy-bxj", "ln-cy-dk"]),
    ("护照跟港澳通行证", ["ln-hz-qf", "ln-gatxz-qf"]),
    ("开饭店执照跟食品证", ["ln-gth-sl", "ln-sp-xb"]),
    ("孩子落户还有医保", ["ln-hk-cs", "ln-yb-xse"]),
    ("驾照换证，还有车辆年检", ["ln-jsz-qm", "ln-jdc-jy"]),
    ("交水费、电费", ["ln-ys-jf", "ln-yd-df"]),
];

#[test]
fn both_of_two_matters_stand_among_the_first_three() {
    let sample = Sample::read();
    for (text, both) in TWO {
        let first = sample.first(text, 3);
        assert!(both.iter().all(|code| first.contains(code)), "{text}: {first:?}");
    }
}

#[test]
fn a_word_for_whom_prefers_matters_of_that_audience() {
    let sample = Sample::read();
    for (text, wanted) in [("公司变更登记", Audience::Legal), ("我们单位开户公积金", Audience::Legal)] {
        let hits = sample.engine.rank(&sample.engine.understand(text), &|_| true);
        assert!(sample.audience[hits[0].doc as usize].contains(&wanted), "{text}");
    }
}

#[test]
fn a_place_in_the_words_hides_no_matter() {
    let sample = Sample::read();
    for (text, code) in [("大连租房取公积金", "ln-gjj-zf"), ("沈阳办居住证", "ln-jzz-sl"), ("铁岭农机补贴", "ln-njbt")]
    {
        assert_eq!(sample.first(text, 1), [code], "{text}");
    }
}

#[test]
fn every_first_answer_says_why_it_is_there() {
    let sample = Sample::read();
    let mut silent = Vec::new();
    for case in read_cases(&project_file("data/queries/people.tsv")) {
        let query = sample.engine.understand(&case.query);
        for hit in sample.engine.rank(&query, &|_| true).iter().take(3) {
            let matched = sample.engine.explain(&query, hit.doc);
            if matched.is_empty() || matched.iter().any(|found| found.text.trim().is_empty()) {
                silent.push((case.query.clone(), sample.codes[hit.doc as usize].clone()));
            }
        }
    }
    // What is left are single characters in a long sentence, which explain nothing to a reader.
    assert!(silent.len() <= 20, "{} {silent:?}", silent.len());
}
