//! From Rust to wasm that a Chromium of 2019 can run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::node::node;
use crate::places::Places;
use crate::shell;
use crate::stamp::short_hash;

/// The plain MVP of wasm: what bindgen sees in `target_features` decides whether it uses externref.
const TARGET: &[&str] = &["-Ctarget-cpu=mvp", "-Ctarget-feature=+mutable-globals"];

/// std comes precompiled with newer features, so they are lowered afterwards. Never add `--disable-*`: flags are global, not ordered.
const LOWER: &[&str] = &[
    "-Oz",
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];

/// The names of the finished files, relative to the site.
pub struct App {
    /// The module script that starts the portal.
    pub script: String,
    /// The portal itself.
    pub wasm: String,
}

/// Whether the browser can name the functions of a stack trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// For citizens: small.
    Dropped,
    /// For whoever looks for the cause of a trap.
    Kept,
}

/// Compiles the portal for the browser; cargo knows whether there is anything to do.
pub fn compile(places: &Places, names: Names) -> Result<PathBuf> {
    add_target()?;
    let dir = places.wasm_target();
    let built = dir.join("wasm32-unknown-unknown/wasm/portal.wasm");
    if !built.exists() {
        shell::say("compiling the portal for the browser (some minutes, the first time)");
    }
    let mut cargo = shell::cargo();
    cargo
        .args(["rustc", "--quiet", "--profile", "wasm", "--target", "wasm32-unknown-unknown"])
        .args(["--package", "portal", "--bin", "portal", "--features", "hydrate"])
        .current_dir(&places.root);
    if names == Names::Kept {
        cargo.args(["--", "-Cstrip=none"]);
    }
    run_for_browser(places, &mut cargo)?;
    Ok(built)
}

/// Runs cargo with the flags and the target folder of browser builds.
pub fn run_for_browser(places: &Places, cargo: &mut Command) -> Result<()> {
    // No name of this machine's folders in the result, so that equal sources give equal files everywhere.
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let mut flags: Vec<String> = TARGET.iter().map(|flag| flag.to_string()).collect();
    for (from, to) in [(home.as_deref(), "cargo"), (Some(&places.root), "banshi")] {
        flags.extend(from.map(|from| format!("--remap-path-prefix={}={to}", from.display())));
    }
    cargo
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .env("CARGO_TARGET_DIR", places.wasm_target())
        .env_remove("RUSTFLAGS");
    shell::run(cargo)
}

/// Adds the browser target to the toolchain, if it is not there.
pub fn add_target() -> Result<()> {
    const NAME: &str = "wasm32-unknown-unknown";
    let sysroot = shell::capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(NAME).is_dir() {
        return Ok(());
    }
    shell::say(&format!("rustup target add {NAME}"));
    shell::run(Command::new("rustup").args(["target", "add", NAME]))
        .context("the portal is compiled for the browser: Rust must come from rustup.rs, or bring that target itself")
}

/// Binds, lowers and shrinks the compiled portal into `pkg`.
pub fn finish(raw: &Path, names: Names, tools: &Path, work: &Path, pkg: &Path) -> Result<App> {
    fs::create_dir_all(pkg)?;
    // An unstripped module still lists what precompiled std may use, and bindgen would believe it.
    let module = without_section(&fs::read(raw)?, "target_features").context("portal.wasm is no wasm module")?;
    Bindgen::new()
        .input_bytes("app", module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .out_name("app")
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true)
        .generate(work)
        .context("wasm-bindgen")?;

    let small = work.join("small.wasm");
    let bound = work.join("app_bg.wasm");
    let mut opt = node(&tools.join("binaryen/bin/wasm-opt"));
    opt.arg(&bound).arg("-o").arg(&small).args(LOWER).args((names == Names::Kept).then_some("-g"));
    shell::run(&mut opt)?;
    floor(&fs::read(&small)?)?;

    let wasm = fs::read(&small)?;
    let wasm_name = format!("app-{}_bg.wasm", short_hash(&wasm));
    fs::write(pkg.join(&wasm_name), &wasm)?;

    let start = work.join("start.js");
    fs::write(&start, start_script(&wasm_name))?;
    let script = work.join("bundle.js");
    let mut bundle = esbuild(tools);
    bundle
        .arg(&start)
        .args(["--bundle", "--format=esm", "--charset=utf8", "--legal-comments=none"])
        .arg(format!("--outfile={}", script.display()));
    shell::run(&mut bundle)?;
    let script = fs::read(script)?;
    let script_name = format!("app-{}.js", short_hash(&script));
    fs::write(pkg.join(&script_name), script)?;
    Ok(App { script: format!("pkg/{script_name}"), wasm: format!("pkg/{wasm_name}") })
}

/// A module without its custom section of this name; `None` for what is no module.
fn without_section(module: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut kept = module.get(..8)?.to_vec();
    let mut at = 8;
    while at < module.len() {
        let (size, start) = leb(module, at + 1)?;
        let section = module.get(start..start.checked_add(size)?)?;
        let named = leb(section, 0).and_then(|(length, from)| section.get(from..from.checked_add(length)?));
        if !(module[at] == 0 && named == Some(name.as_bytes())) {
            kept.extend_from_slice(&module[at..start + size]);
        }
        at = start + size;
    }
    Some(kept)
}

/// A number of at most 32 bits in LEB128, and where it ends.
fn leb(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.get(from..)?.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, from + index + 1));
        }
    }
    None
}

/// Esbuild, minifying for the oldest engine that is served.
pub fn esbuild(tools: &Path) -> Command {
    let mut command = node(&tools.join("esbuild/bin/esbuild"));
    command.args(["--minify", "--target=chrome72", "--log-level=warning"]);
    command
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

/// Proves that the portal needs nothing above the floor: the MVP and mutable globals.
pub fn floor(wasm: &[u8]) -> Result<()> {
    let allowed = wasmparser::WasmFeatures::WASM1;
    if let Err(error) = wasmparser::Validator::new_with_features(allowed).validate_all(wasm) {
        bail!("the lowered portal.wasm uses a feature that Chromium 72 lacks: {error}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (func (param i32) (result i32) local.get 0 OP))` with one operator in its body.
    fn module(operator: &[u8]) -> Vec<u8> {
        let body: Vec<u8> = [&[0x00, 0x20, 0x00], operator, &[0x0b]].concat();
        let size = body.len() as u8;
        let head = b"\0asm\x01\0\0\0\x01\x06\x01\x60\x01\x7f\x01\x7f\x03\x02\x01\x00";
        [head.as_slice(), &[0x0a, size + 2, 0x01, size], &body].concat()
    }

    #[test]
    fn one_custom_section_is_taken_out_and_the_rest_stays() {
        let plain = module(&[0x45]);
        let custom = |name: &[u8]| [&[0, name.len() as u8 + 2, name.len() as u8], name, &[7]].concat();
        let both = [plain.as_slice(), &custom(b"target_features"), &custom(b"name")].concat();
        let kept = without_section(&both, "target_features");
        assert_eq!(kept, Some([plain.as_slice(), &custom(b"name")].concat()));
        assert_eq!(without_section(b"\0asm", "x"), None);
        assert_eq!(without_section(&both[..both.len() - 1], "x"), None);
    }

    #[test]
    fn the_floor_lets_plain_wasm_through_and_stops_sign_extension() {
        let eqz = [0x45];
        let extend8_s = [0xc0];
        floor(&module(&eqz)).unwrap();
        assert!(floor(&module(&extend8_s)).is_err());
    }
}
