//! What lets the portal start without a network: the empty page, and the service worker that knows all files.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::phone::SCRIPTS;
use super::script::{Bundle, Kind};
use crate::places::Places;
use crate::stamp::{Inputs, files_below};

/// Writes `shell.html` and `sw.js`.
pub fn build(page: &str, places: &Places, tools: &Path, work: &Path, site: &Path) -> Result<()> {
    let pkg = files_below(&site.join("pkg"))?;
    let files: Vec<String> =
        pkg.iter().filter_map(|file| Some(format!("/pkg/{}", file.file_name()?.to_str()?))).collect();
    // A new page or a new file is a new version, and the browser drops what belonged to the old one.
    let names: Vec<&str> = files.iter().map(String::as_str).chain([page]).collect();
    let version = Inputs::of(&names).hex();
    fs::write(site.join("shell.html"), page)?;
    let script = Bundle::new(tools, places.of(SCRIPTS).join("service.js"), Kind::Worker)
        .define("SITE_FILES", &json!(files))
        .define("SITE_VERSION", &json!(version[..16]))
        .text(work)?;
    fs::write(site.join("sw.js"), script)?;
    Ok(())
}
