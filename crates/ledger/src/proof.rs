//! Checking proofs, as RFC 9162 says (2.1.3.2 and 2.1.4.2).

use crate::hash::{Hash, empty_root, node_hash};

/// Why a proof proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// The index lies beyond the tree, or the older tree is the larger one.
    #[error("the sizes do not fit")]
    Size,
    /// Too many or too few hashes.
    #[error("a proof of another length")]
    Length,
    /// It leads to another root.
    #[error("another root")]
    Root,
}

/// Checks that a leaf stands at an index of the tree with this root.
pub fn check_inclusion(leaf: Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::Size);
    }
    let (mut node, mut last, mut hash) = (index, size - 1, leaf);
    for beside in path {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(beside, &hash);
            while node & 1 == 0 && node != 0 {
                (node, last) = (node >> 1, last >> 1);
            }
        } else {
            hash = node_hash(&hash, beside);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    match last {
        0 if hash == *root => Ok(()),
        0 => Err(ProofError::Root),
        _ => Err(ProofError::Length),
    }
}

/// Checks that a tree of `size` leaves begins with that of `old` leaves.
pub fn check_consistency(
    (old, old_root): (u64, &Hash),
    (size, root): (u64, &Hash),
    path: &[Hash],
) -> Result<(), ProofError> {
    let same = |same: bool| if same { Ok(()) } else { Err(ProofError::Root) };
    if old > size {
        return Err(ProofError::Size);
    }
    if old == size || old == 0 {
        let fits = if old == size { old_root == root } else { *old_root == empty_root() };
        return if path.is_empty() { same(fits) } else { Err(ProofError::Length) };
    }
    let mut hashes = path.iter().copied();
    // A whole subtree is its own beginning, and is not sent along.
    let first = if old.is_power_of_two() { Some(*old_root) } else { hashes.next() };
    let first = first.ok_or(ProofError::Length)?;
    let (mut node, mut last) = (old - 1, size - 1);
    while node & 1 == 1 {
        (node, last) = (node >> 1, last >> 1);
    }
    let (mut left, mut whole) = (first, first);
    for beside in hashes {
        if last == 0 {
            return Err(ProofError::Length);
        }
        if node & 1 == 1 || node == last {
            left = node_hash(&beside, &left);
            whole = node_hash(&beside, &whole);
            while node & 1 == 0 && node != 0 {
                (node, last) = (node >> 1, last >> 1);
            }
        } else {
            whole = node_hash(&whole, &beside);
        }
        (node, last) = (node >> 1, last >> 1);
    }
    if last != 0 {
        return Err(ProofError::Length);
    }
    same(left == *old_root && whole == *root)
}
