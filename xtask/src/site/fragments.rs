//! Pages that are written on the device: their modules and the script that draws them. Loaded on those pages only.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::{Value, json};

use super::script::{Bundle, Kind};
use super::wasm::{Names, Package, bind, compile};
use crate::places::Places;
use crate::stamp::short_hash;

/// The folder of the script that draws.
pub const SCRIPTS: &str = "src/browser/check";

/// The modules, and the names by which the script knows their files.
const MODULES: [(Package, &str); 2] = [(Package::Pocket, "POCKET"), (Package::Wallet, "WALLET")];

/// The compiled modules, in the order of `MODULES`.
pub struct Raw(Vec<PathBuf>);

impl Raw {
    /// Compiles them.
    pub fn compile(places: &Places, names: Names) -> Result<Self> {
        Ok(Self(MODULES.iter().map(|(package, _)| compile(places, *package, names)).collect::<Result<_>>()?))
    }

    /// The files.
    pub fn files(&self) -> &[PathBuf] {
        &self.0
    }

    /// Puts all of it into the site; returns the script that draws.
    pub fn finish(&self, names: Names, places: &Places, tools: &Path, work: &Path, site: &Path) -> Result<String> {
        let mut page = Bundle::new(tools, places.of(SCRIPTS).join("page.js"), Kind::Module);
        for ((package, name), raw) in MODULES.into_iter().zip(&self.0) {
            page = page.define(name, &module(package, raw, names, tools, work, site)?);
        }
        page.put("fragment-page", work, site)
    }
}

/// One module: the addresses of its script and of its wasm.
fn module(package: Package, raw: &Path, names: Names, tools: &Path, work: &Path, site: &Path) -> Result<Value> {
    let bound = bind(raw, package, names, tools, work)?;
    let wasm = format!("pkg/{}-{}.wasm", package.name(), short_hash(&bound));
    fs::write(site.join(&wasm), &bound)?;
    let glue = work.join(format!("{}.js", package.name()));
    let script = Bundle::new(tools, glue, Kind::Module).put(package.name(), work, site)?;
    Ok(json!([format!("/{script}"), format!("/{wasm}")]))
}
