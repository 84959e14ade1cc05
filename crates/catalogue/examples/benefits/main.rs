//! What the lookup of policies costs, and how many questions its interview takes.
//! `cargo run --release -p catalogue --example benefits -- data [people] [pack]`

#![allow(clippy::unwrap_used, reason = "a measurement may stop")]

mod interview;
mod people;

use std::{hint::black_box, path::Path, time::Instant};

use catalogue::{generate, policies, regions};
use domain::{
    RegionCode,
    policy::{Answers, BookParts, FactId, Interview, PolicyBook, Standing},
};
use interview::{Ground, median};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let data = args.next().unwrap_or_else(|| "data".into());
    let count: u64 = args.next().map_or(Ok(1000), |count| count.parse())?;
    let set = policies::of_data(Path::new(&data)).map_err(|faults| {
        faults.iter().for_each(|fault| println!("{fault}"));
        format!("{} faults", faults.len())
    })?;
    let table = regions::load(&Path::new(&data).join("regions")).map_err(|problems| format!("{problems:?}"))?;
    let scope = ["210102000000", "210100000000", RegionCode::PROVINCE].map(|code| RegionCode::parse(code).unwrap());

    for many in [816, 10_000] {
        let parts = generate::policies(&set.parts, &table, many, 1);
        speed(&parts, &scope);
        if let Some(path) = args.next().filter(|_| many == 816) {
            std::fs::write(path, parts.to_bytes())?;
        }
    }
    for many in [set.parts.policies.len(), 816] {
        let book = PolicyBook::build(generate::policies(&set.parts, &table, many, 1)).unwrap();
        questions(&Ground { book: &book, scope: &scope, on: book.data_date() }, count);
    }
    Ok(())
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn timed<T>(rounds: usize, mut once: impl FnMut() -> T) -> f64 {
    let time = |_| {
        let started = Instant::now();
        black_box(once());
        started.elapsed().as_secs_f64() * 1e3
    };
    middle((0..rounds).map(time).collect())
}

fn speed(parts: &BookParts, scope: &[RegionCode]) {
    let bytes = parts.to_bytes();
    let opened = timed(20, || PolicyBook::open(&bytes).unwrap());
    let book = PolicyBook::open(&bytes).unwrap();
    // Every policy is looked at: this person stands in all the regions.
    let mut everywhere: Vec<RegionCode> = book.policies().iter().map(|policy| policy.region.clone()).collect();
    everywhere.sort();
    everywhere.dedup();
    let whole = people::person(book.facts(), 3);
    let nothing = Answers::new(book.facts().len());
    let mut half = nothing.clone();
    (0..book.facts().len() as u16).step_by(2).for_each(|at| half.set(FactId(at), whole.get(FactId(at)).unwrap()));
    let all = |answers: &Answers, scope: &[RegionCode]| {
        let standing = Standing { scope, on: book.data_date(), answers };
        (0..book.policies().len()).map(|at| book.assess(at, &standing)).collect::<Vec<_>>()
    };
    println!("{} policies: pack {} bytes, opened in {opened:.2} ms", book.policies().len(), bytes.len());
    for (name, answers) in [("nothing answered", &nothing), ("half", &half), ("everything", &whole)] {
        let standing = Standing { scope, on: book.data_date(), answers };
        let reasons = timed(200, || all(answers, scope));
        let outcomes = timed(200, || {
            (0..book.policies().len()).map(|at| book.outcome(at, &standing)).filter(|truth| truth.is_settled()).count()
        });
        let next = timed(50, || Interview::new(&book, scope, book.data_date(), answers.clone()).next());
        let here = timed(50, || all(answers, &everywhere));
        println!(
            "  {name}: outcomes {outcomes:.3} ms, with reasons and amounts {reasons:.3} ms (all regions at once {here:.3} ms), next question {next:.3} ms"
        );
    }
    let nearest = timed(20, || {
        let standing = Standing { scope, on: book.data_date(), answers: &whole };
        (0..book.policies().len()).filter(|at| book.evaluate(*at, &standing).nearest.is_some()).count()
    });
    println!("  everything, with the nearest change of every no: {nearest:.3} ms");
}

fn questions(ground: &Ground<'_>, count: u64) {
    let (training, people) = (ground.people(1_000_000, 60), ground.people(0, count));
    let table: Vec<FactId> = ground.book.facts().iter().map(|(id, _)| id).collect();
    let best = ground.best_order(&training, false, 150);
    let best_skipping = ground.best_order(&training, true, 150);
    let ours = median(people.iter().map(|one| ground.interview(one).len()).collect());
    let of = |order: &[FactId], skips| median(people.iter().map(|one| ground.fixed(order, one, skips)).collect());
    let less = |other: usize| 100.0 * (1.0 - ours as f64 / other.max(1) as f64);
    println!(
        "{} policies, {} questions, {count} people; median of the questions asked until nothing can change:",
        ground.book.policies().len(),
        table.len()
    );
    println!("  interview {ours}");
    for (name, order, skips) in [
        ("order of the table", &table, false),
        ("best fixed order found", &best, false),
        ("order of the table, skipping what is settled", &table, true),
        ("best fixed order found, skipping what is settled", &best_skipping, true),
    ] {
        let other = of(order, skips);
        println!("  {name} {other}: the interview asks {:.0} % fewer", less(other));
    }
}
