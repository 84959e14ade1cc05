//! What each kind of row does.

use super::{Fate, Gather, RowContext};
use crate::{
    import::{child, clear, draft, overlay, problem::Found, value::Values},
    lint::Code,
    mapping::{Field, Holds, TableMapping},
};

impl Gather<'_> {
    /// Takes a row in. Whether it is rejected stands in its problems.
    pub fn row(&mut self, table: &TableMapping, mut values: Values, context: &mut RowContext<'_>) -> Fate {
        for field in values.cleared() {
            if !clear::may_clear(table.holds, table.identity, *field) {
                context.problems.push(Found::of(Code::CannotClear, *field, ""));
            }
        }
        match table.holds {
            Holds::Items => self.item(table, values, context),
            Holds::Publications => self.publication(table, values, context),
            Holds::Guides
            | Holds::Path
            | Holds::Steps
            | Holds::RedLines
            | Holds::Materials
            | Holds::Tolerances
            | Holds::Places => {
                self.part(table, &mut values, context);
                Fate::Imported
            }
        }
    }

    fn publication(&mut self, table: &TableMapping, mut values: Values, context: &mut RowContext<'_>) -> Fate {
        let found = values.peek(table.identity).and_then(|identity| self.find(identity));
        let region = self.region(&mut values, context.problems);
        let identity = values.text(table.identity).unwrap_or_default();
        let Some(at) = found else {
            let code = if identity.is_empty() { Code::NoCode } else { Code::NoItem };
            context.problems.push(Found::of(code, table.identity, identity));
            return Fate::Imported;
        };
        let Some(region) = region else {
            if !context.is_rejected() {
                context.problems.push(Found::of(Code::NoRegion, Field::Region, ""));
            }
            return Fate::Imported;
        };
        if context.is_rejected() {
            return Fate::Imported;
        }
        let cleared = values.cleared().to_vec();
        let (code, sample) = (self.items[at as usize].item.code.clone(), self.items[at as usize].item.sample);
        let mut publication = draft::publication(&mut values, code, region, sample || self.sample, context.problems);
        publication.terms = draft::local_terms(&mut values, &self.items[at as usize].item.guide, context.problems);
        if publication.consult.is_empty() && publication.places.iter().all(|place| place.phones.is_empty()) {
            context.problems.push(Found::of(Code::MissingContact, Field::Consult, &identity));
        }
        publication.provenance = draft::provenance(&context.origin, context.problems, |_| true);
        if self.publish(at, publication, &cleared) {
            return Fate::Imported;
        }
        context.problems.push(Found::of(Code::Duplicate, table.identity, identity));
        Fate::Merged
    }

    fn part(&mut self, table: &TableMapping, values: &mut Values, context: &mut RowContext<'_>) {
        let region = self.region(values, context.problems);
        let Some(identity) = values.text(table.identity) else {
            context.problems.push(Found::of(Code::NoCode, table.identity, ""));
            return;
        };
        if context.is_rejected() {
            return;
        }
        let sample = self.sample;
        let key = (identity, region);
        let parts = self.pending.entry(key.clone()).or_default();
        let problems = &mut *context.problems;
        let cleared: Vec<Field> =
            values.cleared().iter().filter_map(|field| clear::cleared_by(table.holds, *field)).collect();
        let clears = !cleared.is_empty();
        parts.cleared.extend(cleared);
        let filled = match table.holds {
            Holds::Path => child::path_step(values).map(|step| parts.path.push(step)),
            Holds::Steps => child::handling_step(values).map(|step| parts.steps.push(step)),
            Holds::RedLines => child::red_line(values).map(|line| parts.red_lines.push(line)),
            Holds::Materials => child::material(values, problems).map(|material| {
                let catch_all = crate::lint::materials::is_catch_all(&material);
                if catch_all {
                    problems.push(Found::of(Code::CatchAllMaterial, Field::MaterialName, &material.name));
                }
                parts.materials.push(material);
            }),
            Holds::Tolerances => values.text(Field::MaterialName).map(|name| {
                let issuer = values.text(Field::Issuer);
                let tolerance = child::tolerance(values, problems).unwrap_or_default();
                parts.tolerances.push((name, issuer, tolerance));
            }),
            Holds::Places => child::place(values, None, sample, problems).map(|place| parts.places.push(place)),
            Holds::Guides => {
                let guide = draft::guide(values, problems);
                overlay::guide(guide, &mut parts.guide, &mut Vec::new());
                Some(())
            }
            Holds::Items | Holds::Publications => Some(()),
        };
        match filled.or(clears.then_some(())) {
            Some(()) => {
                let provenance = draft::provenance(&context.origin, context.problems, |_| true);
                if parts.rows.is_empty() {
                    parts.origin = provenance.origin;
                }
                parts.repairs.extend(provenance.repairs);
                parts.rows.push(context.waiting.clone());
            }
            None => {
                // An empty row of a region must not publish anything there.
                if parts.rows.is_empty() {
                    self.pending.remove(&key);
                }
                context.problems.push(Found { code: Code::EmptyRow, field: None, column: None, text: String::new() });
            }
        }
    }
}

impl RowContext<'_> {
    /// Whether a problem so far keeps the row out.
    pub fn is_rejected(&self) -> bool {
        self.problems.iter().any(|found| found.code.severity() == crate::lint::Severity::Reject)
    }
}
