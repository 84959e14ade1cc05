//! The server: built for release, with a catalogue and a database of its own.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::places::Places;
use crate::shell;
use crate::stamp::{Inputs, Stamp};

/// How much is published.
#[derive(Debug, Clone, Copy)]
pub enum Scale {
    /// The sample catalogue: for looking and testing.
    Sample,
    /// As many matters as the province has: for measuring.
    Full,
}

impl Scale {
    fn name(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::Full => "full",
        }
    }
}

/// Compiles `banshi`; cargo knows whether there is anything to do.
pub fn build(places: &Places) -> Result<PathBuf> {
    let banshi = places.banshi();
    if !banshi.exists() {
        shell::say("compiling the server (some minutes, the first time)");
    }
    let mut cargo = shell::cargo();
    cargo.args(["build", "--quiet", "--release", "--package", "api", "--bin", "banshi"]).current_dir(&places.root);
    shell::run(cargo.env("CARGO_TARGET_DIR", &places.target))?;
    Ok(banshi)
}

/// Makes the catalogue, unless it is there.
pub fn snapshot(places: &Places, scale: Scale) -> Result<PathBuf> {
    let name = scale.name();
    let out = places.var().join(format!("{name}.snapshot"));
    let banshi = places.banshi();
    let inputs = Inputs::of(&[name]).add(&banshi)?.add(&places.of("data"))?;
    let stamp = Stamp::new(places, &format!("snapshot-{name}"), inputs);
    if !stamp.is_fresh(&[&out]) {
        std::fs::create_dir_all(places.var())?;
        shell::timed(&format!("making the {name} catalogue"), || {
            let mut generate = Command::new(&banshi);
            generate.args(["generate", "--scale", name, "--out"]).arg(&out).arg("--data").arg(places.of("data"));
            shell::run(&mut generate)
        })?;
        stamp.set()?;
    }
    Ok(out)
}

/// The command that serves a catalogue with the built site.
pub fn command(places: &Places, snapshot: &Path, listen: &str) -> Command {
    let mut serve = Command::new(places.banshi());
    serve
        .args(["serve", "--listen", listen, "--snapshot"])
        .arg(snapshot)
        .arg("--site")
        .arg(places.site())
        .arg("--store")
        .arg(format!("sqlite:{}", places.var().join("banshi.db").display()))
        .current_dir(&places.root);
    serve
}

/// Says in time that an address is taken.
pub fn check_free(listen: &str) -> Result<()> {
    TcpListener::bind(listen)
        .map(drop)
        .with_context(|| format!("{listen} cannot be used; another --port N may be free"))
}

/// Waits until the server answers `/readyz`, or has ended.
pub fn wait_until_ready(listen: &str, running: &mut Child) -> Result<()> {
    let start = Instant::now();
    loop {
        if let Some(status) = running.try_wait()? {
            bail!("banshi serve ended before it was ready ({status})");
        }
        if status_of(listen, "/readyz").is_ok_and(|status| status == 200) {
            return Ok(());
        }
        if start.elapsed() > Duration::from_secs(60) {
            running.kill().ok();
            bail!("banshi serve did not become ready within a minute");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn status_of(listen: &str, path: &str) -> Result<u16> {
    let to = listen.replace("0.0.0.0", "127.0.0.1");
    let mut stream = TcpStream::connect(&to)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {to}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no HTTP answer")
}
