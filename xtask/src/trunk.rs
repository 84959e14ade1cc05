//! `cargo xtask trunk …`: Trunk with the tools that it would otherwise ask for.
//!
//! Trunk calls `wasm-bindgen` and `wasm-opt`, and our hook calls `esbuild`. The two latter are in the site's npm packages; the
//! first is this very program under another name, since it holds the library of the locked version.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::args::Args;
use crate::places::Places;
use crate::site::wasm;
use crate::{node, shell};

/// The name under which Trunk calls us.
const BINDGEN: &str = "wasm-bindgen";
/// What Trunk's version check reads; the library is pinned to it in Cargo.toml.
const VERSION: &str = "0.2.130";

/// Runs Trunk with these words.
pub fn run(places: &Places, args: Args) -> Result<()> {
    let trunk = shell::which("trunk").context("Trunk is not installed: `cargo install trunk --locked`")?;
    let packages = node::install(places, node::SITE)?;
    wasm::add_target()?;
    // Trunk.toml keeps Trunk from downloading, and Trunk then keeps cargo from it.
    let mut fetch = shell::cargo();
    shell::run(fetch.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]).current_dir(&places.root))?;
    let ours = places.target.join("trunk-tools");
    std::fs::create_dir_all(&ours)?;
    let bindgen = ours.join(format!("{BINDGEN}{}", std::env::consts::EXE_SUFFIX));
    std::fs::copy(std::env::current_exe()?, &bindgen).with_context(|| bindgen.display().to_string())?;
    let mut path = vec![ours, packages.join(".bin")];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new(trunk);
    command.args(args.rest()).env("PATH", std::env::join_paths(path)?);
    // Trunk reads NO_COLOR as true or false only.
    shell::run(command.current_dir(&places.root).env_remove("NO_COLOR"))
}

/// Whether we were called as `wasm-bindgen`.
pub fn is_bindgen(program: Option<OsString>) -> bool {
    program.is_some_and(|name| Path::new(&name).file_stem().is_some_and(|stem| stem == BINDGEN))
}

/// Does what Trunk asks `wasm-bindgen` for.
pub fn bindgen(words: impl Iterator<Item = String>) -> Result<()> {
    let Some(job) = Job::read(words)? else {
        println!("{BINDGEN} {VERSION}");
        return Ok(());
    };
    Bindgen::new()
        .input_path(job.module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(job.no_module_path)
        .out_name(&job.name)
        .generate(job.folder)
        .context(BINDGEN)
}

/// One call of `wasm-bindgen`.
#[derive(Debug, PartialEq)]
struct Job {
    module: PathBuf,
    folder: PathBuf,
    name: String,
    no_module_path: bool,
}

impl Job {
    /// Reads the words that Trunk says; `None` asks for the version.
    fn read(words: impl Iterator<Item = String>) -> Result<Option<Self>> {
        let (mut module, mut folder, mut name, mut no_module_path) = (None, None, None, false);
        for word in words {
            match word.split_once('=').unwrap_or((&word, "")) {
                ("--version", "") => return Ok(None),
                ("--out-dir", dir) => folder = Some(dir.into()),
                ("--out-name", own) => name = Some(own.to_owned()),
                ("--omit-default-module-path", "") => no_module_path = true,
                ("--target", "web") | ("--no-typescript" | "--no-demangle" | "--keep-debug", "") => {}
                (flag, _) if flag.starts_with('-') => bail!("this {BINDGEN} does not know {word}"),
                _ => module = Some(word.into()),
            }
        }
        let missing = || format!("this {BINDGEN} needs a module, --out-dir and --out-name");
        Ok(Some(Self {
            module: module.with_context(missing)?,
            folder: folder.with_context(missing)?,
            name: name.with_context(missing)?,
            no_module_path,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Job>> {
        Job::read(line.split(' ').map(str::to_owned))
    }

    #[test]
    fn what_trunk_says_is_understood_and_nothing_else() {
        let job =
            read("--target=web --out-dir=/out --out-name=portal /in/portal.wasm --no-typescript").unwrap().unwrap();
        assert_eq!((job.module, job.folder), (PathBuf::from("/in/portal.wasm"), PathBuf::from("/out")));
        assert_eq!((job.name.as_str(), job.no_module_path), ("portal", false));
        assert_eq!(read("--version").unwrap(), None);
        assert!(read("--target=nodejs --out-dir=/out --out-name=a a.wasm").is_err());
        assert!(read("--target=web a.wasm").is_err());
    }

    #[test]
    fn the_name_of_the_program_tells_what_it_is() {
        assert!(is_bindgen(Some("/target/trunk-tools/wasm-bindgen".into())));
        assert!(!is_bindgen(Some("/target/xtask/xtask".into())));
    }
}
