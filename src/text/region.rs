//! The region picker.

/// The heading.
pub const TITLE: &str = "您在哪里办事？";
/// Why it is asked.
pub const WHY: &str = "选到县（市、区）就够了。只记在这台设备上，不选也能查全省的指南。";
/// The search field.
pub const SEARCH_LABEL: &str = "直接找：地名、拼音都行，比如“和平区”“heping”";
/// The search button.
pub const SEARCH: &str = "找地区";
/// Heading of the list.
pub const LIST: &str = "或者一级一级选";
/// Chooses the region that is open.
pub fn choose(name: &str) -> String {
    format!("就选{name}")
}
/// Leads below a region.
pub const BELOW_COUNTY: &str = "选街道乡镇";
/// Leads below a township.
pub const BELOW_TOWNSHIP: &str = "选村、社区";
/// The name of that link for screen readers: it must hold the words that are seen.
pub fn below(name: &str, seen: &str) -> String {
    format!("{name}：{seen}")
}
/// Forgets the region.
pub const FORGET: &str = "不选地区，看全省";
/// Nothing matches.
pub fn nothing(words: &str) -> String {
    format!("没有叫“{words}”的地区。请检查一下，或者一级一级选。")
}
/// Matches.
pub fn found(words: &str, count: usize) -> String {
    format!("“{words}”找到 {count} 个地区")
}
/// The chosen one.
pub fn current(name: &str) -> String {
    format!("现在选的是：{name}")
}
/// Without anything below.
pub const NO_CHILDREN: &str = "下面没有更细的地区了。";
/// Leads one level up.
pub const UP: &str = "返回上一级";
