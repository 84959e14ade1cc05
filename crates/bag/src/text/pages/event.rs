//! Occasions: what belongs together, in which order, and when to go where.

use chrono::{Datelike, NaiveDate};
use domain::{
    ItemCode,
    bundles::{
        Total, Window,
        plan::{Planned, Turn, Why},
    },
};

use super::date;

/// What the list is.
pub const EVENTS_WHY: &str =
    "人生和开店办厂的大事，常常要办好几件事。这里放在一起：先办什么、后办什么、包里带什么、跑几次。";
/// A bundle in the list.
pub fn entry(question: &str, matters: usize) -> String {
    format!("{question}（{matters} 件事）")
}
/// The national list and the organ that leads.
pub fn batch(list: &str, organ: &str) -> String {
    format!("{list}，牵头：{organ}")
}
/// Before an example.
pub const SAMPLE_EVENT: &str = "这件事的安排是样例，不能当作办事依据，去之前请打 12345 核对。";
/// To the questions and the plan.
pub const PLAN_MINE: &str = "算我要办哪些、怎么跑";
/// The heading of the stages.
pub const STAGES: &str = "先办什么，后办什么";
/// Matters of a stage.
pub const TOGETHER: &str = "这些可以同时办：";
/// For whom a matter is.
pub fn only_for(when: &str) -> String {
    format!("只有这种情况要办：{when}")
}
/// What it waits for.
pub fn after(names: &[&str]) -> String {
    format!("要等“{}”办好", names.join("”“"))
}
/// The heading of the one form.
pub const ONE_FORM: &str = "一张表";
/// Where a field comes from.
pub fn shared_from(organ: &str) -> String {
    format!("不用填，由{organ}共享")
}
/// The heading of the plan's page.
pub fn plan_title(name: &str) -> String {
    format!("{name}：怎么办、跑几次")
}
/// To the bag list.
pub const TO_BAG: &str = "看包里要带什么";

/// The one form in the bag.
pub const THE_FORM: &str = "申请表（填一张）";

/// The table's first column.
pub const GAIN_WHAT: &str = "比一比";
/// Each on its own.
pub const BEFORE_ALONE: &str = "一件一件办";
/// All at once.
pub const AFTER_TOGETHER: &str = "一次办";
/// A row: papers.
pub const GAIN_PAPERS: &str = "要带的材料";
/// A row: visits.
pub const GAIN_VISITS: &str = "跑几次";
/// A row: working days.
pub const GAIN_DAYS: &str = "部门办理";
/// The units of the rows.
pub const PIECES: &str = "样";
/// Of visits.
pub const TIMES: &str = "次";
/// Of time.
pub const WORKING_DAYS: &str = "个工作日";
/// A sum of which parts may be open.
pub fn total(total: &Total, unit: &str) -> String {
    match (total.exact(), total.most) {
        (Some(count), _) => format!("{count} {unit}"),
        (None, Some(most)) => format!("{} 到 {most} {unit}", total.least),
        (None, None) => format!("至少 {} {unit}", total.least),
    }
}
/// How many matters publish no papers, no visits, no time.
pub fn not_published([papers, visits, days]: [usize; 3]) -> String {
    let named = [(papers, "材料"), (visits, "次数"), (days, "天数")];
    let open: Vec<String> = named
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} 件事的{what}"))
        .collect();
    format!("{}没公布，没有算进去，所以只能说“至少”。", open.join("、"))
}
/// Some times are what the law allows.
pub const BY_LAW: &str = "有的事没公布承诺时限，按法定时限算。";
/// What to bring on a visit.
pub fn bring(things: &[String]) -> String {
    format!("带上：{}。", things.join("、"))
}
/// A paper of somebody else.
pub fn whose(whose: Option<&str>, name: &str) -> String {
    whose.map_or_else(|| name.to_owned(), |whose| format!("{whose}的{name}"))
}
/// The form of one matter.
pub fn form_of(matter: &str) -> String {
    format!("“{matter}”的申请表")
}
/// A thing to carry, when it is not certain, and when it comes from an earlier matter.
pub fn carried(name: String, sure: bool, given_by: Option<&str>) -> String {
    match (given_by, sure) {
        (Some(matter), _) => format!("{name}（办好“{matter}”就有）"),
        (None, true) => name,
        (None, false) => format!("{name}（可能要）"),
    }
}

/// The heading of the plan.
pub const PLAN: &str = "跑得最少的安排";
/// The plan in a sentence.
pub fn plan_says(visits: u32, finish: Planned) -> String {
    match visits {
        0 => format!("不用跑，最快{}办好。", planned(finish)),
        visits => format!("一共跑 {visits} 次，最快{}办好。", planned(finish)),
    }
}
/// A planned day, with how sure it is.
pub fn planned(on: Planned) -> String {
    let least = if on.at_least { "（有的时限没公布，只会更晚）" } else { "" };
    let may_move = if on.provisional { "（那时的节假日还没公布，可能会变）" } else { "" };
    format!("{}{least}{may_move}", weekday(on.date))
}
fn weekday(on: NaiveDate) -> String {
    const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    format!("{}（周{}）", date(on), DAYS[on.weekday().num_days_from_monday() as usize % 7])
}
/// No place is published.
pub const NO_PLACE: &str = "地点没公布，先打 12345 问";
/// Opening hours of a day.
pub fn hours(windows: &[Window]) -> String {
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    let windows: Vec<String> =
        windows.iter().map(|window| format!("{}到{}", time(window.from), time(window.until))).collect();
    if windows.is_empty() { String::new() } else { format!("开门时间：{}", windows.join("、")) }
}
/// What is done on a visit.
pub fn errand(name: &str, turn: Turn, assumed: bool) -> String {
    let what = match turn {
        Turn::Apply => "办",
        Turn::Return => "取",
    };
    let assumed = if assumed { "（跑几次没公布，按一次算）" } else { "" };
    format!("{what}：{name}{assumed}")
}
/// Why a visit is then and there.
pub fn why_then(why: &Why, name: impl Fn(&ItemCode) -> String) -> String {
    match why {
        Why::Together { matters } => format!("{matters} 件事在同一个地方，一次办。"),
        Why::After { item, needs } => format!("“{}”要等“{}”办好才能办。", name(item), name(needs)),
        Why::Back { item } => format!("“{}”要等部门办完，再来取。", name(item)),
        Why::Closed { since } => format!("{}起不开门，等到这天。", date(*since)),
        Why::Saves { item, could } => format!("“{}”最早 {} 就能办，一起去可以少跑一次。", name(item), date(*could)),
    }
}
/// What needs no visit.
pub const ONLINE: &str = "不用跑，网上办";
/// One of them.
pub fn online(name: &str, on: Planned) -> String {
    format!("{name}：{}起可以办", planned(on))
}
/// Visits on days that the organ sets.
pub fn further(times: u32) -> String {
    format!("另外还要去 {times} 次，日子由部门通知。")
}
/// The search was cut off.
pub const NOT_PROVED: &str = "要办的事太多，没有把所有排法都比完。";
/// How the drawing is read.
pub const LEGEND: &str = "竖条是您去的日子，横条是部门办理的时间。";
/// A visit in the calendar.
pub fn visit_title(event: &str, place: &str) -> String {
    format!("{event}：去{place}")
}
