//! Papers, found by any of their spellings, and what is published of them.

use domain::{
    order,
    papers::{ECertificate, Method, Paper, ZeroRule},
    wire::{ProofBrief, ProofDetail, ProofList, ProofRule},
};

use crate::{World, text};

/// How well a spelling fits; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    Begins,
    Holds,
    Shares,
}

/// Papers of which a spelling fits the words, best first; without words, all of them.
pub fn proofs(world: &World, words: &str) -> ProofList {
    let words: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let placed = world.place(&words);
    let mut hits: Vec<(Fit, usize, ProofBrief)> = world
        .book()
        .papers()
        .filter_map(|paper| {
            let (fit, length, written) = match placed.papers.iter().any(|at| at.paper == paper.id) {
                true => (Fit::Same, 0, None),
                false => best_spelling(paper, &words)?,
            };
            Some((fit, length, brief(world, paper, written)))
        })
        .collect();
    order::sort_by(&mut hits, |(fit, length, one), (other_fit, other_length, other)| {
        (fit, one.kind, length, &one.id) < (other_fit, other.kind, other_length, &other.id)
    });
    ProofList { total: hits.len(), items: hits.into_iter().map(|(_, _, brief)| brief).collect() }
}

/// All that is known of a paper.
pub fn proof(world: &World, id: &str) -> Option<ProofDetail> {
    let book = world.book();
    let paper = book.paper(id)?;
    let terms = paper.proof.clone().unwrap_or_default();
    let ecert = paper.ecert.as_ref().and_then(|id| book.ecert(id));
    Some(ProofDetail {
        id: paper.id.clone(),
        name: paper.name.clone(),
        kind: paper.kind,
        written: paper.written.clone(),
        issuer: terms.issued_by.or_else(|| paper.issuer.clone()),
        ecert: ecert.cloned(),
        basis: terms.basis,
        asked_by: terms.asked_by,
        not_from: terms.not_from,
        guide: terms.guide,
        instead: terms.instead,
        rules: book.rules_of(id).map(|rule| rule_view(world, rule)).collect(),
        sample: terms.sample,
        data_date: world.data_date(),
    })
}

/// A spelling that fits the words, the best one of a paper.
fn best_spelling(paper: &Paper, words: &str) -> Option<(Fit, usize, Option<String>)> {
    if words.is_empty() {
        return Some((Fit::Holds, 0, None));
    }
    let fits = std::iter::once(&paper.name).chain(&paper.written).filter_map(|spelling| {
        let fit = if spelling == words {
            Fit::Same
        } else if spelling.starts_with(words) {
            Fit::Begins
        } else if spelling.contains(words) {
            Fit::Holds
        } else if spelling.chars().count() > 1 && words.contains(spelling.as_str()) {
            Fit::Shares
        } else {
            return None;
        };
        Some((fit, spelling.chars().count().abs_diff(words.chars().count()), spelling))
    });
    let (fit, length, spelling) = fits.min_by_key(|(fit, length, _)| (*fit, *length))?;
    Some((fit, length, (*spelling != paper.name).then(|| spelling.clone())))
}

fn brief(world: &World, paper: &Paper, written: Option<String>) -> ProofBrief {
    let mut methods: Vec<Method> = world.book().rules_of(&paper.id).map(|rule| rule.method).collect();
    order::sort_dedup(&mut methods);
    ProofBrief {
        id: paper.id.clone(),
        name: paper.name.clone(),
        kind: paper.kind,
        issuer: paper.issuer.clone(),
        methods,
        written,
    }
}

fn rule_view(world: &World, rule: &ZeroRule) -> ProofRule {
    let ecert: Option<&ECertificate> = rule.ecert.as_ref().and_then(|id| world.book().ecert(id));
    let off = rule.exceptions.iter().map(|exception| exception.text.clone()).chain(rule.also_off.iter().cloned());
    ProofRule {
        id: rule.id.clone(),
        method: rule.method,
        region: rule.region.clone(),
        items: rule.items.clone(),
        themes: rule.themes.clone(),
        not_items: rule.not_items.clone(),
        not_themes: rule.not_themes.clone(),
        checker: rule.checker.clone(),
        instead: text::instead(rule, ecert),
        off_when: off.collect(),
        from: rule.from,
        until: rule.until,
        basis: rule.basis.clone(),
        sample: rule.sample,
    }
}
