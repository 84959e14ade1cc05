use proptest::prelude::*;

use super::make::{after, book, bundle, days_off, is, item, matter};
use crate::{
    ItemCode,
    bundles::*,
    logic::{Facts, Truth, Value},
    material::{Material, MaterialFormat, Necessity},
    papers::{self, Case, Placed},
    place::Place,
    terms::{ShownLimit, TimeUnit},
};

/// What one matter publishes, kept so that it can be lent.
#[derive(Debug, Clone)]
struct Published {
    item: ItemCode,
    materials: Vec<Material>,
    placed: Vec<Placed>,
    limit: Option<ShownLimit>,
    visits: Option<u8>,
    places: Vec<Place>,
}

fn place(name: &str) -> Place {
    let hours = Some("工作日 9:00-16:00".into());
    Place { name: name.into(), kind: None, address: None, window: None, hours, phones: vec![], sample: true }
}

fn published(code: &str, papers: &[&str], days: u16, visits: u8) -> Published {
    let material = |name: &&str| Material {
        necessity: Some(Necessity::Required),
        format: Some(MaterialFormat::Original),
        ..Material::named(*name)
    };
    Published {
        item: item(code),
        materials: papers.iter().map(material).collect(),
        placed: papers.iter().map(|id| Placed::one(*id)).collect(),
        limit: Some(ShownLimit { amount: days, unit: TimeUnit::WorkingDay, legal: false }),
        visits: Some(visits),
        places: vec![place("大厅")],
    }
}

fn resolved<'a>(bundle: &'a Bundle, here: &[Published], facts: &Facts) -> Resolved<'a> {
    let lent: Vec<MatterHere<'_>> = here
        .iter()
        .map(|it| MatterHere {
            papers: papers::Matter { item: &it.item, themes: &[], materials: &it.materials, placed: &it.placed },
            limit: it.limit,
            visits: it.visits,
            places: &it.places,
        })
        .collect();
    let case = Case { scope: &[], on: "2026-11-23".parse().unwrap(), facts };
    resolve(bundle, &lent, &case, &book(), &days_off(), None).unwrap()
}

fn exact(totals: &BeforeAfter) -> (Option<u32>, Option<u32>) {
    (totals.before.exact(), totals.after.exact())
}

#[test]
fn papers_days_and_visits_are_counted_one_by_one_and_together() {
    let bundle = bundle(vec![vec![matter("a"), matter("b")], vec![matter("c")]]);
    let here =
        [published("a", &["id", "book"], 3, 1), published("b", &["id"], 5, 1), published("c", &["id", "photo"], 2, 1)];
    let found = resolved(&bundle, &here, &Facts::default());
    assert_eq!(exact(&found.papers), (Some(5), Some(3)));
    assert_eq!(exact(&found.visits), (Some(3), Some(2)));
    // 3 + 5 + 2 and the day on which each next one is handed in; a and b go side by side.
    let (before, after) = exact(&found.days);
    assert!(before > after, "{before:?} {after:?}");
    assert_eq!(after, Some(8));
    assert_eq!(found.bring.len(), 2);
    assert_eq!(found.bring[1].iter().map(|carry| carry.needed_by.len()).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(found.bag.iter().find(|carry| carry.needed_by.len() == 3).map(|carry| carry.sure), Some(true));
}

#[test]
fn a_paper_that_the_bundle_gives_is_carried_on_and_not_counted() {
    let mut bundle = bundle(vec![vec![matter("a")], vec![matter("b")]]);
    bundle.stages[0].matters[0].gives.push("birth".into());
    let here = [published("a", &["id"], 0, 1), published("b", &["id", "birth"], 0, 1)];
    let found = resolved(&bundle, &here, &Facts::default());
    assert_eq!(exact(&found.papers), (Some(3), Some(1)));
    let birth = found.bring[0].iter().find(|carry| carry.given_by.is_some()).unwrap();
    assert_eq!(birth.given_by, Some(item("a")));
    assert_eq!(found.bag.len(), 1);
}

#[test]
fn each_of_two_papers_that_a_matter_gives_is_carried_on() {
    let mut bundle = bundle(vec![vec![matter("a")], vec![matter("b")]]);
    bundle.stages[0].matters[0].gives = vec!["birth".into(), "book".into()];
    let here = [published("a", &["id"], 0, 1), published("b", &["birth", "book"], 0, 1)];
    let found = resolved(&bundle, &here, &Facts::default());
    assert_eq!(exact(&found.papers), (Some(3), Some(1)));
    assert_eq!(found.bring.iter().flatten().filter(|carry| carry.given_by == Some(item("a"))).count(), 2);
}

#[test]
fn halls_of_one_name_at_two_addresses_are_two_places() {
    let bundle = bundle(vec![vec![matter("a"), matter("b")]]);
    let at = |code: &str, address: &str| {
        let hall = Place { address: Some(address.into()), ..place("政务服务中心") };
        Published { places: vec![hall], ..published(code, &["id"], 0, 1) }
    };
    let places = |one, other| resolved(&bundle, &[at("a", one), at("b", other)], &Facts::default()).places.len();
    assert_eq!((places("东街", "东街"), places("东街", "西街")), (1, 2));
}

#[test]
fn what_is_not_published_stays_open_and_is_never_nothing() {
    let bundle = bundle(vec![vec![matter("a"), matter("b")]]);
    let unknown = Published { limit: None, visits: None, materials: vec![], ..published("b", &[], 0, 0) };
    let found = resolved(&bundle, &[published("a", &["id"], 3, 1), unknown], &Facts::default());
    for totals in [&found.papers, &found.days, &found.visits] {
        for total in [&totals.before, &totals.after] {
            assert_eq!((total.most, total.unknown.clone()), (None, vec![item("b")]));
            assert!(total.least >= 1, "{totals:?}");
        }
    }
    // Nor is a matter that nobody publishes here.
    let bare = resolved(&bundle, &[], &Facts::default());
    assert_eq!(bare.papers.after.unknown, [item("a"), item("b")]);
    assert_eq!((bare.plan.visits.len(), bare.plan.finish.at_least), (2, true));
}

#[test]
fn a_matter_that_hangs_on_an_answer_is_planned_and_counts_only_at_most() {
    let mut bundle = bundle(vec![vec![matter("a"), matter("b")]]);
    let b = &mut bundle.stages[0].matters[1];
    (b.when, b.when_text) = (Some(is("f0")), Some("是这样的".into()));
    let here =
        [published("a", &["id"], 3, 1), Published { places: vec![place("别处")], ..published("b", &["book"], 5, 1) }];
    let open = resolved(&bundle, &here, &Facts::default());
    assert_eq!(open.members[1].is_in, Truth::Unknown);
    assert_eq!((open.papers.after.least, open.papers.after.most), (1, Some(2)));
    assert_eq!((open.visits.after.least, open.visits.after.most), (1, Some(2)));
    assert_eq!((open.days.after.least, open.days.after.most), (3, Some(5)));
    assert_eq!(open.bag.iter().map(|carry| carry.sure).collect::<Vec<_>>(), [true, false]);
    let answered = |flag| [("f0", Value::Flag(flag))].into_iter().collect::<Facts>();
    let no = resolved(&bundle, &here, &answered(false));
    assert_eq!((exact(&no.papers).1, exact(&no.visits).1, exact(&no.days).1), (Some(1), Some(1), Some(3)));
    let yes = resolved(&bundle, &here, &answered(true));
    assert_eq!((exact(&yes.papers).1, exact(&yes.visits).1, exact(&yes.days).1), (Some(2), Some(2), Some(5)));
}

#[test]
fn questions_are_those_that_choose_a_matter_and_only_while_they_do() {
    let mut bundle = bundle(vec![vec![matter("a"), matter("b")]]);
    let b = &mut bundle.stages[0].matters[1];
    (b.when, b.when_text) = (Some(is("f0")), Some("是这样的".into()));
    let asked = |facts: &Facts| {
        let book = book();
        choosing_questions(&members(&bundle, facts), book.facts()).len()
    };
    assert_eq!(asked(&Facts::default()), 1);
    assert_eq!(asked(&[("f0", Value::Flag(true))].into_iter().collect()), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn together_is_never_more_papers_days_or_visits_than_one_by_one(
        matters in prop::collection::vec((prop::collection::vec(0usize..5, 1..4), 0u16..9, prop::option::of(0u8..3), prop::option::of(0u8..9)), 1..6),
        waits in prop::collection::vec(prop::bool::ANY, 15),
    ) {
        let names = ["m0", "m1", "m2", "m3", "m4", "m5"];
        let papers = ["p0", "p1", "p2", "p3", "p4"];
        let mut all = Vec::new();
        let mut here = Vec::new();
        for (at, (wanted, days, visits, time)) in matters.iter().enumerate() {
            let before: Vec<&str> = (0..at).filter(|other| waits[at * (at - 1) / 2 + other]).map(|other| names[other]).collect();
            all.push(after(names[at], &before));
            let wanted: Vec<&str> = wanted.iter().map(|at| papers[*at]).collect();
            let mut it = published(names[at], &wanted, *days, 1);
            it.visits = *visits;
            it.limit = it.limit.filter(|_| time.is_some());
            here.push(it);
        }
        let bundle = bundle(vec![all]);
        let found = resolved(&bundle, &here, &Facts::default());
        for totals in [&found.papers, &found.days, &found.visits] {
            prop_assert!(totals.after.least <= totals.before.least, "{totals:?}");
            prop_assert_eq!(totals.after.most.is_some(), totals.before.most.is_some());
            prop_assert!(totals.after.most.unwrap_or(0) <= totals.before.most.unwrap_or(0), "{totals:?}");
        }
        prop_assert_eq!(found.visits.after.most.is_none(), here.iter().any(|it| it.visits.is_none()));
        let drawn = timeline(&found.plan, "2026-11-23".parse().unwrap(), &days_off());
        prop_assert_eq!(drawn.rows.len(), matters.len());
    }
}
