//! New values over old ones, field by field: what a re-import changes and where each change comes from.

use domain::{
    Guide, Item, Publication,
    provenance::{FieldOrigin, Provenance},
    publication::LocalTerms,
    terms::Limits,
};

use super::clear;
use crate::mapping::Field;

/// Puts a value over another when it says something new; returns whether it did.
trait Over {
    fn over(self, old: &mut Self) -> bool;
}

impl<T: PartialEq> Over for Option<T> {
    fn over(self, old: &mut Self) -> bool {
        let new = self.is_some() && self != *old;
        if new {
            *old = self;
        }
        new
    }
}

impl<T: PartialEq> Over for Vec<T> {
    fn over(self, old: &mut Self) -> bool {
        let new = !self.is_empty() && self != *old;
        if new {
            *old = self;
        }
        new
    }
}

impl Over for String {
    fn over(self, old: &mut Self) -> bool {
        let new = !self.is_empty() && self != *old;
        if new {
            *old = self;
        }
        new
    }
}

macro_rules! over {
    ($changed:ident, $new:expr => $old:expr; $($field:ident)+) => {
        $(if Over::over($new.$field, &mut $old.$field) { $changed.push(stringify!($field)); })+
    };
}

/// Puts a guide over another; the names of the changed fields go to `changed`.
pub fn guide(new: Guide, old: &mut Guide, changed: &mut Vec<&'static str>) {
    let limits = new.limits;
    if Over::over(limits.legal, &mut old.limits.legal) {
        changed.push("legal");
    }
    if Over::over(limits.promise, &mut old.limits.promise) {
        changed.push("promise");
    }
    if Over::over(limits.note, &mut old.limits.note) {
        changed.push("limit_note");
    }
    over!(changed, new => old; summary scenario handling visits visits_note fee channels online_url area conditions
        steps materials path red_lines basis faq result if_refused);
}

/// Puts an item over the one that was imported before, keeping where every unchanged field comes from.
pub fn item(new: Item, cleared: &[Field], old: &mut Item) {
    let mut changed = Vec::new();
    clear::item(cleared, old, &mut changed);
    over!(changed, new => old; source_code name plain_name aliases department audience levels themes);
    if new.kind != domain::ItemKind::Other && new.kind != old.kind {
        old.kind = new.kind;
        changed.push("kind");
    }
    if new.popularity != 0 && new.popularity != old.popularity {
        old.popularity = new.popularity;
        changed.push("popularity");
    }
    guide(new.guide, &mut old.guide, &mut changed);
    origins(&changed, new.provenance, &mut old.provenance);
}

/// Puts a region's own terms over others.
pub fn terms(new: LocalTerms, old: &mut LocalTerms, changed: &mut Vec<&'static str>) {
    if let Some(limits) = new.limits {
        let limits = whole(limits, old.limits.as_ref().unwrap_or(&Limits::default()));
        if Over::over(Some(limits), &mut old.limits) {
            changed.push("limits");
        }
    }
    over!(changed, new => old; visits fee channels online_url conditions steps materials path red_lines);
}

/// Puts a publication over the one that was imported before; `common` are the item's limits.
pub fn publication(new: Publication, cleared: &[Field], common: &Limits, old: &mut Publication) {
    let mut changed = Vec::new();
    clear::publication(cleared, common, old, &mut changed);
    over!(changed, new => old; source_code organ places consult complain);
    terms(new.terms, &mut old.terms, &mut changed);
    origins(&changed, new.provenance, &mut old.provenance);
}

/// What a region's guide says otherwise than the common one.
pub fn difference(own: Guide, common: &Guide) -> LocalTerms {
    fn other<T: PartialEq>(own: Vec<T>, common: &Vec<T>) -> Option<Vec<T>> {
        (!own.is_empty() && own != *common).then_some(own)
    }
    // A region that sets one limit only leaves the others as they are for all.
    let limits = whole(own.limits, &common.limits);
    LocalTerms {
        limits: (limits != common.limits).then_some(limits),
        visits: own.visits.filter(|_| own.visits != common.visits),
        fee: own.fee.filter(|fee| Some(fee) != common.fee.as_ref()),
        channels: other(own.channels, &common.channels),
        online_url: own.online_url.filter(|url| Some(url) != common.online_url.as_ref()),
        conditions: other(own.conditions, &common.conditions),
        steps: other(own.steps, &common.steps),
        materials: other(own.materials, &common.materials),
        path: other(own.path, &common.path),
        red_lines: other(own.red_lines, &common.red_lines),
    }
}

/// Limits whose gaps are filled by others.
fn whole(own: Limits, others: &Limits) -> Limits {
    Limits {
        legal: own.legal.or(others.legal),
        promise: own.promise.or(others.promise),
        note: own.note.or_else(|| others.note.clone()),
    }
}

/// Notes where the changed fields come from now, and what was repaired in them.
pub fn origins(changed: &[&'static str], new: Provenance, old: &mut Provenance) {
    for field in changed {
        old.fields.retain(|known| known.field != *field);
        old.fields.push(FieldOrigin { field: (*field).to_owned(), origin: new.origin.clone() });
        old.repairs.retain(|repair| repair.field != *field);
    }
    old.repairs.extend(new.repairs.into_iter().filter(|repair| changed.contains(&repair.field.as_str())));
}

#[cfg(test)]
mod tests {
    use domain::provenance::Origin;

    use super::*;
    use crate::import::draft::blank_item;

    fn from(file: &str) -> Provenance {
        Provenance { origin: Origin { file: file.into(), ..Origin::default() }, ..Provenance::default() }
    }

    #[test]
    fn only_what_is_new_changes_and_says_where_it_comes_from() {
        let mut old =
            Item { name: "补领".into(), department: "公安局".into(), provenance: from("a"), ..blank_item() };
        let guide = Guide { visits: Some(1), ..Guide::default() };
        item(Item { name: "补领".into(), guide, provenance: from("b"), ..blank_item() }, &[], &mut old);
        assert_eq!((old.department.as_str(), old.guide.visits), ("公安局", Some(1)));
        assert_eq!(old.provenance.origin.file, "a");
        let fields: Vec<_> = old.provenance.fields.iter().map(|f| (f.field.as_str(), f.origin.file.as_str())).collect();
        assert_eq!(fields, [("visits", "b")]);
    }

    #[test]
    fn an_emptied_field_says_who_emptied_it_and_only_once() {
        let guide = Guide { visits: Some(1), summary: Some("s".into()), ..Guide::default() };
        let mut old = Item { name: "补领".into(), guide, provenance: from("a"), ..blank_item() };
        let row = |file| Item { name: "补领".into(), provenance: from(file), ..blank_item() };
        item(row("b"), &[Field::Visits], &mut old);
        assert_eq!((old.guide.visits, old.guide.summary.as_deref()), (None, Some("s")));
        let once = old.clone();
        item(row("c"), &[Field::Visits], &mut old);
        assert_eq!(old, once);
        let fields: Vec<_> = old.provenance.fields.iter().map(|f| (f.field.as_str(), f.origin.file.as_str())).collect();
        assert_eq!(fields, [("visits", "b")]);
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let first = Item { name: "补领".into(), provenance: from("a"), ..blank_item() };
        let mut old = first.clone();
        item(Item { provenance: from("b"), ..first.clone() }, &[], &mut old);
        assert_eq!(old, first);
    }
}
