//! All policies with their questions and groups, ready to be asked. Server and device open the same bytes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Cond, Flaw, Group, Leaf, Policy, PolicyFact, PolicyFacts, PolicyProblem, codes::Take};
use crate::{Audience, RegionCode};

/// The question on which an audience hangs.
const SUBJECT: &str = "subject";

/// The parts as they are read and stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookParts {
    /// Questions in their order.
    pub facts: Vec<PolicyFact>,
    /// Groups.
    pub groups: Vec<Group>,
    /// Policies.
    pub policies: Vec<Policy>,
    /// The date of the data.
    pub data_date: NaiveDate,
}

/// The parts, checked and ready to be asked.
#[derive(Debug, Clone)]
pub struct PolicyBook {
    facts: PolicyFacts,
    groups: Vec<Group>,
    policies: Vec<Policy>,
    /// For whom each policy is, when not for everybody.
    who: Vec<Option<Cond>>,
    /// The regions where policies hold, each once, and the place of each policy's among them: most policies hold elsewhere,
    /// and are passed over without being looked at.
    regions: Vec<RegionCode>,
    region_of: Vec<u16>,
    by_id: BTreeMap<String, usize>,
    data_date: NaiveDate,
}

impl PolicyBook {
    /// Takes the parts; every problem that makes them unusable is returned. What they mean is looked at by
    /// [`super::check`].
    pub fn build(parts: BookParts) -> Result<Self, Vec<PolicyProblem>> {
        let BookParts { facts, groups, policies, data_date } = parts;
        let mut problems = Vec::new();
        let facts = PolicyFacts::build(facts).unwrap_or_else(|found| {
            problems.extend(found.iter().map(|fault| PolicyProblem::new(Flaw::BadQuestion, "", "", fault.to_string())));
            PolicyFacts::default()
        });
        for (at, group) in groups.iter().enumerate() {
            if groups[..at].iter().any(|other| other.id == group.id) {
                problems.push(PolicyProblem::new(Flaw::Duplicate, &group.id, "", "this group is declared twice"));
            }
            if group.take == Take::Cap && group.at_most.is_none() {
                problems.push(PolicyProblem::new(Flaw::NoAmount, &group.id, "", "a cap without its amount"));
            }
        }
        let mut by_id = BTreeMap::new();
        for (at, policy) in policies.iter().enumerate() {
            if by_id.insert(policy.id.clone(), at).is_some() {
                problems.push(PolicyProblem::new(Flaw::Duplicate, &policy.id, "", "this policy is there twice"));
            }
            if let Some(group) = policy.group.as_ref().filter(|id| groups.iter().all(|group| group.id != **id)) {
                let text = format!("no group {group}");
                problems.push(PolicyProblem::new(Flaw::UnknownGroup, &policy.id, group, text));
            }
        }
        let subject = facts.find(SUBJECT);
        let who = policies.iter().map(|policy| {
            let fact = subject?;
            let one = [Audience::Natural, Audience::Legal].map(|audience| policy.audience.contains(&audience));
            let set = facts.get(fact).map_or(0, |question| match &question.fact.kind {
                crate::logic::FactKind::Choice { choices } => {
                    let fits = |code: &str| Audience::from_code(code).is_some_and(|one| policy.audience.contains(&one));
                    (0..)
                        .zip(choices)
                        .filter(|(_, choice)| fits(&choice.value))
                        .fold(0, |set, (at, _)| set | 1u64 << at)
                }
                _ => 0,
            });
            (one != [true, true]).then_some(Cond::Leaf(Leaf::In(fact, set)))
        });
        let who = who.collect();
        let mut regions: Vec<RegionCode> = policies.iter().map(|policy| policy.region.clone()).collect();
        regions.sort_unstable();
        regions.dedup();
        let place = |policy: &Policy| regions.binary_search(&policy.region).ok().and_then(|at| u16::try_from(at).ok());
        let region_of = policies.iter().map(|policy| place(policy).unwrap_or(u16::MAX)).collect();
        if problems.is_empty() {
            Ok(Self { facts, groups, policies, who, regions, region_of, by_id, data_date })
        } else {
            Err(problems)
        }
    }

    /// The questions.
    pub fn facts(&self) -> &PolicyFacts {
        &self.facts
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The policies; others name them by their place here.
    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }

    /// The place of an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The group of a policy.
    pub fn group_of(&self, policy: &Policy) -> Option<&Group> {
        let id = policy.group.as_ref()?;
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The date of the data.
    pub fn data_date(&self) -> NaiveDate {
        self.data_date
    }

    /// Whether a policy holds in one of these regions.
    pub(super) fn holds_in(&self, at: usize, scope: &[RegionCode]) -> bool {
        let region = self.region_of.get(at).and_then(|region| self.regions.get(usize::from(*region)));
        region.is_some_and(|region| scope.contains(region))
    }

    /// For whom a policy is, when not for everybody.
    pub(super) fn who(&self, at: usize) -> Option<&Cond> {
        self.who.get(at).and_then(Option::as_ref)
    }

    /// The question on which an audience hangs.
    pub fn subject(&self) -> Option<super::FactId> {
        self.facts.find(SUBJECT)
    }

    /// The parts again.
    pub fn into_parts(self) -> BookParts {
        let Self { groups, policies, data_date, facts, .. } = self;
        BookParts { facts: facts.iter().map(|(_, fact)| fact.clone()).collect(), groups, policies, data_date }
    }
}
