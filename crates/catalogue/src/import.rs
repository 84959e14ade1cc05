//! From files to items and publications, row by row, every problem collected and every row accounted for.

pub mod child;
pub mod clear;
pub mod codes;
pub mod draft;
pub mod gather;
pub mod overlay;
pub mod pending;
pub mod problem;
pub mod progress;
pub mod run;
pub mod sink;
pub mod terms;
pub mod value;

pub use problem::{Problem, Problems, Summary};
pub use run::{Failure, Job, run};
pub use sink::Sink;
