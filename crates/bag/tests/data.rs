//! The check of papers over the rules and guides of data/.

#![allow(clippy::unwrap_used)]

#[path = "given/world.rs"]
mod given;

use bag::{World, WorldError, bundle, bundles, checklist, facts, proof, proofs};
use domain::{logic::Facts, papers::Verdict};
use given::*;

#[test]
fn the_same_parts_give_the_same_bytes_and_come_back_whole() {
    let bytes = source().to_bytes().unwrap();
    assert_eq!(bytes, source().to_bytes().unwrap());
    assert_eq!(bag::WorldSource::from_bytes(&bytes).unwrap(), source());
}

#[test]
fn damaged_and_foreign_bytes_are_no_world() {
    let bytes = source().to_bytes().unwrap();
    let mut damaged = bytes.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert!(matches!(World::open(&damaged), Err(WorldError::Damaged)));
    assert!(matches!(World::open(&bytes[..20]), Err(WorldError::Foreign)));
    assert!(matches!(World::open(b"{}"), Err(WorldError::Foreign)));
}

#[test]
fn every_sample_guide_gets_a_list_and_no_reason_is_left_without_words() {
    let world = world();
    for matter in matters() {
        let list = checklist(&world, std::slice::from_ref(&matter), &scope(), world.data_date(), &Facts::default());
        let told: usize = list.materials.iter().map(|material| material.needed_by.len()).sum();
        assert_eq!(told, matter.materials.len(), "{}", matter.code);
        for material in &list.materials {
            assert!(!material.why.is_empty() && material.why.iter().all(|why| why.ends_with('。')), "{material:#?}");
            assert!(material.verdict != Verdict::NotNeeded || material.hangs_on.is_empty(), "{material:#?}");
            assert_eq!(material.method.is_some(), material.instead.is_some(), "{material:#?}");
        }
    }
}

#[test]
fn a_paper_is_found_by_what_people_write() {
    let world = world();
    assert_eq!(proofs(&world, "户口本").items[0].id, "hukou-book");
    assert_eq!(proofs(&world, "").total, world.book().papers().count());
    assert!(proof(&world, "loss-proof").unwrap().instead.is_some());
    assert_eq!(proof(&world, "no-such-paper"), None);
}

#[test]
fn every_question_decides_something() {
    for fact in facts(&world()) {
        assert!(!fact.used_by.is_empty(), "{}", fact.key);
    }
}

#[test]
fn every_bundle_of_the_list_can_be_opened_and_waits_only_for_its_own_matters() {
    let world = world();
    let list = bundles(&world).items;
    assert!(list.len() > 10);
    for brief in list {
        let detail = bundle(&world, &brief.id).unwrap();
        let matters: Vec<_> = detail.stages.iter().flat_map(|stage| &stage.matters).collect();
        assert_eq!((matters.len(), &detail.brief), (brief.matters, &brief));
        for before in matters.iter().flat_map(|matter| &matter.after) {
            assert!(matters.iter().any(|matter| matter.item == *before), "{} waits for {before}", brief.id);
        }
    }
    assert_eq!(bundle(&world, "no-such-bundle"), None);
}
