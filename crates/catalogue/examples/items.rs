//! Prints the items of tables, as they stand after an import, in the columns that the examples of
//! `search` read. For measuring search on real data, which never comes into the project.
//! Usage: items MAPPING FILES… > ITEMS.tsv

use std::{
    env,
    error::Error,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use catalogue::{
    cli::{ImportArgs, import},
    snapshot::Snapshot,
};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [mapping, files @ ..] = args.as_slice() else {
        return Err("usage: items MAPPING FILES… > ITEMS.tsv".into());
    };
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("items.snapshot");
    let flags =
        ImportArgs { files: files.to_vec(), mapping: mapping.clone(), out: out.clone(), ..ImportArgs::default() };
    if import(&flags, &mut io::stderr())? != 0 {
        return Err("nothing was imported".into());
    }
    let snapshot = Snapshot::open(&out)?;
    let mut table = BufWriter::new(io::stdout().lock());
    writeln!(table, "code\tname\tplain_name\taliases\tdepartment\ttheme\taudience\tkind\tpopularity")?;
    for head in snapshot.heads() {
        let audience: Vec<&str> = head.audience.iter().map(|audience| audience.code()).collect();
        let cells = [
            if head.source_code.is_empty() { head.code.as_str() } else { &head.source_code },
            &head.name,
            head.plain_name.as_deref().unwrap_or_default(),
            &head.aliases.join("|"),
            &head.department,
            &head.themes.join("|"),
            &audience.join("|"),
            head.kind.code(),
            &head.popularity.to_string(),
        ];
        writeln!(table, "{}", cells.map(|cell| cell.replace(['\t', '\n', '\r'], " ")).join("\t"))?;
    }
    Ok(())
}
