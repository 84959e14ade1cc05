//! Snapshots: everything a citizen could read, and every gap.

use std::collections::HashSet;

use domain::Item;
use serde_json::Value;

use super::Fault;
use crate::{
    import::draft,
    lint::{Code, TextLints, missing, text::Place},
    snapshot::{ItemId, Snapshot, SnapshotError},
};

/// Checks every item and publication.
pub fn check(
    snapshot: &Snapshot,
    file: &str,
    lints: &TextLints,
    each: &mut dyn FnMut(Fault),
) -> Result<(), SnapshotError> {
    let mut reachable = HashSet::new();
    for publication in snapshot.publications() {
        let publication = publication?;
        let texts = serde_json::to_value(&publication).unwrap_or_default();
        words(&texts, lints, &mut |code, text| {
            each(Fault {
                item: Some(publication.item.to_string()),
                region: Some(publication.region.to_string()),
                ..Fault::new(code, file, 0, text)
            });
        });
        let contact = !publication.consult.is_empty() || publication.places.iter().any(|p| !p.phones.is_empty());
        if contact {
            reachable.insert(publication.item);
        }
    }
    let mut names = HashSet::new();
    for id in 0..snapshot.heads().len() as u32 {
        let item = snapshot.item(ItemId(id))?;
        let mut tell = |code, text: String| {
            each(Fault { item: Some(item.code.to_string()), ..Fault::new(code, file, 0, text) });
        };
        words(&serde_json::to_value(&item).unwrap_or_default(), lints, &mut tell);
        gaps(&item, reachable.contains(&item.code), &mut tell);
        if !names.insert((item.name.clone(), item.department.clone())) {
            tell(Code::Duplicate, item.name.clone());
        }
    }
    Ok(())
}

fn gaps(item: &Item, reachable: bool, tell: &mut dyn FnMut(Code, String)) {
    let mut problems = Vec::new();
    draft::judge(&item.guide, &mut problems);
    for problem in problems {
        tell(problem.code, problem.text);
    }
    for code in missing::find(item, None) {
        if !(code == Code::MissingContact && reachable) {
            tell(code, item.name.clone());
        }
    }
}

/// Asks every text of a record, but for codes and for originals that the provenance keeps on purpose.
fn words(value: &Value, lints: &TextLints, tell: &mut dyn FnMut(Code, String)) {
    const SKIPPED: &[&str] = &["provenance", "code", "item", "region"];
    const PLAIN: &[&str] = &["source_code", "online_url", "consult", "complain", "phones", "tags"];
    walk(value, Place::Words, &mut |text, place| {
        let mut findings = Vec::new();
        lints.find(text, place, &mut findings);
        findings.into_iter().for_each(|finding| tell(finding.code, finding.text));
    });

    fn walk(value: &Value, place: Place, each: &mut dyn FnMut(&str, Place)) {
        match value {
            Value::String(text) => each(text, place),
            Value::Array(list) => list.iter().for_each(|part| walk(part, place, each)),
            Value::Object(object) => {
                for (key, part) in object.iter().filter(|(key, _)| !SKIPPED.contains(&key.as_str())) {
                    let place = if PLAIN.contains(&key.as_str()) { Place::Plain } else { place };
                    walk(part, place, each);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}
