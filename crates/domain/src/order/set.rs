use std::{ops::Deref, slice, vec};

/// A set of few things, kept as a sorted list: for the browser it weighs a tenth of a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Set<T>(Vec<T>);

impl<T: Ord> Set<T> {
    /// A set of nothing.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one; whether it is new.
    pub fn insert(&mut self, one: T) -> bool {
        match self.0.binary_search(&one) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, one);
                true
            }
        }
    }

    /// Takes one out; whether it was in.
    pub fn remove(&mut self, one: &T) -> bool {
        let found = self.0.binary_search(one);
        found.map(|at| self.0.remove(at)).is_ok()
    }

    /// Whether it is in.
    pub fn contains(&self, one: &T) -> bool {
        self.0.binary_search(one).is_ok()
    }

    /// Whether all of it is in the other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.iter().all(|one| other.contains(one))
    }

    /// Whether nothing is in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.iter().any(|one| other.contains(one))
    }
}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Set<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, more: I) {
        more.into_iter().for_each(|one| {
            self.insert(one);
        });
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        let mut set = Self::new();
        set.extend(all);
        set
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(all: [T; N]) -> Self {
        all.into_iter().collect()
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_holds_what_a_tree_holds(adds in prop::collection::vec(0_u8..20, 0..40), takes in prop::collection::vec(0_u8..20, 0..20)) {
            let (mut ours, mut tree) = (Set::new(), BTreeSet::new());
            for one in &adds {
                prop_assert_eq!(ours.insert(*one), tree.insert(*one));
            }
            let (less, less_tree): (Set<u8>, BTreeSet<u8>) = (takes.iter().copied().collect(), takes.iter().copied().collect());
            prop_assert_eq!(ours.is_subset(&less), tree.is_subset(&less_tree));
            prop_assert_eq!(ours.is_disjoint(&less), tree.is_disjoint(&less_tree));
            for one in &takes {
                prop_assert_eq!(ours.contains(one), tree.contains(one));
                prop_assert_eq!(ours.remove(one), tree.remove(one));
            }
            prop_assert!(ours.iter().eq(&tree));
        }
    }
}
