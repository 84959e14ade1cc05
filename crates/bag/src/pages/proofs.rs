//! `/proofs`: is this paper still needed?

use domain::{papers::PaperKind, wire::ProofBrief};

use super::{
    Desk, Form, Turn,
    parts::{heading, part, search, trail},
    proof, public,
};
use crate::{proofs, text::pages as words};
use sheet::html::{Html, el, folded, link, list, para};

/// The address of the list.
pub const PATH: &str = "/proofs";
/// As many others stand under what was found.
const OTHERS: usize = 8;

/// The list, or what the words found.
pub fn answer(desk: Desk<'_>, form: &Form) -> Turn {
    let typed: String = form.get("q").unwrap_or_default().trim().chars().take(60).collect();
    let ask = search(el("form").attr("method", "get").attr("action", PATH), words::PROOFS_LABEL, &typed, words::FIND);
    let head = [trail(&[]), heading(words::PROOFS), para("lead", words::PROOFS_WHY).into(), ask];
    let body = if typed.is_empty() { all(desk) } else { found(desk, &typed) };
    public(words::PROOFS, head.into_iter().chain(body).chain([explained()]))
}

/// Every paper, proofs first.
fn all(desk: Desk<'_>) -> Vec<Html> {
    let items = proofs(desk.world, "").items;
    let links = |kind: PaperKind| list("links", items.iter().filter(|item| item.kind == kind).map(brief));
    let folded = |kind: PaperKind| {
        let links = links(kind);
        if links.is_nothing() { Html::default() } else { folded(kind.label(), links).into() }
    };
    let others = PaperKind::ALL.iter().copied().filter(|kind| *kind != PaperKind::Proof).map(folded);
    vec![part(words::ALL_PROOFS, [links(PaperKind::Proof)]), part(words::OTHER_PAPERS, others)]
}

/// The best one in full, others as links.
fn found(desk: Desk<'_>, typed: &str) -> Vec<Html> {
    let list_of = proofs(desk.world, typed);
    let Some(best) = list_of.items.first().and_then(|best| crate::proof(desk.world, &best.id)) else {
        return vec![para("notice", words::NO_SUCH_PAPER).attr("role", "status").into()];
    };
    let others = list("links", list_of.items.iter().skip(1).take(OTHERS).map(brief));
    let others = if others.is_nothing() { others } else { part(words::MEANT, [others]) };
    let own = link(&["/proofs/", &best.id].concat(), &words::whole_page(&best.name));
    vec![
        el("section")
            .class("part")
            .child(el("h2").text(&best.name))
            .child(proof::summary(&best))
            .child(el("p").child(own))
            .into(),
        others,
    ]
}

fn brief(item: &ProofBrief) -> Html {
    link(&["/proofs/", &item.id].concat(), &item.name).into()
}

/// What 零证明 means, and what it does not.
pub fn explained() -> Html {
    part(words::NOT_NO_PAPERS, [list("plain", words::NOT_NO_PAPERS_TEXT.iter().map(|text| Html::text(text)))])
}
