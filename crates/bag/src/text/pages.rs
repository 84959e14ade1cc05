//! The pages of the check: headings, buttons, explanations.

mod event;
mod list;
mod proof;
mod sign;

pub use event::*;
pub use list::*;
pub use proof::*;
pub use sign::*;

pub use sheet::words::*;

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
/// On to the list.
pub const LIST_NOW: &str = "先看清单";
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
