//! The rulebook that comes out: what was known, with the workbook's rows in it.

use domain::papers::{ProofOf, RulebookSource};

use super::{known::Known, proofs::ReadProof, rules::ReadRule};

/// The file's name in the folder of rules.
pub const FILE: &str = "rulebook.toml";

/// What was known with the rows in it. A published list takes the place of what was written as an example about the
/// same papers; a rule or proof that was listed before is replaced by the row that names it.
pub(super) fn merged(known: &Known, proofs: &[ReadProof], rules: &[ReadRule]) -> RulebookSource {
    let mut source = known.base.clone();
    let is_named = |paper: &str| {
        proofs.iter().any(|proof| proof.paper == paper) || rules.iter().any(|rule| rule.rule.paper == paper)
    };
    source.paper.extend(proofs.iter().filter_map(|proof| proof.new.clone()));
    source.proof.retain(|old| !proofs.iter().any(|proof| proof.paper == old.paper));
    source.proof.extend(proofs.iter().map(|proof| ProofOf { paper: proof.paper.clone(), terms: proof.terms.clone() }));
    source.rule.retain(|old| {
        let is_example = old.sample && is_named(&old.paper);
        !is_example && !rules.iter().any(|rule| rule.rule.id == old.id)
    });
    source.rule.extend(rules.iter().map(|rule| rule.rule.clone()));
    source
}

/// The rulebook as TOML, with where it is from.
pub fn text(source: &RulebookSource, file: &str, day: &str) -> Result<String, toml::ser::Error> {
    let body = toml::to_string(source)?;
    Ok(format!(
        "# Rules about papers, written by `banshi papers import`; mend the workbook and import it again.\n# source: {file}\n# checked_on: {day}\n\n{body}"
    ))
}
