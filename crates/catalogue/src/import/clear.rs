//! Emptying a field of what was imported before: an empty cell changes nothing, so a clerk says it in so many words.

use domain::{Guide, Item, ItemKind, Publication, terms::Limits};

use crate::mapping::{Field, Holds};

/// Whether a row of a table may empty a field.
pub fn may_clear(holds: Holds, identity: Field, field: Field) -> bool {
    let names = matches!(field, Field::Code | Field::SourceCode | Field::Name | Field::Region | Field::Sample);
    let parts = match holds {
        Holds::Items | Holds::Guides => true,
        // What only the item itself has cannot be emptied for one region.
        Holds::Publications => is_local(field) || is_term(field),
        // A part is replaced as a whole: its own columns may be empty, whatever is written into them.
        Holds::Path | Holds::Steps | Holds::RedLines | Holds::Materials | Holds::Places => true,
        Holds::Tolerances => field != Field::MaterialName,
    };
    parts && !names && field != identity
}

/// The field of the guide or publication that a row of a table empties, when it empties this one.
pub fn cleared_by(holds: Holds, field: Field) -> Option<Field> {
    match (holds, field) {
        (Holds::Path, Field::Action) => Some(Field::Path),
        (Holds::Steps, Field::Action) => Some(Field::Steps),
        (Holds::RedLines, Field::Text) => Some(Field::RedLines),
        (Holds::Materials, Field::MaterialName) => Some(Field::Materials),
        (Holds::Places, Field::PlaceName | Field::Address) => Some(Field::PlaceName),
        (Holds::Items | Holds::Guides | Holds::Publications, field) => Some(field),
        _ => None,
    }
}

fn is_local(field: Field) -> bool {
    use Field::{Address, Complain, Consult, Hours, LocalCode, Organ, PlaceKind, PlaceName, PlacePhones, Window};
    matches!(
        field,
        LocalCode | Organ | Consult | Complain | PlaceName | PlaceKind | Address | Window | Hours | PlacePhones
    )
}

fn is_term(field: Field) -> bool {
    use Field::{Channels, Conditions, Fee, Legal, LimitNote, Materials, OnlineUrl, Path, Promise, RedLines, Steps};
    matches!(
        field,
        Legal
            | Promise
            | LimitNote
            | Field::Visits
            | Fee
            | Channels
            | OnlineUrl
            | Conditions
            | Steps
            | Materials
            | Path
            | RedLines
    )
}

/// Empties a value; returns whether there was one.
fn empty<T: Default + PartialEq>(value: &mut T) -> bool {
    let was = *value != T::default();
    *value = T::default();
    was
}

/// Does something to every part, not only to the first where it changes something; returns whether any changed.
fn every<T>(parts: &mut [T], mut change: impl FnMut(&mut T) -> bool) -> bool {
    parts.iter_mut().fold(false, |changed, part| change(part) | changed)
}

/// Empties fields of an item; the names of those that held something go to `changed`.
pub fn item(fields: &[Field], item: &mut Item, changed: &mut Vec<&'static str>) {
    for field in fields {
        let was = match field {
            Field::PlainName => empty(&mut item.plain_name),
            Field::Aliases => empty(&mut item.aliases),
            Field::Department => empty(&mut item.department),
            Field::Audience => empty(&mut item.audience),
            Field::Levels => empty(&mut item.levels),
            Field::Themes => empty(&mut item.themes),
            Field::Popularity => empty(&mut item.popularity),
            Field::Kind => std::mem::replace(&mut item.kind, ItemKind::Other) != ItemKind::Other,
            _ => false,
        };
        changed.extend(was.then(|| field.name()));
    }
    guide(fields, &mut item.guide, changed);
}

/// Empties fields of a guide; the names of those that held something go to `changed`.
pub fn guide(fields: &[Field], guide: &mut Guide, changed: &mut Vec<&'static str>) {
    for field in fields {
        let fee = guide.fee.as_mut();
        let was = match field {
            Field::Summary => empty(&mut guide.summary),
            Field::Scenario => empty(&mut guide.scenario),
            Field::Handling => empty(&mut guide.handling),
            Field::Legal => empty(&mut guide.limits.legal),
            Field::Promise => empty(&mut guide.limits.promise),
            Field::LimitNote => empty(&mut guide.limits.note),
            Field::Visits => empty(&mut guide.visits),
            Field::VisitsNote => empty(&mut guide.visits_note),
            Field::Fee => empty(&mut guide.fee),
            Field::FeeName => fee.is_some_and(|fee| every(&mut fee.rows, |row| empty(&mut row.name))),
            Field::FeeAmount => fee.is_some_and(|fee| every(&mut fee.rows, |row| empty(&mut row.amount_fen))),
            Field::FeeStandard => fee.is_some_and(|fee| every(&mut fee.rows, |row| empty(&mut row.standard))),
            Field::FeeBasis => fee.is_some_and(|fee| every(&mut fee.rows, |row| empty(&mut row.basis))),
            Field::FeeReduction => fee.is_some_and(|fee| every(&mut fee.rows, |row| empty(&mut row.reduction))),
            Field::Channels => empty(&mut guide.channels),
            Field::OnlineUrl => empty(&mut guide.online_url),
            Field::Area => empty(&mut guide.area),
            Field::Conditions => empty(&mut guide.conditions),
            Field::Steps => empty(&mut guide.steps),
            Field::Materials => empty(&mut guide.materials),
            Field::Path => empty(&mut guide.path),
            Field::RedLines => empty(&mut guide.red_lines),
            Field::Basis => empty(&mut guide.basis),
            Field::Faq => empty(&mut guide.faq),
            Field::Result => empty(&mut guide.result),
            Field::ResultDelivery => guide.result.as_mut().is_some_and(|result| empty(&mut result.delivery)),
            Field::ResultValidity => guide.result.as_mut().is_some_and(|result| empty(&mut result.validity)),
            Field::IfRefused => empty(&mut guide.if_refused),
            _ => false,
        };
        changed.extend(was.then(|| name(*field)));
    }
}

/// Empties what a region publishes. Of its terms, only its own: the item's then hold there again.
pub fn publication(fields: &[Field], common: &Limits, old: &mut Publication, changed: &mut Vec<&'static str>) {
    for field in fields {
        let terms = &mut old.terms;
        let was = match field {
            Field::LocalCode => empty(&mut old.source_code),
            Field::Organ => empty(&mut old.organ),
            Field::Consult => empty(&mut old.consult),
            Field::Complain => empty(&mut old.complain),
            Field::PlaceName | Field::Address => empty(&mut old.places),
            Field::PlaceKind => every(&mut old.places, |place| empty(&mut place.kind)),
            Field::Window => every(&mut old.places, |place| empty(&mut place.window)),
            Field::Hours => every(&mut old.places, |place| empty(&mut place.hours)),
            Field::PlacePhones => every(&mut old.places, |place| empty(&mut place.phones)),
            Field::Legal | Field::Promise | Field::LimitNote => limit(*field, common, &mut terms.limits),
            Field::Visits => empty(&mut terms.visits),
            Field::Fee => empty(&mut terms.fee),
            Field::Channels => empty(&mut terms.channels),
            Field::OnlineUrl => empty(&mut terms.online_url),
            Field::Conditions => empty(&mut terms.conditions),
            Field::Steps => empty(&mut terms.steps),
            Field::Materials => empty(&mut terms.materials),
            Field::Path => empty(&mut terms.path),
            Field::RedLines => empty(&mut terms.red_lines),
            _ => false,
        };
        let name = match field {
            Field::Legal | Field::Promise | Field::LimitNote => "limits",
            other => name(*other),
        };
        changed.extend((was && !changed.contains(&name)).then_some(name));
    }
}

/// Takes one of a region's limits back: the common one holds again.
fn limit(field: Field, common: &Limits, own: &mut Option<Limits>) -> bool {
    let Some(limits) = own else { return false };
    let before = limits.clone();
    match field {
        Field::Legal => limits.legal = common.legal,
        Field::Promise => limits.promise = common.promise,
        _ => limits.note.clone_from(&common.note),
    }
    let changed = *limits != before;
    if limits == common {
        *own = None;
    }
    changed
}

/// The field's name in provenance: that of the part which holds it.
fn name(field: Field) -> &'static str {
    match field {
        Field::FeeName | Field::FeeAmount | Field::FeeStandard | Field::FeeBasis | Field::FeeReduction => "fee",
        Field::ResultDelivery | Field::ResultValidity => "result",
        Field::LocalCode => "source_code",
        Field::PlaceName | Field::PlaceKind | Field::Address | Field::Window | Field::Hours | Field::PlacePhones => {
            "places"
        }
        other => other.name(),
    }
}
