//! The end of an import: what waited is joined, the base's records follow, the items go out.

use domain::{Publication, provenance::Provenance, publication::LocalTerms};

use super::Gather;
use crate::{
    import::problem::{Found, Problems},
    lint::Code,
    mapping::Field,
    snapshot::Snapshot,
};

impl Gather<'_> {
    /// Joins what waited, hands everything on and closes the account.
    pub fn finish(mut self, problems: &mut Problems<'_>) -> Result<(), String> {
        self.join(problems);
        if let Some(base) = self.base {
            self.follow(base)?;
        }
        problems.summary.items = self.items.len() as u64;
        problems.summary.publications = self.publications;
        for entry in self.items {
            self.sink.item(entry.item)?;
        }
        self.failed.map_or(Ok(()), Err)
    }

    /// Completes items and publications by the rows that waited; rows of no item are rejected after all.
    fn join(&mut self, problems: &mut Problems<'_>) {
        for ((identity, region), parts) in std::mem::take(&mut self.pending) {
            let Some(at) = self.find(&identity) else {
                for waiting in &parts.rows {
                    let mut found = vec![Found::of(Code::NoItem, Field::SourceCode, &identity)];
                    problems.take(&waiting.file, &waiting.table, waiting.row, &mut found);
                }
                problems.summary.imported -= parts.rows.len() as u64;
                problems.summary.rejected += parts.rows.len() as u64;
                continue;
            };
            let item = &mut self.items[at as usize].item;
            let Some(region) = region else {
                parts.complete(&mut item.guide, &mut item.provenance);
                continue;
            };
            // A place or a path of a region says that the region publishes the item.
            let mut publication = Publication {
                item: item.code.clone(),
                region,
                source_code: None,
                organ: None,
                places: Vec::new(),
                consult: Vec::new(),
                complain: Vec::new(),
                terms: LocalTerms::default(),
                provenance: Provenance { origin: parts.origin.clone(), ..Provenance::default() },
            };
            let cleared = parts.cleared.clone();
            parts.complete_publication(&mut publication);
            // Emptying what was never there publishes nothing.
            let is_bare = publication.places.is_empty() && publication.terms == LocalTerms::default();
            if is_bare && !cleared.is_empty() && !self.is_published(&publication.item, &publication.region) {
                continue;
            }
            self.publish(at, publication, &cleared);
        }
    }

    /// Hands on the base's publications that no row has changed.
    fn follow(&mut self, base: &Snapshot) -> Result<(), String> {
        for publication in base.publications() {
            let publication = publication.map_err(|error| error.to_string())?;
            let key = (self.by_code.get(&publication.item), self.regions.find(&publication.region));
            let changed = matches!(key, (Some(&at), Some(region)) if self.published.contains(&(at, region)));
            if !changed {
                self.send(publication);
            }
        }
        Ok(())
    }
}
