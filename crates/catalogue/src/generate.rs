//! Making snapshots without an import: the sample catalogue, and the province's real scale.

mod fill;
mod full;
mod prng;
mod table;
mod variants;

use std::{convert::Infallible, path::Path};

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use domain::RegionTable;

use crate::{
    papers::{self, Loaded, PaperFault},
    problem::Problem,
    regions,
    sample::{self, Sample},
    snapshot::{BuildMeta, SnapshotBuilder, Source},
};

pub use full::{Full, Size};
pub use table::write_tables;

/// What generating starts from: the folder `data` of the project.
#[derive(Debug)]
pub struct Ground {
    /// The regions.
    pub regions: RegionTable,
    /// The sample catalogue.
    pub sample: Sample,
    /// Rules about papers, events and working days.
    pub papers: Loaded,
}

impl Ground {
    /// Loads regions and sample catalogue; all problems of both are returned.
    pub fn load(data: &Path) -> Result<Self, Vec<Problem>> {
        match (regions::load(&data.join("regions")), sample::load(data), papers::of_data(data)) {
            (Ok(regions), Ok(sample), Ok(papers)) => Ok(Self { regions, sample, papers }),
            (regions, sample, papers) => {
                let problem = |fault: PaperFault| Problem::new(&fault.file, fault.line, fault.text);
                let papers = papers.err().map(|faults| faults.into_iter().map(problem).collect());
                Err([regions.err(), sample.err(), papers].into_iter().flatten().flatten().collect())
            }
        }
    }

    /// The sample catalogue, published all over the province.
    pub fn sample_snapshot(&self) -> SnapshotBuilder {
        let mut builder = self.builder(sample::TABLE, self.sample.items.len());
        builder.set_papers(self.papers.clone());
        self.sample.items.iter().for_each(|item| builder.add_item(item.clone()));
        sample::publish(&self.sample, &self.regions, &mut |publication| builder.add_publication(publication));
        builder
    }

    /// The province's real scale, or another size of the same shape.
    pub fn full_snapshot(&self, full: &Full) -> SnapshotBuilder {
        let mut builder = self.builder(full::SOURCE, full.items().len());
        builder.keep_papers(self.papers.source.clone());
        full.items().iter().for_each(|item| builder.add_item(item.clone()));
        let Ok(()) = full.publications(&mut |_, publication| {
            builder.add_publication(publication);
            Ok::<(), Infallible>(())
        });
        builder
    }

    /// An empty builder for one source.
    fn builder(&self, file: &str, rows: usize) -> SnapshotBuilder {
        let date = self.sample.data_date;
        let source = Source { file: file.into(), rows: rows as u64, date: Some(date) };
        SnapshotBuilder::new(
            self.regions.clone(),
            BuildMeta { data_date: date, built_at: morning_of(date), sources: vec![source] },
        )
    }
}

/// Midnight in China: the clock is not asked, so that the same data make the same file.
fn morning_of(date: NaiveDate) -> chrono::DateTime<FixedOffset> {
    let utc = date.and_time(NaiveTime::MIN).and_utc() - chrono::TimeDelta::hours(8);
    let zone = FixedOffset::east_opt(8 * 3600);
    zone.map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
}
