use super::*;
use crate::papers::PaperKind;

fn paper(id: &str, name: &str, written: &[&str], not: &[&str]) -> Paper {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Paper {
        id: id.into(),
        name: name.into(),
        kind: PaperKind::Certificate,
        issuer: None,
        ecert: None,
        written: owned(written),
        ends: vec![],
        not: owned(not),
        proof: None,
    }
}

fn papers() -> Vec<Paper> {
    vec![
        paper("id-card", "居民身份证", &["身份证", "身份证件"], &["原身份证复印件"]),
        Paper { ends: vec!["授权委托书".into()], ..paper("proxy", "授权委托书", &[], &[]) },
        paper("hukou-book", "居民户口簿", &["户口簿"], &[]),
        paper("social-card", "社会保障卡", &[], &[]),
        paper("passport", "普通护照", &["护照"], &[]),
        Paper { kind: PaperKind::Own, ends: vec!["彩照".into()], ..paper("photo", "照片", &[], &[]) },
        paper("leaving", "解除劳动合同证明", &["终止或者解除劳动关系的证明"], &[]),
        paper("death", "死亡证明", &["居民死亡医学证明（推断）书"], &[]),
    ]
}

fn words() -> PlacingWords {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let whose = |person: &str, said: &[&str]| WhoseWords { person: person.into(), said: owned(said) };
    PlacingWords {
        before: owned(&["有效", "本人", "申请人", "原"]),
        after: owned(&["原件及复印件", "原件", "复印件", "一式两份", "材料", "件", "证件"]),
        remarks: owned(&["正反面", "委托"]),
        people: ["人", "员"].map(String::from).to_vec(),
        strangers: owned(&["解除"]),
        elsewhere: owned(&["军", "外国"]),
        whose: vec![whose("代办人", &["代办人", "受托人"]), whose("监护人", &["监护人"])],
    }
}

fn place(name: &str) -> Option<(Vec<String>, Join, Sureness)> {
    let placer = Placer::build(&papers(), words()).unwrap();
    let (placed, sureness) = placer.place(name)?;
    let shown = placed.papers.into_iter().map(|at| at.whose.map_or(at.paper.clone(), |w| format!("{w}:{}", at.paper)));
    Some((shown.collect(), placed.join, sureness))
}

fn one(name: &str) -> Option<String> {
    place(name).map(|(papers, ..)| papers.join("+"))
}

#[test]
fn spellings_widths_marks_and_numbers_make_no_difference() {
    for name in ["居民身份证", "《居民身份证》", "1、身份证", "（2）身份证", "身 份 证；", "身份证。"]
    {
        assert_eq!(one(name).as_deref(), Some("id-card"), "{name}");
    }
}

#[test]
fn words_that_say_nothing_are_taken_away() {
    for name in
        ["有效的身份证", "申请人身份证原件及复印件", "本人有效身份证（正反面）复印件一式两份", "原身份证(委托办理的)"]
    {
        assert_eq!(one(name).as_deref(), Some("id-card"), "{name}");
    }
    assert_eq!(place("身份证").unwrap().2, Sureness::Known);
    assert_eq!(place("身份证原件").unwrap().2, Sureness::Trimmed);
}

#[test]
fn another_persons_paper_is_not_the_applicants() {
    assert_eq!(one("代办人的身份证").as_deref(), Some("代办人:id-card"));
    assert_eq!(one("受托人身份证复印件").as_deref(), Some("代办人:id-card"));
}

#[test]
fn somebody_whom_no_list_knows_has_the_papers_that_people_have() {
    assert_eq!(one("押运人身份证").as_deref(), Some("押运人:id-card"));
    assert_eq!(one("检测人员、押运人的身份证原件及复印件").as_deref(), Some("押运人:id-card"));
    assert_eq!(one("未满16周岁申请人的监护人身份证").as_deref(), Some("监护人:id-card"));
    for name in ["军人身份证", "外国人身份证", "押运人申请表", "设备身份证"] {
        assert_eq!(place(name), None, "{name}");
    }
}

#[test]
fn a_word_that_could_be_taken_away_may_be_part_of_the_spelling() {
    assert_eq!(one("代办人的身份证件").as_deref(), Some("代办人:id-card"));
    assert_eq!(one("代办人有效身份证件复印件").as_deref(), Some("代办人:id-card"));
}

#[test]
fn a_place_before_a_certificate_says_nothing() {
    assert_eq!(one("广东省居民户口簿").as_deref(), Some("hukou-book"));
    assert_eq!(one("身份证（深圳市/广州市）").as_deref(), Some("id-card"));
    assert_eq!(one("外国某省居民户口簿"), None);
}

#[test]
fn a_form_is_known_by_its_end_whatever_it_is_about() {
    assert_eq!(place("办理某事的授权委托书原件"), Some((vec!["proxy".into()], Join::All, Sureness::Ending)));
    assert_eq!(place("授权委托书（乙方）").unwrap().2, Sureness::Ending, "a remark that no list knows");
    assert_eq!(one("授权委托书（军队）"), None);
    assert_eq!(one("办理某事的居民户口簿").as_deref(), Some("hukou-book"), "a whole official name is telling too");
    for name in ["军队授权委托书", "授权委托书申请表", "办理某事的户口簿", "无授权委托书"]
    {
        assert_eq!(place(name), None, "{name}");
    }
}

#[test]
fn a_name_of_several_papers_falls_apart() {
    assert_eq!(
        place("身份证或社会保障卡").unwrap(),
        (vec!["id-card".into(), "social-card".into()], Join::Any, Sureness::Joined)
    );
    assert_eq!(
        place("监护人的身份证和户口簿").unwrap(),
        (vec!["监护人:id-card".into(), "监护人:hukou-book".into()], Join::All, Sureness::Joined)
    );
    assert_eq!(place("身份证、户口簿或护照").unwrap().1, Join::Any);
    assert_eq!(
        place("身份证、护照等能证明身份的证件").unwrap(),
        (vec!["id-card".into(), "passport".into()], Join::Any, Sureness::Examples)
    );
}

#[test]
fn what_no_list_knows_beside_a_paper_is_said_to_be_there() {
    let placer = Placer::build(&papers(), words()).unwrap();
    let placed = |name: &str| placer.place(name).unwrap();
    let (all, sureness) = placed("身份证和别的东西");
    assert_eq!((all.papers.len(), all.join, all.more, sureness), (1, Join::All, true, Sureness::Examples));
    let (any, _) = placed("护照（或别的东西）");
    assert_eq!((any.papers[0].paper.as_str(), any.join, any.more), ("passport", Join::Any, true));
    assert!(!placed("身份证和户口簿").0.more);
    assert_eq!(placer.place("别的和东西"), None);
}

#[test]
fn a_joint_inside_a_known_spelling_does_not_cut_it() {
    assert_eq!(one("终止或者解除劳动关系的证明").as_deref(), Some("leaving"));
    assert_eq!(one("居民死亡医学证明(推断)书").as_deref(), Some("death"));
}

#[test]
fn whatever_leaves_something_over_is_not_placed() {
    for name in [
        "军人身份证明",
        "原身份证复印件",
        "手持身份证照片",
        "身份证(户口簿)",
        "身份证（委托时提供户口簿）",
        "身份证（",
        "原件",
        "的",
        "",
    ] {
        assert_eq!(place(name), None, "{name}");
    }
}

#[test]
fn who_made_it_and_on_what_condition_say_nothing_of_the_paper() {
    assert_eq!(one("公安机关签发的护照").as_deref(), Some("passport"));
    assert_eq!(one("与原单位签订的授权委托书").as_deref(), Some("proxy"));
    assert_eq!(one("未满16周岁未办证件的交验户口簿").as_deref(), Some("hukou-book"));
    assert_eq!(one("委托办理:受托人身份证").as_deref(), Some("代办人:id-card"));
    assert_eq!(one("外国机关签发的护照"), None);
    assert_eq!(one("外国人提供护照"), None);
    let (placed, _) = Placer::build(&papers(), words()).unwrap().place("某处出具的函件和核发的护照").unwrap();
    assert!(placed.more, "the letter is not dropped as if it were who made the passport");
    assert_eq!(one("户口簿和公安机关签发的护照").as_deref(), Some("hukou-book+passport"), "no maker but a list");
}

#[test]
fn brackets_tell_what_a_paper_holds_or_which_is_meant() {
    let (found, _, sureness) = place("身份证（含户口簿）").unwrap();
    assert_eq!((found.join("+").as_str(), sureness), ("id-card+hukou-book", Sureness::Examples));
    let (placed, _) = Placer::build(&papers(), words()).unwrap().place("身份证（含营业执照）").unwrap();
    assert!(placed.more, "what no list knows is said to be there");
    assert_eq!(one("登记文件（户口簿）").as_deref(), Some("hukou-book"));
    assert_eq!(one("申请表（户口簿）"), None);
    assert_eq!(one("身份证（申请人提供）").as_deref(), Some("id-card"));
}

#[test]
fn a_photo_from_elsewhere_is_a_photo_and_a_certificate_is_another() {
    assert_eq!(one("外国某人的彩照").as_deref(), Some("photo"));
    assert_eq!(one("解除某事的彩照"), None);
    assert_eq!(one("外国某人的授权委托书"), None);
}

#[test]
fn the_kind_behind_examples_is_a_paper_too() {
    let (papers, join, sureness) = place("社会保障卡等身份证件").unwrap();
    assert_eq!((papers.join("+").as_str(), join, sureness), ("social-card+id-card", Join::Any, Sureness::Examples));
    assert_eq!(one("某证等身份证件"), None, "no example is known, so neither is the list");
}

#[test]
fn a_joint_inside_another_word_joins_nothing() {
    assert_eq!(one("涉及某事的授权委托书").as_deref(), Some("proxy"));
    assert_eq!(one("高等学校的授权委托书").as_deref(), Some("proxy"));
    assert_eq!(one("中华人民共和国护照和高等学校的授权委托书").as_deref(), Some("passport+proxy"));
}

#[test]
fn of_mixed_joints_something_always_stays_in_the_bag() {
    let (placed, _) = Placer::build(&papers(), words()).unwrap().place("护照或旅行证件及签证").unwrap();
    assert_eq!((placed.papers.len(), placed.more), (1, true));
    let (placed, sureness) = Placer::build(&papers(), words()).unwrap().place("身份证或户口簿和护照").unwrap();
    assert_eq!((placed.papers.len(), placed.more, sureness), (3, true, Sureness::Examples));
}

#[test]
fn endings_that_organs_exchange_and_counts_make_no_difference() {
    assert_eq!(one("死亡证明书").as_deref(), Some("death"));
    assert_eq!(one("死亡的证明").as_deref(), Some("death"));
    assert_eq!(one("解除劳动合同材料").as_deref(), Some("leaving"));
    assert_eq!(one("死亡材料"), None, "too short to tell");
    assert_eq!(one("中华人民共和国护照").as_deref(), Some("passport"));
    assert_eq!(one("户口薄2份").as_deref(), Some("hukou-book"));
    assert_eq!(one("身份证的复印件一式三份").as_deref(), Some("id-card"));
}

#[test]
fn one_spelling_of_two_papers_is_refused() {
    let mut papers = papers();
    papers.push(paper("other", "另一证", &["身份证"], &["另一证"]));
    assert_eq!(
        Placer::build(&papers, words()).unwrap_err(),
        [
            SpellingProblem::Twice("身份证".into(), "id-card".into(), "other".into()),
            SpellingProblem::Contradiction("另一证".into(), "other".into()),
        ]
    );
}

proptest::proptest! {
    #[test]
    fn no_name_breaks_it(name in "[《》（）()0-9、.身份证户口簿或和等的原件 ]{0,20}") {
        let _ = place(&name);
    }
}
