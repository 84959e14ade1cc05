//! A matter as the check of papers sees it.

use domain::{
    Audience, Handling, ItemCode, RegionCode,
    material::Material,
    papers::{self, Placed},
    place::Place,
    terms::{Fee, Limits, ShownLimit},
    wire::GuideDetail,
};

/// What the check needs of a guide: the same on the server and from the guide that a phone keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct Matter {
    /// Our code.
    pub code: ItemCode,
    /// The official name.
    pub name: String,
    /// What people call it.
    pub plain_name: Option<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// The region that publishes it, when one does.
    pub region: Option<RegionCode>,
    /// The materials.
    pub materials: Vec<Material>,
    /// Time limits.
    pub limits: Limits,
    /// Whether it is done while one waits; `None` is unpublished.
    pub handling: Option<Handling>,
    /// Visits in person; `None` is unpublished.
    pub visits: Option<u8>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// Where to go.
    pub places: Vec<Place>,
    /// Sample content.
    pub sample: bool,
}

impl From<&GuideDetail> for Matter {
    fn from(guide: &GuideDetail) -> Self {
        let publication = guide.publication.as_ref();
        Self {
            code: guide.code.clone(),
            name: guide.name.clone(),
            plain_name: guide.plain_name.clone(),
            themes: guide.themes.clone(),
            audience: guide.audience.clone(),
            region: publication.map(|publication| publication.region.code.clone()),
            materials: guide.materials.clone(),
            limits: guide.limits.clone(),
            handling: guide.handling,
            visits: guide.visits,
            fee: guide.fee.clone(),
            places: publication.map(|publication| publication.places.clone()).unwrap_or_default(),
            sample: guide.sample,
        }
    }
}

impl Matter {
    /// The matter as the rules judge it; `placed` are the papers of its materials, in their order.
    pub fn judged<'a>(&'a self, placed: &'a [Placed]) -> papers::Matter<'a> {
        papers::Matter { item: &self.code, themes: &self.themes, materials: &self.materials, placed }
    }

    /// The promise, or what the law allows.
    pub fn limit(&self) -> Option<ShownLimit> {
        if self.handling == Some(Handling::Instant) { Some(ShownLimit::AT_ONCE) } else { self.limits.shown() }
    }
}
