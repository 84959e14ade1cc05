//! The thin REST API, the server-rendered first page and the banshi command.

pub mod app;
pub mod build_id;
pub mod cli;
pub mod clock;
pub mod config;
pub mod front;
pub mod headers;
pub mod keys;
pub mod live;
pub mod logging;
pub mod metrics;
pub mod net;
pub mod openapi;
pub mod packs;
pub mod params;
pub mod problem;
pub mod routes;
pub mod service;
pub mod site;
pub mod ssr;
pub mod tickets;
