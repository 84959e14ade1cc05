//! Making snapshots without an import: the sample catalogue, and the province's real scale.

mod fill;
mod full;
mod policies;
mod prng;
mod table;
mod variants;

use std::{convert::Infallible, path::Path};

use chrono::{FixedOffset, NaiveDate, NaiveTime};
use domain::RegionTable;

use crate::{
    papers::{self, Loaded, PaperFault},
    policies::{PolicySet, of_data as policies_of_data},
    problem::Problem,
    regions,
    sample::{self, Sample},
    snapshot::{BuildMeta, SnapshotBuilder, Source},
};

pub use full::{Full, Size};
pub use policies::policies;
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
    /// Policies.
    pub policies: PolicySet,
}

impl Ground {
    /// Loads regions and sample catalogue; all problems of both are returned.
    pub fn load(data: &Path) -> Result<Self, Vec<Problem>> {
        let regions = regions::load(&data.join("regions"));
        let (papers, policies) = (papers::of_data(data), policies_of_data(data));
        match (regions, sample::load(data), papers, policies) {
            (Ok(regions), Ok(sample), Ok(papers), Ok(policies)) => Ok(Self { regions, sample, papers, policies }),
            (regions, sample, papers, policies) => {
                let problem = |fault: PaperFault| Problem::new(&fault.file, fault.line, fault.text);
                let faults = papers.err().into_iter().chain(policies.err()).flatten().map(problem).collect();
                Err([regions.err(), sample.err(), Some(faults)].into_iter().flatten().flatten().collect())
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

    /// As many policies as this, made from the samples.
    pub fn many_policies(mut self, count: usize, seed: u64) -> Self {
        self.policies.parts = policies(&self.policies.parts, &self.regions, count, seed);
        self
    }

    /// An empty builder for one source.
    fn builder(&self, file: &str, rows: usize) -> SnapshotBuilder {
        let date = self.sample.data_date;
        let source = Source { file: file.into(), rows: rows as u64, date: Some(date) };
        let meta = BuildMeta { data_date: date, built_at: morning_of(date), sources: vec![source] };
        let mut builder = SnapshotBuilder::new(self.regions.clone(), meta);
        builder.set_policies(self.policies.parts.clone());
        builder
    }
}

/// Midnight in China: the clock is not asked, so that the same data make the same file.
fn morning_of(date: NaiveDate) -> chrono::DateTime<FixedOffset> {
    let utc = date.and_time(NaiveTime::MIN).and_utc() - chrono::TimeDelta::hours(8);
    let zone = FixedOffset::east_opt(8 * 3600);
    zone.map_or_else(|| utc.fixed_offset(), |zone| utc.with_timezone(&zone))
}
