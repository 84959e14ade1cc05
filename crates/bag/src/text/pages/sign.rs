//! Having the list signed.

/// The heading.
pub const SIGN_TITLE: &str = "签好名，拿到窗口用";
/// What it is good for.
pub const SIGN_WHY: &str = "签名后有一个二维码，窗口扫一下就能核对：清单是本网站按公布的规则算的，没有改过。";
/// Said before anything is sent.
pub const SIGN_SENDS: &str =
    "只有这一步，会把要办的事和您的回答发给本网站的服务器：服务器重新算一遍、签名，然后就忘掉，不保存，不记录。";
/// Which answers stand in it.
pub const SIGN_INCLUDE: &str = "哪些情况可以写进清单，让窗口看到？不勾就不写。";
/// Does it.
pub const SIGN: &str = "发送并签名";
