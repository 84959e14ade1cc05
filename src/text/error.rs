//! What went wrong, and what to do next.

use crate::backend::FetchError;

/// The heading of a missing page.
pub const MISSING: &str = "没有这个页面";
/// What to do about a missing page.
pub const MISSING_TEXT: &str = "网址可能写错了，或者这条指南已经撤下。您可以查一下想办的事，或者回到首页。";
/// The heading of a missing guide.
pub const MISSING_GUIDE: &str = "没有找到这条指南";
/// Tries again.
pub const RETRY: &str = "再试一次";

/// The API answers, but not to the app that shows this page.
pub const NOT_ALLOWED: &str =
    "这个应用还没有得到办事指南服务的许可，所以查不到。不是您操作错了：请用浏览器打开办事网站，或打 12345 问人。";

/// What went wrong, short.
pub fn title(error: &FetchError) -> &'static str {
    match error {
        FetchError::Offline => "手机没有连上网",
        FetchError::Timeout => "网络太慢，没有等到结果",
        FetchError::NotFound => "没有找到",
        FetchError::Busy => "现在查的人多",
        FetchError::Refused(why) if why == NOT_ALLOWED => "这里还没有接通",
        FetchError::Refused(_) => "填的内容不对",
        FetchError::Broken => "系统出了问题",
    }
}

/// What to do next.
pub fn advice(error: &FetchError) -> String {
    match error {
        FetchError::Offline => {
            "没有看过的内容要连上网才能打开。请看看无线网或流量开了没有，连上后再试一次；着急的话打 12345。".into()
        }
        FetchError::Timeout => "请换个信号好的地方再试一次。".into(),
        FetchError::NotFound => "它可能已经撤下。可以回到首页重新查找。".into(),
        FetchError::Busy => "请等半分钟再试一次。".into(),
        FetchError::Refused(detail) => detail.clone(),
        FetchError::Broken => "不是您操作错了。请过一会儿再试；着急的话打 12345。".into(),
    }
}

/// Whether trying again can help.
pub fn can_retry(error: &FetchError) -> bool {
    match error {
        FetchError::Offline | FetchError::Timeout | FetchError::Busy | FetchError::Broken => true,
        FetchError::NotFound | FetchError::Refused(_) => false,
    }
}
