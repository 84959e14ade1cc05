//! The phone's own search in a slowed Chromium, and what its files weigh.

use std::process::Command;

use anyhow::{Context, Result};

use crate::args::Args;
use crate::places::Places;
use crate::server::{self, Running, Scale};
use crate::stamp::files_below;
use crate::test::chromium;
use crate::{node, shell, site};

/// Playwright comes with the browser tests.
const MODULES: &str = "tests/e2e";
/// Queries to type.
const QUERIES: &str = "data/queries/everyday.tsv";

/// Measures and prints a table.
pub fn run(places: &Places, mut args: Args) -> Result<()> {
    let scale = if args.flag("full") { Scale::Full } else { Scale::Sample };
    let region = args.text("region")?.unwrap_or_else(|| "210102000000".into());
    args.end()?;
    let site = site::build(places, site::Names::Dropped)?;
    server::build(places)?;
    let snapshot = server::snapshot(places, scale)?;
    node::install(places, MODULES)?;
    let chromium = chromium::find_or_install()?;
    let portal = Running::banshi(places, &snapshot)?;
    let mut bench = node::node(&places.of("benches/phone.mjs"));
    bench
        .arg(places.of(QUERIES))
        .arg(portal.url())
        .arg(format!("region={region}"))
        .env("VITALS_MODULES", places.of(MODULES))
        .env("E2E_CHROMIUM", chromium);
    shell::run(&mut bench)?;
    for (name, path) in [("words", "words".to_owned()), ("pack of the region", region)] {
        let bytes = brotli_size(&format!("{}/api/v1/packs/{path}", portal.url()))?;
        println!("| {name}, bytes on the wire, brotli | {bytes} | |");
    }
    for file in files_below(&site.join("pkg"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("phone-") && name.ends_with(".br") {
            println!("| {name} | {} | |", std::fs::metadata(&file)?.len());
        }
    }
    Ok(())
}

/// How long an answer is when it is sent with brotli.
fn brotli_size(url: &str) -> Result<u64> {
    let script = "fetch(process.argv[1],{headers:{'accept-encoding':'br'}})\
        .then(a=>{const n=a.headers.get('content-length');return a.arrayBuffer().then(b=>console.log(n||b.byteLength))})";
    let told = shell::capture(Command::new("node").args(["-e", script]).arg(url))?;
    told.trim().parse().with_context(|| format!("{url} has no length"))
}
