//! Words on every page.

/// The site's name.
pub const NAME: &str = "办事";
/// The name with what the site is.
pub const NAME_LONG: &str = "办事 · 辽宁政务服务指南";
/// What the site is, beside its name.
pub const TAGLINE: &str = "辽宁政务服务指南";
/// The first link of a page.
pub const SKIP: &str = "跳到正文";
/// Leads to the home page.
pub const HOME: &str = "首页";
/// Heading of the way from the home page to here, for screen readers.
pub const TRAIL: &str = "所在位置";
/// Leads to the region picker when none is chosen.
pub const PICK_REGION: &str = "选择地区";
/// Name of the region link, for screen readers.
pub const REGION: &str = "地区";
/// While waiting.
pub const LOADING: &str = "正在查询，请稍等……";
/// The hotline's number.
pub const HOTLINE: &str = "12345";
/// The hotline's name in a sentence.
pub const CALL_HOTLINE: &str = "打 12345 问人";
/// Name of the footer's links, for screen readers.
pub const FOOTER: &str = "页脚";
/// Leads to the page about the site.
pub const ABOUT: &str = "关于本站与数据";
/// Leads to the privacy part of that page.
pub const PRIVACY: &str = "隐私";
/// Leads to the accessibility part of that page.
pub const ACCESSIBILITY: &str = "无障碍";
/// Leads to the page where a report is looked up.
pub const REQUESTS: &str = "查我提交的反馈";
/// The footer's sentence about the hotline.
pub const HOTLINE_NOTE: &str = "政务服务便民热线，说不清、办不成都可以打";
/// Name of the switch of modes.
pub const MODES: &str = "显示方式";
/// The standard mode.
pub const MODE_STANDARD: &str = "标准版";
/// The elder mode.
pub const MODE_ELDER: &str = "长辈版";
/// The mode of high contrast.
pub const MODE_CONTRAST: &str = "高对比";
/// Name of the switch of colours.
pub const COLOURS: &str = "颜色";
/// The usual colours.
pub const COLOURS_USUAL: &str = "普通";
/// Name of the switch of text sizes.
pub const SIZES: &str = "字号";
/// 20 px.
pub const SIZE_LARGE: &str = "大";
/// 25 px.
pub const SIZE_LARGER: &str = "更大";
/// 30 px.
pub const SIZE_LARGEST: &str = "最大";
/// Marks sample content.
pub const SAMPLE: &str = "样例";
/// Marks what was not published.
pub const UNPUBLISHED: &str = "未公布";
/// Separates facts in one line.
pub const DOT: &str = " · ";
/// Ends a description that repeats the data's date.
pub fn data_date(date: &str) -> String {
    format!("数据日期 {date}")
}
