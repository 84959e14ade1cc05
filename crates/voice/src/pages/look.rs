//! Looking at ratings: the receipt, one's own, the figures.

use domain::{
    rating::Grade,
    wire::{AdditionView, RatingReceipt, RatingSummary, RatingView, SummaryRow, TagView},
};
use sheet::{
    html::{El, Html, el, link, list, para, rows},
    parts::{act, button, heading, hidden, part, quiet, trail},
};

use super::{RATINGS, whole, write};
use crate::text as words;

/// The receipt, once.
pub fn kept(receipt: &RatingReceipt) -> String {
    let code = el("p").class("receipt__code").child(el("strong").text(&receipt.receipt));
    let print = act("print", sheet::words::PRINT).attr("data-variant", "quiet");
    let look = el("form").attr("method", "post").attr("action", RATINGS).class("no-print");
    let look = look.child(hidden("receipt", &receipt.receipt)).child(quiet("do", "find", words::LOOK)).child(print);
    whole([
        trail(&[]),
        heading(words::KEPT),
        part(words::RECEIPT, [code.into(), para("", words::RECEIPT_WHY).into()]),
        para("notice", words::RECEIPT_ONCE).attr("role", "note").into(),
        para("small", &words::log_index(receipt.log_index)).into(),
        look.into(),
    ])
}

/// A rating as its writer sees it. `said` is what was wrong with an addition.
pub fn found(receipt: &str, view: &RatingView, said: &str) -> String {
    let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
    let who = if view.anonymous { words::ANONYMOUS } else { words::WITH_NUMBER };
    let table = rows([
        row(words::GRADE, &view.label),
        (words::TAGS_SHORT.to_owned(), tags(&view.tags)),
        row(words::TEXT_SHORT, said_text(view.text.as_deref(), view.erased)),
        row(words::WHO, who),
        row(words::WHEN, &moment(&view.received_at)),
    ]);
    let addition = view.addition.as_ref().map(|added| part(words::ADDED, [added_rows(added)]));
    let add = view.add_until.map(|day| add(receipt, &day.to_string(), said));
    let proof = ["/api/v1/log/proof/", receipt].concat();
    whole([
        trail(&[(RATINGS, words::OVERVIEW)]),
        heading(words::FOUND),
        table,
        addition.into(),
        add.into(),
        el("p").child(link(&proof, words::PROOF).attr("rel", "nofollow")).into(),
    ])
}

fn said_text(text: Option<&str>, erased: bool) -> &str {
    match text {
        _ if erased => words::ERASED,
        Some(text) => text,
        None => words::NONE,
    }
}

fn tags(tags: &[TagView]) -> Html {
    if tags.is_empty() {
        return Html::text(words::NONE);
    }
    let tag = |tag: &TagView| {
        let to = tag.link.as_deref().map(|href| Html::all([Html::text("："), link(href, words::TO_GUIDE).into()]));
        el("span").text(&tag.text).child(to).into()
    };
    list("plain", tags.iter().map(tag))
}

fn added_rows(added: &AdditionView) -> Html {
    let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
    let grade = added.level.and_then(Grade::from_level).map(|grade| row(words::GRADE, grade.label()));
    let text = row(words::TEXT_SHORT, said_text(added.text.as_deref(), added.erased));
    rows(grade.into_iter().chain([text, row(words::WHEN, &moment(&added.received_at))]))
}

fn add(receipt: &str, until: &str, said: &str) -> Html {
    let said = (!said.is_empty()).then(|| para("field__error", said).attr("role", "alert"));
    let form = el("form").attr("method", "post").attr("action", RATINGS);
    let form = form
        .child(hidden("receipt", receipt))
        .child(said)
        .child(write::text(words::ADD_TEXT, ""))
        .child(button("do", "add", words::ADD_SEND));
    part(words::ADD, [para("", &words::add_until(until)).into(), form.into()])
}

/// 2026-11-22 16:05, from a time with its zone.
fn moment(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

/// The figures of the province or of a region, and the way to one's own. `said` is what was wrong with a code.
pub fn overview(summary: Option<&RatingSummary>, said: &str) -> String {
    let said = (!said.is_empty()).then(|| para("field__error", said).attr("role", "alert"));
    let field = el("input")
        .class("field__input")
        .id("receipt")
        .attr("name", "receipt")
        .attr("maxlength", "64")
        .attr("autocomplete", "off")
        .flag("required", true);
    let label = el("label").class("field__label").attr("for", "receipt").text(words::CODE_LABEL);
    let form = el("form")
        .attr("method", "post")
        .attr("action", RATINGS)
        .child(said)
        .child(el("div").class("field").child(label).child(field))
        .child(button("do", "find", words::FIND));
    let figures = match summary {
        Some(summary) => figures(&summary.total, summary.small_n),
        None => para("", words::NO_FIGURES).into(),
    };
    whole([
        trail(&[]),
        heading(words::OVERVIEW),
        para("lead", words::OVERVIEW_WHY).into(),
        form.into(),
        part(words::FIGURES, [figures, para("small", words::NOT_RATED).into()]),
    ])
}

/// Five grades as bars and numbers; nothing of what is too little to be told.
pub fn figures(row: &SummaryRow, small_n: u64) -> Html {
    let (Some(n), Some(levels)) = (row.n, row.levels) else { return para("", &words::too_few(small_n)).into() };
    let most = levels.iter().copied().max().unwrap_or(0).max(1);
    let bars = Grade::ALL.iter().zip(levels).map(|(grade, count)| {
        let share = [grade.label(), " ", &count.to_string()].concat();
        el("li").child(el("span").class("timeline__name").text(&share)).child(bar(count * 100 / most)).into()
    });
    let average = row.average.map(|average| para("", &words::average(average)));
    let drawn = el("div").class("timeline").child(el("ul").all(bars));
    Html::all([para("", &words::count(n)).into(), average.into(), drawn.into()])
}

fn bar(width: u64) -> El {
    let bar = el("rect").attr("class", "timeline__visit").attr("x", "0").attr("y", "1").attr("height", "10");
    el("svg")
        .attr("viewBox", "0 0 100 12")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(bar.attr("width", &width.to_string()))
}
