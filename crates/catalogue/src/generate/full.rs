//! The province's real scale: as many items and publications as were published, all sample content.

use domain::{
    Item, Level, Publication, Region, RegionId,
    provenance::{Origin, Provenance},
    publication::LocalTerms,
    terms::{Fee, Limits},
};

use super::{
    Ground,
    fill::{self, channels, working_days},
    prng::Prng,
    variants::add_variants,
};
use crate::sample::{organ_of, place_of, village_takes};

/// How much there is of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Items.
    pub items: usize,
    /// Publications at the province.
    pub province: usize,
    /// Publications at all cities together.
    pub cities: usize,
    /// Publications at all counties together.
    pub counties: usize,
    /// Publications at all townships together.
    pub townships: usize,
    /// Publications at all villages together.
    pub villages: usize,
}

impl Size {
    /// What Liaoning said in 2023: 52,000 at province, cities and counties, 37,000 at townships, 384,000 at villages.
    pub const LIAONING: Self =
        Self { items: 3_200, province: 800, cities: 11_200, counties: 40_000, townships: 37_000, villages: 384_000 };

    fn of(&self, level: Level) -> usize {
        match level {
            Level::Nation => 0,
            Level::Province => self.province,
            Level::City => self.cities,
            Level::County => self.counties,
            Level::Township => self.townships,
            Level::Village => self.villages,
        }
    }
}

/// Items and publications of a given size.
#[derive(Debug)]
pub struct Full<'a> {
    ground: &'a Ground,
    size: Size,
    seed: u64,
    items: Vec<Item>,
    phones: bool,
}

/// The name of the source that generated records give.
pub(super) const SOURCE: &str = "generated";
const HOURS: &str = "工作日 8:30—11:30，13:00—16:30（样例）";

impl<'a> Full<'a> {
    /// Makes the items; publications are made when asked for, since they are many.
    pub fn new(ground: &'a Ground, size: Size, seed: u64) -> Self {
        let mut items = ground.sample.items.clone();
        add_variants(&mut items, size.items);
        fill::fill(&mut items, seed);
        for (row, item) in (1..).zip(&mut items) {
            item.provenance = provenance(ground, row);
        }
        Self { ground, size, seed, items, phones: false }
    }

    /// Gives every publication a phone of its own, to measure what such phones weigh: marked as an example, with an
    /// area code that nobody has.
    pub fn with_phones(self) -> Self {
        Self { phones: true, ..self }
    }

    /// The items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What the data are made from.
    pub fn ground(&self) -> &Ground {
        self.ground
    }

    /// Calls `add` for every publication, level by level and region by region, until it fails.
    pub fn publications<E>(&self, add: &mut impl FnMut(&Item, Publication) -> Result<(), E>) -> Result<(), E> {
        let mut row = 0;
        for &level in Level::ALL {
            let items = self.candidates(level);
            let regions: Vec<(RegionId, &Region)> =
                self.ground.regions.iter().filter(|(_, region)| region.level == level).collect();
            for (at, (id, region)) in regions.iter().enumerate() {
                // The remainder goes to the first regions, so that the sum is exact.
                let (each, rest) = (self.size.of(level) / regions.len(), self.size.of(level) % regions.len());
                let mut prng = Prng::new(self.seed, u64::from(id.0) << 20);
                for item in choose(&items, each + usize::from(at < rest), &mut prng) {
                    row += 1;
                    add(item, self.publication(item, region, row, &mut prng))?;
                }
            }
        }
        Ok(())
    }

    /// The items that regions of a level may publish, the most popular first.
    fn candidates(&self, level: Level) -> Vec<&Item> {
        let may = |item: &&Item| item.levels.contains(&level) && (level != Level::Village || village_takes(item));
        let mut items: Vec<&Item> = self.items.iter().filter(may).collect();
        items.sort_by(|a, b| b.popularity.cmp(&a.popularity).then_with(|| a.code.cmp(&b.code)));
        items
    }

    fn publication(&self, item: &Item, region: &Region, row: u32, prng: &mut Prng) -> Publication {
        let mut place = place_of(region);
        place.hours = Some(HOURS.into());
        let terms = local_terms(item, prng);
        let phone = if self.phones { format!("样例 000-{:08}", prng.below(100_000_000)) } else { "12345".into() };
        Publication {
            item: item.code.clone(),
            region: region.code.clone(),
            source_code: None,
            organ: Some(organ_of(item, region)),
            places: vec![place],
            consult: vec![phone],
            complain: vec!["12345".into()],
            terms,
            provenance: provenance(self.ground, row),
        }
    }
}

fn provenance(ground: &Ground, row: u32) -> Provenance {
    let origin = Origin { file: SOURCE.into(), row, date: Some(ground.sample.data_date), approver: None };
    Provenance { origin, ..Provenance::default() }
}

/// Half of a region's items are what everybody has, the other half differ from region to region.
fn choose<'a>(items: &[&'a Item], count: usize, prng: &mut Prng) -> Vec<&'a Item> {
    let mut chosen = items.to_vec();
    let common = count.div_ceil(2).min(chosen.len());
    for at in common..count.min(chosen.len()) {
        let other = at + prng.below(chosen.len() - at);
        chosen.swap(at, other);
    }
    chosen.truncate(count);
    chosen
}

/// Some regions are faster, nearer or online; most say what the item says.
fn local_terms(item: &Item, prng: &mut Prng) -> LocalTerms {
    let mut terms = LocalTerms::default();
    if let Some(legal) = item.guide.limits.legal
        && prng.once_in(3)
    {
        let promise = working_days(prng.below(usize::from(legal.amount) + 1) as u16);
        terms.limits = Some(Limits { promise: Some(promise), ..item.guide.limits.clone() });
    }
    if prng.once_in(8) {
        terms.visits = Some(prng.below(3) as u8);
    }
    if prng.once_in(10) {
        terms.channels = Some(channels(prng));
    }
    if prng.once_in(20) {
        terms.fee = Some(Fee::default());
    }
    terms
}
