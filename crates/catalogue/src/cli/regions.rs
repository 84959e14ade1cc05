//! The regions an import knows: the folder's, the base's, the mapping's.

use std::path::Path;

use domain::{Region, RegionTable};

use crate::{mapping::Mapping, regions, snapshot::Snapshot};

/// Joins all regions; of two with one code the first stands.
pub fn known(folder: Option<&Path>, base: Option<&Snapshot>, mapping: &Mapping) -> Result<RegionTable, Vec<String>> {
    let mut known: Vec<Region> = Vec::new();
    if let Some(folder) = folder {
        let table =
            regions::load(folder).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        known.extend(table.iter().map(|(_, region)| region.clone()));
    }
    let base = base.into_iter().flat_map(|base| base.regions().iter().map(|(_, region)| region.clone()));
    let more: Vec<Region> = base.chain(mapping.regions.iter().cloned()).collect();
    let mut codes: std::collections::HashSet<_> = known.iter().map(|region| region.code.clone()).collect();
    known.extend(more.into_iter().filter(|region| codes.insert(region.code.clone())));
    RegionTable::build(known).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}
