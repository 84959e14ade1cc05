//! Files that go into the site as they are, and the compressed twins of all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::node::node;
use crate::shell;
use crate::stamp::{files_below, short_hash};

/// Copies a folder, to its own name or to `to`, as Trunk does. Leaves nothing in the page.
pub fn copy_dir(root: &Path, from: &str, to: Option<&str>, site: &Path) -> Result<String> {
    let source = root.join(from);
    let name = source.file_name().unwrap_or_default().to_owned();
    let into = match to {
        Some(to) => site.join(to.trim_start_matches('/')),
        None => site.join(name),
    };
    for file in files_below(&source)? {
        let target = into.join(file.strip_prefix(&source)?);
        if let Some(dir) = target.parent() {
            fs::create_dir_all(dir)?;
        }
        fs::copy(&file, &target).with_context(|| file.display().to_string())?;
    }
    Ok(String::new())
}

/// Copies one file into the site, or into its folder `to`.
pub fn copy_file(root: &Path, from: &str, to: Option<&str>, site: &Path) -> Result<String> {
    let source = root.join(from);
    let dir = site.join(to.unwrap_or_default().trim_start_matches('/'));
    fs::create_dir_all(&dir)?;
    let Some(name) = source.file_name() else { bail!("index.html copies {from:?}, which is no file") };
    fs::copy(&source, dir.join(name)).with_context(|| source.display().to_string())?;
    Ok(String::new())
}

/// Puts the icon under the name of its content and links it.
pub fn icon(root: &Path, from: &str, kind: Option<&str>, site: &Path) -> Result<String> {
    let source = root.join(from);
    let content = fs::read(&source).with_context(|| source.display().to_string())?;
    let ending = source.extension().unwrap_or_default().to_string_lossy();
    let name = format!("pkg/icon-{}.{ending}", short_hash(&content));
    fs::write(site.join(&name), content)?;
    let kind = kind.map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
    Ok(format!("<link rel=\"icon\" href=\"/{name}\"{kind}>"))
}

/// Writes a `.br` and a `.gz` beside every file that gains by it.
pub fn compress(script: &Path, site: &Path) -> Result<()> {
    shell::run(node(script).arg(site))
}
