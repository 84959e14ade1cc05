//! When nothing fits: the matters nearest to what was typed, never a dead end.

use crate::{Engine, Hit, Query, index::unigram, order};

impl Engine {
    /// The `n` nearest items: by what was understood, then by single characters, then the most
    /// asked-for. Empty only when no item is allowed.
    pub fn nearest(&self, query: &Query, allowed: &dyn Fn(u32) -> bool, n: usize) -> Vec<Hit> {
        let mut hits = if query.is_empty() { Vec::new() } else { self.rank(query, allowed) };
        hits.truncate(n);
        if hits.len() < n {
            let mut sums = vec![0_u32; self.docs.len()];
            for term in query.folded.iter().filter_map(|&c| unigram(c)).filter_map(|key| self.index.term(key)) {
                let (docs, impacts) = self.index.postings(term);
                for (&doc, &impact) in docs.iter().zip(impacts) {
                    sums[doc as usize] += self.index.idf(term) * u32::from(impact) / 1024;
                }
            }
            let mut rest: Vec<u32> = self.by_popularity.iter().copied().filter(|&doc| allowed(doc)).collect();
            rest.retain(|&doc| !hits.iter().any(|hit| hit.doc == doc));
            // Stable: among equals the most asked-for stays first.
            order::sort_by(&mut rest, |&a, &b| sums[a as usize] > sums[b as usize]);
            hits.extend(rest.into_iter().take(n - hits.len()).map(|doc| Hit { doc, score: 0 }));
        }
        hits
    }
}
