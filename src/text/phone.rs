//! The pack in the phone, and what the page says without a network.

/// The heading.
pub const TITLE: &str = "手机离线包";
/// What it is for.
pub const WHAT: &str =
    "本站会把您所在地区的办事目录存一份在手机里。存好以后，边打字边出结果，没有网络也能查，您打的字不离开手机。";
/// There is none.
pub const EMPTY: &str = "手机里还没有离线包。页面打开一会儿会自动存好；太旧的浏览器存不了，照常联网查。";
/// It is being fetched or opened.
pub const COMING: &str = "正在准备离线包……";
/// It is there.
pub const READY: &str = "离线包存好了。";
/// It is there until the tab is closed.
pub const MEMORY: &str = "手机的存储空间满了，离线包这次能用，关掉网页就没有了。";
/// Newer data was asked for, and this is the newest.
pub const NEWEST: &str = "已经是最新的。";
/// Newer data was asked for without a network.
pub const UNREACHED: &str = "没有连上网，用的是上次存下的。";
/// It could not be had.
pub const FAILED: &str = "离线包没有存下来，现在照常联网查。";
/// None is wanted.
pub const OFF: &str = "这台手机不存离线包，照常联网查。";
/// It was forgotten just now.
pub const FORGOTTEN: &str = "已经忘掉：离线包和看过的指南都从这台手机里删掉了，以后不再自动存。";
/// The visitor saves data, so nothing was fetched.
pub const ASK: &str = "您开着省流量模式，所以没有自动存离线包。存下来以后，没有网络也能查。";
/// The data's date.
pub const DATE: &str = "数据日期";
/// What it takes on the device.
pub const SIZE: &str = "占用空间";
/// Copies of what was read.
pub const KEPT: &str = "看过的页面";
/// How many copies at most.
pub const KEPT_NOTE: &str = "份，最多留 200 份，没有网络时可以再看";
/// Looks for newer data.
pub const REFRESH: &str = "更新";
/// Deletes all of it.
pub const FORGET: &str = "忘掉";
/// What deleting means.
pub const FORGET_NOTE: &str = "忘掉会删掉离线包和看过的指南，不影响您选的地区和显示方式。";
/// Fetches it.
pub const TAKE: &str = "存到手机";
/// Fetches it not.
pub const DECLINE: &str = "不用";
/// Tries again.
pub const AGAIN: &str = "再试一次";
/// On every page without a network, when the pack is there.
pub const OFFLINE_READY: &str = "现在没有网络。查找和看过的指南照常可用。";
/// On every page without a network, when there is no pack.
pub const OFFLINE: &str = "现在没有网络。连上后才能查找。";
/// On a copy that was kept: before and behind its date.
pub const KEPT_ON: (&str, &str) = ("离线副本，读于 ", "。现在没有连上网，内容可能已经变了，出门前请打 12345 核对。");
/// Leads to a search in a region that the pack does not hold.
pub fn search_in(region: &str) -> String {
    format!("到{region}查（要联网）")
}
