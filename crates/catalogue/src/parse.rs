//! Values out of published text: spans of time, dates, numbers, steps, questions.

pub mod basis;
pub mod date;
pub mod faq;
pub mod number;
pub mod phone;
pub mod span;
pub mod step;
