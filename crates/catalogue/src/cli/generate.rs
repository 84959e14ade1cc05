//! `banshi generate`.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    generate::{Full, Ground, Size, write_tables},
    snapshot::{Counts, Written},
};

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
    /// At full scale, a phone for every publication, marked as an example.
    pub phones: bool,
    /// As many policies as this, made from the samples.
    pub policies: Option<usize>,
}

/// Makes a snapshot. Problems are written one a line; exit code 0 written, 2 nothing written.
pub fn generate(args: &GenerateArgs, out: &mut impl Write) -> io::Result<u8> {
    let ground = match Ground::load(&args.data) {
        Ok(ground) => match args.policies {
            Some(count) => ground.many_policies(count, args.seed),
            None => ground,
        },
        Err(problems) => {
            problems.iter().try_for_each(|problem| writeln!(out, "error: {problem}"))?;
            return Ok(2);
        }
    };
    let full = (args.scale == Scale::Full).then(|| Full::new(&ground, Size::LIAONING, args.seed));
    let full = full.map(|full| if args.phones { full.with_phones() } else { full });
    if args.phones && full.is_none() {
        writeln!(out, "error: phones are generated at full scale only")?;
        return Ok(2);
    }
    if let Some(folder) = &args.table {
        let Some(full) = &full else {
            writeln!(out, "error: tables are written at full scale only")?;
            return Ok(2);
        };
        let (items, publications) = write_tables(full, folder)?;
        writeln!(out, "{}: {items} items, {publications} publications", folder.display())?;
    }
    let Some(path) = &args.out else { return Ok(0) };
    let builder = match &full {
        Some(full) => ground.full_snapshot(full),
        None => ground.sample_snapshot(),
    };
    match builder.write(path) {
        Ok(written) => tell(path, &written, out).map(|()| 0),
        Err(error) => writeln!(out, "error: {error}").map(|()| 2),
    }
}

fn tell(path: &Path, written: &Written, out: &mut impl Write) -> io::Result<()> {
    let Counts { items, publications, regions, places } = written.counts;
    let (bytes, version) = (written.bytes, &written.checksum);
    writeln!(
        out,
        "{}: {items} items, {publications} publications, {regions} regions, {places} places",
        path.display()
    )?;
    writeln!(out, "{bytes} bytes, version {version}")
}
