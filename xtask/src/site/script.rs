//! Scripts: bundled, minified and lowered to the oldest engine by esbuild, named by what is in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::node::node;
use crate::shell;
use crate::stamp::short_hash;

/// Esbuild, minifying for the oldest engine that is served.
pub fn esbuild(tools: &Path) -> Command {
    let mut command = node(&tools.join("esbuild/bin/esbuild"));
    command.args(["--minify", "--target=chrome72", "--log-level=warning"]);
    command
}

/// How a script is loaded.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// `<script type="module">` and `import()`.
    Module,
    /// A worker: engines below Chrome 80 know no module workers.
    Worker,
}

/// A script to be bundled.
pub struct Bundle<'a> {
    tools: &'a Path,
    entry: PathBuf,
    kind: Kind,
    settings: Vec<String>,
}

impl<'a> Bundle<'a> {
    /// The script that begins in this file.
    pub fn new(tools: &'a Path, entry: PathBuf, kind: Kind) -> Self {
        Self { tools, entry, kind, settings: Vec::new() }
    }

    /// Puts JSON in the place of a name.
    pub fn define(mut self, name: &str, value: &serde_json::Value) -> Self {
        self.settings.push(format!("--define:{name}={value}"));
        self
    }

    /// Says which file an import means.
    pub fn alias(mut self, name: &str, file: &Path) -> Self {
        self.settings.push(format!("--alias:{name}={}", file.display()));
        self
    }

    /// The script's text.
    pub fn text(&self, work: &Path) -> Result<Vec<u8>> {
        let out = work.join("bundle.js");
        let format = match self.kind {
            Kind::Module => "--format=esm",
            Kind::Worker => "--format=iife",
        };
        let mut command = esbuild(self.tools);
        command
            .arg(&self.entry)
            // What is loaded later keeps its address.
            .args(["--bundle", format, "--charset=utf8", "--legal-comments=none", "--external:/pkg/*"])
            .args(&self.settings)
            .arg(format!("--outfile={}", out.display()));
        shell::run(&mut command)?;
        Ok(fs::read(out)?)
    }

    /// Puts the script into the site as `pkg/NAME-HASH.js` and returns that.
    pub fn put(&self, name: &str, work: &Path, site: &Path) -> Result<String> {
        let text = self.text(work)?;
        let file = format!("pkg/{name}-{}.js", short_hash(&text));
        fs::write(site.join(&file), text)?;
        Ok(file)
    }
}
