//! A publication: one region's own terms for an item.

use serde::{Deserialize, Serialize};

use crate::{
    Channel, Guide, ItemCode, RegionCode,
    guide::{PathStep, RedLine, Step},
    material::Material,
    place::Place,
    provenance::Provenance,
    terms::{Fee, Limits},
};

/// What one region publishes of an item. A part that is `None` is as the item's guide says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The item.
    pub item: ItemCode,
    /// The region.
    pub region: RegionCode,
    /// This region's own code of the item, verbatim, when it differs from the item's.
    #[serde(default)]
    pub source_code: Option<String>,
    /// The organ, verbatim.
    #[serde(default)]
    pub organ: Option<String>,
    /// Where it is handled.
    #[serde(default)]
    pub places: Vec<Place>,
    /// Phones for questions (咨询方式).
    #[serde(default)]
    pub consult: Vec<String>,
    /// Phones for complaints (监督投诉方式).
    #[serde(default)]
    pub complain: Vec<String>,
    /// This region's own terms.
    #[serde(default)]
    pub terms: LocalTerms,
    /// Where it comes from.
    #[serde(default)]
    pub provenance: Provenance,
}

/// Parts of the guide that a region sets itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocalTerms {
    /// Time limits.
    pub limits: Option<Limits>,
    /// Visits in person.
    pub visits: Option<u8>,
    /// Fee.
    pub fee: Option<Fee>,
    /// Channels.
    pub channels: Option<Vec<Channel>>,
    /// Address of the online service.
    pub online_url: Option<String>,
    /// Conditions.
    pub conditions: Option<Vec<String>>,
    /// Steps.
    pub steps: Option<Vec<Step>>,
    /// Materials.
    pub materials: Option<Vec<Material>>,
    /// Path.
    pub path: Option<Vec<PathStep>>,
    /// Red lines.
    pub red_lines: Option<Vec<RedLine>>,
}

impl LocalTerms {
    /// The guide as it holds in this region.
    pub fn apply(&self, guide: &Guide) -> Guide {
        fn own<T: Clone>(local: &Option<T>, common: &T) -> T {
            local.clone().unwrap_or_else(|| common.clone())
        }
        Guide {
            limits: own(&self.limits, &guide.limits),
            visits: self.visits.or(guide.visits),
            fee: self.fee.clone().or_else(|| guide.fee.clone()),
            channels: own(&self.channels, &guide.channels),
            online_url: self.online_url.clone().or_else(|| guide.online_url.clone()),
            conditions: own(&self.conditions, &guide.conditions),
            steps: own(&self.steps, &guide.steps),
            materials: own(&self.materials, &guide.materials),
            path: own(&self.path, &guide.path),
            red_lines: own(&self.red_lines, &guide.red_lines),
            ..guide.clone()
        }
    }
}
