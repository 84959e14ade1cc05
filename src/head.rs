//! The page's head: the server prints it, the browser keeps the title and tells of a new page.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU16, Ordering},
};

use leptos::prelude::use_context;

use crate::text::site;

/// The line of `index.html` that the server replaces by [`HeadContent::to_html`].
pub const TEMPLATE_TITLE: &str = "<title>办事</title>";

/// What a page says of itself to browsers and search engines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadContent {
    /// The page's own title; the site's name is added.
    pub title: String,
    /// One sentence for search engines.
    pub description: Option<String>,
    /// A schema.org document.
    pub json_ld: Option<String>,
    /// Keeps the page out of search engines.
    pub hidden: bool,
}

impl HeadContent {
    /// A head of which only the title is known.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The title as it stands in the browser's tab.
    pub fn full_title(&self) -> String {
        if self.title.is_empty() { site::NAME_LONG.into() } else { format!("{} - {}", self.title, site::NAME_LONG) }
    }

    /// The elements for `<head>`.
    pub fn to_html(&self) -> String {
        let mut html = format!("<title>{}</title>", escape(&self.full_title()));
        if let Some(text) = &self.description {
            html += &format!("<meta name=\"description\" content=\"{}\">", escape(text));
        }
        if self.hidden {
            html += "<meta name=\"robots\" content=\"noindex\">";
        }
        if let Some(json) = &self.json_ld {
            // A data block: `<` is the only character that could end it early.
            html += &format!("<script type=\"application/ld+json\">{}</script>", json.replace('<', "\\u003c"));
        }
        html
    }
}

/// The head of the page that is being rendered.
#[derive(Debug, Clone, Default)]
pub struct Head(Arc<Mutex<HeadContent>>);

impl Head {
    /// What the page has said so far.
    pub fn content(&self) -> HeadContent {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The HTTP status of the page that is being rendered.
#[derive(Debug, Clone)]
pub struct Status(Arc<AtomicU16>);

impl Default for Status {
    fn default() -> Self {
        Self(Arc::new(AtomicU16::new(200)))
    }
}

impl Status {
    /// The status as it stands.
    pub fn code(&self) -> u16 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Says what the current page is. Every page calls it once its title is known.
pub fn set(content: HeadContent) {
    crate::browser::page::arrived(&content.full_title());
    if let Some(head) = use_context::<Head>() {
        *head.0.lock().unwrap_or_else(PoisonError::into_inner) = content;
    }
}

/// Says that the page is not what was asked for.
pub fn set_status(code: u16) {
    if let Some(status) = use_context::<Status>() {
        status.0.store(code, Ordering::Relaxed);
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_close_its_element() {
        let head = HeadContent::titled("</title><script>");
        assert!(head.to_html().starts_with("<title>&lt;/title&gt;&lt;script&gt; - "));
    }

    #[test]
    fn a_json_document_cannot_close_its_script() {
        let head = HeadContent { json_ld: Some("{\"name\":\"</script>\"}".into()), ..HeadContent::default() };
        assert!(head.to_html().contains("{\"name\":\"\\u003c/script>\"}"));
    }
}
