//! Taking a part of the regions so that a name in a query means there what it means among all of them.

use std::collections::BTreeSet;

use super::RegionSearch;

impl RegionSearch {
    /// Adds to some regions what makes their names as unclear, or as clear, as they are here: of two villages of
    /// one name, knowing one alone would make its name mean just that one. Regions above those added come along.
    pub fn complete(&self, known: &mut BTreeSet<u32>) {
        loop {
            let mut missing: BTreeSet<u32> = BTreeSet::new();
            for (form, named) in self.names.groups() {
                if !named.iter().any(|id| known.contains(id)) {
                    continue;
                }
                self.add_rivals(known, &mut missing, named.iter().copied().filter(|&id| self.stands_alone(id, form)));
                // A name after its parent's is looked for below that parent alone.
                let anchors: BTreeSet<u32> =
                    named.iter().filter(|id| known.contains(id)).flat_map(|&id| self.all_above(id)).collect();
                for anchor in anchors {
                    let below = named.iter().copied().filter(|&id| self.is_below(id, anchor));
                    self.add_rivals(known, &mut missing, below);
                }
            }
            missing.retain(|id| !known.contains(id));
            if missing.is_empty() {
                return;
            }
            known.extend(missing.iter().copied());
            known.extend(missing.iter().flat_map(|&id| self.all_above(id)));
        }
    }

    /// Of the regions that a name may mean, those of the highest level count: one of them, or two to be unclear.
    fn add_rivals(&self, known: &BTreeSet<u32>, missing: &mut BTreeSet<u32>, named: impl Iterator<Item = u32> + Clone) {
        let level = |id: u32| self.level[id as usize];
        let top = named.clone().map(level).min();
        let top = named.filter(|&id| Some(level(id)) == top);
        let have = top.clone().filter(|id| known.contains(id) || missing.contains(id)).count();
        let lacking = top.filter(|id| !known.contains(id) && !missing.contains(id));
        missing.extend(lacking.take(2_usize.saturating_sub(have)).collect::<Vec<_>>());
    }

    fn all_above(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(id), |&at| Some(self.above[at as usize]).filter(|&above| above != at)).skip(1)
    }
}
