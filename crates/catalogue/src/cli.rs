//! What the command line does, without the parsing of flags: each writes to the output it is given
//! and returns the exit code.

mod generate;

pub use generate::{GenerateArgs, Scale, generate};
