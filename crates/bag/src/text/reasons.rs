//! Why a paper is needed, or not.

use domain::papers::{Method, Reason, Rulebook, ZeroRule};

use super::methods::span;

/// A reason as one plain sentence.
pub fn why(reason: &Reason, book: &Rulebook) -> String {
    match reason {
        Reason::Listed => "办事指南写明要交。".into(),
        Reason::NecessityUnpublished => "指南里列了，没说是不是必须。去之前先问清。".into(),
        Reason::ListedAsOptional => "指南写的是“非必要”，不是人人都要。".into(),
        Reason::OnlyWhen { when } => format!("只在这种情况才要：{}。", bare(when)),
        Reason::NotYourCase { when } => format!("只在这种情况才要：{}。您不是，所以不用带。", bare(when)),
        Reason::ListedAsAutomatic => "指南写明由系统自动获取，不用您交。".into(),
        Reason::AutomaticUnlessMissing => "指南写明由系统自动获取，查不全时才要您交。".into(),
        Reason::ListedAsLater => "指南写明可以先办，这份后补。".into(),
        Reason::Rule { rule } => book.rule(rule).map_or_else(|| "有规定免交。".into(), |rule| by_rule(rule, book)),
        Reason::RuleHangs { .. } => "有一条规定可能免掉它，要看您的情况。".into(),
        Reason::RuleOff { text: Some(text), .. } => text.clone(),
        Reason::RuleOff { text: None, .. } => "有一条免交的规定，您的情况用不上。".into(),
        Reason::GroupMet { by } => format!("有“{by}”就够了，任选一样就行。"),
        Reason::OneOf { others } => format!("和“{}”任带一样就行。", others.join("”“")),
        Reason::CatchAll => "这个名字说不清是什么，没法准备。请让窗口写明要哪一份。".into(),
    }
}

fn by_rule(rule: &ZeroRule, book: &Rulebook) -> String {
    let checker = rule.checker.as_deref().unwrap_or("办事部门");
    match rule.method {
        Method::Cancel => "这份证明已经取消，不该再要。".into(),
        Method::Share => match &rule.data_source {
            Some(source) => format!("由{checker}查“{source}”，不用您交。"),
            None => format!("由{checker}在系统里查，不用您交。"),
        },
        Method::ECert => match rule.ecert.as_ref().and_then(|id| book.ecert(id)) {
            Some(ecert) => format!("出示{}就行，不用带原件。", ecert.name),
            None => "出示电子证照就行，不用带原件。".into(),
        },
        Method::Verify => format!("由{checker}向开具单位核对，不用您去开。"),
        Method::Commit => format!("签{}就行，不用去开证明。", rule.form.as_deref().unwrap_or("承诺书")),
        Method::Tolerate => match rule.makeup {
            Some(time) => format!("可以先办，这份{}内补上。", span(time)),
            None => "可以先办，这份后补。".into(),
        },
    }
}

/// A case without the full stop that the sentence brings itself.
fn bare(when: &str) -> &str {
    when.trim().trim_end_matches('。')
}
