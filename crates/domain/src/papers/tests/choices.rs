use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::{order::Set, papers::*};

fn size(carried: &Set<u8>, requirements: &[Requirement<u8>], chosen: &[usize]) -> usize {
    let taken = requirements.iter().zip(chosen).filter_map(|(wanted, at)| wanted.alternatives.get(*at)).flatten();
    carried.iter().chain(taken).collect::<BTreeSet<_>>().len()
}

/// Every combination, in order of preference.
fn all_choices(requirements: &[Requirement<u8>]) -> Vec<Vec<usize>> {
    requirements.iter().fold(vec![vec![]], |before, wanted| {
        let extend = |chosen: Vec<usize>| {
            (0..wanted.alternatives.len().max(1)).map(move |at| [chosen.clone(), vec![at]].concat())
        };
        before.into_iter().flat_map(extend).collect()
    })
}

proptest! {
    #[test]
    fn the_bag_is_as_small_as_any_and_the_first_of_its_size(
        carried in prop::collection::btree_set(0u8..8, 0..3),
        wanted in prop::collection::vec(
            prop::collection::vec(prop::collection::btree_set(0u8..8, 1..3), 0..4), 0..6),
    ) {
        let requirements: Vec<_> = wanted.into_iter().map(|ways| Requirement { alternatives: ways.into_iter().map(Set::from_iter).collect() }).collect();
        let carried = Set::from_iter(carried);
        let chosen = smallest_bag(&carried, &requirements);
        // `min_by_key` returns the first of several smallest, which is the preferred one.
        let best = all_choices(&requirements).into_iter().min_by_key(|all| size(&carried, &requirements, all));
        prop_assert_eq!(Some(chosen), best);
    }
}

#[test]
fn one_paper_that_serves_twice_is_better_than_two_that_come_first() {
    let set = |ids: &[&'static str]| ids.iter().copied().collect::<Set<_>>();
    let wants = |alternatives: Vec<Set<&'static str>>| Requirement { alternatives };
    let requirements =
        [wants(vec![set(&["户口簿"]), set(&["社会保障卡"])]), wants(vec![set(&["居住证"]), set(&["社会保障卡"])])];
    assert_eq!(smallest_bag(&set(&[]), &requirements), [1, 1]);
    assert_eq!(smallest_bag(&set(&["户口簿"]), &requirements), [0, 0]);
}
