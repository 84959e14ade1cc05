//! The list of what must be in the bag.

use chrono::NaiveDate;
use domain::{
    calendar::Due,
    guide::Basis,
    wire::{ChecklistMaterial, FactView},
};

use super::{NO, YES, date, region_name, titles};
use crate::{Matter, pages::Group};

/// The heading.
pub fn bag_title(matters: &[Matter]) -> String {
    format!("办{}，包里带什么", titles(matters))
}
/// Where and when it holds.
pub fn list_for(region: Option<&str>, on: NaiveDate) -> String {
    format!("{}，{}去办。", region_name(region), date(on))
}
/// Before examples.
pub const SAMPLE_LIST: &str = "这份清单里有样例，不能当作办事依据，去之前请打 12345 核对。";
/// A count of papers.
pub fn pieces(count: usize) -> String {
    format!("{count} 样")
}
/// The name of a group.
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::Bring => "要带",
        Group::Spare => "可以代替的",
        Group::Phone => "手机上出示",
        Group::Later => "以后补",
        Group::Ask => "先问清",
        Group::Nothing => "不用带",
    }
}
/// What a group means.
pub const fn group_why(group: Group) -> &'static str {
    match group {
        Group::Bring => "这些放进包里。",
        Group::Spare => "任带一样就行的，上面已经替您挑了一样。手里没有那一样，就带这里的。",
        Group::Phone => "这些带着手机就行，当面打开给窗口看。",
        Group::Later => "这些可以先不带，先把事办上，到日子前补交。",
        Group::Ask => "这些要不要带，现在定不下来。带上更稳妥，或者去之前问清。",
        Group::Nothing => "这些不用您带。点开看为什么、窗口还要怎么办。",
    }
}
/// The mark beside a name.
pub fn mark(group: Group, material: &ChecklistMaterial) -> &'static str {
    match (group, material.method) {
        (Group::Ask, _) => material.verdict.label(),
        (Group::Nothing, Some(method)) => method.label(),
        (Group::Nothing, None) => "不用带",
        (Group::Spare, _) => "任带一样",
        (Group::Bring | Group::Phone | Group::Later, _) => self::group(group),
    }
}
/// What else does.
pub fn any_of(others: &[String]) -> String {
    format!("和“{}”任带一样就行。", others.join("”“"))
}
/// For which matters it is.
pub fn needed_by(names: &[&str]) -> String {
    format!("用在：{}", names.join("、"))
}
/// The last day.
pub fn later_by(due: Due) -> String {
    let may_move = if due.provisional { "（那时的节假日还没公布，日子可能会变）" } else { "" };
    format!("最晚 {} 补交{may_move}", date(due.date))
}
/// A law with its article.
pub fn law(basis: &Basis) -> String {
    format!("{}{}", basis.law, basis.article.as_deref().unwrap_or("（条款待核）"))
}
/// How many questions are open.
pub fn open(open: usize) -> String {
    format!("还有 {open} 个问题没有答。答了，清单会更准。")
}
/// Answers them.
pub const GO_ON: &str = "接着答";
/// Matters without a published list.
pub fn unpublished(names: &[&str]) -> String {
    format!("{}没有公布材料清单，这里算不出要带什么。请打 12345 问清。", names.join("、"))
}
/// Opens a line that is brought.
pub const OPEN_BRING: &str = "为什么要带";
/// Opens any other line.
pub const OPEN_WHY: &str = "为什么，窗口还要怎么办";
/// Why.
pub const WHY: &str = "为什么";
/// By which method.
pub const METHOD: &str = "办法";
/// Who checks.
pub const CHECKER: &str = "谁来查";
/// What one does.
pub const INSTEAD: &str = "您做什么";
/// When it is off.
pub const OFF_WHEN: &str = "这时不算";
/// On what it rests.
pub const BASIS: &str = "依据";
/// What to do when refused.
pub const IF_REFUSED: &str = "窗口还要";
/// Leads to a paper.
pub fn about_paper(name: &str) -> String {
    format!("看“{name}”的规定")
}
/// Leads to the report.
pub const STILL_ASKED: &str = "窗口还要我交";
/// The heading of ways to keep the list.
pub const TAKE_ALONG: &str = "带着走";
/// The calendar file.
pub const CALENDAR: &str = "放进手机日历";
/// The calendar file's name.
pub fn calendar_name(on: NaiveDate) -> String {
    format!("banshi-{on}.ics")
}
/// The day of going in a calendar.
pub fn go_title(matters: &[Matter]) -> String {
    format!("去办：{}", titles(matters))
}
/// The last day in a calendar.
pub fn later_title(name: &str) -> String {
    format!("最后一天补交：{name}")
}
/// A text for somebody who helps.
pub const TO_HELPER: &str = "发给家里人或帮忙的人";
/// Whether answers go with it.
pub const WITH_ANSWERS: &str = "把我的回答也写进去";
/// Before the text without answers.
pub const TEXT_WITHOUT: &str = "下面这段话里只有要带什么，没有您的回答。";
/// Before the text with answers.
pub const TEXT_WITH: &str = "下面这段话里有您的回答，是您刚才选的。";
/// The field's name.
pub const TEXT: &str = "清单";
/// Sends or copies it.
pub const SEND: &str = "转发或复制";
/// Back from there.
pub const BACK_TO_LIST: &str = "回到清单";
/// An answer as it is read.
pub fn answer(fact: &FactView, answer: &str) -> String {
    match fact.kind.as_str() {
        "choice" => {
            fact.choices.iter().find(|one| one.value == answer).map(|one| one.label.clone()).unwrap_or_default()
        }
        "number" => format!("{answer}{}", fact.unit.as_deref().unwrap_or_default()),
        _ if answer == "yes" => YES.into(),
        _ => NO.into(),
    }
}
/// The heading of the matters.
pub const MATTERS: &str = "办的事";
/// Adds or takes out.
pub const MORE_MATTERS: &str = "再加一件事，或拿掉";
/// The day of going.
pub const DAY: &str = "哪天去";
/// Most windows are shut on that day.
pub fn day_off(next: NaiveDate, certain: bool) -> String {
    let provisional = if certain { "" } else { "（那一年的放假安排还没有公布）" };
    format!("这一天是休息日，窗口多半不上班，先打 12345 问。最近的工作日是 {}{provisional}。", super::date(next))
}
/// Changes it.
pub const CHANGE_DAY: &str = "按这天算";
