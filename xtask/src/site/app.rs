//! The portal itself: what a first visit loads.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::script::{Bundle, Kind};
use super::wasm::{Names, Package, bind};
use crate::stamp::short_hash;

/// The names of the finished files, relative to the site.
pub struct App {
    /// The module script that starts the portal.
    pub script: String,
    /// The portal itself.
    pub wasm: String,
}

/// Scripts that may follow.
pub struct Later {
    /// The phone's own search, when the page is idle.
    pub phone: String,
    /// What draws pages on the device, on those pages.
    pub fragments: String,
}

/// Puts the portal into the site.
pub fn finish(raw: &Path, names: Names, tools: &Path, work: &Path, site: &Path, later: &Later) -> Result<App> {
    let module = bind(raw, Package::Portal, names, tools, work)?;
    let wasm = format!("app-{}_bg.wasm", short_hash(&module));
    fs::write(site.join("pkg").join(&wasm), &module)?;
    let start = work.join("start.js");
    fs::write(&start, start_script(&wasm))?;
    let script = Bundle::new(tools, start, Kind::Module)
        .define("PHONE_PAGE", &json!(format!("/{}", later.phone)))
        .define("CHECK_PAGE", &json!(format!("/{}", later.fragments)))
        .put("app", work, site)?;
    Ok(App { script, wasm: format!("pkg/{wasm}") })
}

/// Starts the portal. Without wasm, or where the policy forbids it, the page stays as plain HTML and works.
/// No top-level await: engines below Chrome 89 cannot read it. A portal that broke lets go of clicks and
/// forms, so that links lead to the server's pages again.
fn start_script(wasm: &str) -> String {
    format!(
        "import init from './app.js';
function plain(error) {{
  ['click', 'submit', 'input', 'keydown'].forEach(function (kind) {{
    addEventListener(kind, function (event) {{ event.stopImmediatePropagation(); }}, true);
  }});
  console.warn('this page stays plain: ' + error);
}}
if (typeof WebAssembly === 'object') {{
  addEventListener('error', function (event) {{
    if (event.error instanceof WebAssembly.RuntimeError) plain(event.error);
  }});
  init({{ module_or_path: new URL('{wasm}', import.meta.url) }}).catch(plain);
}}
"
    )
}
