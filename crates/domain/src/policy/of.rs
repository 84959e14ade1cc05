//! A policy with its sources and the rules of its years.

use chrono::NaiveDate;

use super::{Amount, Condition, Cycle, Exception, Expected, Instrument, Means, PayMode, PolicyClass};
use crate::{Audience, ItemCode, Level, RegionCode};

/// One policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its name in addresses.
    pub id: String,
    /// The official name.
    pub name: String,
    /// How a neighbour would say it.
    pub plain_name: String,
    /// Who gets what, in a sentence.
    pub summary: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// What it is about.
    pub class: PolicyClass,
    /// In which form it helps.
    pub instrument: Instrument,
    /// What the amount is to a citizen.
    pub means: Means,
    /// For whom.
    pub audience: Vec<Audience>,
    /// Who decided it.
    pub level: Level,
    /// Where it holds, with all below.
    pub region: RegionCode,
    /// The organ.
    pub issuer: String,
    /// The number of the document, when it was read there.
    pub doc_no: Option<String>,
    /// The matter by which one applies.
    pub apply_item: Option<ItemCode>,
    /// The group within which not all is paid.
    pub group: Option<String>,
    /// Nobody opened a source for it.
    pub sample: bool,
    /// What it rests on.
    pub sources: Vec<PolicySource>,
    /// The rules, one after the other in time.
    pub rules: Vec<Rule>,
    /// What changed when.
    pub history: Vec<(NaiveDate, String)>,
}

/// What a policy rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicySource {
    /// The title of the document.
    pub title: String,
    /// The page that was opened.
    pub address: Option<String>,
    /// The sentence, word for word.
    pub sentence: Option<String>,
    /// When it was looked at.
    pub checked_on: NaiveDate,
    /// When the document itself ends.
    pub doc_until: Option<NaiveDate>,
}

/// The rule of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` when the document has no end.
    pub until: Option<NaiveDate>,
    /// By when one must apply or confirm, in words.
    pub due: Option<String>,
    /// All of these together.
    pub conditions: Vec<Condition>,
    /// What changes it for some.
    pub exceptions: Vec<Exception>,
    /// How it is paid.
    pub pay: Pay,
    /// How much.
    pub amount: Amount,
}

/// How it is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// What the citizen has to do.
    pub mode: PayMode,
    /// Who starts it, and by which data.
    pub trigger: String,
    /// Who pays.
    pub payer: String,
    /// To where.
    pub account: String,
    /// How often.
    pub cycle: Cycle,
    /// When it should be there.
    pub expected: Option<Expected>,
    /// What to confirm.
    pub confirm: Option<String>,
    /// What to check.
    pub check: Option<String>,
}

impl Rule {
    /// Whether it holds on this day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Policy {
    /// The rule of a day.
    pub fn rule_on(&self, day: NaiveDate) -> Option<&Rule> {
        self.rules.iter().rev().find(|rule| rule.holds_on(day))
    }

    /// The rule to show for a day: its own, else the next to come, else the last that was.
    pub fn rule_near(&self, day: NaiveDate) -> Option<&Rule> {
        let next = || self.rules.iter().filter(|rule| rule.from > day).min_by_key(|rule| rule.from);
        let last = || self.rules.iter().max_by_key(|rule| rule.from);
        self.rule_on(day).or_else(next).or_else(last)
    }

    /// A source by its place; the first when there is none of this place.
    pub fn source(&self, at: u8) -> Option<&PolicySource> {
        self.sources.get(usize::from(at)).or_else(|| self.sources.first())
    }
}
