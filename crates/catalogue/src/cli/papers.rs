//! `banshi papers`.

mod import;

pub(super) use import::known;
pub use import::{PapersImportArgs, papers_import};

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::snapshot::{Snapshot, SnapshotError};

/// The flags of `banshi papers unplaced`.
#[derive(Debug, Clone)]
pub struct UnplacedArgs {
    /// The snapshot.
    pub snapshot: PathBuf,
}

/// How often a material name occurs, and the first item that has it.
type Seen = BTreeMap<String, (usize, String)>;

/// Lists the material names of guides that no paper is known for, the most frequent first, as tab-separated lines:
/// how often, the name, the first item. Exit code 0 also when there are none, 2 for a file that cannot be read.
pub fn papers_unplaced(args: &UnplacedArgs, out: &mut impl Write) -> io::Result<u8> {
    let seen = match unplaced(&args.snapshot) {
        Ok(seen) => seen,
        Err(error) => return writeln!(out, "error: {error}").map(|()| 2),
    };
    let mut names: Vec<_> = seen.into_iter().collect();
    names.sort_by(|(a, (one, _)), (b, (other, _))| other.cmp(one).then_with(|| a.cmp(b)));
    for (name, (count, item)) in names {
        writeln!(out, "{count}\t{}\t{item}", name.split_whitespace().collect::<Vec<_>>().join(" "))?;
    }
    Ok(0)
}

fn unplaced(path: &Path) -> Result<Seen, SnapshotError> {
    let snapshot = Snapshot::open(path)?;
    let placer = snapshot.world().book().placer();
    let mut seen = Seen::new();
    for item in snapshot.items() {
        let item = item?;
        for material in item.guide.materials.into_iter().filter(|material| placer.place(&material.name).is_none()) {
            seen.entry(material.name).or_insert_with(|| (0, item.code.to_string())).0 += 1;
        }
    }
    Ok(seen)
}
