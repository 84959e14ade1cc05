//! What comes out of all policies, divided by what there is to do.

use domain::{
    logic::Truth,
    policy::{About, Evaluation, PayMode, Policy, Rule, Totals},
};

use super::interview::Lookup;

/// As many near misses are looked into.
const MOST_NEAR: usize = 12;

/// One policy and what came out.
pub struct Told<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Its rule on that day.
    pub rule: Option<&'a Rule>,
    /// What came out.
    pub told: Evaluation,
}

/// All of them.
pub struct Outcome<'a> {
    /// Comes without asking.
    pub auto: Vec<Told<'a>>,
    /// To be confirmed.
    pub confirm: Vec<Told<'a>>,
    /// To be applied for.
    pub apply: Vec<Told<'a>>,
    /// Hangs on an answer.
    pub open: Vec<Told<'a>>,
    /// Would be theirs if one thing were otherwise.
    pub near: Vec<Told<'a>>,
    /// Not theirs.
    pub not: Vec<Told<'a>>,
    /// The sums of a year.
    pub totals: Totals,
}

impl<'a> Outcome<'a> {
    /// Works it out.
    pub fn of(lookup: &Lookup<'a>) -> Self {
        let book = lookup.desk.book;
        let interview = lookup.state.interview(book, &lookup.scope);
        let standing = interview.standing();
        let all: Vec<(usize, Evaluation)> =
            (0..book.policies().len()).map(|at| (at, book.assess(at, &standing))).collect();
        let totals = book.totals(all.iter().map(|(at, told)| (*at, told)));
        let (mut auto, mut confirm, mut apply) = (Vec::new(), Vec::new(), Vec::new());
        let (mut open, mut near, mut not) = (Vec::new(), Vec::new(), Vec::new());
        for (at, told) in all {
            let policy = &book.policies()[at];
            let rule = told.rule.and_then(|at| policy.rules.get(at));
            let mut told = Told { policy, rule, told };
            match (told.told.outcome, told.told.mode) {
                (Truth::Yes, PayMode::Auto) => auto.push(told),
                (Truth::Yes, PayMode::Confirm) => confirm.push(told),
                (Truth::Yes, PayMode::Apply) => apply.push(told),
                (Truth::Unknown, _) => open.push(told),
                (Truth::No, _) if near.len() < MOST_NEAR && told.misses_one() => {
                    told.told.nearest = book.nearest(at, &standing);
                    let list = if told.told.nearest.is_some() { &mut near } else { &mut not };
                    list.push(told);
                }
                (Truth::No, _) => not.push(told),
            }
        }
        // What fewer answers settle stands first.
        domain::order::sort_by_key(&mut open, |told| told.told.missing.len());
        Self { auto, confirm, apply, open, near, not, totals }
    }

    /// Those that are theirs.
    pub fn sure(&self) -> impl Iterator<Item = &Told<'a>> {
        self.auto.iter().chain(&self.confirm).chain(&self.apply)
    }

    /// Whether some of what is shown as theirs, or maybe theirs, is an example.
    pub fn has_samples(&self) -> bool {
        self.sure().chain(&self.open).any(|told| told.policy.sample)
    }
}

impl Told<'_> {
    /// Whether one condition alone stands against it; another audience or time cannot be helped.
    fn misses_one(&self) -> bool {
        let mut against = self.told.reasons.iter().filter(|reason| match reason.about {
            About::Exception(at) => {
                let then = self.rule.and_then(|rule| rule.exceptions.get(at)).map(|exception| exception.then);
                then == Some(domain::policy::Then::No) && reason.holds == Truth::Yes
            }
            _ => reason.holds == Truth::No,
        });
        matches!((against.next(), against.next()), (Some(one), None) if matches!(one.about, About::Condition(_)))
    }
}
