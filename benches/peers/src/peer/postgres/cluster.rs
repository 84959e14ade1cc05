//! A PostgreSQL of our own: in a folder that goes away, on a socket that nobody else finds.

use std::{
    fs,
    os::unix::{fs::chown, process::CommandExt},
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use postgres::{Client, Config, NoTls};
use tempfile::TempDir;

/// Who runs it where we are root: PostgreSQL refuses to.
const NOBODY: u32 = 65534;
const MISSING: &str = "PostgreSQL is not installed: `sudo apt-get install postgresql`, or `brew install postgresql`";

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running cluster; it ends with this value, and with us when someone presses Ctrl-C.
pub struct Cluster {
    server: Option<Child>,
    programs: PathBuf,
    // The socket's path has at most 107 characters, so it lies in the system's folder.
    folder: TempDir,
    as_nobody: bool,
}

impl Cluster {
    /// Makes and starts a cluster and connects to it.
    pub fn start() -> Result<(Self, Client)> {
        let programs = programs().context(MISSING)?;
        let folder = TempDir::with_prefix("peers-")?;
        let as_nobody = fs::metadata(folder.path())?.is_owned_by_root();
        if as_nobody {
            chown(folder.path(), Some(NOBODY), Some(NOBODY))?;
        }
        let mut cluster = Self { server: None, programs, folder, as_nobody };
        let data = cluster.data();
        let settings = ["-U", "peers", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
        let status = cluster.command("initdb").args(["-D", &data]).args(settings).status().context("initdb")?;
        if !status.success() {
            bail!("initdb failed ({status})");
        }
        let socket = cluster.folder.path().display().to_string();
        let mut server = cluster.command("postgres");
        server.args(["-D", &data, "-k", &socket, "-c", "listen_addresses="]);
        cluster.server = Some(server.spawn().context("postgres")?);
        let client = cluster.connect(&socket)?;
        Ok((cluster, client))
    }

    /// Connects as soon as the server lets us.
    fn connect(&mut self, socket: &str) -> Result<Client> {
        let start = Instant::now();
        loop {
            match Config::new().host_path(socket).user("peers").dbname("postgres").connect(NoTls) {
                Ok(client) => return Ok(client),
                Err(error) if start.elapsed() > PATIENCE => return Err(error.into()),
                Err(_) => thread::sleep(Duration::from_millis(20)),
            }
            if let Some(status) = self.server.as_mut().map(Child::try_wait).transpose()?.flatten() {
                bail!("postgres ended ({status})");
            }
        }
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    /// One of PostgreSQL's programs, as a user that it accepts.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if self.as_nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        let stop = self.command("pg_ctl").args(["-D", &self.data(), "-s", "-m", "immediate", "stop"]).status();
        if !stop.is_ok_and(|status| status.success()) {
            server.kill().ok();
        }
        server.wait().ok();
    }
}

/// Whether files made by us belong to root.
trait OwnedByRoot {
    fn is_owned_by_root(&self) -> bool;
}

impl OwnedByRoot for fs::Metadata {
    fn is_owned_by_root(&self) -> bool {
        std::os::unix::fs::MetadataExt::uid(self) == 0
    }
}

/// The folder with `initdb`: on PATH, or where Debian keeps each version, the newest first.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut versions: Vec<PathBuf> = versions.map(|entry| entry.path()).collect();
    versions.sort_by_key(|version| version.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok()));
    folders.extend(versions.into_iter().rev().map(|version| version.join("bin")));
    folders.into_iter().find(|folder| folder.join("initdb").is_file())
}
