//! The command `banshi`.
fn main() {}
