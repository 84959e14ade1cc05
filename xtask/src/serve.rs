//! `cargo xtask serve`: from a fresh clone to an address that a browser can open.

use anyhow::{Result, bail};

use crate::args::Args;
use crate::places::Places;
use crate::server::{self, Running, Scale};
use crate::{shell, site};

/// Sets up whatever is missing, builds whatever changed, and serves.
pub fn serve(places: &Places, mut args: Args) -> Result<()> {
    let port = args.number::<u16>("port")?.unwrap_or(8080);
    let listen = args.text("listen")?.unwrap_or_else(|| format!("127.0.0.1:{port}"));
    let scale = match args.text("scale")?.as_deref() {
        None | Some("sample") => Scale::Sample,
        Some("full") => Scale::Full,
        Some(other) => bail!("--scale is sample or full, not {other:?}"),
    };
    let build_only = args.flag("build-only");
    let once = args.flag("once");
    args.end()?;

    let site = site::build(places, site::Names::Dropped)?;
    let banshi = server::build(places)?;
    if build_only {
        shell::say(&format!("built {} and {}", banshi.display(), site.display()));
        return Ok(());
    }
    let snapshot = server::snapshot(places, scale)?;
    let mut command = server::command(places, &snapshot, &listen, "banshi.db");
    if once {
        shell::say(&format!("ready; this serves it:\n  {}", shell::line(&command)));
        return Ok(());
    }
    server::check_free(&listen)?;
    let running = Running::start(&mut command, listen.clone(), "/readyz")?;
    shell::say(&format!("http://{listen}/  (Ctrl-C ends it)"));
    running.wait()
}
