//! The check of papers on the device: its module and the script that draws its pages. Loaded on those pages only.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::script::{Bundle, Kind};
use super::wasm::{Names, Package, bind};
use crate::places::Places;
use crate::stamp::short_hash;

/// The folder of its scripts.
pub const SCRIPTS: &str = "src/browser/check";

/// Puts both into the site; returns the script with which it begins.
pub fn finish(raw: &Path, names: Names, places: &Places, tools: &Path, work: &Path, site: &Path) -> Result<String> {
    let module = bind(raw, Package::Pocket, names, tools, work)?;
    let wasm = format!("pkg/pocket-{}.wasm", short_hash(&module));
    fs::write(site.join(&wasm), &module)?;
    Bundle::new(tools, places.of(SCRIPTS).join("page.js"), Kind::Module)
        .define("POCKET_WASM", &json!(format!("/{wasm}")))
        .alias("pocket-module", &work.join("pocket.js"))
        .put("pocket-page", work, site)
}
