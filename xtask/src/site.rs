//! The site folder: the portal as wasm, its glue, styles and page, named by content and compressed.

mod app;
mod files;
mod fragments;
mod page;
mod phone;
mod quiet;
mod script;
mod service;
mod style;
mod tags;
mod verify;
pub mod wasm;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::places::Places;
use crate::stamp::{Inputs, Stamp};
use crate::{node, shell};
pub use wasm::Names;
use wasm::Package;

/// Changes when the way of building changes, so that old sites are built again.
const RECIPE: &str = "9";

/// Builds `target/site` unless it is there already, and returns it.
pub fn build(places: &Places, names: Names) -> Result<PathBuf> {
    let site = places.site();
    let tools = node::install(places, node::SITE)?;
    let raw = wasm::compile(places, Package::Portal, names)?;
    let raw_phone = wasm::compile(places, Package::Phone, names)?;
    let raw_fragments = fragments::Raw::compile(places, names)?;
    let raw_verifier = wasm::compile(places, Package::Verifier, names)?;
    let mut inputs = Inputs::of(&[RECIPE, &format!("{names:?}")])
        .add(&raw)?
        .add(&raw_phone)?
        .add(&raw_verifier)?
        .add(&places.of(verify::SCRIPTS))?
        .add(&places.of(fragments::SCRIPTS))?
        .add(&places.of(phone::SCRIPTS))?
        .add(&places.of("index.html"))?
        .add(&places.of("style"))?
        .add(&places.of("public"))?
        .add(&places.of("xtask/npm/package-lock.json"))?
        .add(&places.of("xtask/npm/compress.mjs"))?;
    for raw in raw_fragments.files() {
        inputs = inputs.add(raw)?;
    }
    let stamp = Stamp::new(places, "site", inputs);
    if stamp.is_fresh(&[&site.join("index.html")]) {
        return Ok(site);
    }
    shell::timed("building the site folder", || {
        // Built beside and renamed, so that a server never sees half a site.
        let next = places.target.join("site.next");
        shell::empty_dir(&next)?;
        let work = places.target.join("site.work");
        shell::empty_dir(&work)?;
        fs::create_dir_all(next.join("pkg"))?;
        let phone = phone::finish(&raw_phone, names, places, &tools, &work, &next)?;
        let fragments = raw_fragments.finish(names, places, &tools, &work, &next)?;
        let app = app::finish(&raw, names, &tools, &work, &next, &app::Later { phone, fragments })?;
        verify::finish(&raw_verifier, names, places, &tools, &work, &next)?;
        let template = fs::read_to_string(places.of("index.html")).context("index.html")?;
        let page = page::build(&template, &app, &places.root, &tools, &next)?;
        fs::write(next.join("index.html"), &page)?;
        service::build(&page, places, &tools, &work, &next)?;
        files::compress(&places.of("xtask/npm/compress.mjs"), &next)?;
        if site.exists() {
            fs::remove_dir_all(&site)?;
        }
        fs::rename(&next, &site)?;
        fs::remove_dir_all(&work)?;
        Ok(())
    })?;
    stamp.set()?;
    Ok(site)
}
