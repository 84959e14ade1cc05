//! The server: built for release, with a catalogue and a database of its own.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
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
    /// What the command line calls it.
    pub fn name(self) -> &'static str {
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

/// Makes the catalogue, and keys that sign, unless they are there.
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
    keys(places)?;
    Ok(out)
}

/// Keys of this machine's own, which sign lists of papers; made once.
pub fn keys(places: &Places) -> Result<PathBuf> {
    let folder = keys_folder(places);
    if !folder.join("public.json").exists() {
        let mut new = Command::new(places.banshi());
        shell::run(new.args(["keys", "new", "--dir"]).arg(&folder).stdout(Stdio::null()))?;
    }
    Ok(folder)
}

fn keys_folder(places: &Places) -> PathBuf {
    places.var().join("keys")
}

/// The command that serves a catalogue with the built site.
pub fn command(places: &Places, snapshot: &Path, listen: &str, store: &str) -> Command {
    let mut serve = Command::new(places.banshi());
    serve
        .args(["serve", "--listen", listen, "--snapshot"])
        .arg(snapshot)
        .arg("--site")
        .arg(places.site())
        .arg("--store")
        .arg(format!("sqlite:{}", places.var().join(store).display()))
        .arg("--keys")
        .arg(keys_folder(places))
        .current_dir(&places.root);
    serve
}

/// Says in time that an address is taken.
pub fn check_free(listen: &str) -> Result<()> {
    TcpListener::bind(listen)
        .map(drop)
        .with_context(|| format!("{listen} cannot be used; another --port N may be free"))
}

/// A server that ends with this value.
pub struct Running {
    child: Child,
    address: String,
}

impl Running {
    /// Serves a catalogue on a free port, with a database of its own.
    pub fn banshi(places: &Places, snapshot: &Path) -> Result<Self> {
        let address = free_address()?;
        let mut serve = command(places, snapshot, &address, "bench.db");
        serve.env("RUST_LOG", "error").stdout(Stdio::null());
        Self::start(&mut serve, address, "/readyz")
    }

    /// Starts a server and waits until it answers `path`.
    pub fn start(command: &mut Command, address: String, path: &str) -> Result<Self> {
        let child = command.spawn().with_context(|| shell::line(command))?;
        let mut running = Self { child, address };
        running.wait_for(path)?;
        Ok(running)
    }

    /// `http://` and the address.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The body of an answer; its status must be 200.
    pub fn get(&self, path: &str) -> Result<String> {
        match http_get(&self.address, path)? {
            (200, body) => Ok(body),
            (status, body) => bail!("{path} answered {status}: {body}"),
        }
    }

    /// Memory that the server holds, where the system tells (Linux).
    pub fn resident_kilobytes(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }

    /// Waits until it ends by itself.
    pub fn wait(mut self) -> Result<()> {
        let status = self.child.wait()?;
        if !status.success() {
            bail!("the server ended ({status})");
        }
        Ok(())
    }

    fn wait_for(&mut self, path: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended before it was ready ({status})");
            }
            if http_get(&self.address, path).is_ok_and(|(status, _)| status == 200) {
                return Ok(());
            }
            if start.elapsed() > Duration::from_secs(60) {
                bail!("the server did not become ready within a minute");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> Result<String> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string())
}

/// Status and body. HTTP/1.0, so that the answer comes in one piece.
fn http_get(address: &str, path: &str) -> Result<(u16, String)> {
    let to = address.replace("0.0.0.0", "127.0.0.1");
    let mut stream = TcpStream::connect(&to)?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {to}\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, body) = answer.split_once("\r\n\r\n").context("no HTTP answer")?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).context("no HTTP status")?;
    Ok((status, body.to_owned()))
}
