//! `banshi generate`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use crate::generate::Ground;

/// How much is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// The sample catalogue of `data/catalogue`.
    Sample,
    /// The province's real scale, for tests and benchmarks.
    Full,
}

/// The flags of `banshi generate`.
#[derive(Debug, Clone)]
pub struct GenerateArgs {
    /// How much is made.
    pub scale: Scale,
    /// The project's folder `data`.
    pub data: PathBuf,
    /// The snapshot to write.
    pub out: Option<PathBuf>,
    /// A folder for the same content as tables, to be imported.
    pub table: Option<PathBuf>,
    /// Chooses among full scales; the same seed makes the same files.
    pub seed: u64,
}

/// Makes a snapshot. Problems are written one a line; exit code 0 written, 2 nothing written.
pub fn generate(args: &GenerateArgs, out: &mut impl Write) -> io::Result<u8> {
    let ground = match Ground::load(&args.data) {
        Ok(ground) => ground,
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(out, "error: {problem}"))?;
            return Ok(2);
        }
    };
    ground.sample.warnings.iter().try_for_each(|problem| writeln!(out, "warning: {problem}"))?;
    let Some(path) = &args.out else { return Ok(0) };
    match ground.sample_snapshot().write(path) {
        Ok(written) => {
            let counts = written.counts;
            writeln!(
                out,
                "{}: {} items, {} publications, {} regions, {} places, {} bytes, version {}",
                path.display(),
                counts.items,
                counts.publications,
                counts.regions,
                counts.places,
                written.bytes,
                written.checksum,
            )?;
            Ok(0)
        }
        Err(error) => {
            writeln!(out, "error: {error}")?;
            Ok(2)
        }
    }
}
