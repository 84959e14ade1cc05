//! The rulebook as people write it: several files, each with some of its parts.

use serde::{Deserialize, Serialize};

use super::{BookProblem, ECertificate, Paper, PlacingWords, ProofTerms, Rulebook, WhenWords, ZeroRule};
use crate::logic::{Fact, FactTable};

/// Parts of a rulebook, as one file or several hold them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RulebookSource {
    /// Questions.
    pub fact: Vec<Fact>,
    /// E-certificates.
    pub ecert: Vec<ECertificate>,
    /// Papers.
    pub paper: Vec<Paper>,
    /// What is published of proofs.
    pub proof: Vec<ProofOf>,
    /// Rules.
    pub rule: Vec<ZeroRule>,
    /// What guides' words mean.
    pub when: Vec<WhenWords>,
    /// Words around the names of papers; in one file only.
    pub placing: Option<PlacingWords>,
}

/// The terms of a proof, kept apart from its paper: they come from other offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofOf {
    /// The paper.
    pub paper: String,
    /// The terms.
    #[serde(flatten)]
    pub terms: ProofTerms,
}

impl RulebookSource {
    /// Adds the parts of another file.
    pub fn add(&mut self, other: Self) {
        self.fact.extend(other.fact);
        self.ecert.extend(other.ecert);
        self.paper.extend(other.paper);
        self.proof.extend(other.proof);
        self.rule.extend(other.rule);
        self.when.extend(other.when);
        self.placing = other.placing.or(self.placing.take());
    }

    /// Makes the rulebook; every problem is returned, not only the first.
    pub fn build(mut self) -> Result<Rulebook, Vec<BookProblem>> {
        let mut problems = Vec::new();
        for ProofOf { paper: id, terms } in self.proof {
            match self.paper.iter_mut().find(|paper| paper.id == id) {
                Some(paper) if paper.proof.is_none() => paper.proof = Some(terms),
                Some(_) => problems.push(BookProblem::Duplicate(id)),
                None => problems.push(BookProblem::NoPaper("proof".into(), id)),
            }
        }
        let facts = FactTable::build(self.fact).unwrap_or_else(|found| {
            problems.extend(found.into_iter().map(BookProblem::Fact));
            FactTable::default()
        });
        let words = self.placing.unwrap_or_default();
        match Rulebook::build(facts, self.paper, self.ecert, self.rule, self.when, words) {
            Ok(book) if problems.is_empty() => Ok(book),
            Ok(_) => Err(problems),
            Err(found) => Err([problems, found].concat()),
        }
    }
}
