//! The built portal's files, read into memory at the start: no path of a request ever reaches the file system.

pub mod encoding;

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};

use self::encoding::{Encoding, best};
use crate::front::etag::ETag;

/// A name that carries its content's hash never means anything else.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Any other file is asked for again.
const ASK: &str = "no-cache";
/// A worker lives by the policy of its own script: it may fetch from us and run wasm, and nothing else.
/// For a script that a page loads, the page's policy holds and this one says nothing.
const WORKER_POLICY: HeaderValue =
    HeaderValue::from_static("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
/// No file of the portal is larger.
const MAX_FILE: u64 = 32 << 20;

/// All files by their path.
#[derive(Debug, Default)]
pub struct Site {
    files: HashMap<String, File>,
}

#[derive(Debug)]
struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    kind: &'static str,
    cache: &'static str,
    tag: ETag,
}

impl Site {
    /// Reads a folder with everything below it.
    pub fn load(folder: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        collect(folder, &mut paths)?;
        let mut files = HashMap::new();
        for path in paths {
            let Some(name) = url_path(folder, &path) else { continue };
            // A compressed twin is read with the file it stands for.
            if [".br", ".gz"]
                .iter()
                .any(|end| name.strip_suffix(end).is_some_and(|base| folder.join(&base[1..]).is_file()))
            {
                continue;
            }
            files.insert(name.clone(), File::read(&path, &name)?);
        }
        Ok(Self { files })
    }

    /// The page into which the portal is rendered.
    pub fn template(&self) -> Option<&str> {
        self.files.get("/index.html").and_then(|file| std::str::from_utf8(&file.plain).ok())
    }

    /// The path of a script that is named by its content, from how its name begins.
    pub fn script(&self, begins: &str) -> Option<&str> {
        self.files.keys().map(String::as_str).find(|path| path.starts_with(begins) && path.ends_with(".js"))
    }

    /// Answers with a file; `None` when there is none of this name.
    pub fn show(&self, path: &str, request: &HeaderMap) -> Option<Response> {
        // The bare template is no page of its own.
        let file = self.files.get(path).filter(|_| path != "/index.html")?;
        if let Some(unchanged) = file.tag.not_modified(request, file.cache) {
            return Some(unchanged);
        }
        let (body, encoding) = match best(request, file.brotli.is_some(), file.gzip.is_some()) {
            Encoding::Brotli => (file.brotli.as_ref(), Some("br")),
            Encoding::Gzip => (file.gzip.as_ref(), Some("gzip")),
            Encoding::Plain => (None, None),
        };
        let mut response = Response::new(Body::from(body.unwrap_or(&file.plain).clone()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if file.kind == SCRIPT {
            headers.insert(header::CONTENT_SECURITY_POLICY, WORKER_POLICY);
        }
        if let (Some(encoding), Some(_)) = (encoding, body) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        file.tag.put(headers, file.cache);
        Some(response)
    }
}

impl File {
    fn read(path: &Path, name: &str) -> io::Result<Self> {
        let twin = |end: &str| {
            let mut twin = path.as_os_str().to_owned();
            twin.push(end);
            fs::read(PathBuf::from(twin)).ok().map(Bytes::from)
        };
        let plain = Bytes::from(fs::read(path)?);
        let cache = if is_hashed(name) { FOR_EVER } else { ASK };
        let tag = ETag::of(&[&plain]);
        Ok(Self { brotli: twin(".br"), gzip: twin(".gz"), kind: kind(name), cache, tag, plain })
    }
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let meta = fs::metadata(&path)?;
        if meta.is_dir() {
            collect(&path, into)?;
        } else if meta.is_file() && meta.len() <= MAX_FILE {
            into.push(path);
        }
    }
    Ok(())
}

fn url_path(folder: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(folder).ok()?.to_str()?;
    Some(format!("/{}", relative.replace('\\', "/")))
}

/// Whether a name like `app-1f3c9a02_bg.wasm` carries a hash: a part of eight or more hex digits, one a digit.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split(['-', '_', '.']).skip(1).any(|part| {
        part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit()) && part.chars().any(|c| c.is_ascii_digit())
    })
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => SCRIPT,
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_ever() {
        for hashed in ["/pkg/app-1f3c9a0244.js", "/pkg/app-0a1b2c3d_bg.wasm", "/later.0123abcd.css"] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for plain in ["/robots.txt", "/pkg/app.js", "/deadbeef.txt", "/icon-facade-wide.svg", "/index.html"] {
            assert!(!is_hashed(plain), "{plain}");
        }
    }
}
