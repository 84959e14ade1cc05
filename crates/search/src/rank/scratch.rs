//! Buffers that ranking uses again and again, one set a thread.

use std::cell::RefCell;

/// Dense sums by document; all zero between two queries.
#[derive(Default)]
pub(super) struct Scratch {
    /// Words of the present way.
    pub way: Vec<u32>,
    pub in_way: Vec<u32>,
    /// The best way of the present clause.
    pub clause: Vec<u32>,
    pub in_clause: Vec<u32>,
    /// All clauses.
    pub total: Vec<u32>,
    pub touched: Vec<u32>,
    /// Terms that explain a name.
    pub known: Vec<bool>,
    /// Documents already in the answer.
    pub seen: Vec<bool>,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// Runs with this thread's buffers; they are free again before any caller's code runs.
pub(super) fn with<T>(run: impl FnOnce(&mut Scratch) -> T) -> T {
    SCRATCH.with(|scratch| run(&mut scratch.borrow_mut()))
}

impl Scratch {
    /// Makes room; engines of different sizes may share a thread.
    pub fn fit(&mut self, docs: usize, terms: usize) {
        if self.way.len() < docs {
            self.way.resize(docs, 0);
            self.clause.resize(docs, 0);
            self.total.resize(docs, 0);
            self.seen.resize(docs, false);
        }
        if self.known.len() < terms {
            self.known.resize(terms, false);
        }
    }

    /// A way's share for a document; the best way of a clause counts.
    pub fn offer(&mut self, doc: u32, value: u32) {
        let best = &mut self.clause[doc as usize];
        if *best == 0 {
            self.in_clause.push(doc);
        }
        *best = (*best).max(value);
    }

    /// Marks terms as explained.
    pub fn know(&mut self, terms: &[u32]) {
        for &term in terms {
            self.known[term as usize] = true;
        }
    }

    /// Unmarks them.
    pub fn forget(&mut self, terms: &[u32]) {
        for &term in terms {
            self.known[term as usize] = false;
        }
    }
}
