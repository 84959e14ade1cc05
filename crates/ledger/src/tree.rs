//! The tree over the leaves: roots and proofs from few kept nodes.
//!
//! Of all nodes only those of every fourth level are kept, each once the sixteen below it are there: a fifteenth of a
//! node for each leaf. What lies between is hashed anew from at most sixteen of them.

use crate::hash::{Hash, empty_root, leaf_hash, node_hash};

/// Kept levels are so far apart.
pub const STEP: u8 = 4;

/// Where nodes are kept. Level 0 are the leaves; a node of level `l` is the root of the `2^l` leaves from `index * 2^l`.
pub trait Nodes {
    /// Why a node cannot be read.
    type Error;

    /// A node of a kept level (0, 4, 8, …) whose leaves are all there.
    fn node(&self, level: u8, index: u64) -> Result<Hash, Self::Error>;
}

/// The nodes to be kept once the log has `size` leaves, as level and index, lower levels first: none for most sizes.
pub fn due(size: u64) -> impl Iterator<Item = (u8, u64)> {
    (1..u64::BITS as u8 / STEP)
        .map(|step| step * STEP)
        .take_while(move |level| size > 0 && size.is_multiple_of(1 << level))
        .map(move |level| (level, (size >> level) - 1))
}

/// Any whole node, kept or hashed from kept ones.
pub fn node<N: Nodes>(nodes: &N, level: u8, index: u64) -> Result<Hash, N::Error> {
    let above = level % STEP;
    below(nodes, level - above, above, index)
}

/// The node to keep at a level of [`due`], from the sixteen below it.
pub fn kept<N: Nodes>(nodes: &N, level: u8, index: u64) -> Result<Hash, N::Error> {
    below(nodes, level - STEP, STEP, index)
}

fn below<N: Nodes>(nodes: &N, kept: u8, above: u8, index: u64) -> Result<Hash, N::Error> {
    let width = 1_u64 << above;
    let mut row = (0..width).map(|at| nodes.node(kept, index * width + at)).collect::<Result<Vec<_>, _>>()?;
    while row.len() > 1 {
        row = row.chunks(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
    }
    Ok(row[0])
}

/// The root of the first `size` leaves.
pub fn root<N: Nodes>(nodes: &N, size: u64) -> Result<Hash, N::Error> {
    if size == 0 {
        return Ok(empty_root());
    }
    span(nodes, 0, size)
}

/// The way from a leaf up to the root of the first `size` leaves; `index` is below `size`.
pub fn inclusion<N: Nodes>(nodes: &N, index: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    let mut path = Vec::new();
    let (mut from, mut to) = (0, size);
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            path.push(span(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(span(nodes, from, middle)?);
            from = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The proof that the first `old` leaves of a log of `size` are the log of `old`; `old` is at most `size`.
pub fn consistency<N: Nodes>(nodes: &N, old: u64, size: u64) -> Result<Vec<Hash>, N::Error> {
    let mut path = Vec::new();
    if old == 0 || old == size {
        return Ok(path);
    }
    let (mut from, mut to, mut whole) = (0, size, true);
    while old != to {
        let middle = from + split(to - from);
        if old <= middle {
            path.push(span(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(span(nodes, from, middle)?);
            (from, whole) = (middle, false);
        }
    }
    if !whole {
        path.push(span(nodes, from, to)?);
    }
    path.reverse();
    Ok(path)
}

/// The root over the leaves from `from` up to `to`, where `from` is where a subtree of that width begins.
fn span<N: Nodes>(nodes: &N, from: u64, to: u64) -> Result<Hash, N::Error> {
    let width = to - from;
    if width.is_power_of_two() {
        let level = width.trailing_zeros() as u8;
        return node(nodes, level, from >> level);
    }
    let middle = from + split(width);
    Ok(node_hash(&span(nodes, from, middle)?, &span(nodes, middle, to)?))
}

/// The largest power of two below `width`, which is above 1.
fn split(width: u64) -> u64 {
    1 << (width - 1).ilog2()
}

/// A log in memory: for audits and tests.
#[derive(Debug, Clone, Default)]
pub struct MemoryTree {
    rows: Vec<Vec<Hash>>,
}

impl MemoryTree {
    /// Adds a leaf.
    pub fn push(&mut self, leaf: &[u8]) {
        self.push_hash(leaf_hash(leaf));
    }

    /// Adds a leaf of which only the hash is known.
    pub fn push_hash(&mut self, hash: Hash) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.rows[0].push(hash);
        for (level, index) in due(self.size()) {
            if let Ok(hash) = kept(self, level, index) {
                let row = usize::from(level / STEP);
                if self.rows.len() <= row {
                    self.rows.push(Vec::new());
                }
                self.rows[row].push(hash);
            }
        }
    }

    /// How many leaves.
    pub fn size(&self) -> u64 {
        self.rows.first().map_or(0, |leaves| leaves.len() as u64)
    }
}

/// A node that is not there; only a caller that asks beyond the size meets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no node {index} at level {level}")]
pub struct NoNode {
    level: u8,
    index: u64,
}

impl Nodes for MemoryTree {
    type Error = NoNode;

    fn node(&self, level: u8, index: u64) -> Result<Hash, NoNode> {
        let row = self.rows.get(usize::from(level / STEP));
        let found = row.and_then(|row| row.get(usize::try_from(index).ok()?));
        found.copied().ok_or(NoNode { level, index })
    }
}
