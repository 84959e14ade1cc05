//! As many policies as a province has, made from the samples: places copy each other's policies and change sums, bounds and
//! dates. For measurements only: each says in its name that it is a sample.

use domain::{
    Level, RegionTable,
    policy::{Base, BookParts, Cond, Leaf, Policy, PolicyFacts, Row},
};

use super::prng::Prng;

/// The same questions and groups with this many policies: the samples first, then their variants by place.
pub fn policies(parts: &BookParts, regions: &RegionTable, count: usize, seed: u64) -> BookParts {
    let facts = PolicyFacts::build(parts.facts.clone()).unwrap_or_default();
    let places: Vec<_> = regions.iter().map(|(_, region)| region).collect();
    let places: Vec<_> = places
        .into_iter()
        .filter(|region| matches!(region.level, Level::Province | Level::City | Level::County))
        .collect();
    let mut made: Vec<Policy> = parts.policies.iter().take(count).cloned().collect();
    for at in made.len()..count {
        let mut prng = Prng::new(seed, at as u64);
        let (Some(base), Some(place)) = (prng.pick(&parts.policies), prng.pick(&places)) else { break };
        let mut policy = base.clone();
        policy.id = format!("{}-{at}", base.id);
        policy.name = format!("{}{}（规模样例{at}）", place.name, base.name);
        policy.plain_name = format!("{}：{}", place.name, base.plain_name);
        policy.issuer = format!("{}{}", place.name, base.issuer);
        (policy.level, policy.region) = (place.level, place.code.clone());
        policy.sample = true;
        policy.doc_no = None;
        policy.sources.iter_mut().for_each(|source| (source.address, source.sentence) = (None, None));
        // Other sums, and bounds a little higher: what stands in a tier keeps its bounds, so that no gap comes up.
        let (times, more) = (1 + prng.below(4) as i64, prng.below(3) as i64);
        for rule in &mut policy.rules {
            rule.conditions.iter_mut().for_each(|condition| shift(&mut condition.need, more, &facts));
            rule.amount.parts.iter_mut().flat_map(|part| &mut part.rows).for_each(|row| scale(row, times));
        }
        made.push(policy);
    }
    BookParts { policies: made, ..parts.clone() }
}

/// Moves the lower bounds of numbers up by a few, as far as answers go.
fn shift(cond: &mut Cond, more: i64, facts: &PolicyFacts) {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter_mut().for_each(|part| shift(part, more, facts)),
        Cond::Not(part) => shift(part, more, facts),
        Cond::Leaf(Leaf::Between(fact, min, max)) => {
            let (least, most) = facts.get(*fact).map_or((*min, *max), domain::policy::PolicyFact::bounds);
            if *min > least && *max == most {
                *min = (*min + more).min(most);
            }
        }
        Cond::Leaf(Leaf::In(..)) => {}
    }
}

fn scale(row: &mut Row, times: i64) {
    row.term.base = match row.term.base {
        Base::Fixed(fen) => Base::Fixed(fen.saturating_mul(times)),
        Base::Local(least, most) => Base::Local(least.saturating_mul(times), most.saturating_mul(times)),
        other @ (Base::Nothing | Base::Share { .. }) => other,
    };
}
