use super::make::*;
use crate::{
    RegionCode,
    logic::Facts,
    material::{Material, MaterialFormat, Necessity, Tolerance},
    papers::*,
};

fn one(rules: Vec<ZeroRule>, facts: &Facts) -> Line {
    judge(&[material("p0证明")], &[Placed::one("p0")], facts, &book(rules)).remove(0)
}

#[test]
fn without_a_rule_a_necessary_paper_is_brought() {
    let line = one(vec![], &Facts::default());
    assert_eq!((line.verdict, line.method), (Verdict::Bring, None));
    assert_eq!(line.why, [Reason::Listed]);
}

#[test]
fn a_rule_of_the_county_wins_over_one_of_the_province_and_one_of_the_matter_over_all_matters() {
    let province = rule("province", "p0", Method::Cancel);
    let county = ZeroRule { region: RegionCode::parse("210102").unwrap(), ..rule("county", "p0", Method::Share) };
    let matter = ZeroRule { items: vec![item("a")], ..rule("matter", "p0", Method::Verify) };
    let theme = ZeroRule { themes: vec!["户籍".into()], ..rule("theme", "p0", Method::Commit) };
    let method = |rules| one(rules, &Facts::default()).method;
    assert_eq!(method(vec![province.clone(), county.clone()]), Some(Method::Share));
    assert_eq!(method(vec![province.clone(), theme.clone()]), Some(Method::Commit));
    assert_eq!(method(vec![theme, matter.clone(), province]), Some(Method::Verify));
    assert_eq!(method(vec![matter, county]), Some(Method::Share));
}

#[test]
fn a_rule_of_another_region_matter_or_time_says_nothing() {
    let strange = [
        ZeroRule { region: RegionCode::parse("2102").unwrap(), ..rule("r", "p0", Method::Cancel) },
        ZeroRule { items: vec![item("b")], ..rule("r", "p0", Method::Cancel) },
        ZeroRule { themes: vec!["社保".into()], ..rule("r", "p0", Method::Cancel) },
        ZeroRule { from: day("2026-11-23"), ..rule("r", "p0", Method::Cancel) },
        ZeroRule { until: Some(day("2026-11-21")), ..rule("r", "p0", Method::Cancel) },
        rule("r", "p1", Method::Cancel),
        ZeroRule { not_items: vec![item("a")], ..rule("r", "p0", Method::Cancel) },
        ZeroRule { items: vec![item("a")], not_themes: vec!["户籍".into()], ..rule("r", "p0", Method::Cancel) },
    ];
    for rule in strange {
        assert_eq!(one(vec![rule], &Facts::default()).verdict, Verdict::Bring);
    }
    let last_day = ZeroRule { until: Some(day("2026-11-22")), ..rule("r", "p0", Method::Cancel) };
    assert_eq!(one(vec![last_day], &Facts::default()).verdict, Verdict::NotNeeded);
}

#[test]
fn an_exception_turns_a_rule_off_and_says_why() {
    let exception = Exception { when: is("f0"), text: "有失信记录".into() };
    let commit = ZeroRule { exceptions: vec![exception], ..rule("r", "p0", Method::Commit) };
    let hanging = one(vec![commit.clone()], &Facts::default());
    assert_eq!(hanging.verdict, Verdict::Conditional);
    assert_eq!(hanging.open.iter().collect::<Vec<_>>(), ["f0"]);
    assert_eq!(one(vec![commit.clone()], &facts(&[("f0", false)])).verdict, Verdict::NotNeeded);
    let off = one(vec![commit], &facts(&[("f0", true)]));
    assert_eq!(off.verdict, Verdict::Bring);
    assert!(off.why.contains(&Reason::RuleOff { rule: "r".into(), text: Some("有失信记录".into()) }));
}

#[test]
fn a_question_whose_answer_changes_nothing_is_not_asked() {
    let narrow = ZeroRule { when: Some(is("f0")), items: vec![item("a")], ..rule("narrow", "p0", Method::Share) };
    let line = one(vec![narrow, rule("wide", "p0", Method::Share)], &Facts::default());
    assert_eq!((line.verdict, line.open.len()), (Verdict::NotNeeded, 0));
}

#[test]
fn a_deferred_paper_is_brought_later_not_dropped() {
    let line = one(vec![rule("r", "p0", Method::Tolerate)], &Facts::default());
    assert_eq!((line.verdict, line.method), (Verdict::Bring, Some(Method::Tolerate)));
    assert_eq!(line.makeup.map(|span| span.amount), Some(5));
    let listed =
        Material {
            necessity: Some(Necessity::Later), tolerance: Some(Tolerance::default()), ..material("别的材料")
        };
    let line = judge(&[listed], &[Placed::nowhere()], &Facts::default(), &book(vec![])).remove(0);
    assert_eq!((line.verdict, line.method), (Verdict::Bring, Some(Method::Tolerate)));
}

#[test]
fn what_is_published_as_automatic_is_not_brought_unless_data_may_be_missing() {
    let of = |format| Material { format: Some(format), ..material("某证") };
    let judged = judge(
        &[of(MaterialFormat::Automatic), of(MaterialFormat::AutomaticOrSubmit)],
        &[Placed::nowhere(), Placed::nowhere()],
        &Facts::default(),
        &book(vec![]),
    );
    assert_eq!(judged[0].verdict, Verdict::NotNeeded);
    assert_eq!(judged[1].verdict, Verdict::Conditional);
}

#[test]
fn a_catch_all_and_an_unpublished_necessity_are_unknown_never_dropped() {
    let unpublished = Material { necessity: None, ..material("某材料") };
    let judged = judge(
        &[material("其他材料"), unpublished],
        &[Placed::nowhere(), Placed::nowhere()],
        &Facts::default(),
        &book(vec![]),
    );
    assert!(judged.iter().all(|line| line.verdict == Verdict::Unknown));
}

#[test]
fn a_material_for_another_case_is_dropped_only_once_the_case_is_known() {
    let when = Material { when: Some("甲时".into()), ..material("委托书") };
    let verdict = |facts: &Facts| {
        judge(std::slice::from_ref(&when), &[Placed::nowhere()], facts, &book(vec![])).remove(0).verdict
    };
    assert_eq!(verdict(&Facts::default()), Verdict::Conditional);
    assert_eq!(verdict(&facts(&[("f0", true)])), Verdict::Bring);
    assert_eq!(verdict(&facts(&[("f0", false)])), Verdict::NotNeeded);
    let nobody_knows = Material { when: Some("写得不明白时".into()), ..material("委托书") };
    let line = judge(&[nobody_knows], &[Placed::nowhere()], &Facts::default(), &book(vec![])).remove(0);
    assert_eq!((line.verdict, line.open.len()), (Verdict::Conditional, 0));
}

#[test]
fn of_two_joined_papers_the_harder_counts_and_of_two_choices_the_easier() {
    let both = |join| Placed {
        papers: ["p0", "p1"].map(|id| PlacedPaper { paper: id.into(), whose: None }).to_vec(),
        join,
        more: false,
    };
    let book = book(vec![rule("r", "p0", Method::Share)]);
    let verdict = |join| judge(&[material("两样")], &[both(join)], &Facts::default(), &book).remove(0).verdict;
    assert_eq!(verdict(Join::All), Verdict::Bring);
    assert_eq!(verdict(Join::Any), Verdict::NotNeeded);
}

#[test]
fn what_nobody_could_place_is_not_dropped_with_the_paper_beside_it() {
    let book = book(vec![rule("r", "p0", Method::Share)]);
    let verdict = |join, more| {
        let placed = Placed { join, more, ..Placed::one("p0") };
        judge(&[material("相片和别的")], &[placed], &Facts::default(), &book).remove(0).verdict
    };
    assert_eq!(verdict(Join::All, true), Verdict::Bring);
    assert_eq!(verdict(Join::All, false), Verdict::NotNeeded);
    assert_eq!(verdict(Join::Any, true), Verdict::Bring, "who knows for whom the other one is");
}

#[test]
fn one_material_of_a_group_that_nobody_brings_excuses_the_others() {
    let of_group = |name: &str| Material { any_of: Some("住址".into()), ..material(name) };
    let materials = [of_group("户口簿"), of_group("居住证")];
    let placed = [Placed::one("p0"), Placed::one("p1")];
    let judged = judge(&materials, &placed, &Facts::default(), &book(vec![rule("r", "p0", Method::Share)]));
    assert!(judged.iter().all(|line| line.verdict == Verdict::NotNeeded));
    assert_eq!(judged[1].why, [Reason::GroupMet { by: "户口簿".into() }]);
    let judged = judge(&materials, &placed, &Facts::default(), &book(vec![]));
    assert!(judged.iter().all(|line| line.verdict == Verdict::Bring));
    assert_eq!(judged[0].why[0], Reason::OneOf { others: vec!["居住证".into()] });
}

#[test]
fn the_question_with_most_materials_comes_first() {
    let hanging =
        |id: &str, paper: &str, flag: &str| ZeroRule { when: Some(is(flag)), ..rule(id, paper, Method::Share) };
    let book = book(vec![hanging("a", "p0", "f0"), hanging("b", "p1", "f2"), hanging("c", "p2", "f2")]);
    let materials = ["p0", "p1", "p2"].map(material);
    let placed = ["p0", "p1", "p2"].map(Placed::one);
    let judged = judge(&materials, &placed, &Facts::default(), &book);
    let asked: Vec<_> =
        questions(&bag(judged), book.facts()).iter().map(|q| (q.fact.key.as_str(), q.materials)).collect();
    assert_eq!(asked, [("f2", 2), ("f0", 1)]);
}
