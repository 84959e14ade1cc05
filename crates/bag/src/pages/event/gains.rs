//! Before and after: each matter on its own, and all of them at once. Both are counted from the guides.

use domain::wire::Checklist;

use super::{Event, visits};
use crate::{
    Matter, checklist,
    html::{Html, el},
    pages::Group,
    text::pages as words,
};

/// The table.
pub fn gains(event: &Event<'_>) -> Html {
    let facts = event.state.facts(event.desk.world.book().facts());
    let list = |matters: &[Matter]| checklist(event.desk.world, matters, &event.scope, event.state.on, &facts);
    let alone: usize = event.matters.iter().map(|matter| papers(&list(std::slice::from_ref(matter)))).sum();
    let merged = papers(&list(&event.matters));
    let unknown = event.matters.iter().filter(|matter| matter.visits.is_none()).count();
    let visits: usize = event.matters.iter().filter_map(|matter| matter.visits).map(usize::from).sum();
    let plan = visits::plan_of(event);
    let mut rows = vec![
        row(words::GAIN_FORMS, &words::forms(event.matters.len()), &words::forms(1)),
        row(words::GAIN_PAPERS, &words::pieces(alone), &words::pieces(merged)),
    ];
    if let Some(plan) = plan {
        let after = words::times(
            plan.visit_count() as usize,
            plan.visits.iter().any(|visit| visit.matters.iter().any(|one| one.assumed)),
        );
        rows.push(row(words::GAIN_VISITS, &words::visits_before(visits, unknown), &after));
        rows.push(row(words::GAIN_UNTIL, words::UNKNOWN_DAYS, &words::planned(plan.finish)));
    }
    let head = [words::GAIN_WHAT, words::BEFORE_ALONE, words::AFTER_TOGETHER];
    let head = head.map(|name| el("th").attr("scope", "col").text(name).into());
    let table = el("table").child(el("thead").child(el("tr").all(head))).child(el("tbody").all(rows));
    el("div").class("gains").child(table).into()
}

/// How many papers are carried, those that may follow included.
fn papers(list: &Checklist) -> usize {
    [Group::Bring, Group::Later].into_iter().map(|group| group.among(&list.materials).count()).sum()
}

fn row(name: &str, before: &str, after: &str) -> Html {
    let cell = |text: &str| el("td").text(text).into();
    let after = el("td").child(el("strong").text(after)).into();
    el("tr").child(el("th").attr("scope", "row").text(name)).all([cell(before), after]).into()
}
