//! Before and after: the matters one by one, and all of them at once. Both are counted from what is published.

use domain::bundles::{BeforeAfter, Resolved};

use crate::text::pages as words;
use sheet::html::{Html, el, para};

/// The table. What is not published stays open, and is never counted as nothing.
pub fn gains(worked: &Resolved<'_>) -> Html {
    let rows = [
        row(words::GAIN_PAPERS, words::PIECES, &worked.papers),
        row(words::GAIN_VISITS, words::TIMES, &worked.visits),
        row(words::GAIN_DAYS, words::WORKING_DAYS, &worked.days),
    ];
    let head = [words::GAIN_WHAT, words::BEFORE_ALONE, words::AFTER_TOGETHER];
    let head = head.map(|name| el("th").attr("scope", "col").text(name).into());
    let table = el("table").child(el("thead").child(el("tr").all(head))).child(el("tbody").all(rows));
    let all = [&worked.papers, &worked.visits, &worked.days];
    let unknown = all.map(|counts| counts.after.unknown.len());
    let open = unknown.iter().any(|count| *count > 0).then(|| para("small", &words::not_published(unknown)));
    let by_law = worked.by_law.then(|| para("small", words::BY_LAW));
    el("div").class("gains").child(table).child(open).child(by_law).into()
}

fn row(name: &str, unit: &str, counts: &BeforeAfter) -> Html {
    let before = el("td").text(&words::total(&counts.before, unit)).into();
    let after = el("td").child(el("strong").text(&words::total(&counts.after, unit))).into();
    el("tr").child(el("th").attr("scope", "row").text(name)).all([before, after]).into()
}
