//! Materials that replace each other: any one of the group is enough.

use std::collections::{BTreeMap, BTreeSet};

use super::{Line, Reason, Verdict};
use crate::logic::Truth;

/// Settles the groups of one matter's lines.
pub(super) fn settle(lines: &mut [Line]) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.asked != Truth::No) {
        if let Some(name) = &line.any_of {
            groups.entry(name.clone()).or_default().push(at);
        }
    }
    for members in groups.values().filter(|members| members.len() > 1) {
        match members.iter().copied().find(|&at| meets(&lines[at])) {
            Some(met) => excuse(lines, members, met),
            None => offer(lines, members),
        }
    }
}

/// Whether a material that nobody has to bring is certain to be one of the group.
fn meets(line: &Line) -> bool {
    line.asked == Truth::Yes && line.verdict == Verdict::NotNeeded && line.open.is_empty()
}

fn excuse(lines: &mut [Line], members: &[usize], met: usize) {
    let by = lines[met].name.clone();
    for &at in members.iter().filter(|&&at| at != met) {
        let line = &mut lines[at];
        line.verdict = Verdict::NotNeeded;
        line.why = vec![Reason::GroupMet { by: by.clone() }];
        line.method = None;
        line.open.clear();
    }
}

/// Every member hangs on whatever could still make another one enough.
fn offer(lines: &mut [Line], members: &[usize]) {
    let hangs_on = |line: &Line| line.open.union(&line.asked_open).cloned().collect::<Vec<_>>();
    let open: BTreeSet<String> = members.iter().flat_map(|&at| hangs_on(&lines[at])).collect();
    // What is not needed whatever the answers stays so.
    let wanted: Vec<usize> = members.iter().copied().filter(|&at| lines[at].verdict != Verdict::NotNeeded).collect();
    for &at in &wanted {
        let others = members.iter().filter(|&&other| other != at).map(|&other| lines[other].name.clone()).collect();
        lines[at].why.insert(0, Reason::OneOf { others });
        lines[at].open.clone_from(&open);
    }
}
