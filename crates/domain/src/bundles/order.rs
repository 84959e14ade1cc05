//! Which matter has to wait for which.

use super::Bundle;
use crate::{ItemCode, order::Set};

/// The matters, among those that are done in this case, whose results each of them needs; in the order given.
///
/// A matter that is not done in this case hands on what it would have waited for, so that its
/// followers still come after its forerunners.
pub fn predecessors(bundle: &Bundle, done: &[ItemCode]) -> Vec<Set<ItemCode>> {
    let named = |item: &ItemCode| named(bundle, item);
    done.iter()
        .map(|item| {
            let (mut found, mut seen) = (Set::new(), Set::new());
            let mut open = named(item);
            while let Some(before) = open.pop() {
                if !seen.insert(before.clone()) {
                    continue;
                }
                if done.contains(&before) {
                    found.insert(before);
                } else {
                    open.extend(named(&before));
                }
            }
            found
        })
        .collect()
}

/// What a matter says that it waits for.
pub(super) fn named(bundle: &Bundle, item: &ItemCode) -> Vec<ItemCode> {
    let at = bundle.stages.iter().position(|stage| stage.matters.iter().any(|matter| matter.item == *item));
    let Some((at, matter)) = at.zip(bundle.matter(item)) else { return Vec::new() };
    if let Some(after) = &matter.after {
        return after.clone();
    }
    let before = at.checked_sub(1).and_then(|before| bundle.stages.get(before));
    before.map_or_else(Vec::new, |stage| stage.matters.iter().map(|matter| matter.item.clone()).collect())
}
