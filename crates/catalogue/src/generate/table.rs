//! The generated content as two tables, to measure and test an import of the province's real scale.
//!
//! Tab-separated text without quotes, UTF-8, one header line; a cell never holds a tab or line end.
//!
//! `items.tsv`: code, source_code (by which publications name it), name, plain_name, aliases (|),
//! department, kind (two digits), audience (|), levels (|), themes (|), popularity, summary,
//! scenario, handling, legal and promise (`20个工作日`), visits, fee (是/否), channels (|),
//! conditions (|), steps, materials, path, red_lines (each a JSON list of flat objects), basis
//! (laws by name, |), result, if_refused (|).
//! - steps: name, text, time · path: actor, action, at · red_lines: text, basis, tags (|)
//! - materials: name, necessity, source, format, copies, issuer, note, when, any_of, makeup (`5个工作日`), makeup_ways (|), overdue
//!
//! `publications.tsv`: item (a source_code), region (12 characters), local_code, organ, place_name,
//! place_kind, address, window, hours, place_phones (|), consult (|), complain (|), promise (as a
//! rule `5个工作日`, now and then `5(工作日)` as in real exports), visits, fee (是/否), channels (|).
//! An empty cell means "as the item says" or "not published".

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

use domain::{
    Guide, Item, Publication,
    terms::{Fee, TimeSpan},
};
use serde_json::{Map, Value};

use super::full::Full;

const ITEM_COLUMNS: &str = "code\tsource_code\tname\tplain_name\taliases\tdepartment\tkind\taudience\tlevels\tthemes\tpopularity\tsummary\tscenario\thandling\tlegal\tpromise\tvisits\tfee\tchannels\tconditions\tsteps\tmaterials\tpath\tred_lines\tbasis\tresult\tif_refused";
const PUBLICATION_COLUMNS: &str = "item\tregion\tlocal_code\torgan\tplace_name\tplace_kind\taddress\twindow\thours\tplace_phones\tconsult\tcomplain\tpromise\tvisits\tfee\tchannels";

/// Writes `items.tsv` and `publications.tsv` into a folder and tells how many rows each has.
pub fn write_tables(full: &Full, folder: &Path) -> io::Result<(usize, usize)> {
    std::fs::create_dir_all(folder)?;
    let mut items = BufWriter::new(File::create(folder.join("items.tsv"))?);
    writeln!(items, "{ITEM_COLUMNS}")?;
    for item in full.items() {
        write_row(&mut items, &item_row(item))?;
    }
    items.flush()?;
    let mut publications = BufWriter::new(File::create(folder.join("publications.tsv"))?);
    writeln!(publications, "{PUBLICATION_COLUMNS}")?;
    let mut rows = 0;
    full.publications(&mut |item, publication| {
        rows += 1;
        write_row(&mut publications, &publication_row(item, &publication, rows))
    })?;
    publications.flush()?;
    Ok((full.items().len(), rows))
}

fn write_row(out: &mut impl Write, cells: &[String]) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b"\t")?;
        }
        match cell.contains(['\t', '\n', '\r']) {
            true => out.write_all(cell.replace(['\t', '\n', '\r'], " ").as_bytes())?,
            false => out.write_all(cell.as_bytes())?,
        }
    }
    out.write_all(b"\n")
}

fn item_row(item: &Item) -> [String; 27] {
    let guide = &item.guide;
    [
        item.code.to_string(),
        item.source_code.clone(),
        item.name.clone(),
        text(&item.plain_name),
        item.aliases.join("|"),
        item.department.clone(),
        item.kind.code().into(),
        codes(&item.audience, |audience| audience.code()),
        codes(&item.levels, |level| level.code()),
        item.themes.join("|"),
        item.popularity.to_string(),
        text(&guide.summary),
        text(&guide.scenario),
        guide.handling.map(|handling| handling.code().into()).unwrap_or_default(),
        span(guide.limits.legal),
        span(guide.limits.promise),
        number(guide.visits),
        charged(&guide.fee),
        codes(&guide.channels, |channel| channel.code()),
        guide.conditions.join("|"),
        steps(guide),
        materials(guide),
        path(guide),
        red_lines(guide),
        guide.basis.iter().map(|basis| basis.law.as_str()).collect::<Vec<_>>().join("|"),
        guide.result.as_ref().map(|result| result.name.clone()).unwrap_or_default(),
        guide.if_refused.join("|"),
    ]
}

fn publication_row(item: &Item, publication: &Publication, row: usize) -> [String; 16] {
    let place = publication.places.first();
    let terms = &publication.terms;
    let promise = span(terms.limits.as_ref().and_then(|limits| limits.promise));
    let promise = match promise.strip_suffix("个工作日") {
        Some(days) if row.is_multiple_of(16) => format!("{days}(工作日)"),
        _ => promise,
    };
    [
        item.source_code.clone(),
        publication.region.to_string(),
        text(&publication.source_code),
        text(&publication.organ),
        place.map(|place| place.name.clone()).unwrap_or_default(),
        place.and_then(|place| place.kind).map(|kind| kind.code().into()).unwrap_or_default(),
        place.map(|place| text(&place.address)).unwrap_or_default(),
        place.map(|place| text(&place.window)).unwrap_or_default(),
        place.map(|place| text(&place.hours)).unwrap_or_default(),
        place.map(|place| place.phones.join("|")).unwrap_or_default(),
        publication.consult.join("|"),
        publication.complain.join("|"),
        promise,
        number(terms.visits),
        charged(&terms.fee),
        terms.channels.as_ref().map(|list| codes(list, |channel| channel.code())).unwrap_or_default(),
    ]
}

fn steps(guide: &Guide) -> String {
    let steps = guide.steps.iter();
    list(steps.map(|step| [("name", step.name.clone()), ("text", step.text.clone()), ("time", text(&step.time))]))
}

fn path(guide: &Guide) -> String {
    let path = guide.path.iter();
    list(path.map(|step| [("actor", step.actor.clone()), ("action", step.action.clone()), ("at", text(&step.at))]))
}

fn red_lines(guide: &Guide) -> String {
    let lines = guide.red_lines.iter();
    list(lines.map(|line| [("text", line.text.clone()), ("basis", text(&line.basis)), ("tags", line.tags.join("|"))]))
}

fn materials(guide: &Guide) -> String {
    list(guide.materials.iter().map(|material| {
        let later = material.tolerance.clone().unwrap_or_default();
        [
            ("name", material.name.clone()),
            ("necessity", material.necessity.map(|necessity| necessity.code().into()).unwrap_or_default()),
            ("source", material.source.map(|source| source.code().into()).unwrap_or_default()),
            ("format", material.format.map(|format| format.code().into()).unwrap_or_default()),
            ("copies", number(material.copies)),
            ("issuer", text(&material.issuer)),
            ("note", text(&material.note)),
            ("when", text(&material.when)),
            ("any_of", text(&material.any_of)),
            ("makeup", span(later.makeup)),
            ("makeup_ways", later.ways.join("|")),
            ("overdue", text(&later.overdue)),
        ]
    }))
}

/// Objects as JSON; what is empty is left out.
fn list<const N: usize>(rows: impl Iterator<Item = [(&'static str, String); N]>) -> String {
    let object = |row: [(&'static str, String); N]| {
        let filled = row.into_iter().filter(|(_, value)| !value.is_empty());
        Value::Object(filled.map(|(key, value)| (key.to_owned(), Value::String(value))).collect::<Map<_, _>>())
    };
    let objects: Vec<Value> = rows.map(object).collect();
    if objects.is_empty() { String::new() } else { Value::Array(objects).to_string() }
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn number(value: Option<u8>) -> String {
    value.map(|number| number.to_string()).unwrap_or_default()
}

fn span(span: Option<TimeSpan>) -> String {
    span.map(|span| format!("{}{}", span.amount, span.unit.label())).unwrap_or_default()
}

fn charged(fee: &Option<Fee>) -> String {
    fee.as_ref().map(|fee| if fee.charged { "是" } else { "否" }).unwrap_or_default().into()
}

fn codes<T: Copy>(values: &[T], code: fn(T) -> &'static str) -> String {
    values.iter().map(|&value| code(value)).collect::<Vec<_>>().join("|")
}
