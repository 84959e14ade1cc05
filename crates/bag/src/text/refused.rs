//! What to do when the window asks for more than stands here.

use domain::{guide::Basis, papers::Verdict};

/// What to do when the window asks for it all the same.
pub fn if_refused(verdict: Verdict, basis: &[Basis]) -> String {
    let ask = match verdict {
        Verdict::NotNeeded => "窗口还要的话，请它说明依据哪条规定，并写在一次性告知单上。",
        Verdict::Bring => "窗口说不对、要换一份的话，请它一次说清要哪一份、依据什么，并写在一次性告知单上。",
        Verdict::Conditional | Verdict::Unknown => "请窗口说清要不要、依据什么，并写在一次性告知单上。",
    };
    let show = match (verdict, basis.first()) {
        (Verdict::NotNeeded, Some(basis)) => format!("可以把这份文件的名字给它看：{}。", basis.law),
        _ => String::new(),
    };
    format!("{ask}{show}说不通就打 12345，或者在这里点“窗口还要我交”。")
}
