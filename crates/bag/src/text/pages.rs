//! The pages of the check: headings, buttons, explanations.

mod event;
mod list;
mod proof;
mod sign;

pub use event::*;
pub use list::*;
pub use proof::*;
pub use sign::*;

use chrono::Datelike;

/// Leads to the home page.
pub const HOME: &str = "首页";
/// Heading of the way from the home page to here, for screen readers.
pub const TRAIL: &str = "所在位置";
/// Between two links.
pub const DOT: &str = " · ";
/// Marks what is an example.
pub const SAMPLE: &str = "样例";
/// Where answers go without the module.
pub const SENT: &str = "您的回答会发到本网站的服务器，算完就忘，不记录，也不放进网址。";
/// Where they go with it.
pub const OWN: &str = "都在这台设备上算，您的回答不会发出去，关掉页面就没有了。";
/// Nothing is at this address.
pub const MISSING: &str = "没有这个页面";
/// What to do then.
pub const MISSING_TEXT: &str = "网址可能写错了，或者这份材料、这件事的名字改了。";
/// Leads to the check.
pub const CHECK: &str = "查一件事要带什么";
/// Leads to the check, from a paper.
pub const CHECK_MATTER: &str = "查您要办的事，要不要带它";
/// Leads to the events.
pub const EVENTS: &str = "一件事一次办";

/// The heading of the choice of matters.
pub const CHOOSE: &str = "要办哪几件事？";
/// What comes of it.
pub const CHOOSE_WHY: &str = "把要办的事都放进来，一次算出包里要带什么：几件事都要的材料，只带一份。";
/// The search field.
pub const FIND_LABEL: &str = "找一件事，比如“身份证补领”“孩子上户口”";
/// The search button.
pub const FIND: &str = "查找";
/// What was found.
pub fn found(words: &str) -> String {
    format!("和“{words}”有关的事")
}
/// Nothing was.
pub const NOTHING_FOUND: &str = "没有找到，或者已经放进来了。换个说法再试，说不清就打 12345。";
/// Takes a matter.
pub const ADD: &str = "放进来";
/// The same, with its name.
pub fn add_matter(name: &str) -> String {
    format!("放进来：{name}")
}
/// Takes a matter out.
pub const DROP: &str = "拿掉";
/// The same, with its name.
pub fn drop_matter(name: &str) -> String {
    format!("拿掉：{name}")
}
/// What is chosen.
pub const CHOSEN: &str = "已经放进来的";
/// Goes on.
pub const GO: &str = "看要带什么";
/// No more fit in.
pub const ENOUGH_MATTERS: &str = "一次最多查 12 件事。";
/// A matter in the address does not exist.
pub const NO_SUCH_MATTER: &str = "有一件事没有找到，已经拿掉。";
/// A guide could not be fetched.
pub const UNREACHABLE: &str = "有内容没有取到，可能是网络断了。连上网再试一次。";

/// What the questions are about.
pub fn what_for(matters: &[crate::Matter], region: Option<&str>) -> String {
    format!("{}{DOT}{}", titles(matters), region_name(region))
}
/// Why something is asked.
pub fn why_asked(why: &str) -> String {
    format!("为什么问：{why}")
}
/// An answer.
pub const YES: &str = "是";
/// An answer.
pub const NO: &str = "不是";
/// The answer of who does not know.
pub const SKIP: &str = "不清楚，跳过";
/// The same, as it was given.
pub const SKIPPED: &str = "不清楚";
/// Beside the answer that was given before.
pub const GIVEN: &str = "（上次选的）";
/// Back to the question before.
pub const BEFORE: &str = "改上一题";
/// On to the list.
pub const LIST_NOW: &str = "先看清单";
/// Sends a number.
pub const ANSWER: &str = "就是这个";
/// The field of a number.
pub fn number(unit: Option<&str>) -> String {
    unit.map_or_else(|| "填数字".into(), |unit| format!("填数字，单位：{unit}"))
}
/// What was typed is no answer.
pub const NO_SUCH_ANSWER: &str = "这个答案用不上，请再选一次。";
/// How many questions come after this one.
pub fn left(left: usize) -> String {
    match left {
        0 => "这是最后一个问题。".into(),
        left => format!("后面最多还有 {left} 个问题，答了这个可能更少。"),
    }
}

/// The name of what is done: one matter's own, or how many.
pub fn titles(matters: &[crate::Matter]) -> String {
    match matters {
        [one] => one.name.clone(),
        many => format!("{}等 {} 件事", many.first().map_or("", |first| first.name.as_str()), many.len()),
    }
}
/// The region without the province, or what holds without one.
pub fn region_name(region: Option<&str>) -> String {
    match region {
        Some(name) => name.split_once(' ').map_or(name, |(_, below)| below).replace(' ', ""),
        None => "没有选地区，按全省的规定".into(),
    }
}
/// A date as people say it.
pub fn date(on: chrono::NaiveDate) -> String {
    format!("{} 年 {} 月 {} 日", on.year(), on.month(), on.day())
}
/// The date of the data.
pub fn data_date(on: chrono::NaiveDate) -> String {
    format!("{DATA_DATE} {on}")
}
/// Before that date.
pub const DATA_DATE: &str = "数据日期";
