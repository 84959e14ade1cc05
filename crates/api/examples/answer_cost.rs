//! What one answer of `/api/v1/guides` costs, stage by stage:
//! `cargo run --release -p api --example answer_cost -- full.snapshot`

use std::{hint::black_box, path::Path, time::Instant};

use api::{live::Live, service};
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
    let rounds = 4000;
    let time = |name: &str, run: &mut dyn FnMut(usize)| {
        (0..rounds / 10).for_each(&mut *run);
        let start = Instant::now();
        (0..rounds).for_each(run);
        println!("{name:24} {:7.1} µs", start.elapsed().as_secs_f64() * 1e6 / f64::from(rounds as u32));
    };
    let words = |n: usize| QUERIES[n % QUERIES.len()];
    let region = |n: usize| table.find(&regions[n % regions.len()]);
    time("place word", &mut |n| drop(black_box(live.region_search.in_query(words(n)))));
    time("understand", &mut |n| drop(black_box(live.engine.understand(words(n)))));
    time("scope", &mut |n| drop(black_box(region(n).map(|id| live.snapshot.in_scope(id)))));
    let queries: Vec<_> = QUERIES.iter().map(|q| live.engine.understand(q)).collect();
    time("rank", &mut |n| drop(black_box(live.engine.rank(&queries[n % queries.len()], &|_| true))));
    let hits: Vec<_> = queries.iter().map(|q| live.engine.rank(q, &|_| true)).collect();
    println!("hits on average          {:7}", hits.iter().map(Vec::len).sum::<usize>() / hits.len());
    time("explain 10", &mut |n| {
        let at = n % queries.len();
        for hit in hits[at].iter().take(10) {
            drop(black_box(live.engine.explain(&queries[at], hit.doc)));
        }
    });
    let ask = |n: usize, size, facets| {
        let region = Some(regions[n % regions.len()].clone());
        service::list_guides(&live, &GuideQuery { q: words(n).into(), region, size, facets, ..GuideQuery::default() })
    };
    time("list 10", &mut |n| drop(black_box(ask(n, 10, false))));
    time("list 20 with facets", &mut |n| drop(black_box(ask(n, 20, true))));
    time("list 10 as JSON", &mut |n| drop(black_box(ask(n, 10, false).map(|page| serde_json::to_vec(&page)))));
    Ok(())
}
