//! Fixed-point figures, equal to the bit on every machine: no floats, no libm.

/// One, in the 1/1024 that ratios are kept in.
pub(crate) const ONE: u32 = 1024;

/// The binary logarithm of `x`/256, in 1/256. Zero counts as 1/256.
pub(crate) fn log2(x: u64) -> u32 {
    let x = x.max(256);
    let whole = x.ilog2();
    let mut rest = (x << (63 - whole)) >> 32;
    let mut fraction = 0;
    for _ in 0..8 {
        rest = (rest * rest) >> 31;
        fraction <<= 1;
        if rest >> 32 != 0 {
            fraction |= 1;
            rest >>= 1;
        }
    }
    (whole - 8) * 256 + fraction
}

/// How rare a term is that `with` of `all` documents have, in 1/256 bits.
pub(crate) fn rarity(all: usize, with: usize) -> u32 {
    log2((2 * all as u64 + 2) * 256 / (2 * with as u64 + 1)).max(64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_one_part_in_256() {
        assert_eq!(log2(256), 0);
        assert_eq!(log2(512), 256);
        assert_eq!(log2(3 * 256), 405);
        assert_eq!(log2(1000 * 256), 2551);
        assert_eq!(log2(0), 0);
    }

    #[test]
    fn a_rarer_term_weighs_more() {
        assert!(rarity(481, 1) > rarity(481, 70));
        assert!(rarity(1, 1) >= 64);
    }
}
