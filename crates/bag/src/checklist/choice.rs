//! Which of several that replace each other to take, so that the bag is smallest.

use std::collections::{BTreeMap, BTreeSet};

use domain::papers::{BagLine, PlacedPaper, Requirement, Verdict, smallest_bag};

/// What is carried: papers, or a name that nobody could place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing<'a> {
    Paper(&'a PlacedPaper),
    Name(&'a str, &'a str),
}

/// For each line of the bag, whether it is the one to take of its group; `None` when it is in none.
///
/// A group is chosen from only when it is certain that one of it must be brought.
pub(super) fn picked(bag: &[BagLine]) -> Vec<Option<bool>> {
    let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, line) in bag.iter().enumerate() {
        let group = line.head().and_then(|head| Some((head.item.as_str(), head.any_of.as_deref()?)));
        if let Some(group) = group.filter(|_| line.verdict != Verdict::NotNeeded) {
            groups.entry(group).or_default().push(at);
        }
    }
    groups.retain(|_, members| {
        members.len() > 1 && members.iter().all(|&at| bag[at].verdict == Verdict::Bring && bag[at].open().is_empty())
    });
    let of_group: BTreeSet<usize> = groups.values().flatten().copied().collect();
    let outright = bag.iter().enumerate().filter(|(at, line)| line.verdict == Verdict::Bring && !of_group.contains(at));
    let carried: BTreeSet<Thing<'_>> = outright.flat_map(|(_, line)| things(line)).collect();
    let requirements: Vec<Requirement<Thing<'_>>> = groups
        .values()
        .map(|members| Requirement { alternatives: members.iter().map(|&at| things(&bag[at])).collect() })
        .collect();
    let mut picked = vec![None; bag.len()];
    for (members, chosen) in groups.values().zip(smallest_bag(&carried, &requirements)) {
        for (position, &at) in members.iter().enumerate() {
            picked[at] = Some(position == chosen);
        }
    }
    picked
}

fn things(line: &BagLine) -> BTreeSet<Thing<'_>> {
    let Some(head) = line.head() else { return BTreeSet::new() };
    if head.papers.is_empty() {
        return BTreeSet::from([Thing::Name(head.item.as_str(), &head.name)]);
    }
    head.papers.iter().map(Thing::Paper).collect()
}
