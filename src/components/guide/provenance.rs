//! Where this comes from, and of which date.

use domain::{provenance::Provenance, wire::GuideDetail};
use leptos::prelude::*;

use crate::text::{guide as words, site};

/// The origin of the item and of its publication.
pub fn provenance(detail: &GuideDetail) -> AnyView {
    let mut rows = vec![
        (words::SOURCE_CODE, detail.source_code.clone()),
        (words::KIND, detail.kind.label().to_owned()),
        (words::DATA_DATE, detail.data_date.to_string()),
    ];
    rows.extend(origin(&detail.provenance));
    if let Some(publication) = &detail.publication {
        rows.extend(publication.source_code.clone().map(|code| (words::SOURCE_CODE, code)));
        rows.extend(origin(&publication.provenance));
    }
    let rows = rows
        .into_iter()
        .map(|(name, value)| view! { <div class="rows__row"><dt>{name}</dt><dd>{value}</dd></div> }.into_any())
        .collect::<Vec<_>>();
    view! {
        <details class="more" id="provenance">
            <summary>{words::PROVENANCE}</summary>
            <dl class="rows">{rows}</dl>
        </details>
        <p class="small">{site::data_date(&detail.data_date.to_string())}</p>
    }
    .into_any()
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
