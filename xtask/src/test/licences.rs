//! No dependency under a licence that deny.toml does not allow.

use std::fs;

use anyhow::{Context, Result, bail};

use super::spdx::satisfied;
use super::tally::Tally;
use crate::places::Places;
use crate::shell;
use crate::stamp::{Inputs, Stamp};

/// Asks cargo-deny if it is there; else reads `cargo metadata` with the same list.
pub fn check(places: &Places, all: bool, tally: &mut Tally) {
    tally.check("licences", checked(places, all));
}

fn checked(places: &Places, all: bool) -> Result<()> {
    let inputs = Inputs::of(&["licences"]).add(&places.of("Cargo.lock"))?.add(&places.of("deny.toml"))?;
    let stamp = Stamp::new(places, "licences", inputs);
    if !all && stamp.is_fresh(&[]) {
        return Ok(());
    }
    shell::timed("licences", || {
        if shell::which("cargo-deny").is_some() {
            let mut deny = shell::cargo();
            return shell::run(deny.args(["deny", "check", "licenses", "bans", "sources"]).current_dir(&places.root));
        }
        let allowed = allowed(&fs::read_to_string(places.of("deny.toml")).context("deny.toml")?);
        let mut cargo = shell::cargo();
        cargo.args(["metadata", "--format-version", "1", "--locked"]).current_dir(&places.root);
        let told: serde_json::Value = serde_json::from_str(&shell::capture(&mut cargo)?)?;
        let packages = told["packages"].as_array().context("cargo metadata lists no packages")?;
        let bad: Vec<String> = packages.iter().filter_map(|package| complaint(package, &allowed)).collect();
        if !bad.is_empty() {
            bail!("not allowed by deny.toml:\n{}", bad.join("\n"));
        }
        Ok(())
    })?;
    stamp.set()
}

fn complaint(package: &serde_json::Value, allowed: &[String]) -> Option<String> {
    let name = package["name"].as_str().unwrap_or_default();
    match package["license"].as_str() {
        Some(licence) if satisfied(licence, allowed) => None,
        licence => Some(format!("  {name} is under {}", licence.unwrap_or("no named licence"))),
    }
}

/// The quoted names of `allow = [ … ]` under `[licenses]`.
fn allowed(deny: &str) -> Vec<String> {
    let list =
        deny.split_once("[licenses]").and_then(|(_, rest)| rest.split_once("allow = [")).map_or("", |(_, rest)| rest);
    let list = list.split_once(']').map_or("", |(list, _)| list);
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_allowed_licences_is_read_from_deny_toml() {
        let toml = "[bans]\nallow = [\"x\"]\n[licenses]\nallow = [\n  \"MIT\", # short\n  \"ISC\",\n]\n";
        assert_eq!(allowed(toml), ["MIT", "ISC"]);
    }

    #[test]
    fn a_package_without_or_with_another_licence_is_named() {
        let allowed = ["MIT".to_owned()];
        let package = |licence: serde_json::Value| serde_json::json!({"name": "a", "license": licence});
        assert_eq!(complaint(&package("MIT".into()), &allowed), None);
        assert!(complaint(&package("GPL-3.0".into()), &allowed).unwrap().contains("GPL-3.0"));
        assert!(complaint(&package(serde_json::Value::Null), &allowed).is_some());
    }
}
