//! The files of data/lexicon, inside the program.

/// File names and contents.
pub(super) const FILES: &[(&str, &str)] = &[("fillers.toml", include_str!("../../../../data/lexicon/fillers.toml"))];
