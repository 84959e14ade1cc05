use std::collections::BTreeSet;

use proptest::prelude::*;

use super::make::{book, item};
use crate::{
    bundles::*,
    logic::Facts,
    material::{Material, MaterialFormat, Necessity},
    order::Set,
    papers::{self, Case, Join, Placed, PlacedPaper},
};

fn paper(id: &str) -> Thing {
    Thing::Paper(PlacedPaper { paper: id.into(), whose: None })
}

fn need(code: &str, ways: &[&[u8]]) -> Need {
    let way = |way: &&[u8]| way.iter().map(|id| paper(&id.to_string())).collect();
    Need { item: item(code), sure: true, alternatives: ways.iter().map(way).collect() }
}

fn size(needs: &[Need], chosen: &[usize]) -> usize {
    let things = needs.iter().zip(chosen).flat_map(|(need, at)| need.alternatives.get(*at).into_iter().flatten());
    things.collect::<BTreeSet<_>>().len()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_choice_among_all_alternatives_makes_a_smaller_bag(
        wanted in prop::collection::vec(
            prop::collection::vec(prop::collection::btree_set(0u8..9, 0..3), 1..4), 0..7),
    ) {
        let needs: Vec<Need> = wanted
            .iter()
            .map(|ways| {
                let ways: Vec<Vec<u8>> = ways.iter().map(|way| way.iter().copied().collect()).collect();
                need("a", &ways.iter().map(Vec::as_slice).collect::<Vec<_>>())
            })
            .collect();
        let bag = smallest(&needs);
        prop_assert_eq!(bag.things.len(), size(&needs, &bag.chosen), "the bag is what was chosen");
        let every = wanted.iter().fold(vec![vec![]], |before, ways| {
            before.iter().flat_map(|chosen: &Vec<usize>| (0..ways.len()).map(move |at| [chosen.clone(), vec![at]].concat())).collect()
        });
        let best = every.iter().map(|chosen| size(&needs, chosen)).min();
        prop_assert_eq!(Some(bag.things.len()), best);
    }

    #[test]
    fn together_is_never_more_than_one_by_one(
        wanted in prop::collection::vec(prop::collection::vec(0u8..6, 1..4), 1..6),
    ) {
        let needs: Vec<Need> = wanted.iter().map(|papers| need("a", &[papers.as_slice()])).collect();
        let alone: usize = needs.iter().map(|need| smallest(std::slice::from_ref(need)).things.len()).sum();
        prop_assert!(smallest(&needs).things.len() <= alone);
    }
}

fn required(name: &str, format: MaterialFormat) -> Material {
    Material { necessity: Some(Necessity::Required), format: Some(format), ..Material::named(name) }
}

/// What a matter of these materials wants, each placed on these papers.
fn wanted(materials: &[Material], placed: &[Placed]) -> Vec<Need> {
    let (code, facts, book) = (item("a"), Facts::default(), book());
    let matter = papers::Matter { item: &code, themes: &[], materials, placed };
    let case = Case { scope: &[], on: "2026-11-23".parse().unwrap(), facts: &facts };
    needs(&matter, &papers::lines(&case, &matter, &book))
}

fn placed(ids: &[&str], join: Join) -> Placed {
    let papers = ids.iter().map(|id| PlacedPaper { paper: (*id).into(), whose: None }).collect();
    Placed { papers, join, more: false }
}

#[test]
fn a_group_is_one_need_and_so_is_a_name_with_a_choice_in_it() {
    let member = |name: &str| Material { any_of: Some("住址".into()), ..required(name, MaterialFormat::Original) };
    let materials = [member("租房合同"), required("身份证或社保卡", MaterialFormat::Original), member("房产证")];
    let needs = wanted(&materials, &[Placed::one("rent"), placed(&["id", "card"], Join::Any), Placed::one("home")]);
    let set = |id: &str| Set::from([paper(id)]);
    assert_eq!(needs.len(), 2);
    assert_eq!(needs[0].alternatives, [set("rent"), set("home")]);
    assert_eq!(needs[1].alternatives, [set("id"), set("card")]);
}

#[test]
fn two_papers_of_one_name_are_carried_both() {
    let needs = wanted(&[required("身份证和户口簿", MaterialFormat::Original)], &[placed(&["id", "book"], Join::All)]);
    assert_eq!(smallest(&needs).things.len(), 2);
}

#[test]
fn forms_of_matters_become_one_and_other_names_stay_their_own() {
    let form = required("不动产登记申请书", MaterialFormat::PaperForm);
    let materials =
        [form, required("买卖合同", MaterialFormat::Original), required("情况说明", MaterialFormat::PaperForm)];
    let needs = wanted(&materials, &[]);
    assert_eq!(needs[0].alternatives, [Set::from([Thing::Form(item("a"))])]);
    let other = Need { item: item("b"), ..needs[0].clone() };
    let other = Need { alternatives: vec![Set::from([Thing::Form(item("b"))])], ..other };
    let all = [needs, vec![other]].concat();
    assert_eq!(smallest(&all).things.len(), 4);
    assert_eq!(smallest(&together(&all, |_| Set::new())).things.len(), 3);
}

#[test]
fn what_an_earlier_matter_gives_is_not_brought_from_elsewhere_except_when_it_is_another_persons() {
    let whose = Thing::Paper(PlacedPaper { paper: "birth".into(), whose: Some("父亲".into()) });
    let need = Need { item: item("b"), sure: true, alternatives: vec![Set::from([paper("birth"), whose.clone()])] };
    let one = together(&[need], |_| Set::from(["birth".to_owned()]));
    assert_eq!(one[0].alternatives, [Set::from([whose])]);
}
