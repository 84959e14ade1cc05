//! Where things lie.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folders and files that the commands read and make.
pub struct Places {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// What may be thrown away: `target`, or `CARGO_TARGET_DIR`.
    pub target: PathBuf,
}

impl Places {
    /// Finds the workspace that this xtask is run in.
    ///
    /// Cargo tells it to the program it runs; where it was built would be wrong after the folder was moved.
    pub fn find() -> Result<Self> {
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = here.parent().context("xtask lies in no workspace")?.to_owned();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => std::path::absolute(dir)?,
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// A file or folder of the project.
    pub fn of(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The cargo target folder of the browser builds, whose flags differ from the host's.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// The built site, as a server serves it.
    pub fn site(&self) -> PathBuf {
        self.target.join("site")
    }

    /// Catalogues and databases that the commands make.
    pub fn var(&self) -> PathBuf {
        self.target.join("var")
    }

    /// The `banshi` program, built for release.
    pub fn banshi(&self) -> PathBuf {
        self.target.join("release").join(format!("banshi{}", std::env::consts::EXE_SUFFIX))
    }

    /// Marks of finished steps.
    pub fn stamps(&self) -> PathBuf {
        self.target.join("stamps")
    }
}
