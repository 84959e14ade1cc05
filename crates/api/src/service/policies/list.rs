//! The list of policies, by words and filters.

use chrono::NaiveDate;
use domain::{
    Audience,
    policy::{Instrument, PayMode, Policy, PolicyClass},
    wire::{PolicyBrief, PolicyList},
};

use crate::live::Live;

/// What is asked of the list.
#[derive(Debug, Clone, Default)]
pub struct PolicyQuery {
    /// Words, of which half must occur.
    pub q: String,
    /// What it is about.
    pub class: Option<PolicyClass>,
    /// In which form it helps.
    pub instrument: Option<Instrument>,
    /// For whom.
    pub audience: Option<Audience>,
    /// What must be done.
    pub pay_mode: Option<PayMode>,
    /// Where: those of the region and of all above it.
    pub scope: Option<Vec<domain::RegionCode>>,
    /// The day.
    pub on: NaiveDate,
    /// The page, from 1.
    pub page: u32,
    /// Policies a page.
    pub size: u32,
}

/// The policies that fit, the best first, else in the order of their ids.
pub fn list(live: &Live, query: &PolicyQuery) -> PolicyList {
    let book = live.snapshot.book();
    let mut found: Vec<(u32, &Policy)> = book
        .policies()
        .iter()
        .filter(|policy| fits(policy, query))
        .map(|policy| (purse::fit(policy, &query.q), policy))
        .filter(|(fit, _)| *fit > 0)
        .collect();
    found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
    let skip = (query.page.saturating_sub(1) as usize).saturating_mul(query.size as usize);
    let items = found.iter().skip(skip).take(query.size as usize).map(|(_, policy)| brief(policy, query.on));
    PolicyList {
        total: found.len(),
        page: query.page,
        size: query.size,
        items: items.collect(),
        data_date: book.data_date(),
    }
}

fn fits(policy: &Policy, query: &PolicyQuery) -> bool {
    query.class.is_none_or(|class| policy.class == class)
        && query.instrument.is_none_or(|instrument| policy.instrument == instrument)
        && query.audience.is_none_or(|audience| policy.audience.contains(&audience))
        && query.scope.as_ref().is_none_or(|scope| scope.contains(&policy.region))
        && query.pay_mode.is_none_or(|mode| policy.rule_near(query.on).is_some_and(|rule| rule.pay.mode == mode))
}

/// A policy as in lists.
pub(super) fn brief(policy: &Policy, on: NaiveDate) -> PolicyBrief {
    PolicyBrief {
        id: policy.id.clone(),
        name: policy.name.clone(),
        plain_name: policy.plain_name.clone(),
        summary: policy.summary.clone(),
        class: policy.class,
        instrument: policy.instrument,
        means: policy.means,
        audience: policy.audience.clone(),
        level: policy.level,
        region: policy.region.clone(),
        issuer: policy.issuer.clone(),
        pay_mode: policy.rule_near(on).map_or(PayMode::Apply, |rule| rule.pay.mode),
        in_force: policy.rule_on(on).is_some(),
        sample: policy.sample,
    }
}
