//! The sample catalogue: common matters from `data/catalogue`, published all over the province.
//!
//! Everything here is marked as sample content. No organ or place is invented: an organ is a
//! region's name and the kind of department, a place says in its name that it is an example, and
//! the only phone is 12345.

mod guides;
mod items;
mod publish;

use std::{fs, path::Path};

use chrono::NaiveDate;
use domain::Item;

use crate::problem::Problem;

pub use publish::{MOST_AT_TOWNSHIP, MOST_AT_VILLAGE, publish};
pub(crate) use publish::{organ_of, place_of, village_takes};

/// The items of the sample catalogue.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The items in the order of the table, with their guides.
    pub items: Vec<Item>,
    /// The latest day on which one of the guides was checked.
    pub data_date: NaiveDate,
}

/// The table of items in the folder `catalogue`.
pub const TABLE: &str = "items.tsv";

/// Loads `catalogue/items.tsv` and `catalogue/guides/*.toml` of a data folder; all problems are returned.
pub fn load(data: &Path) -> Result<Sample, Vec<Problem>> {
    let folder = data.join("catalogue");
    let mut problems = Vec::new();
    let guides = guides::load(&folder.join("guides"), &mut problems);
    let table = fs::read_to_string(folder.join(TABLE)).map_err(|cause| {
        problems.push(Problem::new(TABLE, 0, cause.to_string()));
    });
    let items = table.map(|text| items::parse(&text, &guides, &mut problems)).unwrap_or_default();
    let data_date = guides.values().map(|guide| guide.checked_on).max();
    if data_date.is_none() {
        problems.push(Problem::new("guides", 0, "there is no guide, so the date of the data is unknown"));
    }
    match data_date {
        Some(data_date) if problems.is_empty() => Ok(Sample { items, data_date }),
        _ => Err(problems),
    }
}
