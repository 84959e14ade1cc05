use domain::{
    Audience, Level, RegionCode,
    logic::{Choice, Fact, FactKind},
    policy::*,
};
use sheet::{Got, Place};

use super::*;

/// No region is known.
struct Nowhere;

impl Places for Nowhere {
    fn place(&self, _: &RegionCode) -> Got<Place> {
        Got::Nowhere
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fact(key: &str, kind: FactKind, decimals: u8) -> PolicyFact {
    let (label, why) = (format!("{key}？"), "要问。".to_owned());
    let fact = Fact { key: key.to_owned(), kind, label, why, help: None };
    PolicyFact { fact, decimals, is_day: false, of: None, change: Change::Any }
}

fn policy(id: &str, mode: PayMode, need: Cond, rows: Vec<Row>) -> Policy {
    let pay = Pay {
        mode,
        trigger: "比对数据".into(),
        payer: "经办机构".into(),
        account: "社保卡".into(),
        cycle: Cycle::Yearly,
        expected: Some(Expected::Month(10)),
        confirm: None,
        check: Some("看账户".into()),
    };
    let part = Part { label: "钱".into(), when: None, at_most: None, rows, source: 0 };
    let rule = Rule {
        from: day("2025-01-01"),
        until: None,
        due: None,
        conditions: vec![Condition { text: format!("{id}的条件"), need, source: 0 }],
        exceptions: vec![],
        pay,
        amount: Amount { parts: vec![part], ..Amount::default() },
    };
    Policy {
        id: id.into(),
        name: format!("政策{id}<b>"),
        plain_name: "通俗的说法".into(),
        summary: "一句话。".into(),
        aliases: vec!["别名".into()],
        class: PolicyClass::Jobs,
        instrument: Instrument::Subsidy,
        means: Means::Cash,
        audience: vec![Audience::Natural],
        level: Level::Province,
        region: RegionCode::parse(RegionCode::PROVINCE).unwrap(),
        issuer: "人社".into(),
        doc_no: None,
        apply_item: None,
        group: None,
        sample: true,
        sources: vec![PolicySource {
            title: "样例".into(),
            address: None,
            sentence: None,
            checked_on: day("2026-11-01"),
            doc_until: None,
        }],
        rules: vec![rule],
        history: vec![],
    }
}

fn fixed(fen: i64) -> Vec<Row> {
    vec![Row { when: Cond::All(vec![]), term: Term { base: Base::Fixed(fen), per: None } }]
}

fn book() -> PolicyBook {
    let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
    let subject = FactKind::Choice { choices: vec![choice("natural", "个人"), choice("legal", "单位")] };
    let facts = vec![
        fact("subject", subject, 0),
        fact("age", FactKind::Number { unit: "岁".into(), min: 0, max: 120 }, 0),
        fact("worker", FactKind::Flag, 0),
    ];
    let age = |from| Cond::Leaf(Leaf::Between(FactId(1), from, 120));
    let worker = Cond::Leaf(Leaf::In(FactId(2), 0b10));
    let policies = vec![
        policy("old", PayMode::Auto, age(80), fixed(60_000)),
        policy("work", PayMode::Apply, worker, fixed(100_000)),
    ];
    PolicyBook::build(BookParts { facts, groups: vec![], policies, data_date: day("2026-11-01") }).unwrap()
}

fn page(path: &str, form: &str) -> Page {
    match turn(&book(), &Nowhere, path, form, day("2026-11-22")) {
        Turn::Page(page) => page,
        other => panic!("no page: {other:?}"),
    }
}

#[test]
fn whoever_comes_is_asked_for_whom_and_may_look_at_all() {
    let first = page("/benefits", "");
    assert!(!first.hidden && first.html.contains("value=\"natural\"") && first.html.contains("一共 2 项政策"));
    let asked = page("/benefits", "do=go");
    assert!(asked.html.contains("<h1 tabindex=\"-1\">subject？</h1>"));
}

#[test]
fn questions_end_when_nothing_hangs_on_them_and_the_result_says_what_comes() {
    let next = page("/benefits", "ask=subject&give=natural");
    assert!(next.html.contains("还有 2 项政策没有定下来"), "{}", next.html);
    let done = page("/benefits", "a.subject=natural&a.worker=no&ask=age&give=85");
    assert!(done.html.contains("有 1 项是您的"), "{}", done.html);
    assert!(done.html.contains("data-group=\"auto\"") && done.html.contains("每年 600 元"));
    assert!(done.html.contains("政策old&lt;b&gt;"), "names are escaped");
    // The other one is a near miss, with what would change it.
    assert!(done.html.contains("如果“worker”是“是”，就符合了。"), "{}", done.html);
}

#[test]
fn an_answer_nobody_can_give_is_asked_for_again_and_a_skipped_one_leaves_it_open() {
    let again = page("/benefits", "a.subject=natural&ask=age&give=300");
    assert!(again.html.contains("这个答案用不上") && again.html.contains("age？"));
    let open = page("/benefits", "a.subject=natural&a.age=%3F&ask=worker&give=no");
    assert!(open.html.contains("data-group=\"open\"") && open.html.contains("还要知道：age？"));
    assert!(open.html.contains("还有 1 个问题没有答"));
}

#[test]
fn what_should_have_come_becomes_a_text_unless_it_is_ticked() {
    let known = "a.subject=natural&a.worker=no&a.age=85";
    let owed = page("/benefits", &format!("{known}&do=owed"));
    assert!(owed.html.contains("政策old&lt;b&gt;（人社），应在 2026-10-31 前到账，每年 600 元"), "{}", owed.html);
    assert!(owed.html.contains("这一项是样例"));
    let none = page("/benefits", &format!("{known}&got=old&do=owed"));
    assert!(!none.html.contains("应在 2026-10-31"));
}

#[test]
fn a_calendar_and_a_text_hold_no_answer() {
    let known = "a.subject=natural&a.worker=no&a.age=85";
    let Turn::File(file) = turn(&book(), &Nowhere, "/benefits", &format!("{known}&do=ics"), day("2026-11-22")) else {
        panic!("no file")
    };
    assert!(file.text.contains("DTSTART;VALUE=DATE:20271031"), "{}", file.text);
    let shared = page("/benefits", &format!("{known}&do=text"));
    let text = shared.html.split("<textarea").nth(1).unwrap().split("</textarea>").next().unwrap();
    assert!(text.contains("每年 600 元") && !text.contains("85"), "{text}");
}

#[test]
fn forgetting_leaves_nothing_behind() {
    let fresh = page("/benefits", "a.subject=natural&a.age=85&got=old&do=forget");
    assert!(!fresh.html.contains("a.age") && !fresh.html.contains("name=\"got\""));
}

#[test]
fn policies_are_found_by_words_and_filters() {
    assert!(page("/benefits", "q=%E9%80%9A%E4%BF%97").html.contains("找到 2 项"));
    assert!(page("/benefits", "mode=AUTO").html.contains("找到 1 项"));
    assert!(page("/benefits", "q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA").html.contains("没有找到这样的政策"));
}

#[test]
fn a_policy_has_its_page_and_an_address_without_one_says_so() {
    let one = page("/benefits/old", "");
    assert!(one.found && one.html.contains("old的条件") && one.html.contains("没有打开过原文"));
    assert!(!page("/benefits/none", "").found && !page("/benefits/a/b", "").found);
}
