//! All regions of a snapshot: parents, children, full names.

use crate::{Level, Region, RegionCode};

/// Position of a region in its table. Parents stand before their children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u32);

/// What is wrong with a set of regions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegionError {
    /// Two regions have one code.
    #[error("region {0} occurs twice")]
    Duplicate(RegionCode),
    /// A region stands under a region that does not exist.
    #[error("region {0} stands under {1}, which does not exist")]
    NoParent(RegionCode, RegionCode),
    /// Regions stand under each other in a ring.
    #[error("region {0} stands under itself")]
    Ring(RegionCode),
}

/// The tree of regions, ordered so that parents come first and siblings by code.
#[derive(Debug, Clone, Default)]
pub struct RegionTable {
    regions: Vec<Region>,
    /// The number of each region's code: looking a code up reads these in a row and nothing else.
    codes: Vec<u64>,
    parents: Vec<u32>,
    children: Vec<Vec<u32>>,
    roots: Vec<u32>,
    /// Where each level begins, and where the last one ends.
    levels: Vec<usize>,
}

const NONE: u32 = u32::MAX;

impl RegionTable {
    /// Builds the tree; every problem is returned, not only the first.
    pub fn build(mut regions: Vec<Region>) -> Result<Self, Vec<RegionError>> {
        regions.sort_by(|a, b| (a.level, &a.code).cmp(&(b.level, &b.code)));
        Self::of_sorted(regions)
    }

    /// Builds the tree of regions that stand by level and code already.
    pub fn of_sorted(regions: Vec<Region>) -> Result<Self, Vec<RegionError>> {
        let mut problems = Vec::new();
        let starts = Level::ALL.iter().map(|&level| regions.partition_point(|region| region.level < level));
        let levels: Vec<usize> = starts.chain([regions.len()]).collect();
        let codes: Vec<u64> = regions.iter().map(|region| region.code.number()).collect();
        for (at, region) in regions.iter().enumerate() {
            let before = at.checked_sub(1).is_some_and(|last| regions[last].code == region.code);
            if before || find(&codes, &levels, &region.code).is_some_and(|first| (first as usize) < at) {
                problems.push(RegionError::Duplicate(region.code.clone()));
            }
        }
        let mut table =
            Self { parents: vec![NONE; regions.len()], children: vec![Vec::new(); regions.len()], ..Self::default() };
        for (at, region) in regions.iter().enumerate() {
            let Some(parent) = &region.parent else {
                table.roots.push(at as u32);
                continue;
            };
            match find(&codes, &levels, parent) {
                // Sorted by level, a parent that is not above its child would make a ring possible.
                Some(above) if regions[above as usize].level < region.level => {
                    table.parents[at] = above;
                    table.children[above as usize].push(at as u32);
                }
                Some(_) => problems.push(RegionError::Ring(region.code.clone())),
                None => problems.push(RegionError::NoParent(region.code.clone(), parent.clone())),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        table.regions = regions;
        table.codes = codes;
        table.levels = levels;
        Ok(table)
    }

    /// How many regions there are.
    pub fn len(&self) -> usize {
        self.regions.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// Every region, parents first.
    pub fn iter(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        self.regions.iter().enumerate().map(|(at, region)| (RegionId(at as u32), region))
    }

    /// Finds a region by its code.
    pub fn find(&self, code: &RegionCode) -> Option<RegionId> {
        find(&self.codes, &self.levels, code).map(RegionId)
    }

    /// The region at a position of this table.
    pub fn region(&self, id: RegionId) -> &Region {
        &self.regions[id.0 as usize]
    }

    /// The region above.
    pub fn parent(&self, id: RegionId) -> Option<RegionId> {
        let above = self.parents[id.0 as usize];
        (above != NONE).then_some(RegionId(above))
    }

    /// The regions right below, by code.
    pub fn children(&self, id: RegionId) -> impl Iterator<Item = RegionId> + '_ {
        self.children[id.0 as usize].iter().map(|&at| RegionId(at))
    }

    /// The regions without a region above.
    pub fn roots(&self) -> impl Iterator<Item = RegionId> + '_ {
        self.roots.iter().map(|&at| RegionId(at))
    }

    /// The region and all above it, nearest first: the order in which publications are looked for.
    pub fn scope(&self, id: RegionId) -> impl Iterator<Item = RegionId> + '_ {
        std::iter::successors(Some(id), |&at| self.parent(at))
    }

    /// The name with its parents, topmost first, joined by spaces: 辽宁省 沈阳市 和平区.
    pub fn full_name(&self, id: RegionId) -> String {
        let mut names: Vec<&str> = self.scope(id).map(|at| self.region(at).name.as_str()).collect();
        names.reverse();
        names.join(" ")
    }
}

/// The position of a code, looked for level by level: within each, regions stand by code.
fn find(codes: &[u64], levels: &[usize], code: &RegionCode) -> Option<u32> {
    let number = code.number();
    levels.windows(2).find_map(|level| {
        let at = codes[level[0]..level[1]].binary_search(&number).ok()?;
        Some((level[0] + at) as u32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Level, RegionKind};

    fn region(code: &str, level: Level, parent: Option<&str>) -> Region {
        Region {
            code: RegionCode::parse(code).unwrap(),
            name: format!("区{code}"),
            kind: RegionKind::County,
            level,
            parent: parent.map(|p| RegionCode::parse(p).unwrap()),
        }
    }

    #[test]
    fn the_scope_of_a_region_is_itself_and_all_above_it() {
        let table = RegionTable::build(vec![
            region("210102", Level::County, Some("2101")),
            region("21", Level::Province, None),
            region("2101", Level::City, Some("21")),
        ])
        .unwrap();
        let id = table.find(&RegionCode::parse("210102").unwrap()).unwrap();
        assert_eq!(table.scope(id).count(), 3);
        assert_eq!(table.full_name(id), "区21 区2101 区210102");
        assert_eq!(table.roots().count(), 1);
    }

    #[test]
    fn every_wrong_region_is_reported() {
        let problems = RegionTable::build(vec![
            region("21", Level::Province, None),
            region("2101", Level::City, Some("22")),
            region("2102", Level::City, Some("23")),
            region("21", Level::Province, None),
        ])
        .unwrap_err();
        assert_eq!(problems.len(), 3);
    }
}
