//! The result list.

/// The heading without words: everything.
pub const ALL: &str = "全部办事指南";
/// The title for words.
pub fn title(words: &str) -> String {
    if words.is_empty() { ALL.into() } else { format!("“{words}”的办事指南") }
}
/// How many were found.
pub fn found(total: u32) -> String {
    format!("找到 {total} 项")
}
/// How many there are.
pub fn listed(total: u32) -> String {
    format!("共 {total} 项，常办的在前")
}
/// How the words were understood.
pub fn understood(words: &str) -> String {
    format!("按“{words}”查找")
}
/// Words that were left out.
pub fn dropped(words: &[String]) -> String {
    format!("没有用到“{}”", words.join("”“"))
}
/// A word that was read as another.
pub fn corrected(from: &str, to: &str) -> String {
    format!("“{from}”看作“{to}”")
}
/// A region named in the words.
pub fn in_region(name: &str) -> String {
    format!("只看{name}")
}
/// The heading of an empty list.
pub const NOTHING: &str = "没有找到";
/// What to do about it.
pub fn nothing(words: &str) -> String {
    format!("没有与“{words}”相符的指南。换个更短的说法试试，比如只写证件或事情的名字。")
}
/// What to do about a list that filters emptied.
pub const NOTHING_FILTERED: &str = "这些条件一起，没有相符的指南。去掉一个条件再看看。";
/// Heading of the nearest matters.
pub const NEAREST: &str = "意思相近的事";
/// Heading of the life events under an empty list.
pub const EVENTS: &str = "按家里的事找";
/// Heading of the hotline under an empty list.
pub const HOTLINE: &str = "还是找不到？";
/// The hotline under an empty list.
pub const HOTLINE_TEXT: &str = "把您想办的事告诉接线员，全天有人接。";
/// The filters' heading.
pub const FILTERS: &str = "筛选";
/// The filters in use.
pub const FILTERS_ON: &str = "已选条件";
/// Takes a filter away, for screen readers.
pub const REMOVE: &str = "去掉";
/// Takes all filters away.
pub const REMOVE_ALL: &str = "全部去掉";
/// Filter by audience.
pub const AUDIENCE: &str = "谁来办";
/// Filter by channel.
pub const CHANNEL: &str = "怎么办";
/// Filter by level.
pub const LEVEL: &str = "在哪一级办";
/// Filter by theme.
pub const THEME: &str = "哪方面的事";
/// Filter by type.
pub const KIND: &str = "事项类型";
/// What people call it.
pub fn also(name: &str) -> String {
    format!("也叫：{name}")
}
/// Near-duplicates under a hit.
pub fn same(count: usize) -> String {
    format!("还有 {count} 个名字相近的事项")
}
/// The previous page.
pub const PREVIOUS: &str = "上一页";
/// The next page.
pub const NEXT: &str = "下一页";
/// The pages, for screen readers.
pub const PAGES: &str = "翻页";
/// Which page this is.
pub fn page(page: u32, pages: u32) -> String {
    format!("第 {page} 页，共 {pages} 页")
}
/// How many suggestions there are, spoken.
pub fn suggestions(count: usize) -> String {
    format!("有 {count} 条建议，按上下键选择")
}
/// Name of the list of suggestions.
pub const SUGGESTIONS: &str = "搜索建议";
/// The search field above results.
pub const SEARCH_AGAIN: &str = "换个说法再查";
