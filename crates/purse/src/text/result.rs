//! What comes out.

use chrono::{Datelike, NaiveDate};

/// The page's name.
pub const RESULT: &str = "您能享受的政策";
/// The heading with its count.
pub fn result(sure: usize, open: usize) -> String {
    match (sure, open) {
        (0, 0) => "按您的回答，没有找到能享受的政策".to_owned(),
        (0, open) => format!("可能有 {open} 项，还差几个回答"),
        (sure, 0) => format!("有 {sure} 项是您的"),
        (sure, open) => format!("有 {sure} 项是您的，还有 {open} 项没定下来"),
    }
}
/// Money in the hand, in a year.
pub const CASH: &str = "一年能到手";
/// Money not paid, in a year.
pub const LESS: &str = "一年能少交";
/// Policies without a computable amount.
pub fn uncounted(policies: usize) -> String {
    format!("另有 {policies} 项的金额要看当地，没有算进去。")
}
/// Only a part is real.
pub const SAMPLE_RESULT: &str = "里面有样例政策（标着“样例”），金额只供看个样子，不能当作领取依据。";
/// The groups of the result, with what each means.
pub const GROUPS: [(&str, &str, &str); 4] = [
    ("auto", "不用申请，会直接给您", "您不用做什么。到时候看一眼钱到了没有、对不对。"),
    ("confirm", "要您确认一下", "部门已经把数据比对好了，您确认账户或信息就行。"),
    ("apply", "要您自己去申请", "符合条件，但没有人申请就不会给。"),
    ("open", "还差几个回答", "答了下面的问题，就知道是不是您的。差得最少的在前面。"),
];
/// Not theirs.
pub const NOT_YOURS: &str = "不符合的";
/// Nearly theirs.
pub const NEARLY: &str = "差一点就符合的";
/// What would change it.
pub fn nearest(changes: &[String]) -> String {
    format!("如果{}，就符合了。", changes.join("，并且"))
}
/// One change.
pub fn change(question: &str, to: &str) -> String {
    format!("“{}”是“{to}”", question.trim_end_matches('？'))
}
/// Another region.
pub const ELSEWHERE: &str = "它只在别的地方实行。";
/// Reasons.
pub const WHY_YES: &str = "为什么是我的";
/// Reasons, as far as they are known.
pub const WHY_OPEN: &str = "有哪些条件";
/// A reason that holds.
pub const HOLDS: &str = "符合";
/// A reason that does not.
pub const FAILS: &str = "不符合";
/// A reason that is open.
pub const UNSURE: &str = "还不知道";
/// Where it does not hold.
pub const OTHER_PLACE: &str = "不在您选的地区实行";
/// For somebody else.
pub fn only_for(audience: &str) -> String {
    format!("只给{audience}")
}
/// It is over.
pub fn over(until: NaiveDate) -> String {
    format!("已经在 {until} 到期")
}
/// Not yet.
pub fn not_yet(from: NaiveDate) -> String {
    format!("从 {from} 起才实行")
}
/// A question that is missing.
pub fn missing(question: &str) -> String {
    format!("还要知道：{question}")
}
/// Answers it now.
pub const ANSWER_NOW: &str = "现在回答";
/// Questions are left.
pub fn unanswered(questions: usize) -> String {
    format!("还有 {questions} 个问题没有答，答了会更准。")
}
/// Goes on with them.
pub const GO_ON: &str = "接着答";
/// How many more there are.
pub fn others(policies: usize) -> String {
    format!("另外还有 {policies} 项不符合，没有一一列出。")
}
/// No amount can be said.
pub const LOCAL: &str = "以当地为准";
/// The drawing by months.
pub const MONTHS: &str = "哪个月会到";
/// What the drawing shows.
pub const MONTHS_LEGEND: &str = "深色的格子是应该到账的月份。没有统一时间的没有画。";
/// Keeps it.
pub const KEEP: &str = "留一份";
/// The calendar file.
pub const CALENDAR: &str = "放进手机日历";
/// The file's name.
pub fn calendar_name(on: NaiveDate) -> String {
    format!("banshi-benefits-{on}.ics")
}
/// An entry of the calendar.
pub fn due_title(name: &str) -> String {
    format!("看看到账没有：{name}")
}
/// The text for somebody.
pub const SHARE: &str = "转给家里人或同事";
/// What stands in it.
pub const SHARE_WHY: &str = "文字里只有政策和金额，没有您的回答。";
/// The label of the text.
pub const TEXT: &str = "文字";
/// Sends or copies it.
pub const SEND: &str = "转发或复制";
/// Back to the result.
pub const BACK: &str = "回到结果";
/// What has arrived.
pub const ARRIVED: &str = "已经收到了";
/// The part on what should have come.
pub const OWED: &str = "该到的没到？";
/// How it works.
pub const OWED_WHY: &str =
    "在上面把已经收到的勾上。该到还没到的，帮您写成一段话，打 12345 时照着念，或者复制发过去。网站不会替您发出去。";
/// Writes it.
pub const OWED_WRITE: &str = "写成一段话";
/// The page of it.
pub const OWED_TITLE: &str = "该到没到的政策";
/// Nothing is owed.
pub const OWED_NOTHING: &str = "到今天为止，有统一到账时间的都勾上了，或者还没到时间。";
/// The beginning of the text.
pub fn owed_text(region: &str) -> String {
    format!("您好，我在{region}。按公布的规定，下面的钱应该不用申请就给，到今天还没有收到，请帮我查一下：")
}
/// A line of it.
pub fn owed_line(name: &str, issuer: &str, due: NaiveDate, amount: &str) -> String {
    format!("· {name}（{issuer}），应在 {due} 前到账，{amount}")
}
/// What it rests on.
pub fn owed_basis(title: &str) -> String {
    format!("  依据：{title}")
}
/// For a sample.
pub const OWED_SAMPLE: &str = "  （这一项是样例，打电话前请先问清当地有没有）";
/// Other years.
pub const OTHER_YEARS: &str = "看别的年份";
/// A year.
pub fn by_year(year: i32) -> String {
    format!("{year} 年按当时的规定")
}
/// Today again.
pub const BY_TODAY: &str = "按今天的规定";
/// What to do with the text.
pub const OWED_HOW: &str = "打 12345 时照着念，或者复制下来发过去。网站不会替您发出去。";
/// A month.
pub fn month(day: NaiveDate) -> String {
    format!("{} 年 {} 月", day.year(), day.month())
}
/// Comes each month.
pub const EVERY_MONTH: &str = "每个月";
/// Marks an example within a text.
pub const SAMPLE_MARK: &str = "（样例）";
