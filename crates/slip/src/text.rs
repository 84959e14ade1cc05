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
