//! Where the rating of a service stands.

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// Whether a service was rated. Silence is a state of its own and never becomes a good grade.
    RatingState {
        NotRated = "not_rated", "未评";
        Rated = "rated", "已评";
        Added = "added", "已追评";
    }
}
