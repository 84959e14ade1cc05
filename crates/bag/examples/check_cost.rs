//! What a check of papers costs: opening the pack, and a list of twelve sample matters, first and last of the questions.
//! `cargo run --release -p bag --example check_cost`

#![allow(clippy::unwrap_used, reason = "a measurement may stop")]

#[path = "../tests/given/world.rs"]
mod given;

use std::{hint::black_box, time::Instant};

use bag::{World, checklist};
use domain::{logic::Facts, logic::Value};

const ROUNDS: u32 = 200;

fn main() {
    let bytes = given::source().to_bytes().unwrap();
    let started = Instant::now();
    (0..20).for_each(|_| drop(black_box(World::open(&bytes).unwrap())));
    println!("pack of papers: {} bytes, opened in {:.2} ms", bytes.len(), started.elapsed().as_secs_f64() * 1e3 / 20.0);
    let mut world = given::world();
    let all = given::matters();
    let matters: Vec<_> = all.iter().step_by(all.len() / 12).take(12).cloned().collect();
    let materials: usize = matters.iter().map(|matter| matter.materials.len()).sum();
    let list = |world: &World, facts: &Facts| checklist(world, &matters, &given::scope(), world.data_date(), facts);
    let time = |world: &World, facts: &Facts| {
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let started = Instant::now();
                black_box(list(world, facts));
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        (times[times.len() / 2], times[times.len() * 99 / 100])
    };
    let mut facts = Facts::default();
    let first = list(&world, &facts);
    println!(
        "{} matters, {materials} materials, {} lines, {} questions",
        matters.len(),
        first.materials.len(),
        first.questions.len()
    );
    println!("names placed anew:      p50 {:.3} ms, p99 {:.3} ms", time(&world, &facts).0, time(&world, &facts).1);
    world.learn(all.iter().flat_map(|matter| &matter.materials).map(|material| material.name.as_str()));
    println!("names placed before:    p50 {:.3} ms, p99 {:.3} ms", time(&world, &facts).0, time(&world, &facts).1);
    while let Some(question) = list(&world, &facts).questions.first() {
        let value =
            question.fact.choices.first().map_or(Value::Flag(true), |choice| Value::Choice(choice.value.clone()));
        facts.set(question.fact.key.clone(), value);
    }
    println!(
        "all {} answered:        p50 {:.3} ms, p99 {:.3} ms",
        facts.iter().count(),
        time(&world, &facts).0,
        time(&world, &facts).1
    );
}
