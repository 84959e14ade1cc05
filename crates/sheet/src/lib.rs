//! Pages as text: a path and a form go in, a page comes out, on the server and on a device alike.
//!
//! Every step is a real form or link, so it works without scripts. What is known of a citizen stands in the fields of
//! the form and nowhere else: a page that is thrown away is forgotten. Which pages there are, other rooms know.

mod answers;
mod form;
pub mod html;
pub mod parts;
mod places;
mod question;
mod turn;
pub mod words;

pub use answers::{Answers, SKIPPED};
pub use form::{Form, address};
pub use places::{Got, Place, Places, Scope, Texts, scope};
pub use question::{Ask, Kind, answered};
pub use turn::{CALENDAR, File, Page, Turn, page, public};
