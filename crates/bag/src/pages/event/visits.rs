//! The plan of an occasion: on which days to go where and with what, drawn as a timeline, told as a list, kept as a
//! calendar.

use chrono::NaiveTime;
use domain::{
    bundles::{Carry, MarkKind, Resolved, Row, Thing, plan::Visit, timeline},
    ics::{self, calendar_file, uid},
};

use super::Event;
use crate::{
    pages::{File, parts::part},
    text::pages as words,
};
use sheet::html::{Html, el, list, para};

/// The plan as a part of the page.
pub fn part_of(event: &Event<'_>, worked: &Resolved<'_>) -> Html {
    let plan = &worked.plan;
    let visits = plan.visits.iter().zip(&worked.bring).map(|(visit, bring)| visit_of(event, worked, visit, bring));
    let online: Vec<Html> =
        plan.online.iter().map(|errand| Html::text(&words::online(event.name(&errand.item), errand.on))).collect();
    let online = if online.is_empty() {
        Html::default()
    } else {
        Html::all([el("h3").text(words::ONLINE).into(), list("plain", online)])
    };
    let further = (plan.further > 0).then(|| para("", &words::further(plan.further)));
    let sure = (!plan.exact).then(|| para("small", words::NOT_PROVED));
    part(
        words::PLAN,
        [
            para("", &words::plan_says(plan.visit_count(), plan.finish)).into(),
            drawing(event, worked),
            el("ol").class("path").all(visits).into(),
            online,
            further.into(),
            sure.into(),
        ],
    )
}

fn visit_of(event: &Event<'_>, worked: &Resolved<'_>, visit: &Visit, bring: &[Carry]) -> Html {
    let place = visit.place.and_then(|at| worked.places.get(at));
    let where_to = place.map_or(words::NO_PLACE, |place| place.name.as_str());
    let hours = words::hours(&visit.hours);
    let title = [words::planned(visit.on), words::DOT.into(), where_to.into()].concat();
    let matters =
        visit.matters.iter().map(|one| Html::text(&words::errand(event.name(&one.item), one.turn, one.assumed)));
    let why =
        visit.why.iter().map(|why| para("small", &words::why_then(why, |item| event.name(item).to_owned())).into());
    let address = place.and_then(|place| place.address.as_deref()).map(|address| para("path__text", address));
    let bring: Vec<String> = bring.iter().map(|carry| told(event, carry)).collect();
    let bring = (!bring.is_empty()).then(|| para("path__text", &words::bring(&bring)));
    let stop = el("li").class("path__stop").child(para("path__name", &title)).child(address);
    let hours = (!hours.is_empty()).then(|| para("path__text", &hours));
    stop.child(hours).child(list("plain", matters)).child(bring).all(why).into()
}

/// One thing of the bag in words.
fn told(event: &Event<'_>, carry: &Carry) -> String {
    let book = event.desk.world.book();
    let name = match &carry.thing {
        Thing::Paper(placed) => {
            let name = book.paper(&placed.paper).map_or(placed.paper.as_str(), |paper| paper.name.as_str());
            words::whose(placed.whose.as_deref(), name)
        }
        Thing::Named { name, .. } => name.clone(),
        Thing::Form(item) => words::form_of(event.name(item)),
        Thing::OneForm => words::THE_FORM.to_owned(),
    };
    words::carried(name, carry.sure, carry.given_by.as_ref().map(|item| event.name(item)))
}

/// A bar for each matter: when one goes, and how long the organ takes. What it shows is told below in words.
fn drawing(event: &Event<'_>, worked: &Resolved<'_>) -> Html {
    let drawn = timeline(&worked.plan, event.state.on, event.desk.world.calendar());
    let rows = drawn.rows.iter().map(|row| {
        let label = el("span").class("timeline__name").text(event.name(&row.item));
        el("li").child(label).child(bars(row, drawn.days)).into()
    });
    let legend = el("p").class("small").text(words::LEGEND);
    let last = drawn.from + chrono::Days::new(u64::from(drawn.days.saturating_sub(1)));
    let ends = el("p")
        .class("timeline__ends")
        .child(el("span").text(&words::date(drawn.from)))
        .child(el("span").text(&words::date(last)));
    el("div").class("timeline").child(el("ul").all(rows)).child(ends).child(legend).into()
}

fn bars(row: &Row, days: u32) -> Html {
    let bar = |class: &str, from: u32, until: u32, top: &str, height: &str| {
        el("rect")
            .attr("class", class)
            .attr("x", &from.to_string())
            .attr("width", &(until.max(from) - from + 1).to_string())
            .attr("y", top)
            .attr("height", height)
            .into()
    };
    let wait = row.span.map(|span| bar("timeline__wait", span.from, span.until.unwrap_or(span.from), "4", "4"));
    let marks = row.marks.iter().map(|mark| match mark.kind {
        MarkKind::Go | MarkKind::Return => bar("timeline__visit", mark.day, mark.day, "0", "12"),
        MarkKind::Online => bar("timeline__online", mark.day, mark.day, "2", "8"),
    });
    el("svg")
        .attr("viewBox", &["0 0 ", &days.to_string(), " 12"].concat())
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .all(wait.into_iter().chain(marks))
        .into()
}

/// The visits as a calendar.
pub fn file(event: &Event<'_>, worked: Option<&Resolved<'_>>) -> File {
    let days = worked.into_iter().flat_map(|worked| {
        worked.plan.visits.iter().zip(&worked.bring).map(|(visit, bring)| {
            let place = visit.place.and_then(|at| worked.places.get(at));
            let where_to = place.map_or(words::NO_PLACE, |place| place.name.as_str());
            let lines = visit.matters.iter().map(|one| words::errand(event.name(&one.item), one.turn, one.assumed));
            let bring: Vec<String> = bring.iter().map(|carry| told(event, carry)).collect();
            let bring = (!bring.is_empty()).then(|| words::bring(&bring));
            let sample = event.bundle.sample.then(|| words::SAMPLE_EVENT.to_owned());
            ics::Event {
                uid: uid(&[&event.bundle.id, &visit.on.date.to_string(), where_to]),
                from: visit.on.date,
                until: None,
                summary: words::visit_title(&event.bundle.name, where_to),
                description: lines.chain(bring).chain(sample).collect::<Vec<_>>().join("\n"),
                location: place.and_then(|place| place.address.clone()),
                tentative: visit.on.provisional || visit.on.at_least,
            }
        })
    });
    let text = calendar_file(&days.collect::<Vec<_>>(), event.desk.today.and_time(NaiveTime::MIN));
    File { name: words::calendar_name(event.state.on), text }
}
