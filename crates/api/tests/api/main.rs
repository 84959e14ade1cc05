//! The contract of every route: status, headers, and bodies that parse into the types the portal uses.

// A helper of a test may fail as a test does.
#![allow(clippy::unwrap_used, clippy::panic)]

mod about;
mod bounds;
mod check;
mod checklists;
mod fixture;
mod guides;
mod harness;
mod headers;
mod health;
mod killed;
mod net;
mod openapi;
mod packs;
mod pages;
mod papers;
mod papers_command;
mod places;
mod policies;
mod process;
mod ratings;
mod refused;
mod regions;
mod requests;
mod site;
mod slips;
mod suggest;
mod swap;
mod ticket_command;
