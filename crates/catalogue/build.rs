//! Puts the rules about papers, the events and the calendar of `data` into the program, each file by its name.

use std::{env, error::Error, fs, path::Path};

const FOLDERS: [&str; 3] = ["papers", "bundles", "calendar"];

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    let mut code = String::from("&[");
    for folder in FOLDERS {
        let folder = data.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
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
    fs::write(Path::new(&env::var("OUT_DIR")?).join("papers.rs"), code)?;
    Ok(())
}
