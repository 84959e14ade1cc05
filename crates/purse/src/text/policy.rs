//! The page of one policy.

use chrono::NaiveDate;
use domain::policy::Then;

/// Whether it is for the reader.
pub const CHECK_MINE: &str = "看看我能享受哪些";
/// What one looks for first.
pub const AT_A_GLANCE: &str = "先看这几条";
/// For whom.
pub const WHO: &str = "给谁";
/// What one has to do.
pub const HOW: &str = "怎么给";
/// How much.
pub const HOW_MUCH: &str = "给多少";
/// When it comes.
pub const WHEN: &str = "什么时候到";
/// Who pays.
pub const PAYER: &str = "谁发";
/// To where.
pub const ACCOUNT: &str = "发到哪里";
/// Who starts it.
pub const TRIGGER: &str = "怎么定下来";
/// What to confirm.
pub const CONFIRM: &str = "您要确认";
/// What to look at.
pub const LOOK_AT: &str = "您要核对";
/// By when.
pub const DUE: &str = "截止";
/// Since when and until when.
pub const VALID: &str = "有效期";
/// From a day until another.
pub fn valid(from: NaiveDate, until: Option<NaiveDate>) -> String {
    match until {
        Some(until) => format!("{from} 至 {until}"),
        None => format!("{from} 起，没有写截止日期"),
    }
}
/// It is over.
pub fn over_page(until: NaiveDate) -> String {
    format!("已经在 {until} 到期，下面是到期前的规定。")
}
/// It has not begun.
pub fn not_yet_page(from: NaiveDate) -> String {
    format!("从 {from} 起实行。")
}
/// The conditions.
pub const CONDITIONS: &str = "要符合的条件（都要符合）";
/// The exceptions.
pub const EXCEPTIONS: &str = "这些情况不一样";
/// How an amount is made up.
pub const AMOUNT: &str = "怎么算";
/// A worked example.
pub fn example(text: &str) -> String {
    format!("例：{text}")
}
/// A share of money.
pub fn share(numerator: u32, denominator: u32, of: &str) -> String {
    match (numerator, denominator) {
        (_, 0) => String::new(),
        (part, whole) if (u64::from(part) * 1000) % u64::from(whole) == 0 => {
            let tenths = u64::from(part) * 1000 / u64::from(whole);
            let digits =
                if tenths % 10 == 0 { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) };
            format!("“{of}”的 {digits}%")
        }
        (part, whole) => format!("“{of}”的 {whole} 分之 {part}"),
    }
}
/// Only what lies above.
pub fn above(amount: &str) -> String {
    format!("超过 {amount} 的部分")
}
/// Times a count.
pub fn per(question: &str) -> String {
    format!("，乘以“{question}”")
}
/// Up to a count.
pub fn per_at_most(count: &str) -> String {
    format!("（最多算 {count}）")
}
/// Up to an amount.
pub fn at_most(amount: &str) -> String {
    format!("最多 {amount}")
}
/// At least an amount.
pub fn at_least(amount: &str) -> String {
    format!("最少 {amount}")
}
/// Pays nothing.
pub const PAYS_NOTHING: &str = "不给";
/// Only the highest part.
pub const HIGHEST_PART: &str = "几项里只算最高的一项。";
/// To the guide.
pub const TO_GUIDE: &str = "去哪办、怎么办";
/// To the bag list.
pub const TO_BAG: &str = "看要带什么";
/// What it rests on.
pub const SOURCES: &str = "依据";
/// When the source was looked at.
pub fn checked(on: NaiveDate) -> String {
    format!("核对日期 {on}")
}
/// Nothing is linked.
pub const UNREAD: &str = "没有打开过原文";
/// What changed.
pub const HISTORY: &str = "变动";
/// Earlier rules.
pub const EARLIER: &str = "以前的规定";
/// Before an example policy.
pub const SAMPLE_POLICY: &str =
    "这项政策是样例，条件和金额按同类政策的通常写法编写，不能当作领取依据，请打 12345 核对。";
/// The organ.
pub const ISSUER: &str = "牵头";
/// The document's number.
pub const DOC_NO: &str = "文号";
/// No such policy.
pub const MISSING: &str = "没有这项政策";
/// What to do then.
pub const MISSING_TEXT: &str = "网址可能写错了，或者这项政策改了名字。";
/// Which source a condition rests on.
pub fn source_mark(at: usize) -> String {
    format!("（依据 {at}）")
}
/// An exception with what it does.
pub fn exception(text: &str, then: Then) -> String {
    format!("{text}（{}）", then.label())
}
