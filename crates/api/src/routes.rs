//! One file a resource; handlers read parameters, ask the service and shape the answer.

pub mod about;
pub mod check;
pub mod checklists;
pub mod fallback;
pub mod forms;
pub mod guides;
pub mod health;
pub mod log;
pub mod metrics;
pub mod packs;
pub mod pages;
pub mod papers;
pub mod places;
pub mod policies;
pub mod prefs;
pub mod qr;
pub mod rate;
pub mod ratings;
pub mod reading;
pub mod regions;
pub mod requests;
pub mod slips;
pub mod suggest;
pub mod verify;
