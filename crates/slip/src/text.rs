//! Every word of a checked list that a citizen or a clerk reads.

use crate::{Day, Method, SlipError, Verdict};

/// The heading of a valid list.
pub const VALID: &str = "清单有效";
/// The heading of any other.
pub const INVALID: &str = "清单无效";
/// What it says, and what not.
pub const MEANING: &str = "这份清单由本网站按公布的办事指南和规则算出并签名，内容没有被改过。它说的是签名那天的规定；指南以后有变化的，以新的为准。";
/// Answers of the citizen decide too.
pub const OWN_ANSWERS: &str = "结果按办事人自己的回答算出，回答是否属实，由窗口核对。";
/// Names and values of the head.
pub const SIGNED_BY: &str = "签名";
/// The name of the site that signs.
pub const SIGNER: &str = "本网站（办事）";
/// The day of signing.
pub const SIGNED_ON: &str = "签名日期";
/// The day of going.
pub const FOR_DAY: &str = "按这一天去办算";
/// The region.
pub const REGION: &str = "办理地区";
/// The matters.
pub const MATTERS: &str = "办理事项";
/// The papers.
pub const PAPERS: &str = "材料";
/// What the citizen chose to show.
pub const TOLD: &str = "办事人选择写明的情况";
/// A list without papers.
pub const NO_PAPERS: &str = "这些事项没有公布材料，不等于不用材料，请先问清。";

/// A date in words.
pub fn date(day: Day) -> String {
    let (year, month, day) = day.date();
    format!("{year} 年 {month} 月 {day} 日")
}

/// The key in words.
pub fn signed_by(key: &str) -> String {
    format!("{SIGNER}，密钥 {key}")
}

/// What to do about a paper.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Bring => "要带",
        Verdict::NotNeeded => "不用带",
        Verdict::Conditional => "看情况",
        Verdict::Unknown => "不确定，先问清",
    }
}

/// By which method.
pub fn method(method: Method) -> &'static str {
    match method {
        Method::Cancel => "已经取消，不再要",
        Method::Share => "部门之间数据共享，由窗口查",
        Method::ECert => "出示电子证照",
        Method::Verify => "由办事部门核对",
        Method::Commit => "签书面承诺",
        Method::Tolerate => "可以以后补交",
    }
}

/// Why a list is not valid.
pub fn reason(error: SlipError) -> &'static str {
    match error {
        SlipError::Empty => "没有收到清单的代码。",
        SlipError::Damaged => "代码不完整，或者有字符错了。",
        SlipError::Newer => "这份清单的格式比本页面新，或者代码有错。",
        SlipError::UnknownKey => "签名用的密钥不在本网站公布的密钥里，或者代码有错。",
        SlipError::KeyNotInUse => "签名的那天，这把密钥不在使用期内。",
        SlipError::WrongSignature => "签名对不上：内容被改过，或者代码有错。",
    }
}

/// What to do then.
pub fn what_to_do(error: SlipError) -> &'static str {
    match error {
        SlipError::Empty => "请扫清单上的二维码，或者把代码完整地粘贴进来。",
        SlipError::Damaged | SlipError::WrongSignature => {
            "请重新扫一次二维码。还是这样的，不要采信这份清单，请办事人在本网站重新做一份。"
        }
        SlipError::Newer => "请联网后刷新本页面，再扫一次。还是这样的，请办事人重新做一份。",
        SlipError::UnknownKey | SlipError::KeyNotInUse => {
            "请核对二维码的网址是不是本网站，联网后刷新再扫一次。还是这样的，不要采信，请办事人重新做一份。"
        }
    }
}

/// The page that checks lists.
pub const CHECK_TITLE: &str = "核对清单";
/// What it is for.
pub const CHECK_LEAD: &str = "扫清单上的二维码打开本页，就能看到清单是不是本网站签的、有没有被改过。";
/// Where the list goes without a script.
pub const CHECK_SENT: &str =
    "没有脚本时，请把二维码里的网址整个粘贴到下面。按“核对”，代码会发给本网站的服务器核对，不保存。";
/// Where it goes with one.
pub const CHECK_OWN: &str = "核对在这台设备上完成，代码不会发出去，断网也能核对。";
/// No key is published.
pub const CHECK_OFF: &str = "本网站还没有开通清单签名，没有公布密钥，任何清单都核对不了。";
/// The field.
pub const CODE: &str = "清单代码，或者二维码里的网址";
/// The button.
pub const CHECK: &str = "核对";
/// The heading of a list that was just signed.
pub const SIGNED_TITLE: &str = "签好名的清单";
/// How it is used.
pub const SIGNED_LEAD: &str = "请打印本页，或者截图保存。窗口扫这个二维码，就能核对清单是本网站签的、没有被改过。";
/// The heading of what stands in it.
pub const LIST: &str = "清单内容";
/// What became of the answers.
pub const SIGNED_FORGOTTEN: &str = "您的回答只用来算这一次，没有保存。清单里除了您勾选的情况，没有别的回答；但从要带哪些材料，别人可能看出您的情况，请只给需要看的人。";
/// What the picture is, to who cannot see it.
pub const CODE_LABEL: &str = "清单的二维码，打开后核对清单";
/// Leads to the check.
pub const OPEN_CHECK: &str = "打开核对页面";
/// The heading when nothing was signed.
pub const NOT_SIGNED: &str = "没有签成";
/// What to do then.
pub const GO_BACK: &str = "请按浏览器的“返回”，回到清单。";
