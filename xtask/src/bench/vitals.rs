//! First visits of the result page on a slow phone, beside a server-rendered Preact twin, in one run.

use std::process::Command;

use anyhow::{Context, Result};

use crate::args::Args;
use crate::places::Places;
use crate::server::{self, Running, Scale};
use crate::test::chromium;
use crate::{node, shell, site};

const TWIN: &str = "benches/preact-twin";
/// Twenty hits and all facets at either scale.
const PAGE: &str = "/guides?q=%E7%99%BB%E8%AE%B0";

/// Measures and prints a table.
pub fn run(places: &Places, mut args: Args) -> Result<()> {
    let runs = args.number::<u32>("runs")?.unwrap_or(5).max(1);
    let page = args.text("page")?.unwrap_or_else(|| PAGE.into());
    args.end()?;
    let site = site::build(places, site::Names::Dropped)?;
    server::build(places)?;
    let snapshot = server::snapshot(places, Scale::Sample)?;
    let packages = node::install(places, TWIN)?;
    let chromium = chromium::find_or_install()?;
    let portal = Running::banshi(places, &snapshot)?;
    let twin = twin(places, &packages, &site, &portal)?;

    let mut vitals = node::node(&places.of("benches/vitals.mjs"));
    vitals
        .arg(runs.to_string())
        .arg(format!("server-rendered Preact twin={}{page}", twin.url()))
        .arg(format!("banshi={}{page}", portal.url()))
        .env("VITALS_MODULES", places.of(TWIN))
        .env("E2E_CHROMIUM", chromium);
    shell::run(&mut vitals)
}

/// Builds and starts the twin.
fn twin(places: &Places, packages: &std::path::Path, site: &std::path::Path, portal: &Running) -> Result<Running> {
    let dir = places.target.join("twin");
    std::fs::create_dir_all(&dir)?;
    let bundle = |entry: &str, out: &str, more: &[&str]| -> Result<()> {
        let mut esbuild: Command = node::node(&packages.join("esbuild/bin/esbuild"));
        esbuild.arg(places.of(TWIN).join(entry)).args([
            "--bundle",
            "--minify",
            "--charset=utf8",
            "--log-level=warning",
        ]);
        esbuild.args(["--jsx=automatic", "--jsx-import-source=preact", "--format=esm"]).args(more);
        esbuild.arg(format!("--outfile={}", dir.join(out).display()));
        shell::run(&mut esbuild).context("the twin")
    };
    bundle("client.jsx", "client.js", &["--target=chrome72"])?;
    bundle("server.jsx", "server.mjs", &["--platform=node"])?;
    let address = server::free_address()?;
    let port = address.rsplit(':').next().unwrap_or_default().to_owned();
    let mut serve = node::node(&dir.join("server.mjs"));
    serve
        .env("TWIN_API", portal.url())
        .env("TWIN_SITE", site)
        .env("TWIN_SCRIPT", dir.join("client.js"))
        .env("TWIN_PORT", port);
    Running::start(&mut serve, address, "/client.js")
}
