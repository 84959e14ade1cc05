use std::collections::BTreeMap;

use proptest::prelude::*;

use super::make::*;
use crate::{
    RegionCode,
    logic::{Expr, Facts},
    material::{Material, MaterialFormat, Necessity},
    papers::*,
};

fn condition() -> impl Strategy<Value = Expr> {
    let leaf = prop::sample::select(FLAGS.to_vec()).prop_map(is);
    leaf.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Expr::All),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Expr::Any),
            inner.prop_map(|part| Expr::Not(Box::new(part))),
        ]
    })
}

fn some_rule() -> impl Strategy<Value = ZeroRule> {
    let place = (0usize..4, 0usize..3, 0usize..3);
    let terms = (0usize..6, prop::option::of(condition()), prop::option::of(condition()));
    (place, terms).prop_map(|((region, breadth, paper), (method, when, except))| {
        let exception = |when| Exception { when, text: "例外".into() };
        ZeroRule {
            region: RegionCode::parse(SCOPE.get(region).copied().unwrap_or("2102")).unwrap(),
            items: if breadth == 2 { vec![item("a")] } else { vec![] },
            themes: if breadth == 1 { vec!["户籍".into()] } else { vec![] },
            when,
            exceptions: except.into_iter().map(exception).collect(),
            ..rule("r", &format!("p{paper}"), Method::ALL[method])
        }
    })
}

fn some_book() -> impl Strategy<Value = Rulebook> {
    prop::collection::vec(some_rule(), 0..6).prop_map(|rules| {
        let named = rules.into_iter().enumerate().map(|(at, rule)| ZeroRule { id: format!("r{at}"), ..rule });
        book(named.collect())
    })
}

fn some_material() -> impl Strategy<Value = (Material, Placed)> {
    let formats = vec![
        None,
        Some(MaterialFormat::Original),
        Some(MaterialFormat::Automatic),
        Some(MaterialFormat::AutomaticOrSubmit),
    ];
    let necessities = vec![
        None,
        Some(Necessity::Required),
        Some(Necessity::Required),
        Some(Necessity::Optional),
        Some(Necessity::Later),
    ];
    (
        prop::sample::select(necessities),
        prop::sample::select(formats),
        prop::sample::select(vec![None, None, Some("甲时"), Some("乙时"), Some("不明时")]),
        prop::sample::select(vec![None, None, Some("组")]),
        prop::collection::vec(0usize..3, 0..3),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(necessity, format, when, group, papers, all, more)| {
            let placed = papers.iter().map(|id| PlacedPaper { paper: format!("p{id}"), whose: None }).collect();
            let material = Material {
                necessity,
                format,
                when: when.map(String::from),
                any_of: group.map(String::from),
                ..Material::named("材料")
            };
            (material, Placed { papers: placed, join: if all { Join::All } else { Join::Any }, more })
        })
}

fn some_materials() -> impl Strategy<Value = (Vec<Material>, Vec<Placed>)> {
    prop::collection::vec(some_material(), 1..5).prop_map(|pairs| pairs.into_iter().unzip())
}

fn answers() -> impl Strategy<Value = Vec<(&'static str, bool)>> {
    prop::collection::vec(prop::option::of(any::<bool>()), 3)
        .prop_map(|flags| FLAGS.into_iter().zip(flags).filter_map(|(key, flag)| Some((key, flag?))).collect())
}

/// Every way to answer all questions that agrees with the answers given.
fn completions(given: &[(&'static str, bool)]) -> Vec<Facts> {
    (0..8u8)
        .map(|bits| FLAGS.iter().enumerate().map(|(at, key)| (*key, bits >> at & 1 == 1)).collect::<Vec<_>>())
        .filter(|all| given.iter().all(|answer| all.contains(answer)))
        .map(|all| facts(&all))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_further_answer_never_turns_a_settled_verdict(
        (materials, placed) in some_materials(), book in some_book(), given in answers()
    ) {
        let before = judge(&materials, &placed, &facts(&given), &book);
        for all in completions(&given) {
            let after = judge(&materials, &placed, &all, &book);
            for (before, after) in before.iter().zip(&after) {
                prop_assert!(!before.open.is_empty() || before.verdict == after.verdict, "{before:?} {after:?}");
                prop_assert!(after.open.is_empty());
            }
        }
    }

    #[test]
    fn a_paper_is_never_dropped_while_a_question_about_it_is_open(
        (materials, placed) in some_materials(), book in some_book(), given in answers()
    ) {
        for line in judge(&materials, &placed, &facts(&given), &book) {
            prop_assert!(line.open.is_empty() || line.verdict != Verdict::NotNeeded);
            prop_assert!(line.open.iter().all(|key| given.iter().all(|(answered, _)| answered != key)));
        }
    }

    #[test]
    fn a_dropped_paper_is_dropped_for_a_reason_that_drops(
        (materials, placed) in some_materials(), book in some_book(), given in answers()
    ) {
        for line in judge(&materials, &placed, &facts(&given), &book) {
            let drops = |reason: &Reason| match reason {
                Reason::Rule { rule } => book.rule(rule).is_some_and(|rule| rule.method.drops()),
                Reason::NotYourCase { .. } | Reason::ListedAsAutomatic | Reason::GroupMet { .. } => true,
                _ => false,
            };
            prop_assert!(line.verdict != Verdict::NotNeeded || line.why.iter().any(drops), "{line:?}");
        }
    }

    #[test]
    fn the_order_of_matters_never_matters(
        one in some_materials(), other in some_materials(), book in some_book(), given in answers()
    ) {
        let facts = facts(&given);
        let (codes, scope) = ([item("a"), item("b")], scope());
        let case = Case { scope: &scope, on: day("2026-11-22"), facts: &facts };
        let of = |code, (materials, placed): &(Vec<Material>, Vec<Placed>)| {
            lines(&case, &Matter { item: code, themes: &[], materials, placed }, &book)
        };
        let (first, second) = (of(&codes[0], &one), of(&codes[1], &other));
        prop_assert_eq!(
            contents(bag([first.clone(), second.clone()].concat())),
            contents(bag([second, first].concat()))
        );
    }

    #[test]
    fn the_bag_holds_every_material_once_and_asks_for_as_much_as_the_hardest(
        (materials, placed) in some_materials(), book in some_book(), given in answers()
    ) {
        let judged = judge(&materials, &placed, &facts(&given), &book);
        let bag = bag(judged.clone());
        prop_assert_eq!(bag.iter().map(|line| line.lines.len()).sum::<usize>(), judged.len());
        for line in &bag {
            prop_assert_eq!(Some(line.verdict), line.lines.iter().map(|line| line.verdict).max());
            prop_assert_eq!(line.head().map(|head| head.verdict), Some(line.verdict));
        }
        prop_assert!(bag.is_sorted_by_key(|line| std::cmp::Reverse(line.verdict)));
    }
}

/// The materials of a bag and their verdicts, without any order.
fn contents(bag: Vec<BagLine>) -> BTreeMap<Vec<(String, usize)>, Verdict> {
    bag.into_iter()
        .map(|line| {
            let mut materials: Vec<_> = line.lines.iter().map(|line| (line.item.to_string(), line.at)).collect();
            materials.sort();
            (materials, line.verdict)
        })
        .collect()
}
