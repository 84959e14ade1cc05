//! Where this comes from, and of which date.

use domain::{provenance::Provenance, wire::GuideDetail};

use crate::{
    text::{guide as words, site},
    ui::{Node, el, para, rows},
};

/// The origin of the item and of its publication.
pub fn provenance(detail: &GuideDetail) -> Node {
    let date = detail.data_date.to_string();
    let mut facts = vec![
        (words::SOURCE_CODE, detail.source_code.clone()),
        (words::KIND, detail.kind.label().to_owned()),
        (words::DATA_DATE, date.clone()),
    ];
    facts.extend(origin(&detail.provenance));
    if let Some(publication) = &detail.publication {
        facts.extend(publication.source_code.clone().map(|code| (words::SOURCE_CODE, code)));
        facts.extend(origin(&publication.provenance));
    }
    let facts = rows(facts.into_iter().map(|(name, value)| (name.into(), value.into())));
    let folded = el("details").class("more").id("provenance").child(el("summary").text(words::PROVENANCE)).child(facts);
    vec![folded.into(), para("small", site::data_date(&date)).into()].into()
}

fn origin(provenance: &Provenance) -> Vec<(&'static str, String)> {
    let origin = &provenance.origin;
    let file = (!origin.file.is_empty()).then(|| (words::FILE, words::file_row(&origin.file, origin.row)));
    let date = origin.date.map(|date| (words::SOURCE_DATE, date.to_string()));
    let approver = origin.approver.clone().map(|name| (words::APPROVER, name));
    let repairs = (!provenance.repairs.is_empty()).then(|| {
        let fields: Vec<_> = provenance.repairs.iter().map(|repair| repair.original.as_str()).collect();
        (words::REPAIRS, fields.join("；"))
    });
    [file, date, approver, repairs].into_iter().flatten().collect()
}
