//! Order in little code: every type that std sorts or keeps in a tree costs the phone some
//! kilobytes. Sorting is one copy of code for all types, sets of few things are sorted lists.
//! Lists of plain numbers, where speed counts, are sorted by std.

mod set;

pub use set::Set;

/// Lists up to this length are sorted by insertion.
const SHORT: usize = 8;

/// Sorts a list; equals keep their order.
pub fn sort_by<T>(list: &mut [T], before: impl Fn(&T, &T) -> bool) {
    let mut order = order_of(list.len(), &|a, b| before(&list[a as usize], &list[b as usize]));
    for start in 0..list.len() {
        // Each circle of things that take one another's places.
        let mut at = start;
        loop {
            let next = std::mem::replace(&mut order[at], at as u32) as usize;
            if next == start {
                break;
            }
            list.swap(at, next);
            at = next;
        }
    }
}

/// Sorts a list by a key; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a) < key(b));
}

/// Sorts a list and leaves out what is there twice.
pub fn sort_dedup<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, |a, b| a < b);
    list.dedup();
}

/// The positions of so many things in their order.
fn order_of(count: usize, before: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    for run in order.chunks_mut(SHORT) {
        for from in 1..run.len() {
            let mut at = from;
            while at > 0 && before(run[at], run[at - 1]) {
                run.swap(at, at - 1);
                at -= 1;
            }
        }
    }
    let mut merged: Vec<u32> = Vec::new();
    let mut width = SHORT;
    while width < count {
        merged.clear();
        merged.reserve(count);
        for pair in order.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if before(*b, *a) {
                    merged.push(*b);
                    right = right_rest;
                } else {
                    merged.push(*a);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_is_sorted_as_std_sorts_it(list in prop::collection::vec((0_u8..20, any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |pair| pair.0);
            theirs.sort_by_key(|pair| pair.0);
            prop_assert_eq!(&ours, &theirs);
            sort_dedup(&mut ours);
            theirs.sort();
            theirs.dedup();
            prop_assert_eq!(ours, theirs);
        }
    }
}
