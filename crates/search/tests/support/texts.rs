//! Every text of the project that search reads.

use std::{fs, path::Path};

/// The files of data/catalogue, data/lexicon and data/regions.
pub fn project_texts() -> Vec<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let folders = ["catalogue", "lexicon", "regions"].map(|folder| fs::read_dir(data.join(folder)));
    let files = folders.into_iter().flatten().flatten().flatten();
    files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect()
}
