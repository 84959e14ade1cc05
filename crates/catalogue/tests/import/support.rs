use std::path::{Path, PathBuf};

use catalogue::cli::{ImportArgs, import};
use serde_json::Value;

/// A file of the fixtures.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fixtures").join(name)
}

/// The project's regions of Liaoning.
pub fn liaoning() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/regions")
}

/// A mapping for the fixture of an invented province, in the shape of a real one.
pub fn province(folder: &Path) -> PathBuf {
    let path = folder.join("province.toml");
    let real =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/mappings/guangdong-2021.toml"))
            .unwrap();
    std::fs::write(&path, real.replace("\"440000\"", "\"990000\"").replace("\"440100\"", "\"990100\"")).unwrap();
    path
}

/// Runs an import; the exit code, the account, and everything that was written.
pub fn run(args: &ImportArgs) -> (u8, Value, String) {
    let mut out = Vec::new();
    let code = import(args, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let last = text.lines().last().unwrap_or_default();
    (code, serde_json::from_str(last).unwrap_or_default(), text)
}

/// The folder of real data, or a line that says the test did not run.
pub fn real_data() -> Option<PathBuf> {
    let folder = std::env::var_os("BANSHI_REAL_DATA").map(PathBuf::from);
    if folder.is_none() {
        println!("not run: BANSHI_REAL_DATA is not set");
    }
    folder
}

/// A number of the account.
pub fn count(account: &Value, path: &str) -> u64 {
    account.pointer(path).and_then(Value::as_u64).unwrap_or(0)
}

/// Asserts that no row is lost.
pub fn assert_accounted(account: &Value) {
    let total = count(account, "/imported") + count(account, "/merged") + count(account, "/rejected");
    assert_eq!(count(account, "/rows"), total, "{account}");
}
