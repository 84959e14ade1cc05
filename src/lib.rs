//! The citizen portal 办事: one component tree, rendered on the server, hydrated, or client-rendered.
//!
//! The server renders [`App`] with [`context::provide`]; the browser starts it in `main.rs`.
//! `pages/` are thin, `components/` know the domain, `ui/` knows nothing of it, `text/` holds every
//! word a citizen reads, and only `browser/` touches the browser.

pub mod app;
pub mod backend;
pub mod browser;
pub mod components;
pub mod context;
pub mod head;
pub mod host;
pub mod json;
pub mod pages;
pub mod prefs;
pub mod routes;
pub mod text;
pub mod ui;

pub use app::App;
