//! The server without a socket.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use api::{
    app::{App, router},
    config::ServeArgs,
    keys::KeyRing,
    live::watch::Watcher,
    site::Site,
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use clap::Parser;
use domain::wire::Problem;
use serde::de::DeserializeOwned;
use store::SqliteStore;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::fixture;

/// A server over the fixture, with a store and a site of its own.
pub struct TestApp {
    pub router: Router,
    pub watcher: Watcher,
    pub snapshot: PathBuf,
    folder: TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// Flags as an operator gives them.
#[derive(Parser)]
struct Flags {
    #[command(flatten)]
    serve: ServeArgs,
}

impl TestApp {
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// Starts with more flags.
    pub fn with(flags: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        fixture::write(&folder.path().join("live.snapshot"), "first");
        Self::over(folder, flags)
    }

    /// Starts over another snapshot than the fixture.
    pub fn of(write: impl FnOnce(&Path)) -> Self {
        let folder = TempDir::new().unwrap();
        write(&folder.path().join("live.snapshot"));
        Self::over(folder, &[])
    }

    /// Starts again over the same files.
    pub fn restart(self) -> Self {
        Self::over(self.folder, &[])
    }

    fn over(folder: TempDir, flags: &[&str]) -> Self {
        let snapshot = folder.path().join("live.snapshot");
        let own = ["serve", "--public-url", "https://banshi.example", "--snapshot", snapshot.to_str().unwrap()];
        let config = Flags::parse_from(own.iter().chain(flags)).serve;
        let watcher = Watcher::open(&snapshot).unwrap();
        let store = Arc::new(SqliteStore::open(&folder.path().join("banshi.db")).unwrap());
        let site = Self::site(&folder);
        let keys = config.keys.as_deref().map(|folder| KeyRing::load(folder).unwrap());
        let router = router(App::new(config, watcher.slot(), store, site, keys).unwrap());
        Self { router, watcher, snapshot, folder }
    }

    /// A file of the test's own folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn site(folder: &TempDir) -> Site {
        let site = folder.path().join("site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        let page = "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>办事</title><style>body{margin:0}</style></head>\
                    <body><div id=\"app\"></div></body></html>";
        std::fs::write(site.join("index.html"), page).unwrap();
        std::fs::write(site.join("shell.html"), page).unwrap();
        std::fs::write(site.join("sw.js"), "self.onfetch = null;\n").unwrap();
        std::fs::write(site.join("robots.txt"), "User-agent: *\n").unwrap();
        std::fs::write(site.join("pkg/app-0123abcd_bg.wasm"), b"\0asm").unwrap();
        std::fs::write(site.join("pkg/app-0123abcd_bg.wasm.br"), b"brotli").unwrap();
        Site::load(&site).unwrap()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 22).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        self.send(Request::get(path).header(name, value).body(Body::empty()).unwrap()).await
    }

    /// The body of a successful answer.
    pub async fn read<T: DeserializeOwned>(&self, path: &str) -> T {
        let answer = self.get(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        answer.parse()
    }

    /// Posts as a browser posts a form of our own page.
    pub async fn post_form(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = request.header(header::HOST, "banshi.example").header(header::ORIGIN, "https://banshi.example");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub async fn post_json(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn parse<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|cause| panic!("{cause}: {}", self.text()))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The problem document of a refusal, whose status and type must fit.
    pub fn problem(&self) -> Problem {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Problem = self.parse();
        assert_eq!(problem.status, self.status.as_u16());
        assert!(!problem.title.is_ascii() && !problem.detail.is_ascii(), "title and detail are Chinese");
        problem
    }
}
