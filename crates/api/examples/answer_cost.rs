//! What one answer of `/api/v1/guides` costs, stage by stage:
//! `cargo run --release -p api --example answer_cost -- full.snapshot`

use std::{hint::black_box, path::Path, time::Instant};

use api::live::Live;
use catalogue::snapshot::Snapshot;
use domain::{RegionCode, wire::GuideQuery};

const QUERIES: [&str; 12] = [
    "身份证丢了",
    "护照",
    "新生儿落户",
    "社保卡补办",
    "公积金租房提取",
    "sfz",
    "shenfenzheng",
    "怎么办理居住证",
    "开饭店",
    "农村建房",
    "医保异地",
    "营业执照",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("which snapshot?")?;
    let live = Live::new(Snapshot::open(Path::new(&path))?);
    let table = live.snapshot.regions();
    let regions: Vec<RegionCode> = table.iter().step_by(61).map(|(_, region)| region.code.clone()).collect();
    let words = |n: usize| QUERIES[n % QUERIES.len()];
    let region = |n: usize| table.find(&regions[n % regions.len()]);
    time("place word", |n| live.region_search.in_query(words(n)));
    time("understand", |n| live.engine.understand(words(n)));
    time("scope", |n| region(n).map(|id| live.snapshot.in_scope(id)));
    let queries: Vec<_> = QUERIES.iter().map(|q| live.engine.understand(q)).collect();
    time("rank", |n| live.engine.rank(&queries[n % queries.len()], &|_| true));
    let hits: Vec<_> = queries.iter().map(|q| live.engine.rank(q, &|_| true)).collect();
    println!("hits on average          {:7}", hits.iter().map(Vec::len).sum::<usize>() / hits.len());
    time("explain 10", |n| {
        let at = n % queries.len();
        hits[at].iter().take(10).map(|hit| live.engine.explain(&queries[at], hit.doc).len()).sum::<usize>()
    });
    let ask = |n: usize, size, facets| {
        let region = Some(regions[n % regions.len()].clone());
        shelf::list_guides(&live, &GuideQuery { q: words(n).into(), region, size, facets, ..GuideQuery::default() })
    };
    time("list 10", |n| ask(n, 10, false));
    time("list 20 with facets", |n| ask(n, 20, true));
    time("list 10 as JSON", |n| ask(n, 10, false).map(|page| shelf::json::to_json(&page)));
    Ok(())
}

/// Prints what one run costs on average, after some that are not counted.
fn time<T>(name: &str, run: impl Fn(usize) -> T) {
    const ROUNDS: u32 = 4000;
    (0..ROUNDS / 10).for_each(|n| drop(black_box(run(n as usize))));
    let start = Instant::now();
    for n in 0..ROUNDS {
        black_box(run(n as usize));
    }
    println!("{name:24} {:7.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(ROUNDS));
}
