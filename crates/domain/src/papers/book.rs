//! The rulebook: everything that verdicts are made from, checked before it is used.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{ECertificate, Method, Paper, PaperKind, Placer, PlacingWords, SpellingProblem, ZeroRule};
use crate::{
    ItemCode,
    logic::{Expr, ExprProblem, FactTable, FactTableProblem},
};

/// What guides write about when a material is asked for, and the same as a condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhenWords {
    /// The words, each exactly as guides publish them.
    pub said: Vec<String>,
    /// What they mean.
    pub is: Expr,
}

/// Questions, papers, e-certificates and rules, each found by its id.
#[derive(Debug, Clone, Default)]
pub struct Rulebook {
    facts: FactTable,
    papers: BTreeMap<String, Paper>,
    ecerts: BTreeMap<String, ECertificate>,
    rules: Vec<ZeroRule>,
    whens: BTreeMap<String, Expr>,
    placer: Placer,
}

/// What is wrong with a rulebook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BookProblem {
    /// Two papers, certificates or rules have one id.
    #[error("{0} is there twice")]
    Duplicate(String),
    /// Something names a paper that does not exist.
    #[error("{0} names the paper {1}, which does not exist")]
    NoPaper(String, String),
    /// Something names an e-certificate that does not exist.
    #[error("{0} names the e-certificate {1}, which does not exist")]
    NoCertificate(String, String),
    /// A condition is wrong.
    #[error("{0}: {1}")]
    Condition(String, ExprProblem),
    /// A method without what it needs: ECERT its certificate, COMMIT its form, TOLERATE its time.
    #[error("rule {0} of method {1} lacks what the method needs")]
    Method(String, &'static str),
    /// Held certificates are no proofs: nobody can cancel or commit them away (无证明≠不需要证明).
    #[error("rule {0} drops {1} as if it were a proof")]
    NoProof(String, String),
    /// A rule that is no example and rests on nothing.
    #[error("rule {0} has no basis and is not marked as a sample")]
    NoBasis(String),
    /// A rule that ends before it begins.
    #[error("rule {0} ends before it begins")]
    Backwards(String),
    /// A question is wrong.
    #[error("{0}")]
    Fact(FactTableProblem),
    /// A spelling is wrong.
    #[error("{0}")]
    Spelling(SpellingProblem),
    /// Proof terms on a paper that is none.
    #[error("{0} has the terms of a proof and is none")]
    Terms(String),
    /// Two rules are equally special for one matter at one time.
    #[error("rules {0} and {1} are equally special for {2}")]
    Tie(String, String, String),
}

impl Rulebook {
    /// Takes the parts; every problem is returned, not only the first.
    pub fn build(
        facts: FactTable,
        papers: Vec<Paper>,
        ecerts: Vec<ECertificate>,
        rules: Vec<ZeroRule>,
        whens: Vec<WhenWords>,
        words: PlacingWords,
    ) -> Result<Self, Vec<BookProblem>> {
        let mut problems = Vec::new();
        let mut book = Self { facts, ..Self::default() };
        for ecert in ecerts {
            note_twice(book.ecerts.insert(ecert.id.clone(), ecert).map(|old| old.id), &mut problems);
        }
        for paper in papers {
            note_twice(book.papers.insert(paper.id.clone(), paper).map(|old| old.id), &mut problems);
        }
        for words in whens {
            let named = |problem| BookProblem::Condition(words.said.join("、"), problem);
            problems.extend(words.is.problems(&book.facts).into_iter().map(named));
            for said in &words.said {
                note_twice(book.whens.insert(said.clone(), words.is.clone()).map(|_| said.clone()), &mut problems);
            }
        }
        problems.extend(book.papers.values().flat_map(|paper| book.problems_of_paper(paper)));
        let mut seen = BTreeSet::new();
        for rule in &rules {
            note_twice((!seen.insert(&rule.id)).then(|| rule.id.clone()), &mut problems);
            problems.extend(book.problems_of_rule(rule));
        }
        book.rules = rules;
        match Placer::build(book.papers.values(), words) {
            Ok(placer) => book.placer = placer,
            Err(found) => problems.extend(found.into_iter().map(BookProblem::Spelling)),
        }
        if problems.is_empty() { Ok(book) } else { Err(problems) }
    }

    /// The declared questions.
    pub fn facts(&self) -> &FactTable {
        &self.facts
    }

    /// A paper by its id.
    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.papers.get(id)
    }

    /// Every paper, by id.
    pub fn papers(&self) -> impl Iterator<Item = &Paper> {
        self.papers.values()
    }

    /// An e-certificate by its id.
    pub fn ecert(&self, id: &str) -> Option<&ECertificate> {
        self.ecerts.get(id)
    }

    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&ZeroRule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Every rule about a paper.
    pub fn rules_of<'a>(&'a self, paper: &'a str) -> impl Iterator<Item = &'a ZeroRule> {
        self.rules.iter().filter(move |rule| rule.paper == paper)
    }

    /// Places material names on papers.
    pub fn placer(&self) -> &Placer {
        &self.placer
    }

    /// The condition behind a guide's words; `None` when nobody has written one.
    pub fn condition(&self, said: &str) -> Option<&Expr> {
        self.whens.get(said.trim())
    }

    /// Every case that guides name, in their words, and the condition behind it.
    pub fn conditions(&self) -> impl Iterator<Item = (&str, &Expr)> {
        self.whens.iter().map(|(said, condition)| (said.as_str(), condition))
    }

    /// Pairs of rules that are equally special for one of these matters: which wins would be chance.
    pub fn ties<'a>(&self, matters: impl IntoIterator<Item = (&'a ItemCode, &'a [String])>) -> Vec<BookProblem> {
        let mut ties = BTreeMap::new();
        let pairs = self.rivals();
        for (item, themes) in matters {
            for (one, other) in &pairs {
                let breadth = one.breadth(item, themes);
                if breadth.is_some() && breadth == other.breadth(item, themes) {
                    ties.entry((one.id.clone(), other.id.clone())).or_insert_with(|| item.to_string());
                }
            }
        }
        ties.into_iter().map(|((one, other), item)| BookProblem::Tie(one, other, item)).collect()
    }

    /// Pairs of rules about one paper in one region at one time.
    fn rivals(&self) -> Vec<(&ZeroRule, &ZeroRule)> {
        let pairs = self
            .rules
            .iter()
            .enumerate()
            .flat_map(|(at, one)| self.rules[at + 1..].iter().map(move |other| (one, other)));
        pairs
            .filter(|(one, other)| one.paper == other.paper && one.region == other.region && one.meets_in_time(other))
            .collect()
    }

    fn problems_of_paper(&self, paper: &Paper) -> Vec<BookProblem> {
        let ecert = paper.ecert.iter().filter(|id| !self.ecerts.contains_key(*id));
        let mut problems: Vec<_> = ecert.map(|id| BookProblem::NoCertificate(paper.id.clone(), id.clone())).collect();
        if paper.proof.is_some() && paper.kind != PaperKind::Proof {
            problems.push(BookProblem::Terms(paper.id.clone()));
        }
        problems
    }

    fn problems_of_rule(&self, rule: &ZeroRule) -> Vec<BookProblem> {
        let id = || rule.id.clone();
        let mut problems = Vec::new();
        match self.papers.get(&rule.paper) {
            None => problems.push(BookProblem::NoPaper(id(), rule.paper.clone())),
            Some(paper) if matches!(rule.method, Method::Cancel | Method::Commit) && paper.kind != PaperKind::Proof => {
                problems.push(BookProblem::NoProof(id(), rule.paper.clone()));
            }
            Some(_) => {}
        }
        if let Some(ecert) = rule.ecert.as_ref().filter(|ecert| !self.ecerts.contains_key(*ecert)) {
            problems.push(BookProblem::NoCertificate(id(), ecert.clone()));
        }
        let is_whole = match rule.method {
            Method::ECert => rule.ecert.is_some(),
            Method::Commit => rule.form.is_some(),
            Method::Tolerate => rule.makeup.is_some(),
            Method::Verify => rule.checker.is_some(),
            Method::Share | Method::Cancel => true,
        };
        if !is_whole {
            problems.push(BookProblem::Method(id(), rule.method.code()));
        }
        if rule.basis.is_empty() && !rule.sample {
            problems.push(BookProblem::NoBasis(id()));
        }
        if rule.until.is_some_and(|until| until < rule.from) {
            problems.push(BookProblem::Backwards(id()));
        }
        let conditions = rule.when.iter().chain(rule.exceptions.iter().map(|exception| &exception.when));
        let wrong = conditions.flat_map(|expr| expr.problems(&self.facts));
        problems.extend(wrong.map(|problem| BookProblem::Condition(id(), problem)));
        problems
    }
}

fn note_twice(id: Option<String>, problems: &mut Vec<BookProblem>) {
    problems.extend(id.map(BookProblem::Duplicate));
}
