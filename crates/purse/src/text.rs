//! Every word of this room that a citizen reads.

mod policy;
mod result;

use chrono::NaiveDate;
use domain::{
    Audience,
    policy::{Cond, Cycle, Expected, Leaf, PayMode, PolicyFacts},
};

pub use policy::*;
pub use result::*;
pub use sheet::words::*;

/// What this function is called.
pub const BENEFITS: &str = "免申即享";
/// The heading of its first page.
pub const TITLE: &str = "有哪些钱该给您，哪些可以少交";
/// What comes of it.
pub const WHY: &str = "答几个问题，就知道哪些补贴会直接发给您、哪些要您去申请、各有多少。不用登录，不填姓名和证件号。";
/// Before the first two buttons.
pub const FOR_WHOM: &str = "替谁查？";
/// Looks through all of them.
pub const BROWSE: &str = "翻看全部政策";
/// How many there are.
pub fn count(policies: usize) -> String {
    format!("一共 {policies} 项政策。")
}
/// What the questions are for.
pub fn about(region: Option<&str>, on: NaiveDate, is_past: bool) -> String {
    let day = if is_past { format!("{DOT}按 {} 的规定", date(on)) } else { String::new() };
    format!("{}{day}", region_name(region))
}
/// How much is still to come.
pub fn left(open: usize, left: usize) -> String {
    match left {
        0 | 1 => format!("还有 {open} 项政策没有定下来，这是最后一个问题。"),
        left => format!("还有 {open} 项政策没有定下来，最多再问 {left} 个问题，多半用不了这么多。"),
    }
}
/// On to the result.
pub const ENOUGH: &str = "先看结果";
/// Forgets every answer.
pub const FORGET: &str = "忘掉我的回答";
/// The search field.
pub const FIND_LABEL: &str = "找一项政策，比如“稳岗”“高龄津贴”";
/// The search button.
pub const FIND: &str = "查找";
/// Nothing fits.
pub const NOTHING: &str = "没有找到这样的政策。换个说法，或者去掉一个条件再试；说不清就打 12345。";
/// What was found.
pub fn found(total: usize) -> String {
    format!("找到 {total} 项")
}
/// More are there than are shown.
pub fn first_of(shown: usize) -> String {
    format!("只列出前 {shown} 项，加几个字能找得更准。")
}
/// Any value of a filter.
pub const ANY: &str = "不限";
/// The filters' names.
pub const FILTER: [(&str, &str); 4] =
    [("class", "方面"), ("instrument", "方式"), ("audience", "给谁"), ("mode", "要不要申请")];
/// For whom.
pub const fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::Natural => "个人和家庭",
        Audience::Legal => "企业、单位、个体工商户",
    }
}
/// Who may be meant, in a few words.
pub fn audiences(all: &[Audience]) -> String {
    all.iter().map(|one| audience(*one)).collect::<Vec<_>>().join("，")
}
/// What one has to do.
pub const fn mode(mode: PayMode) -> &'static str {
    match mode {
        PayMode::Auto => "不用申请，直接给",
        PayMode::Confirm => "不用申报，确认一下就给",
        PayMode::Apply => "要自己申请",
    }
}
/// Before an amount.
pub const fn cycle(cycle: Cycle) -> &'static str {
    match cycle {
        Cycle::Once => "一次",
        Cycle::Monthly => "每月",
        Cycle::Quarterly => "每季度",
        Cycle::Yearly => "每年",
        Cycle::PerEvent => "每次",
    }
}
/// When it should be there.
pub fn expected(expected: Option<&Expected>) -> String {
    match expected {
        Some(Expected::Month(month)) => format!("每年 {month} 月底前"),
        Some(Expected::Day(day)) => format!("每月 {day} 日前"),
        Some(Expected::Days { days, after }) => format!("{after}后 {days} 天内"),
        None => "没有统一的时间，以当地为准".to_owned(),
    }
}
/// A day from its number 20260131.
pub fn day(number: i64) -> String {
    format!("{} 年 {} 月 {} 日", number / 10_000, number / 100 % 100, number % 100)
}

/// A condition in words, where nobody wrote any: a tier of an amount.
pub fn cond(facts: &PolicyFacts, cond: &Cond) -> String {
    let joined = |all: &[Cond], with: &str| {
        all.iter().map(|one| self::cond(facts, one)).filter(|one| !one.is_empty()).collect::<Vec<_>>().join(with)
    };
    match cond {
        Cond::All(all) => joined(all, "，并且"),
        Cond::Any(any) => joined(any, "，或者"),
        Cond::Not(one) => format!("不是：{}", self::cond(facts, one)),
        Cond::Leaf(one) => leaf(facts, *one),
    }
}

fn leaf(facts: &PolicyFacts, leaf: Leaf) -> String {
    let Some(fact) = facts.get(leaf.fact()) else { return String::new() };
    let (least, most) = fact.bounds();
    let said = |number: i64| crate::answer::said(fact, number);
    match leaf {
        Leaf::Between(_, min, max) if min <= least && max >= most => String::new(),
        Leaf::Between(_, min, max) if max >= most => format!("{} 以上", said(min)),
        Leaf::Between(_, min, max) if min <= least => format!("{} 以下", said(max)),
        Leaf::Between(_, min, max) if min == max => said(min),
        Leaf::Between(_, min, max) => format!("{} 到 {}", said(min), said(max)),
        Leaf::In(..) => {
            let fits = (least..=most).filter(|at| leaf.fits(*at)).map(said);
            let fits = fits.collect::<Vec<_>>().join("、");
            if fact.is_number() || most > 1 { fits } else { format!("“{}”答{fits}", fact.fact.label) }
        }
    }
}
