//! The smallest bag: one alternative of every group, so that the fewest papers are carried.

use crate::order::Set;

/// One way to meet a requirement: these papers together.
pub type Alternative<P> = Set<P>;

/// What one matter wants: any one of its alternatives, the published order being the order of preference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement<P> {
    /// The alternatives.
    pub alternatives: Vec<Alternative<P>>,
}

/// Chooses an alternative for each requirement so that the bag is smallest.
///
/// `carried` is in the bag anyway. Among equally small bags the one wins that takes earlier
/// alternatives, requirement by requirement. A requirement without alternatives asks for nothing
/// and gets position 0. Exact: the search drops a branch only when it cannot become smaller.
pub fn smallest_bag<P: Ord + Clone>(carried: &Set<P>, requirements: &[Requirement<P>]) -> Vec<usize> {
    let mut search = Search { requirements, best: None, chosen: Vec::with_capacity(requirements.len()) };
    search.walk(&mut carried.clone());
    search.best.map(|(_, chosen)| chosen).unwrap_or_default()
}

struct Search<'a, P> {
    requirements: &'a [Requirement<P>],
    /// The size of the best bag so far, and its choices.
    best: Option<(usize, Vec<usize>)>,
    chosen: Vec<usize>,
}

impl<P: Ord + Clone> Search<'_, P> {
    fn walk(&mut self, bag: &mut Set<P>) {
        // A bag only grows, so one that is no smaller than the best can be left; equal ones come later in order.
        if self.best.as_ref().is_some_and(|(size, _)| bag.len() >= *size) {
            return;
        }
        let Some(requirement) = self.requirements.get(self.chosen.len()) else {
            self.best = Some((bag.len(), self.chosen.clone()));
            return;
        };
        if requirement.alternatives.is_empty() {
            self.take(0, &Set::new(), bag);
            return;
        }
        for (at, alternative) in requirement.alternatives.iter().enumerate() {
            self.take(at, alternative, bag);
            // Nothing new to carry: no other alternative can do better.
            if alternative.is_subset(bag) {
                break;
            }
        }
    }

    fn take(&mut self, at: usize, papers: &Alternative<P>, bag: &mut Set<P>) {
        let new: Vec<P> = papers.iter().filter(|paper| !bag.contains(paper)).cloned().collect();
        bag.extend(new.iter().cloned());
        self.chosen.push(at);
        self.walk(bag);
        self.chosen.pop();
        new.iter().for_each(|paper| {
            bag.remove(paper);
        });
    }
}
