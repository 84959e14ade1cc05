//! The plan of an occasion: on which days to go where, drawn as a timeline, told as a list, kept as a calendar.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    ItemCode,
    bundles::{
        Opening,
        plan::{Plan, Setting, Stop, Task, Visit, plan},
        predecessors,
    },
    place::Place,
};

use super::Event;
use crate::{
    html::{Html, el, list, para},
    pages::{
        File,
        calendar::{Entry, write},
        parts::part,
    },
    text::pages as words,
};

/// The plan; `None` when the matters wait for each other, which an import does not let through.
pub fn plan_of(event: &Event<'_>) -> Option<Plan> {
    let places = places(event);
    let stops: Vec<Stop> = places.iter().map(|place| stop(place)).collect();
    let items: Vec<ItemCode> = event.matters.iter().map(|matter| matter.code.clone()).collect();
    let mut after = predecessors(event.bundle, &items).into_iter();
    let tasks: Vec<Task> = event
        .matters
        .iter()
        .map(|matter| Task {
            item: matter.code.clone(),
            after: after.next().unwrap_or_default(),
            time: matter.limits.promise.or(matter.limits.legal),
            visits: matter.visits,
            places: (0..places.len()).filter(|&at| matter.places.iter().any(|own| is_same(own, places[at]))).collect(),
        })
        .collect();
    let setting =
        Setting { today: event.state.on, minute: None, calendar: event.desk.world.calendar(), places: &stops };
    plan(&tasks, &setting).ok()
}

/// Every place of the matters, once.
fn places<'a>(event: &'a Event<'_>) -> Vec<&'a Place> {
    let mut places: Vec<&Place> = Vec::new();
    for place in event.matters.iter().flat_map(|matter| &matter.places) {
        if !places.iter().any(|known| is_same(known, place)) {
            places.push(place);
        }
    }
    places
}

fn is_same(one: &Place, other: &Place) -> bool {
    one.name == other.name && one.address == other.address
}

fn stop(place: &Place) -> Stop {
    let id = [&place.name, "\n", place.address.as_deref().unwrap_or_default()].concat();
    Stop { id, opening: place.hours.as_deref().and_then(Opening::read) }
}

/// The plan as a part of the page.
pub fn part_of(event: &Event<'_>) -> Html {
    let Some(plan) = plan_of(event) else { return Html::default() };
    let places = places(event);
    let visits = plan.visits.iter().map(|visit| visit_of(event, &places, visit));
    let online: Vec<Html> =
        plan.online.iter().map(|errand| Html::text(&words::online(name(event, &errand.item), errand.on))).collect();
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
            timeline(event, &plan),
            el("ol").class("path").all(visits).into(),
            online,
            further.into(),
            sure.into(),
        ],
    )
}

fn visit_of(event: &Event<'_>, places: &[&Place], visit: &Visit) -> Html {
    let place = visit.place.and_then(|at| places.get(at));
    let where_to = place.map_or(words::NO_PLACE, |place| place.name.as_str());
    let hours = words::hours(&visit.hours);
    let title = [words::planned(visit.on), words::DOT.into(), where_to.into()].concat();
    let matters =
        visit.matters.iter().map(|one| Html::text(&words::errand(name(event, &one.item), one.turn, one.assumed)));
    let why =
        visit.why.iter().map(|why| para("small", &words::why_then(why, |item| name(event, item).to_owned())).into());
    let address = place.and_then(|place| place.address.as_deref()).map(|address| para("path__text", address));
    let stop = el("li").class("path__stop").child(para("path__name", &title)).child(address);
    let hours = (!hours.is_empty()).then(|| para("path__text", &hours));
    stop.child(hours).child(list("plain", matters)).all(why).into()
}

/// A bar for each matter: when one goes, and how long the organ takes. What it shows is told below in words.
fn timeline(event: &Event<'_>, plan: &Plan) -> Html {
    let first = event.state.on;
    let ends = plan
        .waits
        .iter()
        .filter_map(|wait| Some(wait.until?.date))
        .chain(plan.visits.iter().map(|visit| visit.on.date));
    let last = ends.chain([plan.finish.date, first]).max().unwrap_or(first);
    let days = (last - first).num_days() + 1;
    let rows = event.matters.iter().map(|matter| {
        let label = el("span").class("timeline__name").text(&matter.name);
        el("li").child(label).child(bars(&matter.code, plan, first, days)).into()
    });
    let legend = el("p").class("small").text(words::LEGEND);
    let ends = el("p")
        .class("timeline__ends")
        .child(el("span").text(&words::date(first)))
        .child(el("span").text(&words::date(last)));
    el("div").class("timeline").child(el("ul").all(rows)).child(ends).child(legend).into()
}

fn bars(item: &ItemCode, plan: &Plan, first: NaiveDate, days: i64) -> Html {
    let bar = |class: &str, from: NaiveDate, until: NaiveDate, top: &str, height: &str| {
        el("rect")
            .attr("class", class)
            .attr("x", &(from - first).num_days().to_string())
            .attr("width", &((until - from).num_days() + 1).max(1).to_string())
            .attr("y", top)
            .attr("height", height)
            .into()
    };
    let waits = plan.waits.iter().filter(|wait| wait.item == *item).map(|wait| {
        let until = wait.until.map_or(wait.from, |due| due.date);
        bar("timeline__wait", wait.from, until, "4", "4")
    });
    let goes: BTreeSet<NaiveDate> = plan
        .visits
        .iter()
        .filter(|visit| visit.matters.iter().any(|one| one.item == *item))
        .map(|visit| visit.on.date)
        .collect();
    let goes = goes.into_iter().map(|on| bar("timeline__visit", on, on, "0", "12"));
    let online = plan.online.iter().filter(|errand| errand.item == *item);
    let online = online.map(|errand| bar("timeline__online", errand.on.date, errand.on.date, "2", "8"));
    el("svg")
        .attr("viewBox", &["0 0 ", &days.to_string(), " 12"].concat())
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .all(waits.chain(goes).chain(online))
        .into()
}

fn name<'a>(event: &'a Event<'_>, item: &'a ItemCode) -> &'a str {
    event.matters.iter().find(|matter| matter.code == *item).map_or(item.as_str(), |matter| matter.name.as_str())
}

/// The visits as a calendar.
pub fn file(event: &Event<'_>) -> File {
    let places = places(event);
    let visits = plan_of(event).map(|plan| plan.visits).unwrap_or_default();
    let entries: Vec<Entry> = visits
        .iter()
        .map(|visit| {
            let place = visit.place.and_then(|at| places.get(at));
            let lines = visit.matters.iter().map(|one| words::errand(name(event, &one.item), one.turn, one.assumed));
            let address = place.and_then(|place| place.address.clone());
            Entry {
                on: visit.on.date,
                title: words::visit_title(
                    &event.bundle.name,
                    place.map_or(words::NO_PLACE, |place| place.name.as_str()),
                ),
                text: lines.chain(address).chain([words::SAMPLE_EVENT.to_owned()]).collect::<Vec<_>>().join("\n"),
            }
        })
        .collect();
    File { name: words::calendar_name(event.state.on), text: write(&entries, event.desk.today) }
}
