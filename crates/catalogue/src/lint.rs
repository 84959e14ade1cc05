//! Lints tell lies from gaps. One idea a file, each with a test that fails without it.

pub mod code;
pub mod cut_off;
pub mod dates;
pub mod figures;
pub mod limits;
pub mod masked;
pub mod materials;
pub mod missing;
pub mod mojibake;
pub mod phrases;
pub mod sums;
pub mod text;
pub mod traditional;
pub mod visits;

pub use code::{Code, Severity};
pub use text::{Finding, TextLints};
