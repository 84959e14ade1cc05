//! Puts the rules about papers, the events, the calendar and the policies of `data` into the program, each file by its name.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    embed(&["papers", "bundles", "calendar"], "papers.rs")?;
    embed(&["policies"], "policies.rs")
}

/// Writes the files of these folders as a list of names and texts.
fn embed(folders: &[&str], list: &str) -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    let mut code = String::from("&[");
    for folder in folders {
        let folder = data.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        if !folder.is_dir() {
            continue;
        }
        let mut files =
            fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
        files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
        files.sort();
        for file in files {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            code += &format!("({name:?}, include_str!({:?})),", fs::canonicalize(&file)?);
        }
    }
    code += "]";
    fs::write(Path::new(&env::var("OUT_DIR")?).join(list), code)?;
    Ok(())
}
