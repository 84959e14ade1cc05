//! As much of guides, result lists and regions as the check needs.

use domain::{
    Handling, ItemCode, RegionCode,
    material::{Material, MaterialFormat, MaterialSource, Necessity, Tolerance},
    place::{Place, PlaceKind},
    terms::{Fee, FeeRow, Limits},
};
use serde_json::Value;

use super::{Lean, codes, lean, members, take};
use crate::{Matter, pages::Found};

codes! { Handling MaterialFormat MaterialSource Necessity PlaceKind }

lean! {
    Material { name necessity source format copies issuer note when tolerance any_of }
    Tolerance { makeup ways overdue }
    Limits { legal promise note }
    Fee { charged rows }
    FeeRow { name amount_fen standard basis reduction }
    Place { name kind address window hours phones sample }
    Found { code name plain_name sample }
    Hits { items }
    Publication { region places }
    Region { code }
}

/// A page of results.
pub(crate) struct Hits {
    pub items: Vec<Found>,
}

struct Publication {
    region: Region,
    places: Vec<Place>,
}

struct Region {
    code: RegionCode,
}

/// A guide, as the API tells it.
impl Lean for Matter {
    fn lean(value: Value) -> Option<Self> {
        let mut members = members(value)?;
        let (region, places) = match take::<Option<Publication>>(&mut members, "publication")? {
            Some(Publication { region, places }) => (Some(region.code), places),
            None => (None, Vec::new()),
        };
        Some(Self {
            code: take::<ItemCode>(&mut members, "code")?,
            name: take(&mut members, "name")?,
            plain_name: take(&mut members, "plain_name")?,
            themes: take(&mut members, "themes")?,
            audience: take(&mut members, "audience")?,
            region,
            materials: take(&mut members, "materials")?,
            limits: take(&mut members, "limits")?,
            handling: take(&mut members, "handling")?,
            visits: take(&mut members, "visits")?,
            fee: take(&mut members, "fee")?,
            places,
            sample: take(&mut members, "sample")?,
        })
    }
}
