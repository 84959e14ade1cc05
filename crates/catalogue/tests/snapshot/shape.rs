use catalogue::snapshot::FORMAT;
use sha2::{Digest, Sha256};

use super::fixture::*;

/// The stored types live in another crate, and a stored record does not name its fields. When one
/// of them changes, files of the old shape must be refused: raise `FORMAT` in
/// `snapshot/container.rs`, then put the new digest here.
#[test]
fn the_stored_shape_is_the_one_that_the_format_number_stands_for() {
    let mut bytes = postcard::to_stdvec(&item("a1", "居民身份证补领")).unwrap();
    bytes.extend(postcard::to_stdvec(&own_terms()).unwrap());
    let digest: String = Sha256::digest(&bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((FORMAT, digest.as_str()), (5, "07d9c9cbb6f89963"));
}
