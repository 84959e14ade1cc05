use domain::{ItemCode, RegionCode, material::Material, wire::GuideDetail};

use super::*;
use crate::{Matter, WorldSource};

/// One matter, no network.
struct Shelf(Vec<Matter>);

impl Guides for Shelf {
    fn matter(&self, code: &ItemCode, _: Option<&RegionCode>) -> Got<Matter> {
        self.0.iter().find(|matter| matter.code == *code).cloned().map_or(Got::Nowhere, Got::Here)
    }

    fn find(&self, words: &str, _: Option<&RegionCode>) -> Got<Vec<Found>> {
        let hit = |matter: &&Matter| matter.name.contains(words);
        let found = |matter: &Matter| Found {
            code: matter.code.clone(),
            name: matter.name.clone(),
            plain_name: None,
            sample: matter.sample,
        };
        Got::Here(self.0.iter().filter(hit).map(found).collect())
    }
}

impl Places for Shelf {
    fn place(&self, code: &RegionCode) -> Got<Place> {
        Got::Here(Place { code: code.clone(), full_name: "辽宁省 沈阳市".into(), parent: None })
    }
}

fn matter(code: &str, name: &str, materials: &[(&str, Option<&str>)]) -> Matter {
    let material = |(name, when): &(&str, Option<&str>)| Material {
        necessity: Some(domain::material::Necessity::Required),
        when: when.map(str::to_owned),
        ..Material::named(*name)
    };
    let guide = serde_json::json!({
        "code": code, "source_code": code, "name": name, "plain_name": null, "aliases": [], "department": "公安",
        "kind": "20", "audience": ["natural"], "themes": ["户籍"], "summary": null, "scenario": null,
        "publication": null, "also_at": [], "handling": null, "limits": {}, "visits": null, "visits_note": null,
        "fee": null, "channels": [], "online_url": null, "area": null, "conditions": [], "steps": [],
        "materials": materials.iter().map(material).collect::<Vec<_>>(), "path": [], "red_lines": [], "basis": [],
        "faq": [], "result": null, "if_refused": [], "provenance": {"origin": {"file": "", "row": 0}, "repairs": []},
        "sample": true, "data_date": "2026-11-01",
    });
    let read = Matter::from(&serde_json::from_value::<GuideDetail>(guide.clone()).unwrap());
    assert_eq!(crate::lean::Lean::lean(guide), Some(read.clone()), "a device reads the same of a guide");
    read
}

fn world() -> World {
    let rules = r#"{
        "fact": [
            {"key": "by_agent", "type": "flag", "label": "请别人替您去吗？", "why": "要多带委托书。"},
            {"key": "age", "type": "number", "min": 0, "max": 120, "unit": "岁", "label": "您多大？", "why": "看年龄。"}
        ],
        "paper": [
            {"id": "id-card", "name": "居民身份证", "kind": "certificate"},
            {"id": "proxy", "name": "委托书", "kind": "own"},
            {"id": "residence-proof", "name": "居住证明", "kind": "proof"}
        ],
        "rule": [{"id": "r", "paper": "residence-proof", "region": "210000000000", "method": "SHARE", "checker": "公安机关",
            "from": "2026-01-01", "basis": [{"law": "某某办法"}], "when": {"between": {"fact": "age", "min": 18}}}],
        "when": [{"said": ["请人代办时"], "is": {"is": "by_agent"}}]
    }"#;
    let source = WorldSource {
        rules: serde_json::from_str(rules).unwrap(),
        bundles: Vec::new(),
        calendar: Vec::new(),
        data_date: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
    };
    World::build(source).unwrap()
}

fn shelf() -> Shelf {
    let papers = [("居民身份证", None), ("委托书", Some("请人代办时")), ("居住证明", None)];
    Shelf(vec![matter("ln-a", "甲事", &papers), matter("ln-b", "乙事", &[("居民身份证", None)])])
}

fn ask(path: &str, form: &str) -> Page {
    match turn(&world(), &shelf(), path, form, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()) {
        Turn::Page(page) => page,
        other => panic!("{other:?}"),
    }
}

/// The values of a hidden field or button.
fn values(page: &Page, name: &str) -> Vec<String> {
    let mark = format!("name=\"{name}\" value=\"");
    page.html.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn a_check_asks_one_question_after_the_other_and_keeps_what_was_answered() {
    let first = ask("/checklist", "item=ln-a");
    let asked = values(&first, "ask");
    assert_eq!(asked.len(), 1);
    assert!(first.html.contains("后面最多还有 1 个问题"), "{}", first.html);
    let second =
        ask("/checklist", &format!("item=ln-a&ask={}&give={}", asked[0], if asked[0] == "age" { "30" } else { "yes" }));
    let next = values(&second, "ask");
    assert_ne!(asked, next);
    assert_eq!(values(&second, &format!("a.{}", asked[0])).len(), 1);
}

#[test]
fn the_list_has_each_paper_in_its_group() {
    let list = ask("/checklist", "item=ln-a&a.by_agent=no&a.age=30");
    assert!(list.title.contains("甲事"), "{}", list.title);
    let group = |code: &str| {
        let rest = list.html.split(&format!("data-group=\"{code}\"")).nth(1).unwrap_or_default();
        rest.split("</section>").next().unwrap_or_default().to_owned()
    };
    assert!(group("bring").contains("居民身份证"));
    let nothing = group("nothing");
    assert!(nothing.contains("委托书") && nothing.contains("居住证明") && nothing.contains("某某办法"), "{nothing}");
    assert!(nothing.contains("/requests/new?item=ln-a"), "{nothing}");
}

#[test]
fn a_skipped_question_never_drops_a_paper() {
    let list = ask("/checklist", "item=ln-a&a.by_agent=%3F&a.age=%3F");
    assert!(!list.html.contains("data-group=\"nothing\""));
    assert!(list.html.contains("data-group=\"ask\"") && list.html.contains("还有 2 个问题没有答"));
}

#[test]
fn an_answer_that_no_question_takes_is_asked_for_again() {
    let page = ask("/checklist", "item=ln-a&a.by_agent=no&ask=age&give=a+lot");
    assert!(page.html.contains("您多大") && page.html.contains("role=\"alert\""), "{}", page.html);
    let page = ask("/checklist", "item=ln-a&a.by_agent=maybe&a.nothing=1&do=list");
    assert!(!page.html.contains("a.by_agent") && !page.html.contains("a.nothing"));
}

#[test]
fn matters_are_added_and_taken_out_and_answers_stay() {
    let found = ask("/checklist", "item=ln-a&a.age=30&q=%E4%B9%99&do=find");
    assert_eq!(values(&found, "add"), ["ln-b"]);
    let both = ask("/checklist", "item=ln-a&a.age=30&a.by_agent=no&add=ln-b&do=go");
    assert!(both.html.contains("甲事等 2 件事"), "{}", both.html);
    let one = ask("/checklist", "item=ln-a&item=ln-b&a.age=30&drop=ln-a");
    assert_eq!(values(&one, "drop"), ["ln-b"]);
    assert!(!values(&one, "a.age").is_empty());
}

#[test]
fn what_is_missing_is_said_and_the_rest_goes_on() {
    assert!(ask("/checklist", "item=ln-zzz").html.contains("没有找到"));
    assert!(!ask("/proofs/nothing", "").found);
    assert!(!ask("/checklist/x", "").found);
    assert!(ask("/checklist", "").html.contains("要办哪几件事"));
}

#[test]
fn a_text_for_a_helper_has_answers_only_when_ticked() {
    let form = "item=ln-a&a.by_agent=no&a.age=30&do=text";
    assert!(!ask("/checklist", form).html.contains("您多大"));
    assert!(ask("/checklist", &[form, "&with=answers"].concat()).html.contains("您多大？ 30岁"));
}

#[test]
fn a_day_on_which_windows_are_shut_is_named_as_such_with_the_next_one() {
    let on = |day: &str| ask("/checklist", &format!("item=ln-a&a.by_agent=no&a.age=30&do=list&on={day}")).html;
    assert!(on("2026-11-29").contains("这一天是休息日") && on("2026-11-29").contains("2026 年 11 月 30 日"));
    assert!(!on("2026-11-30").contains("这一天是休息日"));
}

#[test]
fn no_address_on_any_page_holds_an_answer() {
    for form in [
        "item=ln-a&a.age=30",
        "item=ln-a&a.age=30&do=list",
        "item=ln-a&a.age=30&do=text&with=answers",
        "item=ln-a&a.age=30&do=matters",
    ] {
        let page = ask("/checklist", form);
        let hrefs = page.html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        assert!(hrefs.clone().count() > 0 && hrefs.clone().all(|href| !href.contains("a.") && !href.contains("30")));
        assert!(!page.html.contains(" style="));
    }
}

#[test]
fn a_proof_is_found_by_a_question_about_it() {
    let page = ask("/proofs", "q=%E5%B1%85%E4%BD%8F%E8%AF%81%E6%98%8E%E8%BF%98%E8%A6%81%E5%BC%80%E5%90%97%3F");
    assert!(page.html.contains("/proofs/residence-proof") && page.html.contains("零证明"), "{}", page.html);
    assert!(ask("/proofs/residence-proof", "").html.contains("某某办法"));
    assert!(ask("/proofs", "").html.contains("居民身份证"));
}

#[test]
fn a_device_is_told_what_to_fetch_and_then_writes_the_same_page() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let mut texts = Texts::default();
    let form = "item=ln-a&region=210100000000";
    let mut rounds = 0;
    loop {
        match turn(&world(), &texts, "/checklist", form, today) {
            Turn::Needs(addresses) => {
                rounds += 1;
                assert!(rounds < 10, "{addresses:?}");
                for address in addresses {
                    let text = r#"{"code":"210000000000","name":"辽宁省","full_name":"辽宁省","kind":"province","level":"province","parent":null,"children":[]}"#;
                    let known = address.starts_with("/regions/");
                    texts.give(address, if known { 200 } else { 0 }, text);
                }
            }
            Turn::Page(page) => {
                assert!(page.html.contains("没有取到"), "{}", page.html);
                break;
            }
            Turn::File(_) => panic!("no file was asked for"),
        }
    }
    assert!(rounds >= 2);
}
