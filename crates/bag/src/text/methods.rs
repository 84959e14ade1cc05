//! What the citizen does instead of bringing a paper.

use domain::{
    papers::{ECertificate, Method, Verdict, VerifyTerms, ZeroRule},
    terms::TimeSpan,
};

/// What the citizen does instead.
pub fn instead(rule: &ZeroRule, ecert: Option<&ECertificate>) -> String {
    if let Some(said) = &rule.instead {
        return said.clone();
    }
    match rule.method {
        Method::Cancel => "什么都不用做，这份证明已经取消。".into(),
        Method::Share => "什么都不用做，办理时由窗口在系统里查。".into(),
        Method::ECert => ecert.map_or_else(|| "在手机上出示电子证照。".into(), |ecert| ecert.show.clone()),
        Method::Verify => "什么都不用做，由办事部门自己去核对。".into(),
        Method::Commit => match &rule.form {
            Some(form) => format!("在窗口签一份{form}，写的要属实。"),
            None => "在窗口签一份承诺书，写的要属实。".into(),
        },
        Method::Tolerate => match rule.makeup {
            Some(time) => format!("先把别的材料交上，这一份{}内补。", span(time)),
            None => "先把别的材料交上，这一份后补。".into(),
        },
    }
}

/// What the citizen does instead where the published list alone decides.
pub fn instead_as_listed(method: Method, verdict: Verdict) -> String {
    match (method, verdict) {
        (Method::Tolerate, _) => "先把别的材料交上，这一份后补。".into(),
        (_, Verdict::NotNeeded) => "什么都不用做，由系统自动获取。".into(),
        (_, _) => "先由系统获取，查不全时再交。".into(),
    }
}

/// How long a check between organs takes.
pub fn verify(terms: VerifyTerms) -> Option<String> {
    let time = format!("核对要 {}", span(terms.time?));
    Some(match terms.counts {
        Some(true) => format!("{time}，算在办理时限里。"),
        Some(false) => format!("{time}，不算在办理时限里。"),
        None => format!("{time}，算不算在办理时限里未公布。"),
    })
}

/// A span of time with its unit.
pub(crate) fn span(time: TimeSpan) -> String {
    format!("{}{}", time.amount, time.unit.label())
}
