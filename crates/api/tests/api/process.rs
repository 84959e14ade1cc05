//! The program itself: started, told, and asked as an operator would.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStderr, Command, Stdio},
    time::{Duration, Instant},
};

use catalogue::snapshot::Snapshot;
use serde_json::Value;
use tempfile::TempDir;

use crate::fixture;

/// Far more than any machine needs; only a test that fails waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// `banshi serve` in a process of its own, ended with the test.
pub struct Server {
    pub child: Child,
    log: BufReader<ChildStderr>,
    pub address: String,
}

impl Server {
    fn start(snapshot: &Path, store: &Path) -> Self {
        Self::run(banshi(), snapshot, store, &[])
    }

    /// Starts with more flags, and without a line for each write: nobody reads them, and the program would wait.
    pub fn with(snapshot: &Path, store: &Path, flags: &[&str]) -> Self {
        Self::run(quiet(banshi()), snapshot, store, flags)
    }

    /// Starts by a command that may wrap the program.
    pub fn run(mut command: Command, snapshot: &Path, store: &Path, flags: &[&str]) -> Self {
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--snapshot"])
            .arg(snapshot)
            .arg("--store")
            .arg(format!("sqlite:{}", store.display()))
            .args(flags)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "it ended before it served");
        }
        let address = line.split_once("http://").and_then(|(_, rest)| rest.split_once('/')).unwrap().0.to_owned();
        Self { child, log, address }
    }

    /// What `/readyz` says; `None` when nobody answers.
    pub fn ready(&self) -> Option<Value> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        write!(stream, "GET /readyz HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        serde_json::from_str(answer.split_once("\r\n\r\n")?.1).ok()
    }

    fn checksum(&self) -> Option<String> {
        Some(self.ready()?["snapshot"]["checksum"].as_str()?.to_owned())
    }

    fn signal(&self, name: &str) {
        let done = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The command, telling only where it serves and what goes wrong.
pub fn quiet(mut command: Command) -> Command {
    command.env("BANSHI_LOG", "warn,api::cli::serve=info");
    command
}

/// The program, without the settings of whoever runs the tests.
pub fn banshi() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_banshi"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("BANSHI_")) {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn checksum_of(snapshot: &Path) -> String {
    Snapshot::open(snapshot).unwrap().meta().checksum.clone()
}

#[test]
fn a_hangup_has_the_program_take_a_snapshot_that_looks_unchanged() {
    let folder = TempDir::new().unwrap();
    let (live, next) = (folder.path().join("live.snapshot"), folder.path().join("next.snapshot"));
    fixture::write(&live, "first");
    fixture::write(&next, "other");
    let wanted = checksum_of(&next);
    let mut server = Server::start(&live, &folder.path().join("banshi.db"));
    assert_eq!(server.checksum(), Some(checksum_of(&live)));

    // The same file, length and time, so that only the signal can be why it is read again.
    let (bytes, before) = (fs::read(&next).unwrap(), fs::metadata(&live).unwrap());
    assert_eq!(bytes.len() as u64, before.len(), "the marks of the two snapshots must pack into one length");
    let mut file = File::options().write(true).open(&live).unwrap();
    file.write_all(&bytes).unwrap();
    file.set_modified(before.modified().unwrap()).unwrap();
    drop(file);
    server.signal("HUP");

    let late = Instant::now() + PATIENCE;
    while server.checksum().as_ref() != Some(&wanted) {
        assert!(server.child.try_wait().unwrap().is_none(), "the signal ended the program");
        assert!(Instant::now() < late, "the new snapshot was not taken");
        std::thread::yield_now();
    }
    // An orderly end still works after it.
    server.signal("TERM");
    let mut rest = String::new();
    server.log.read_to_string(&mut rest).unwrap();
    assert!(server.child.wait().unwrap().success(), "{rest}");
    assert!(rest.contains("a new snapshot is served"), "{rest}");
}

#[test]
fn a_store_that_is_not_built_yet_is_refused_in_words_and_its_password_is_not_repeated() {
    let folder = TempDir::new().unwrap();
    let live = folder.path().join("live.snapshot");
    fixture::write(&live, "first");
    let url = "postgres://banshi:geheim@db.internal/banshi";
    for by_flag in [true, false] {
        let mut command = banshi();
        command.args(["serve", "--listen", "127.0.0.1:0", "--snapshot"]).arg(&live);
        match by_flag {
            true => command.args(["--store", url]),
            false => command.env("BANSHI_STORE", url),
        };
        let ended = command.stderr(Stdio::piped()).output().unwrap();
        let told = String::from_utf8_lossy(&ended.stderr);
        assert!(!ended.status.success(), "{told}");
        for part in ["PostgreSQL", "a later", "--store sqlite:FILE"] {
            assert!(told.contains(part), "{part} is not in: {told}");
        }
        assert!(!told.contains("geheim") && !told.contains("db.internal"), "{told}");
        assert_eq!(told.trim().lines().count(), 1, "{told}");
    }
}
