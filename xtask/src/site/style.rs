//! Stylesheets: what the first paint needs is written into the page, what may wait is a file of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::script::esbuild;
use crate::shell;
use crate::stamp::short_hash;

/// When a stylesheet is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// For the first paint: inlined.
    First,
    /// On paper: a file with `media="print"`, which no browser waits for.
    Print,
    /// Below the content: a file linked at the end of the page.
    Later,
}

impl When {
    /// What the link of a stylesheet asks for.
    pub fn of(media: Option<&str>, later: bool) -> Self {
        match (media, later) {
            (Some("print"), _) => Self::Print,
            (_, true) => Self::Later,
            (_, false) => Self::First,
        }
    }
}

/// All stylesheets of one kind as one, minified and lowered to the oldest engine; empty if there are none.
pub fn join(root: &Path, hrefs: &[&str], tools: &Path) -> Result<String> {
    let mut all = String::new();
    for href in hrefs {
        let css = fs::read_to_string(root.join(href)).with_context(|| format!("index.html links {href}"))?;
        all.push_str(&css);
        all.push('\n');
    }
    if all.is_empty() {
        return Ok(all);
    }
    let input = tempfile(&all)?;
    let small = shell::capture(esbuild(tools).args(["--loader:.css=css", "--charset=utf8"]).arg(&input));
    fs::remove_file(&input).ok();
    Ok(small.context("a stylesheet that esbuild cannot read")?.trim().to_owned())
}

/// Writes a stylesheet under the name of its content and returns its link, or nothing for an empty one.
pub fn link(css: &str, name: &str, more: &str, site: &Path) -> Result<String> {
    if css.is_empty() {
        return Ok(String::new());
    }
    let file = format!("pkg/{name}-{}.css", short_hash(css.as_bytes()));
    fs::write(site.join(&file), css)?;
    Ok(format!("<link rel=\"stylesheet\" href=\"/{file}\"{more}>"))
}

fn tempfile(css: &str) -> Result<std::path::PathBuf> {
    let path = std::env::temp_dir().join(format!("banshi-{}-{}.css", std::process::id(), short_hash(css.as_bytes())));
    fs::write(&path, css)?;
    Ok(path)
}
