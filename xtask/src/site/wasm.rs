//! From Rust to wasm that a Chromium of 2019 can run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::quiet::quiet;
use crate::node::node;
use crate::places::Places;
use crate::shell;

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

/// Whether the browser can name the functions of a stack trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// For citizens: small.
    Dropped,
    /// For whoever looks for the cause of a trap.
    Kept,
}

/// A package that runs in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Package {
    /// What a first visit loads.
    Portal,
    /// The phone's own search, which follows when the page is idle.
    Phone,
    /// The check of papers, on its pages.
    Pocket,
    /// The lookup of benefits, on its pages.
    Wallet,
    /// The check of signed lists, on its page.
    Verifier,
}

impl Package {
    const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Portal => &["--package", "portal", "--bin", "portal", "--features", "hydrate"],
            Self::Phone => &["--package", "phone", "--lib"],
            Self::Pocket => &["--package", "pocket", "--lib"],
            Self::Wallet => &["--package", "wallet", "--lib"],
            Self::Verifier => &["--package", "verifier", "--lib"],
        }
    }

    /// What its files are called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Portal => "app",
            Self::Phone => "phone",
            Self::Pocket => "pocket",
            Self::Wallet => "wallet",
            Self::Verifier => "verifier",
        }
    }

    /// Whether what tells of a panic is taken out; it is found by the names of functions. The portal keeps it so far.
    const fn is_quiet(self) -> bool {
        matches!(self, Self::Phone | Self::Pocket | Self::Wallet | Self::Verifier)
    }

    const fn file(self) -> &'static str {
        match self {
            Self::Portal => "portal.wasm",
            Self::Phone => "phone.wasm",
            Self::Pocket => "pocket.wasm",
            Self::Wallet => "wallet.wasm",
            Self::Verifier => "verifier.wasm",
        }
    }
}

/// Compiles a package for the browser; cargo knows whether there is anything to do.
pub fn compile(places: &Places, package: Package, names: Names) -> Result<PathBuf> {
    add_target()?;
    let built = places.wasm_target().join("wasm32-unknown-unknown/wasm").join(package.file());
    if !built.exists() {
        shell::say(&format!("compiling {} for the browser (some minutes, the first time)", package.file()));
    }
    let mut cargo = shell::cargo();
    cargo
        .args(["rustc", "--quiet", "--profile", "wasm", "--target", "wasm32-unknown-unknown"])
        .args(package.arguments())
        .current_dir(&places.root);
    if names == Names::Kept || package.is_quiet() {
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

/// Binds, lowers and shrinks a compiled module; its glue is then `NAME.js` in `work`.
pub fn bind(raw: &Path, package: Package, names: Names, tools: &Path, work: &Path) -> Result<Vec<u8>> {
    let name = package.name();
    // An unstripped module still lists what precompiled std may use, and bindgen would believe it.
    let module = without_section(&fs::read(raw)?, "target_features")
        .with_context(|| format!("{} is no wasm module", raw.display()))?;
    Bindgen::new()
        .input_bytes(name, module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .out_name(name)
        .remove_producers_section(true)
        .generate(work)
        .context("wasm-bindgen")?;
    let bound = work.join(format!("{name}_bg.wasm"));
    if names == Names::Dropped && package.is_quiet() {
        fs::write(&bound, quiet(&fs::read(&bound)?).with_context(|| name.to_owned())?)?;
    }
    let small = work.join(format!("{name}_small.wasm"));
    let mut opt = node(&tools.join("binaryen/bin/wasm-opt"));
    opt.arg(&bound).arg("-o").arg(&small).args(LOWER);
    shell::run(opt.arg(if names == Names::Kept { "-g" } else { "--strip-debug" }))?;
    let small = fs::read(&small)?;
    floor(&small).with_context(|| name.to_owned())?;
    Ok(small)
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
pub(super) fn leb(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.get(from..)?.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, from + index + 1));
        }
    }
    None
}

/// Proves that a module needs nothing above the floor: the MVP and mutable globals.
pub fn floor(wasm: &[u8]) -> Result<()> {
    let allowed = wasmparser::WasmFeatures::WASM1;
    if let Err(error) = wasmparser::Validator::new_with_features(allowed).validate_all(wasm) {
        bail!("a lowered module uses a feature that Chromium 72 lacks: {error}");
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
