//! The check of a signed list: a module of its own and its script, loaded on that page only.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::script::{Bundle, Kind};
use super::wasm::{Names, Package, bind};
use crate::places::Places;
use crate::stamp::short_hash;

/// The folder of its script.
pub const SCRIPTS: &str = "src/browser/verify";

/// Puts both into the site; the server finds the script by its name, `pkg/verify-page-….js`.
pub fn finish(raw: &Path, names: Names, places: &Places, tools: &Path, work: &Path, site: &Path) -> Result<()> {
    let module = bind(raw, Package::Verifier, names, tools, work)?;
    let wasm = format!("pkg/verifier-{}.wasm", short_hash(&module));
    fs::write(site.join(&wasm), &module)?;
    Bundle::new(tools, places.of(SCRIPTS).join("page.js"), Kind::Module)
        .define("VERIFIER_WASM", &json!(format!("/{wasm}")))
        .alias("verifier-module", &work.join("verifier.js"))
        .put("verify-page", work, site)?;
    Ok(())
}
