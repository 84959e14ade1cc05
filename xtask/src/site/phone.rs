//! The phone's own search: its module, the worker that holds it, and the page's side. Nothing of it is loaded at first.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::script::{Bundle, Kind};
use super::wasm::{Names, Package, bind};
use crate::places::Places;
use crate::stamp::short_hash;

/// The folder of its scripts.
pub const SCRIPTS: &str = "src/browser/phone";

/// Puts all of it into the site; returns the script with which it begins.
pub fn finish(raw: &Path, names: Names, places: &Places, tools: &Path, work: &Path, site: &Path) -> Result<String> {
    let module = bind(raw, Package::Phone, names, tools, work)?;
    let wasm = format!("pkg/phone-{}.wasm", short_hash(&module));
    fs::write(site.join(&wasm), &module)?;
    let script = |name: &str, kind| Bundle::new(tools, places.of(SCRIPTS).join(name), kind);
    let worker = script("worker.js", Kind::Worker)
        .define("PHONE_WASM", &json!(format!("/{wasm}")))
        .alias("phone-module", &work.join("phone.js"))
        .put("phone", work, site)?;
    script("page.js", Kind::Module).define("PHONE_WORKER", &json!(format!("/{worker}"))).put("phone-page", work, site)
}
