//! What the command line names.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// Files and figures of one run.
pub struct Args {
    /// The project's folder `data`: the sample catalogue and the lexicon.
    pub data: PathBuf,
    /// Whether the sample is grown to the province's real scale.
    pub full: bool,
    /// Open sets: a query and the codes of the items that answer it.
    pub queries: Vec<PathBuf>,
    /// Blind sets, of the same form. Only figures over all of them leave this program.
    pub blind: Vec<PathBuf>,
    /// How often each query is asked.
    pub rounds: usize,
    /// An empty folder for the peers' files.
    pub work: PathBuf,
    /// Where the browser finds the same items and queries.
    pub export: PathBuf,
}

impl Args {
    /// Reads `--name value` pairs.
    pub fn read() -> Result<Self> {
        let (mut data, mut full, mut work, mut export) = (None, false, None, None);
        let (mut queries, mut blind, mut rounds) = (Vec::new(), Vec::new(), 5);
        let mut words = std::env::args().skip(1);
        while let Some(name) = words.next() {
            let value = words.next().with_context(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--data" => data = Some(value.into()),
                "--scale" => full = value == "full",
                "--queries" => queries.push(value.into()),
                "--blind" => blind.push(value.into()),
                "--rounds" => rounds = value.parse().context("--rounds needs a number")?,
                "--work" => work = Some(value.into()),
                "--export" => export = Some(value.into()),
                other => bail!("{other} is not understood"),
            }
        }
        Ok(Self {
            data: data.context("--data is needed")?,
            full,
            work: work.context("--work is needed")?,
            export: export.context("--export is needed")?,
            queries,
            blind,
            rounds,
        })
    }
}
