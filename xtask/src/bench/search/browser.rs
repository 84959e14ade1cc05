//! The peers in the browser: MiniSearch from the npm registry, and our engine as a wasm module.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::PEERS;
use crate::places::Places;
use crate::site::wasm;
use crate::test::chromium;
use crate::{node, shell};

/// What the run in the browser needs.
pub struct Browser {
    chromium: PathBuf,
}

/// Finds the browser, installs MiniSearch, and puts our module into `dir`.
pub fn prepare(places: &Places, dir: &Path) -> Result<Browser> {
    let chromium = chromium::find_or_install()?;
    node::install(places, PEERS)?;
    fs::create_dir_all(dir)?;
    if let Err(error) = module(places, dir) {
        shell::say(&format!("no row of our wasm: {error:#}"));
    }
    Ok(Browser { chromium })
}

impl Browser {
    /// Asks both and returns what they told.
    pub fn ask(&self, places: &Places, dir: &Path) -> Result<String> {
        let mut script = node::node(&places.of(PEERS).join("browser.mjs"));
        script.arg(dir).env("PEERS_MODULES", places.of(PEERS)).env("E2E_CHROMIUM", &self.chromium);
        shell::timed("asking the peers in the browser", || shell::capture(&mut script))
    }
}

/// Builds our engine as the portal's wasm is built: small, and bound by the same library.
fn module(places: &Places, dir: &Path) -> Result<()> {
    wasm::add_target()?;
    let target = places.target.join("peers-wasm");
    let mut cargo = shell::cargo();
    cargo.args(["build", "--quiet", "--profile", "wasm", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", "peers-browser"]).current_dir(places.of(PEERS)).env("CARGO_TARGET_DIR", &target);
    shell::timed("our engine as wasm", || shell::run(&mut cargo))?;
    Bindgen::new()
        .input_path(target.join("wasm32-unknown-unknown/wasm/peers_browser.wasm"))
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate(dir)
        .context("wasm-bindgen")
}
