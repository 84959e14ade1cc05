//! The server-rendered first page: the portal's own tree, rendered into the site's index.html.

pub mod backend;
pub mod policy;
pub mod render;
pub mod tags;
pub mod template;

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use portal::{backend::Fresh, head::HeadContent, prefs::Prefs};

use self::{
    render::{Rendered, render},
    template::Template,
};
use crate::{app::App, problem::internal};

/// What a page is rendered from.
pub struct Visit<'a> {
    /// Path and query.
    pub address: &'a str,
    /// The visitor's choices.
    pub prefs: Prefs,
    /// What a plain form has just done.
    pub fresh: Fresh,
}

/// Whether the wasm may take the page over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// The usual page.
    Hydrated,
    /// A page that answers a form: the address in the browser is the form's, so nothing may be rendered anew from it.
    Plain,
}

/// A page whose content the portal does not know: no wasm ever takes it over.
pub struct Own<'a> {
    /// Path and query.
    pub address: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its content, with everything from data escaped.
    pub html: &'a str,
    /// The HTTP status.
    pub status: StatusCode,
    /// Keeps it out of search engines.
    pub hidden: bool,
}

/// Puts content of the server's own into the portal's frame: header, footer, looks and choices are those of any page.
pub async fn own_page(app: &App, own: Own<'_>, prefs: Prefs) -> Response {
    let attributes = prefs.html_attributes();
    let mut rendered = render(app, Visit { address: own.address, prefs, fresh: Fresh::Nothing }).await;
    let open = rendered.html.find("<main").and_then(|at| rendered.html[at..].find('>').map(|end| at + end + 1));
    let (Some(open), Some(close)) = (open, rendered.html.rfind("</main>")) else {
        return internal("the portal's frame has no main").into_response();
    };
    rendered.html.replace_range(open..close, own.html);
    rendered.head = HeadContent { hidden: own.hidden, ..HeadContent::titled(own.title.to_owned()) };
    rendered.status = own.status.as_u16();
    respond(app, &attributes, &rendered, Taking::Plain)
}

/// Renders a page with its status and its own policy.
pub async fn page(app: &App, visit: Visit<'_>, taking: Taking) -> Response {
    let attributes = visit.prefs.html_attributes();
    let rendered = render(app, visit).await;
    respond(app, &attributes, &rendered, taking)
}

fn respond(app: &App, attributes: &str, rendered: &Rendered, taking: Taking) -> Response {
    let template = match taking {
        Taking::Hydrated => &app.pages.full,
        Taking::Plain => &app.pages.plain,
    };
    let data = (taking == Taking::Hydrated).then_some(rendered.data.as_str());
    let policy = template.policy(data, app.safety.ancestors());
    let mut response = Response::new(Body::from(template.fill(attributes, rendered, data)));
    *response.status_mut() = StatusCode::from_u16(rendered.status).unwrap_or(StatusCode::OK);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The template, with and without the scripts that take a page over.
pub struct Pages {
    /// With them.
    pub full: Template,
    plain: Template,
}

impl Pages {
    /// Reads the site's index.html; without a site pages are plain.
    pub fn new(index: Option<&str>) -> Result<Self, template::TemplateError> {
        const BARE: &str = include_str!("ssr/bare.html");
        let index = index.unwrap_or(BARE);
        Ok(Self { full: Template::parse(index)?, plain: Template::parse(&tags::without_scripts(index))? })
    }

    /// What the template adds to the version of a page.
    pub fn version(&self) -> &[u8] {
        self.full.version()
    }
}
