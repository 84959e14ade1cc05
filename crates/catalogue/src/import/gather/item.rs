//! A row of an item: the item itself, what its region says otherwise, and where it is published.

use domain::{Item, ItemCode, Publication, RegionCode, publication::LocalTerms};

use super::{Fate, Gather, RowContext};
use crate::{
    import::{
        draft::{self, is_local},
        overlay,
        problem::Found,
        value::Values,
    },
    lint::{Code, missing},
    mapping::{Field, TableMapping},
};

/// What names the item of a row.
struct Naming {
    identity: String,
    code: Option<ItemCode>,
    region: Option<RegionCode>,
}

/// What of a row belongs to its region.
struct Local {
    publication: Option<Publication>,
    terms: Option<LocalTerms>,
    cleared: Vec<Field>,
}

impl Gather<'_> {
    pub(super) fn item(&mut self, table: &TableMapping, mut values: Values, context: &mut RowContext<'_>) -> Fate {
        let Some(Naming { identity, code, region }) = self.naming(table, &mut values, context) else {
            return Fate::Imported;
        };
        let known = code.as_ref().and_then(|code| self.by_code.get(code)).copied().or_else(|| self.find(&identity));
        let code = match (known, code) {
            (Some(at), _) => self.items[at as usize].item.code.clone(),
            (None, Some(code)) => code,
            (None, None) => draft::item_code(self.source, &identity),
        };
        let cleared = values.cleared().to_vec();
        let mut item = draft::item(&mut values, code.clone(), context.problems);
        if item.source_code.is_empty() {
            item.source_code.clone_from(&identity);
        }
        item.sample |= self.sample;
        let regions = match region {
            Some(region) => vec![region],
            None => {
                let levels = table.publish_at.iter().filter(|publish| item.levels.contains(&publish.level));
                levels.map(|publish| publish.region.clone()).collect()
            }
        };
        let local = regions.first().map(|region| {
            let sample = item.sample;
            draft::publication(&mut values, code.clone(), region.clone(), sample, context.problems)
        });
        if let Some(organ) =
            local.as_ref().and_then(|local| local.organ.as_ref()).filter(|_| item.department.is_empty())
        {
            item.department.clone_from(organ);
        }
        self.judge(&item, local.as_ref(), context);
        item.provenance = draft::provenance(&context.origin, context.problems, |field| !is_local(field));
        let (at, terms) = self.settle(item, known, regions.first(), &cleared);
        self.by_identity.entry(identity).or_insert(at);
        self.publish_item(at, regions, Local { publication: local, terms, cleared }, table, context)
    }

    /// The name, codes and region of a row; `None` when it is rejected for one of them.
    fn naming(&self, table: &TableMapping, values: &mut Values, context: &mut RowContext<'_>) -> Option<Naming> {
        let given = values.text(Field::Code);
        let code = given.as_deref().and_then(|text| ItemCode::parse(text).ok());
        if let (Some(text), None) = (&given, &code) {
            context.problems.push(Found::of(Code::BadCode, Field::Code, text));
        }
        if values.peek(Field::Name).is_none() {
            context.problems.push(Found::of(Code::NoName, Field::Name, ""));
        }
        let identity = values.peek(table.identity).map(str::to_owned).or_else(|| Some(code.as_ref()?.to_string()));
        if identity.is_none() {
            context.problems.push(Found::of(Code::NoCode, table.identity, ""));
        }
        let region = self.region(values, context.problems);
        let identity = identity.filter(|_| !context.is_rejected())?;
        Some(Naming { identity, code, region })
    }

    /// The lints that look at a whole row.
    fn judge(&mut self, item: &Item, local: Option<&Publication>, context: &mut RowContext<'_>) {
        let gaps = missing::find(item, local).into_iter();
        let gaps = gaps.filter(|code| !(self.apart && *code == Code::MissingContact));
        context.problems.extend(gaps.map(|code| Found::of(code, missing::field(code), &item.name)));
        draft::judge(&item.guide, context.problems);
        let region = local.map_or("", |local| local.region.as_str());
        if !self.names.insert(format!("{region}|{}|{}", item.department, item.name)) {
            context.problems.push(Found::of(Code::Duplicate, Field::Name, &item.name));
        }
    }

    /// Adds an item, changes the base's, or finds what a region says otherwise than the row that made it.
    fn settle(
        &mut self,
        item: Item,
        known: Option<u32>,
        region: Option<&RegionCode>,
        cleared: &[Field],
    ) -> (u32, Option<LocalTerms>) {
        let Some(at) = known else { return (self.add(item, false), None) };
        if self.items[at as usize].untouched && region.is_none_or(|region| self.speaks_for_all(at, region)) {
            let entry = &mut self.items[at as usize];
            entry.untouched = false;
            overlay::item(item, cleared, &mut entry.item);
            return (at, None);
        }
        (at, Some(overlay::difference(item.guide, &self.items[at as usize].item.guide)))
    }

    /// Whether the base took the item itself from the row of this region; another region speaks for itself only.
    fn speaks_for_all(&self, at: u32, region: &RegionCode) -> bool {
        let item = &self.items[at as usize].item;
        let before = self.published_before(&item.code, region).ok().flatten();
        before.is_some_and(|publication| publication.provenance.origin == item.provenance.origin)
    }

    fn publish_item(
        &mut self,
        at: u32,
        regions: Vec<RegionCode>,
        Local { publication: local, terms, cleared }: Local,
        table: &TableMapping,
        context: &mut RowContext<'_>,
    ) -> Fate {
        let again = terms.is_some();
        let Item { code, name, source_code, .. } = &self.items[at as usize].item;
        let (code, name, source_code) = (code.clone(), name.clone(), source_code.clone());
        if regions.is_empty() && !again && !self.apart && !self.waits_in_a_region(at) {
            context.problems.push(Found::of(Code::NotPublished, Field::Region, name));
        }
        let mut new = false;
        if let Some(mut publication) = local {
            publication.item = code;
            publication.terms = terms.unwrap_or_default();
            publication.provenance = draft::provenance(&context.origin, context.problems, is_local);
            for region in regions {
                new |= self.publish(at, Publication { region, ..publication.clone() }, &cleared);
            }
        }
        if again && !new {
            context.problems.push(Found::of(Code::Duplicate, table.identity, source_code));
            return Fate::Merged;
        }
        Fate::Imported
    }
}
