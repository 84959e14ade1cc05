//! `/proofs/{id}`: who may ask for a paper, who issues it, who must not, what does instead.

use domain::{
    guide::Basis,
    papers::PaperKind,
    wire::{ProofDetail, ProofRule},
};

use super::{
    Desk, Turn, missing,
    parts::{self, heading, part, trail},
    proofs, public,
};
use crate::text::pages as words;
use sheet::html::{Html, el, folded, link, list, para, rows};

/// The page of a paper.
pub fn answer(desk: Desk<'_>, id: &str) -> Turn {
    let Some(proof) = crate::proof(desk.world, id) else { return missing::page() };
    let title = match proof.kind {
        PaperKind::Proof => words::proof_title(&proof.name),
        PaperKind::Certificate | PaperKind::Form | PaperKind::Own | PaperKind::Expert => proof.name.clone(),
    };
    let rules = match proof.rules.as_slice() {
        [] => para("", words::NO_RULES).into(),
        rules => Html::all(rules.iter().map(rule)),
    };
    let report = parts::report(None, None, &proof.name, None, None);
    let check = el("p").child(link("/checklist", words::CHECK_MATTER));
    let report = el("p").class("no-print").child(link(&report, words::STILL_ASKED));
    let parts = [
        trail(&[(proofs::PATH, words::PROOFS)]),
        heading(&title),
        summary(&proof),
        part(words::WHEN_NOT, [rules, check.into()]),
        written(&proof),
        proofs::explained(),
        report.into(),
        para("small", &words::data_date(proof.data_date)).into(),
    ];
    public(&title, parts)
}

/// The answer first: what it is, who may ask, who issues it, who must not, what does instead.
pub fn summary(proof: &ProofDetail) -> Html {
    let lead = para("lead", words::kind(proof.kind)).into();
    let sample = proof.sample.then(|| para("notice", words::SAMPLE_PROOF).attr("data-variant", "sample"));
    let is_proof = proof.kind == PaperKind::Proof;
    let said = |text: &Option<String>| text.as_deref().map(Html::text).unwrap_or_default();
    let unless = |list: Html, none: &str| if list.is_nothing() && is_proof { Html::text(none) } else { list };
    let asked = list("plain", proof.asked_by.iter().map(|body| Html::text(body)));
    let must_not = proof.not_from.iter().map(|not| Html::text(&words::must_not(&not.body, &not.basis)));
    let ecert =
        proof.ecert.as_ref().map(|ecert| Html::text(&words::ecert(&ecert.name, &ecert.show))).unwrap_or_default();
    let guide = proof.guide.as_ref().map(|code| link(&["/guides/", code.as_str()].concat(), words::HOW_ISSUED).into());
    let facts = [
        (words::REPLACED_BY, said(&proof.instead)),
        (words::ON_PHONE, ecert),
        (words::MAY_ASK, unless(asked, words::NOBODY_KNOWN)),
        (words::ASK_BASIS, unless(laws(&proof.basis), words::NO_BASIS)),
        (words::ISSUED_BY, said(&proof.issuer)),
        (words::MUST_NOT, list("plain", must_not)),
        (words::HOW_TO_GET, guide.unwrap_or_default()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_nothing());
    Html::all([lead, sample.into(), rows(facts.map(|(name, value)| (name.to_owned(), value)))])
}

fn rule(rule: &ProofRule) -> Html {
    let for_whom = words::rule_scope(&rule.themes, rule.items.len(), &rule.not_themes, rule.not_items.len());
    let time = words::rule_time(rule.from, rule.until);
    let facts = [
        (words::FOR_WHAT, Html::text(&for_whom)),
        (words::CHECKER, rule.checker.as_deref().map(Html::text).unwrap_or_default()),
        (words::OFF_WHEN, list("plain", rule.off_when.iter().map(|text| Html::text(text)))),
        (words::BASIS, laws(&rule.basis)),
        (words::SINCE, Html::text(&time)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_nothing());
    let name = el("p")
        .class("paper__name")
        .child(el("strong").text(rule.method.label()))
        .text(" ")
        .child(rule.sample.then(parts::sample));
    el("div")
        .class("paper")
        .child(name)
        .child(para("paper__line", &rule.instead))
        .child(folded(words::DETAILS, rows(facts.map(|(name, value)| (name.to_owned(), value)))))
        .into()
}

fn laws(basis: &[Basis]) -> Html {
    list("plain", basis.iter().map(|basis| Html::text(&words::law(basis))))
}

/// Other names of the same paper.
fn written(proof: &ProofDetail) -> Html {
    if proof.written.is_empty() {
        return Html::default();
    }
    para("small", &words::also(&proof.written)).into()
}
