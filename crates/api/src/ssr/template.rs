//! The site's index.html, cut where a page is put in.

use portal::head::TEMPLATE_TITLE;
use sha2::{Digest, Sha256};

use super::{
    policy::{hash, page_policy},
    render::Rendered,
    tags::{elements, inline_scripts},
};

/// Where the portal stands in the page.
const MARK: &str = "<div id=\"app\"></div>";

/// What is wrong with an index.html.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("index.html lacks {0}")]
pub struct TemplateError(&'static str);

/// A page without its content.
#[derive(Debug)]
pub struct Template {
    before: String,
    head: String,
    between: String,
    after: String,
    scripts: Vec<String>,
    styles: Vec<String>,
    version: Vec<u8>,
}

impl Template {
    /// Cuts an index.html.
    pub fn parse(page: &str) -> Result<Self, TemplateError> {
        let (before, rest) = page.split_once("<html").ok_or(TemplateError("<html>"))?;
        let (_, rest) = rest.split_once('>').ok_or(TemplateError("<html>"))?;
        let (head, rest) = rest.split_once(TEMPLATE_TITLE).ok_or(TemplateError("its title"))?;
        let (between, after) = rest.split_once(MARK).ok_or(TemplateError(MARK))?;
        Ok(Self {
            before: before.to_owned(),
            head: head.to_owned(),
            between: between.to_owned(),
            after: after.to_owned(),
            scripts: inline_scripts(page).into_iter().map(hash).collect(),
            styles: elements(page, "style").iter().map(|style| hash(style.content)).collect(),
            version: Sha256::digest(page).to_vec(),
        })
    }

    /// What names this template.
    pub fn version(&self) -> &[u8] {
        &self.version
    }

    /// The whole page: `data` is the script that the wasm takes the page over with.
    pub fn fill(&self, attributes: &str, page: &Rendered, data: Option<&str>) -> String {
        let title = page.head.to_html();
        let script = data.map_or(String::new(), |data| format!("<script>{data}</script>"));
        let parts: [&str; 12] = [
            &self.before,
            "<html lang=\"zh-CN\" data-arrived=\"plain\" ",
            attributes,
            ">",
            &self.head,
            &title,
            &self.between,
            "<div id=\"app\">",
            &page.html,
            "</div>",
            &script,
            &self.after,
        ];
        parts.concat()
    }

    /// The policy of the page with this script.
    pub fn policy(&self, data: Option<&str>, ancestors: &str) -> String {
        let scripts: Vec<String> = self.scripts.iter().cloned().chain(data.map(hash)).collect();
        page_policy(&scripts, &self.styles, ancestors)
    }
}
