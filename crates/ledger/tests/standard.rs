//! The tree beside the definition of RFC 6962, the vectors that certificate logs test with, and every wrong proof.

use ledger::{
    Hash, MemoryTree, ProofError, check_consistency, check_inclusion, consistency, empty_root, inclusion, leaf_hash,
    node_hash, root,
};
use proptest::prelude::*;

/// The eight leaves of the reference tests of certificate logs.
const LEAVES: [&[u8]; 8] = [
    b"",
    &[0x00],
    &[0x10],
    &[0x20, 0x21],
    &[0x30, 0x31],
    &[0x40, 0x41, 0x42, 0x43],
    &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
    &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
];

const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn log(size: u64) -> MemoryTree {
    let mut tree = MemoryTree::default();
    (0..size).for_each(|n| tree.push(&n.to_be_bytes()));
    tree
}

/// The definition, word for word: the slow way.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [one] => *one,
        more => {
            let (left, right) = more.split_at(more.len().next_power_of_two() / 2);
            node_hash(&defined(left), &defined(right))
        }
    }
}

#[test]
fn the_reference_leaves_have_the_reference_roots() {
    let mut tree = MemoryTree::default();
    for (leaf, told) in LEAVES.iter().zip(ROOTS) {
        tree.push(leaf);
        assert_eq!(root(&tree, tree.size()).unwrap().to_string(), told);
    }
    let path: Vec<String> = inclusion(&tree, 5, 8).unwrap().iter().map(Hash::to_string).collect();
    assert_eq!(
        path,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
    let path: Vec<String> = consistency(&tree, 6, 8).unwrap().iter().map(Hash::to_string).collect();
    assert_eq!(
        path,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
}

#[test]
fn every_size_up_to_three_hundred_has_the_defined_root_and_proves_every_leaf_and_every_beginning() {
    let tree = log(300);
    let leaves: Vec<Hash> = (0..300_u64).map(|n| leaf_hash(&n.to_be_bytes())).collect();
    let roots: Vec<Hash> = (0..=300).map(|size| root(&tree, size).unwrap()).collect();
    for size in 1..=300_usize {
        assert_eq!(roots[size], defined(&leaves[..size]));
        for index in (0..size).step_by(7).chain([size - 1]) {
            let path = inclusion(&tree, index as u64, size as u64).unwrap();
            assert_eq!(check_inclusion(leaves[index], index as u64, size as u64, &path, &roots[size]), Ok(()));
        }
        for old in (0..=size).step_by(5).chain([size - 1]) {
            let path = consistency(&tree, old as u64, size as u64).unwrap();
            let (older, newer) = ((old as u64, &roots[old]), (size as u64, &roots[size]));
            assert_eq!(check_consistency(older, newer, &path), Ok(()), "{old} in {size}");
        }
    }
}

proptest! {
    #[test]
    fn a_proof_for_another_leaf_place_or_tree_proves_nothing(
        size in 1_u64..700, at in any::<u64>(), other in any::<u64>(), flip in any::<u64>(),
    ) {
        let tree = log(size);
        let (index, other) = (at % size, other % size);
        let whole = root(&tree, size).unwrap();
        let leaf = |n: u64| leaf_hash(&n.to_be_bytes());
        let path = inclusion(&tree, index, size).unwrap();
        prop_assert_eq!(check_inclusion(leaf(index), index, size, &path, &whole), Ok(()));
        if other != index {
            prop_assert!(check_inclusion(leaf(other), index, size, &path, &whole).is_err());
            prop_assert!(check_inclusion(leaf(index), other, size, &path, &whole).is_err());
        }
        if !path.is_empty() {
            let mut wrong = path.clone();
            let place = (flip % path.len() as u64) as usize;
            wrong[place].0[(flip >> 8) as usize % 32] ^= 1 << ((flip >> 16) % 8);
            prop_assert_eq!(check_inclusion(leaf(index), index, size, &wrong, &whole), Err(ProofError::Root));
            prop_assert!(check_inclusion(leaf(index), index, size, &path[1..], &whole).is_err());
        }
        let longer = [path.clone(), vec![whole]].concat();
        prop_assert_eq!(check_inclusion(leaf(index), index, size, &longer, &whole), Err(ProofError::Length));
    }

    #[test]
    fn a_rewritten_beginning_is_never_consistent(size in 2_u64..700, old in any::<u64>(), changed in any::<u64>()) {
        let old = 1 + old % (size - 1);
        let honest = log(size);
        let old_root = root(&honest, old).unwrap();
        let mut rewritten = MemoryTree::default();
        let changed = changed % old;
        (0..size).for_each(|n| rewritten.push(&if n == changed { n + 1_000_000 } else { n }.to_be_bytes()));
        let new_root = root(&rewritten, size).unwrap();
        for proof in [consistency(&honest, old, size).unwrap(), consistency(&rewritten, old, size).unwrap()] {
            prop_assert!(check_consistency((old, &old_root), (size, &new_root), &proof).is_err());
        }
    }
}
