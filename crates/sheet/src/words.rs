//! Words that stand on the pages of several rooms.

use chrono::{Datelike, NaiveDate};

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
/// Sends a number or a day.
pub const ANSWER: &str = "就是这个";
/// The field of a number.
pub fn number(unit: Option<&str>) -> String {
    unit.map_or_else(|| "填数字".into(), |unit| format!("填数字，单位：{unit}"))
}
/// The field of a day.
pub const PICK_DAY: &str = "选日期";
/// What was typed is no answer.
pub const NO_SUCH_ANSWER: &str = "这个答案用不上，请再选一次。";
/// The heading of what was answered.
pub const ANSWERS: &str = "您的回答";
/// Changes an answer.
pub const CHANGE: &str = "改";
/// The same, with the question.
pub fn change_answer(question: &str) -> String {
    format!("改：{question}")
}
/// Prints the page.
pub const PRINT: &str = "打印";
/// A date as people say it.
pub fn date(on: NaiveDate) -> String {
    format!("{} 年 {} 月 {} 日", on.year(), on.month(), on.day())
}
/// The date of the data.
pub fn data_date(on: NaiveDate) -> String {
    format!("{DATA_DATE} {on}")
}
/// Before that date.
pub const DATA_DATE: &str = "数据日期";
/// The region without the province, or what holds without one.
pub fn region_name(region: Option<&str>) -> String {
    match region {
        Some(name) => name.split_once(' ').map_or(name, |(_, below)| below).replace(' ', ""),
        None => "没有选地区，按全省的规定".into(),
    }
}
