//! Ratings of a service (好差评): five grades, coded tags, words without phones and identity numbers, and the ticket
//! that says what is rated. Never a default: who has not rated has not rated (未评).

mod channel;
mod grade;
pub mod mask;
mod promise;
mod state;
mod tag;
mod text;
pub mod ticket;

pub use channel::{Entered, RatingChannel};
pub use grade::Grade;
pub use promise::Promise;
pub use state::RatingState;
pub use tag::{Tag, TagError, VERSION as TAGS_VERSION, check_tags, find_tag, is_retired, tags_of};
pub use text::{LONGEST as LONGEST_TEXT, TextError, clean};
pub use ticket::{Ticket, TicketError};
