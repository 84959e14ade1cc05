//! What changed between two snapshots, by item, publication and field.

use std::{cmp::Ordering, collections::BTreeSet};

use domain::{Item, Publication, terms::TimeSpan};
use serde::Serialize;
use serde_json::Value;

use crate::{
    mapping::Field,
    parse::span::canonical,
    snapshot::{ItemId, Snapshot, SnapshotError},
};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// One field differs.
    Changed,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What happened.
    pub change: Kind,
    /// Our code of the item.
    pub item: String,
    /// The item's name.
    pub name: String,
    /// The region, when a publication changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The field, when one changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The value before.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub from: Value,
    /// The value after.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub to: Value,
}

/// Calls `each` with every change from `old` to `new`. Where values come from is no change.
pub fn diff(old: &Snapshot, new: &Snapshot, each: &mut dyn FnMut(Change)) -> Result<(), SnapshotError> {
    let key = |item: &Item| item.code.clone();
    join(items(old), items(new), key, |pair| {
        let Some(item) = pair.0.or(pair.1) else { return };
        let blank = blank(item, None);
        compare(blank, pair, each);
    })?;
    let names = |publication: &Publication| {
        let found = [new, old].into_iter().find_map(|snapshot| {
            let id = snapshot.find_item(&publication.item)?;
            Some(snapshot.heads()[id.0 as usize].name.to_string())
        });
        found.unwrap_or_default()
    };
    let level = |publication: &Publication| {
        let region = [old, new].into_iter().find_map(|snapshot| {
            let regions = snapshot.regions();
            Some(regions.region(regions.find(&publication.region)?).level)
        });
        (region, publication.region.clone(), publication.item.clone())
    };
    join(old.publications(), new.publications(), level, |pair| {
        let Some(publication) = pair.0.or(pair.1) else { return };
        let blank = Change {
            change: Kind::Changed,
            item: publication.item.to_string(),
            name: names(publication),
            region: Some(publication.region.to_string()),
            field: None,
            from: Value::Null,
            to: Value::Null,
        };
        compare(blank, pair, each);
    })
}

fn blank(item: &Item, region: Option<String>) -> Change {
    let (item, name) = (item.code.to_string(), item.name.clone());
    Change { change: Kind::Changed, item, name, region, field: None, from: Value::Null, to: Value::Null }
}

fn items(snapshot: &Snapshot) -> impl Iterator<Item = Result<Item, SnapshotError>> + '_ {
    (0..snapshot.heads().len() as u32).map(|id| snapshot.item(ItemId(id)))
}

/// Walks two sorted streams side by side.
fn join<T, K: Ord>(
    old: impl Iterator<Item = Result<T, SnapshotError>>,
    new: impl Iterator<Item = Result<T, SnapshotError>>,
    key: impl Fn(&T) -> K,
    mut each: impl FnMut((Option<&T>, Option<&T>)),
) -> Result<(), SnapshotError> {
    let (mut old, mut new) = (old.peekable(), new.peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return Ok(()),
            (Some(Ok(a)), Some(Ok(b))) => key(a).cmp(&key(b)),
            (Some(_), None) | (Some(Err(_)), _) => Ordering::Less,
            (None, Some(_)) | (_, Some(Err(_))) => Ordering::Greater,
        };
        let a = if order.is_le() { old.next().transpose()? } else { None };
        let b = if order.is_ge() { new.next().transpose()? } else { None };
        each((a.as_ref(), b.as_ref()));
    }
}

fn compare<T: PartialEq + Serialize>(blank: Change, pair: (Option<&T>, Option<&T>), each: &mut dyn FnMut(Change)) {
    match pair {
        (Some(a), Some(b)) if a == b => {}
        (Some(a), Some(b)) => {
            let value = |record: &T| serde_json::to_value(record).unwrap_or_default();
            fields(&blank, "", &value(a), &value(b), each);
        }
        (None, _) => each(Change { change: Kind::Added, ..blank }),
        (_, None) => each(Change { change: Kind::Removed, ..blank }),
    }
}

/// The parts of a record whose fields are told one by one.
const NESTED: &[&str] = &["guide", "terms", "limits"];

fn fields(blank: &Change, path: &str, a: &Value, b: &Value, each: &mut dyn FnMut(Change)) {
    let (Value::Object(old), Value::Object(new)) = (a, b) else { return };
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).filter(|name| *name != "provenance").collect();
    for name in names {
        let (from, to) = (old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null));
        let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        if from == to {
            continue;
        }
        if NESTED.contains(&name.as_str()) && from.is_object() && to.is_object() {
            fields(blank, &field, from, to, each);
        } else {
            each(Change { field: Some(field), from: from.clone(), to: to.clone(), ..blank.clone() });
        }
    }
}

impl Change {
    /// The change as a clerk reads it.
    pub fn line(&self) -> String {
        let what = match &self.region {
            Some(region) => format!("发布 {region} {}（{}）", self.name, self.item),
            None => format!("事项 {}（{}）", self.name, self.item),
        };
        match self.change {
            Kind::Added => format!("+ {what}"),
            Kind::Removed => format!("- {what}"),
            Kind::Changed => {
                let field = self.field.as_deref().unwrap_or_default();
                let last = field.rsplit('.').next().unwrap_or_default();
                let label = Field::find(last).map_or(field, |known| known.label());
                format!("~ {what} {label}：{} → {}", shown(&self.from), shown(&self.to))
            }
        }
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "（空）".into(),
        Value::Array(list) if list.is_empty() => "（空）".into(),
        Value::String(text) if text.is_empty() => "（空）".into(),
        Value::String(text) => text.clone(),
        Value::Object(_) => match serde_json::from_value::<TimeSpan>(value.clone()) {
            Ok(span) => canonical(span),
            Err(_) => value.to_string(),
        },
        other => other.to_string(),
    }
}
