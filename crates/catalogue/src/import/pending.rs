//! Rows that complete an item or a publication and wait for it: paths, materials, red lines, places.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    Guide, Publication, RegionCode,
    guide::{PathStep, RedLine, Step},
    material::{Material, Necessity, Tolerance},
    place::Place,
    provenance::{Origin, Provenance, Repair},
};

use super::{clear, overlay};
use crate::mapping::Field;

/// A row that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The file's name.
    pub file: Arc<str>,
    /// The table's name.
    pub table: Arc<str>,
    /// The row, from 1.
    pub row: u32,
}

/// Everything that waits for one item, or for one item in one region.
#[derive(Debug, Default)]
pub struct Parts {
    /// The rows it comes from.
    pub rows: Vec<Waiting>,
    /// Where the first of them comes from.
    pub origin: Origin,
    /// What was repaired in them.
    pub repairs: Vec<Repair>,
    /// Fields that they empty.
    pub cleared: Vec<Field>,
    /// Further fields of the guide.
    pub guide: Guide,
    /// Steps of the path.
    pub path: Vec<PathStep>,
    /// Steps of the handling.
    pub steps: Vec<Step>,
    /// Red lines.
    pub red_lines: Vec<RedLine>,
    /// Materials.
    pub materials: Vec<Material>,
    /// Materials that may be brought later: name, issuer, terms.
    pub tolerances: Vec<(String, Option<String>, Tolerance)>,
    /// Places.
    pub places: Vec<Place>,
}

/// What waits, by the item's identity as the rows give it, and by region.
pub type Pending = BTreeMap<(String, Option<RegionCode>), Parts>;

impl Parts {
    /// Completes the guide of an item.
    pub fn complete(self, guide: &mut Guide, provenance: &mut Provenance) {
        let Self { origin, repairs, cleared, guide: mut own, path, steps, red_lines, materials, tolerances, .. } = self;
        own.path.extend(path);
        own.steps.extend(steps);
        own.red_lines.extend(red_lines);
        own.materials.extend(materials);
        let mut changed = Vec::new();
        clear::guide(&cleared, guide, &mut changed);
        overlay::guide(own, guide, &mut changed);
        if tolerate(&mut guide.materials, tolerances) && !changed.contains(&"materials") {
            changed.push("materials");
        }
        overlay::origins(&changed, Provenance { origin, fields: Vec::new(), repairs }, provenance);
    }

    /// Completes what a region publishes. `common` is the item's guide, whose materials a tolerance may name.
    pub fn complete_publication(self, publication: &mut Publication) {
        let Self { origin, repairs, guide: mut own, path, steps, red_lines, materials, places, .. } = self;
        own.path.extend(path);
        own.steps.extend(steps);
        own.red_lines.extend(red_lines);
        own.materials.extend(materials);
        let mut changed = Vec::new();
        overlay::terms(overlay::difference(own, &Guide::default()), &mut publication.terms, &mut changed);
        if !places.is_empty() && places != publication.places {
            publication.places = places;
            changed.push("places");
        }
        overlay::origins(&changed, Provenance { origin, fields: Vec::new(), repairs }, &mut publication.provenance);
    }
}

/// Marks the materials that may be brought later, and adds those that are not listed; returns whether anything changed.
fn tolerate(materials: &mut Vec<Material>, tolerances: Vec<(String, Option<String>, Tolerance)>) -> bool {
    let mut changed = false;
    for (name, issuer, tolerance) in tolerances {
        let at = materials.iter().position(|material| material.name == name).unwrap_or_else(|| {
            materials.push(Material::named(name));
            materials.len() - 1
        });
        let material = &mut materials[at];
        let before = material.clone();
        material.necessity = Some(Necessity::Later);
        material.tolerance = Some(tolerance);
        material.issuer = issuer.or_else(|| material.issuer.take());
        changed |= *material != before;
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tolerance_marks_the_material_of_its_name() {
        let mut guide =
            Guide { materials: vec![Material::named("身份证"), Material::named("照片")], ..Guide::default() };
        let parts = Parts {
            tolerances: vec![
                ("照片".into(), None, Tolerance::default()),
                ("房产证明".into(), Some("自然资源局".into()), Tolerance::default()),
            ],
            ..Parts::default()
        };
        let mut provenance = Provenance::default();
        parts.complete(&mut guide, &mut provenance);
        let later: Vec<_> = guide.materials.iter().filter(|m| m.necessity == Some(Necessity::Later)).collect();
        assert_eq!(later.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["照片", "房产证明"]);
        assert_eq!(provenance.fields[0].field, "materials");
    }
}
