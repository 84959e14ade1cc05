//! What the portal says about itself: counts, the date of the data, sources, figures.

use std::sync::LazyLock;

use catalogue::snapshot::Source;
use domain::wire::{About, Counts, Figure};

use crate::live::Live;

/// The one table of figures about Liaoning, shipped with the program.
static FIGURES: LazyLock<Vec<Figure>> = LazyLock::new(|| {
    /// The shape of the file.
    #[derive(serde::Deserialize)]
    struct File {
        figure: Vec<Figure>,
    }
    // A test reads the file, so that a wrong one never ships.
    toml::from_str::<File>(include_str!("../../../../data/figures.toml")).map(|file| file.figure).unwrap_or_default()
});

/// What is served now.
pub fn about(live: &Live) -> About {
    let meta = live.snapshot.meta();
    About {
        data_date: meta.data_date,
        checksum: meta.checksum.clone(),
        sample: meta.sample,
        counts: Counts {
            items: meta.counts.items,
            publications: meta.counts.publications,
            regions: meta.counts.regions,
            places: meta.counts.places,
        },
        sources: meta.sources.iter().map(source).collect(),
        figures: FIGURES.clone(),
    }
}

/// A source in one line.
fn source(source: &Source) -> String {
    match source.date {
        Some(date) => format!("{}（{date}，{} 行）", source.file, source.rows),
        None => format!("{}（{} 行）", source.file, source.rows),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_source_a_date_and_the_words_it_was_read_in() {
        assert!(!FIGURES.is_empty());
        for figure in FIGURES.iter() {
            for part in [&figure.label, &figure.value, &figure.as_of, &figure.source, &figure.verbatim] {
                assert!(!part.is_empty(), "{} lacks a part", figure.key);
            }
        }
    }
}
