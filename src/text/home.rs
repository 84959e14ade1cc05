//! The home page.

/// The heading.
pub const TITLE: &str = "想办什么事？";
/// The search field's name, which is the heading seen.
pub const SEARCH_LABEL: &str = "用自己的话说，比如“身份证丢了”“孩子上户口”";
/// The search button.
pub const SEARCH: &str = "查找";
/// Heading of the entries.
pub const ENTRIES: &str = "四件事";
/// Heading of the life events.
pub const EVENTS: &str = "家里有这些事";
/// Leads from the life events to the bundles.
pub const BUNDLES: &str = "几件事一起办：一件事一次办";
/// Leads to the papers by name.
pub const PROOFS: &str = "这份证明还要开吗？";
/// Heading of the popular searches.
pub const POPULAR: &str = "大家常办";
/// The region line when none is chosen.
pub const NO_REGION: &str = "没有选地区，看到的是全省的事项。选了地区，办理时间和地点更准。";
/// The region line when one is chosen.
pub fn in_region(name: &str) -> String {
    format!("您选的地区：{name}")
}
/// Leads to the picker when a region is chosen.
pub const CHANGE_REGION: &str = "换地区";
/// The description for search engines.
pub const DESCRIPTION: &str = "用自己的话查办事指南：要几天、跑几次、多少钱、带什么、找谁去哪。";

/// One entry of the home page.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it does for the citizen.
    pub text: &'static str,
    /// Where it leads.
    pub href: &'static str,
}

/// The four entries. Two are not built yet and lead to what helps today.
pub const FOUR: [Entry; 4] = [
    Entry { name: "办事指南", text: "几天、几次、多少钱、带什么、找谁去哪", href: "/guides" },
    Entry { name: "零证明", text: "这次要带什么，哪些证明不用再开", href: "/checklist" },
    Entry { name: "免申即享", text: "不用申请就该给您的钱和优惠", href: "/benefits" },
    Entry { name: "好差评", text: "给办事窗口打分，差评有人管", href: "/about#ratings" },
];
