//! Which of several that replace each other to take, so that the bag is smallest.

use domain::{
    order::{self, Set},
    papers::{BagLine, PlacedPaper, Requirement, Verdict, smallest_bag},
};

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
    let mut groups: Vec<((&str, &str), Vec<usize>)> = Vec::new();
    for (at, line) in bag.iter().enumerate() {
        let group = line.head().and_then(|head| Some((head.item.as_str(), head.any_of.as_deref()?)));
        if let Some(group) = group.filter(|_| line.verdict != Verdict::NotNeeded) {
            match groups.iter_mut().find(|(known, _)| *known == group) {
                Some((_, members)) => members.push(at),
                None => groups.push((group, vec![at])),
            }
        }
    }
    // In the order of their names, so that the order of matters changes nothing.
    order::sort_by_key(&mut groups, |(group, _)| *group);
    groups.retain(|(_, members)| {
        members.len() > 1 && members.iter().all(|&at| bag[at].verdict == Verdict::Bring && bag[at].open().is_empty())
    });
    let of_group: Set<usize> = groups.iter().flat_map(|(_, members)| members).copied().collect();
    let outright = bag.iter().enumerate().filter(|(at, line)| line.verdict == Verdict::Bring && !of_group.contains(at));
    let carried: Set<Thing<'_>> = outright.flat_map(|(_, line)| things(line)).collect();
    let requirements: Vec<Requirement<Thing<'_>>> = groups
        .iter()
        .map(|(_, members)| Requirement { alternatives: members.iter().map(|&at| things(&bag[at])).collect() })
        .collect();
    let mut picked = vec![None; bag.len()];
    for ((_, members), chosen) in groups.iter().zip(smallest_bag(&carried, &requirements)) {
        for (position, &at) in members.iter().enumerate() {
            picked[at] = Some(position == chosen);
        }
    }
    picked
}

fn things(line: &BagLine) -> Set<Thing<'_>> {
    let Some(head) = line.head() else { return Set::new() };
    if head.papers.is_empty() {
        return Set::from([Thing::Name(head.item.as_str(), &head.name)]);
    }
    head.papers.iter().map(Thing::Paper).collect()
}
