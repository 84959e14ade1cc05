//! For whom, where and when the question is asked.

use chrono::NaiveDate;

use super::Placed;
use crate::{ItemCode, RegionCode, logic::Facts, material::Material};

/// The case: place, day, answers. All three are arguments; nothing is read from the world.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The citizen's region and all above it, nearest first.
    pub scope: &'a [RegionCode],
    /// The day on which the citizen goes.
    pub on: NaiveDate,
    /// What has been answered.
    pub facts: &'a Facts,
}

/// A matter with its materials and where they were placed.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// The item.
    pub item: &'a ItemCode,
    /// Its themes.
    pub themes: &'a [String],
    /// Its materials, as published here.
    pub materials: &'a [Material],
    /// The papers of each material, in the same order.
    pub placed: &'a [Placed],
}
