//! The page that every visit begins with: index.html with its build links replaced.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::app::App;
use super::files;
use super::style::{self, When};
use super::tags::{Link, build_links};

/// Where the server, or the browser, puts the portal.
pub const MARK: &str = "<div id=\"app\"></div>";

/// Makes the page, and beside it in `site` every file that its links name.
pub fn build(template: &str, app: &App, root: &Path, tools: &Path, site: &Path) -> Result<String> {
    if template.matches(MARK).count() != 1 {
        bail!("index.html must hold {MARK} exactly once");
    }
    let links = build_links(template);
    let sheet = |when| -> Result<String> {
        let wanted = |link: &&Link| link.attribute("rel") == Some("css") && when_of(link) == when;
        let hrefs = links.iter().filter(wanted).map(href).collect::<Result<Vec<_>>>()?;
        style::join(root, &hrefs, tools)
    };
    let mut first = Some(sheet(When::First)?);
    let mut print = Some(sheet(When::Print)?);
    let later = style::link(&sheet(When::Later)?, "later", "", site)?;

    let mut page = String::new();
    let mut from = 0;
    for link in &links {
        page.push_str(&template[from..link.at.start]);
        from = link.at.end;
        let put = match link.attribute("rel") {
            Some("css") => match when_of(link) {
                When::First => first.take().map_or(String::new(), |css| format!("<style>{css}</style>")),
                When::Print => style::link(&print.take().unwrap_or_default(), "print", " media=\"print\"", site)?,
                When::Later => String::new(),
            },
            Some("rust") => start(app),
            Some("copy-dir") => files::copy_dir(root, href(link)?, link.attribute("data-target-path"), site)?,
            Some("copy-file") => files::copy_file(root, href(link)?, link.attribute("data-target-path"), site)?,
            Some("icon") => files::icon(root, href(link)?, link.attribute("type"), site)?,
            other => bail!("index.html has a data-trunk link of kind {other:?}, which xtask does not know"),
        };
        page.push_str(&put);
    }
    page.push_str(&template[from..]);
    if !later.is_empty() {
        page = page.replacen("</body>", &format!("{later}\n</body>"), 1);
    }
    Ok(without_blank_lines(&page))
}

fn when_of(link: &Link) -> When {
    When::of(link.attribute("media"), link.attribute("data-later").is_some())
}

fn href<'a>(link: &Link<'a>) -> Result<&'a str> {
    link.attribute("href").context("a data-trunk link of index.html without href")
}

/// Loads the portal at low priority: it must never delay the content, which works without it.
/// Engines without modules skip the script and keep the plain page.
fn start(app: &App) -> String {
    let App { script, wasm } = app;
    format!(
        "<link rel=\"modulepreload\" href=\"/{script}\" fetchpriority=\"low\">\n\
         <link rel=\"preload\" href=\"/{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\" fetchpriority=\"low\">\n\
         <script type=\"module\" src=\"/{script}\" fetchpriority=\"low\"></script>"
    )
}

fn without_blank_lines(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    for line in page.lines().filter(|line| !line.trim().is_empty()) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> App {
        App { script: "pkg/app-1.js".into(), wasm: "pkg/app-2_bg.wasm".into() }
    }

    #[test]
    fn the_rust_link_becomes_low_priority_loading_and_the_mark_stays() {
        let template =
            "<head>\n<link data-trunk rel=\"rust\" href=\"Cargo.toml\">\n\n</head><body><div id=\"app\"></div></body>";
        let none = Path::new("/nowhere");
        let page = build(template, &app(), none, none, none).unwrap();
        assert!(!page.contains("data-trunk"));
        assert!(page.contains(MARK));
        assert!(page.contains("<script type=\"module\" src=\"/pkg/app-1.js\" fetchpriority=\"low\"></script>"));
        assert!(page.contains("href=\"/pkg/app-2_bg.wasm\" as=\"fetch\""));
        assert!(!page.contains("\n\n"));
    }

    #[test]
    fn a_page_without_the_mark_or_with_an_unknown_link_is_refused() {
        let none = Path::new("/nowhere");
        assert!(build("<body></body>", &app(), none, none, none).is_err());
        let odd = "<link data-trunk rel=\"tailwind-css\" href=\"a\"><div id=\"app\"></div>";
        assert!(build(odd, &app(), none, none, none).is_err());
    }
}
