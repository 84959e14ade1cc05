//! Rules of the house that no compiler checks (docs/ARCHITECTURE.md, invariants).

#![allow(clippy::unwrap_used, reason = "helpers of tests may panic: that is how tests fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder with one of the endings, as paths from the root with `/`.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(dir) = open.pop() {
        let Ok(entries) = fs::read_dir(&dir) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy();
            if path.is_dir() {
                if !["target", "node_modules", ".git", "dist"].contains(&&*name) {
                    open.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(from_root(&path));
            }
        }
    }
    found.sort();
    found
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Lines of code with their numbers: no comments, and nothing from `mod tests` on.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[track_caller]
fn assert_none(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}:\n  {}\n", found.join("\n  "));
}

/// `file:line` of every line of code for which `bad` holds.
fn lines_where(files: &[String], bad: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let text = read(file);
        let lines = code(&text).filter(|(_, line)| bad(line));
        found.extend(lines.map(|(at, line)| format!("{file}:{at}: {}", line.trim())));
    }
    found
}

#[test]
fn rooms_without_a_host_know_neither_the_browser_nor_the_server() {
    let strangers = ["leptos", "axum", "tokio", "web-sys", "web_sys", "gloo", "rusqlite", "hyper"];
    for room in ["domain", "search", "shelf", "sheet", "bag", "purse", "voice", "slip", "ledger"] {
        let manifest = read(&format!("crates/{room}/Cargo.toml"));
        let dependencies = manifest.lines().filter(|line| !line.trim_start().starts_with('#'));
        let found = dependencies.filter(|line| strangers.iter().any(|name| line.starts_with(name)));
        assert_none(&format!("crates/{room} must not depend on"), found.map(str::to_owned).collect());
        let clock = ["SystemTime", "Instant::now", "Utc::now", "Local::now", "std::fs", "std::net", "thread_rng"];
        let sources: Vec<String> = files(&format!("crates/{room}/src"), &[".rs"])
            .into_iter()
            .filter(|file| !file.contains("/tests") && !file.contains("/bin/"))
            .collect();
        assert_none(
            &format!("crates/{room} has no IO, clock or randomness"),
            lines_where(&sources, |line| clock.iter().any(|word| line.contains(word))),
        );
    }
}

#[test]
fn only_the_http_backend_asks_the_network() {
    let others: Vec<String> =
        files("src", &[".rs"]).into_iter().filter(|file| !file.starts_with("src/backend/http")).collect();
    let asks = |line: &str| line.contains("net::ask") || line.contains("net::{") || line.contains("Question {");
    let asking = lines_where(&others, asks).into_iter().filter(|line| !line.starts_with("src/browser/net.rs"));
    assert_none("asking belongs to src/backend/http.rs", asking.collect());
}

#[test]
fn only_the_browser_room_touches_the_browser() {
    let others: Vec<String> =
        files("src", &[".rs"]).into_iter().filter(|file| !file.starts_with("src/browser")).collect();
    assert_none("web_sys belongs to src/browser", lines_where(&others, |line| line.contains("web_sys::")));
}

#[test]
fn the_portal_never_writes_style_attributes_or_raw_html() {
    let bad = |line: &str| line.contains(" style=") || line.contains("inner_html");
    let pages: Vec<String> =
        files("src", &[".rs"]).into_iter().filter(|file| !file.starts_with("src/browser")).collect();
    assert_none("the policy forbids style= and inner_html puts data at risk", lines_where(&pages, bad));
}

#[test]
fn colours_are_written_in_tokens_only() {
    let mut found = Vec::new();
    for file in files("style", &[".css"]).iter().filter(|file| !file.ends_with("/tokens.css")) {
        let text = read(file);
        let bad = text.lines().enumerate().filter(|(_, line)| has_hex_colour(line));
        found.extend(bad.map(|(at, line)| format!("{file}:{}: {}", at + 1, line.trim())));
    }
    for file in files("src", &[".rs"]) {
        let text = read(&file);
        let bad = code(&text).filter(|(_, line)| line.contains("\"#") && has_hex_colour(line));
        found.extend(bad.map(|(at, line)| format!("{file}:{at}: {}", line.trim())));
    }
    assert_none("hex colours belong to style/tokens.css", found);
}

fn has_hex_colour(line: &str) -> bool {
    line.split('#').skip(1).any(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let ends = !rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        matches!(digits, 3 | 4 | 6 | 8) && ends
    })
}

#[test]
fn every_stylesheet_is_linked_once_and_none_imports_another() {
    let page = read("index.html");
    let found = files("style", &[".css"]).into_iter().filter(|file| page.matches(&format!("\"{file}\"")).count() != 1);
    assert_none("not linked exactly once in index.html", found.collect());
    let imports = files("style", &[".css"]).into_iter().filter(|file| read(file).contains("@import"));
    assert_none("@import loads one file after the other", imports.collect());
}

#[test]
fn no_page_or_style_names_another_host() {
    // Names of formats, which nobody fetches.
    let names = ["http://www.w3.org/", "https://schema.org"];
    let mut sources = vec!["index.html".to_owned(), "Trunk.toml".to_owned()];
    sources.extend(files("style", &[".css"]));
    sources.extend(files("public", &[".svg", ".html", ".json", ".webmanifest"]));
    // What text/ holds are sources that a reader may look up: links, never loaded.
    sources.extend(files("src", &[".rs"]).into_iter().filter(|file| !file.starts_with("src/text")));
    let bad = |line: &str| {
        let rest = names.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
        rest.split("://").skip(1).any(names_a_stranger)
    };
    assert_none("no third-party address", lines_where(&sources, bad));
}

/// A bare scheme and this machine are no strangers.
fn names_a_stranger(host: &str) -> bool {
    host.starts_with(|c: char| c.is_alphanumeric())
        && !["127.0.0.1", "localhost"].iter().any(|own| host.starts_with(own))
}

#[test]
fn no_rust_file_is_longer_than_400_lines() {
    let long = ["src", "crates", "xtask", "tests"]
        .iter()
        .flat_map(|folder| files(folder, &[".rs"]))
        .filter_map(|file| {
            let lines = read(&file).lines().count();
            (lines > 400).then(|| format!("{file}: {lines}"))
        })
        .collect();
    assert_none("longer than 400 lines", long);
}

#[test]
fn no_module_file_is_called_mod_rs() {
    let found = ["src", "crates", "xtask"].iter().flat_map(|folder| files(folder, &["mod.rs"]));
    assert_none(
        "foo.rs + foo/, no mod.rs",
        found.filter(|file| file.ends_with("/mod.rs") && !file.contains("/tests/")).collect(),
    );
}

#[test]
fn decisions_are_numbered_without_gap_or_double() {
    let mut numbers = BTreeMap::<u32, Vec<String>>::new();
    for file in files("docs/adr", &[".md"]).into_iter().filter(|file| !file.ends_with("README.md")) {
        let name = file.rsplit('/').next().unwrap();
        let number = name.split('-').next().filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
        let number = number.unwrap_or_else(|| panic!("{file} does not begin with four digits"));
        numbers.entry(number).or_default().push(file);
    }
    let double: Vec<String> = numbers.values().filter(|files| files.len() > 1).map(|files| files.join(", ")).collect();
    assert_none("two decisions of one number", double);
    let expected: BTreeSet<u32> = (1..=numbers.len() as u32).collect();
    assert_eq!(numbers.into_keys().collect::<BTreeSet<_>>(), expected, "a number is missing");
}

#[test]
fn every_data_file_says_where_it_is_from_and_when_that_was_checked() {
    let told = |text: &str| text.to_lowercase().contains("source") && text.contains("checked_on");
    let found = files("data", &[".toml", ".tsv", ".csv", ".json"]).into_iter().filter(|file| {
        let head: String = read(file).lines().take(12).collect::<Vec<_>>().join("\n");
        let beside = root().join(file).with_file_name("README.md");
        !told(&head) && !fs::read_to_string(beside).is_ok_and(|text| told(&text))
    });
    assert_none("no source and checked_on, in its head or in the README.md beside it", found.collect());
}

#[test]
fn hijacked_text_stands_only_where_it_is_looked_for() {
    let gambling = ["必赢", "体育"].concat();
    let mut found = Vec::new();
    for folder in ["src", "crates", "data", "style", "public", "docs", "xtask"] {
        for file in files(folder, &[""]) {
            let expected = ["lint", "/tests/", "/tests.rs", "fixtures"].iter().any(|part| file.contains(part));
            let text = fs::read(root().join(&file)).unwrap();
            let here = text.windows(gambling.len()).any(|part| part == gambling.as_bytes());
            if here && !expected && !only_in_tests(&String::from_utf8_lossy(&text), &gambling) {
                found.push(file);
            }
        }
    }
    assert_none("hijacked text outside of lint data and tests", found);
}

fn only_in_tests(text: &str, word: &str) -> bool {
    !text.split("#[cfg(test)]").next().unwrap_or(text).contains(word)
}

#[test]
fn the_rules_themselves_can_fail() {
    assert!(has_hex_colour("color: #0b5fff;"));
    assert!(has_hex_colour("a { color: #fff }"));
    assert!(!has_hex_colour("href=\"#main-content\""));
    assert!(!has_hex_colour("#added { }"));
    assert!(code("fn a() {}\n// web_sys::x\n#[cfg(test)]\nmod tests {}").eq([(1, "fn a() {}")]));
    assert!(names_a_stranger("cdn.example/x.js") && !names_a_stranger("\")") && !names_a_stranger("127.0.0.1:80"));
    assert!(!only_in_tests("x\n#[cfg(test)]\ny", "x"));
    let this: PathBuf = root().join("tests/tidy.rs");
    assert_eq!(from_root(&this), "tests/tidy.rs");
}
