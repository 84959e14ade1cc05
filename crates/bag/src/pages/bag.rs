//! What must be in the bag: the list, the answers it rests on, and ways to take it along.

mod material;

use domain::{
    papers::{Method, Verdict},
    wire::ChecklistMaterial,
};

use super::{
    Desk, Turn,
    check::Check,
    page as shown,
    parts::{button, heading, part, privacy, quiet, trail},
    state::State,
};
use crate::text::pages as words;
use sheet::html::{Html, el, link, list, para, rows};
use sheet::{SKIPPED, answered, parts::act};

/// What to do about a material, as the list is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Bring it.
    Bring,
    /// Bring it only without the one that was picked in its place.
    Spare,
    /// Show it on the phone.
    Phone,
    /// Bring it later.
    Later,
    /// Ask before going.
    Ask,
    /// Leave it at home.
    Nothing,
}

impl Group {
    /// Every group, in the order of the list.
    pub const ALL: [Self; 6] = [Self::Bring, Self::Spare, Self::Phone, Self::Later, Self::Ask, Self::Nothing];

    /// The group of a material.
    pub fn of(material: &ChecklistMaterial) -> Self {
        match (material.verdict, material.method) {
            (Verdict::Bring, Some(Method::Tolerate)) => Self::Later,
            (Verdict::Bring, _) if material.picked == Some(false) => Self::Spare,
            (Verdict::Bring, _) => Self::Bring,
            (Verdict::NotNeeded, Some(Method::ECert)) => Self::Phone,
            (Verdict::NotNeeded, _) => Self::Nothing,
            (Verdict::Conditional | Verdict::Unknown, _) => Self::Ask,
        }
    }

    /// Its materials.
    pub fn among(self, materials: &[ChecklistMaterial]) -> impl Iterator<Item = &ChecklistMaterial> {
        materials.iter().filter(move |material| Self::of(material) == self)
    }
}

/// The list.
pub fn page(check: &Check<'_>) -> Turn {
    let title = words::bag_title(&check.matters);
    let sample = check.list.matters.iter().any(|matter| matter.sample);
    let sample = sample.then(|| para("notice", words::SAMPLE_LIST).attr("data-variant", "sample"));
    let mut parts = vec![
        trail(&[]),
        heading(&title),
        para("lead", &words::list_for(check.region.as_deref(), check.state.on)).into(),
        sample.into(),
        counts(check),
        unanswered(check),
        unpublished(check),
    ];
    parts.extend(Group::ALL.into_iter().map(|group| of_group(check, group)));
    parts.extend([
        take_along(check),
        super::sign::section(check),
        answers(check.desk, &check.state),
        matters(check),
        day(check),
        privacy(),
    ]);
    shown(&title, parts)
}

/// The numbers first.
fn counts(check: &Check<'_>) -> Html {
    let fact = |group: Group| {
        let count = group.among(&check.list.materials).count();
        el("div")
            .class("fact")
            .child(el("dt").class("fact__name").text(words::group(group)))
            .child(el("dd").class("fact__number").text(&words::pieces(count)))
            .into()
    };
    el("dl").class("glance").all([Group::Bring, Group::Phone, Group::Nothing, Group::Ask].map(fact)).into()
}

/// Questions that would still make the list surer.
fn unanswered(check: &Check<'_>) -> Html {
    let open = check.open() + check.skipped();
    if open == 0 {
        return Html::default();
    }
    let form = check.state.form().class("no-print").child(button("do", "again", words::GO_ON));
    el("div").class("notice").child(para("", &words::open(open))).child(form).into()
}

/// Matters of which no list is published: nothing here says that nothing is needed.
fn unpublished(check: &Check<'_>) -> Html {
    let names = check.list.matters.iter().filter(|matter| matter.unpublished).map(|matter| matter.name.as_str());
    let names: Vec<&str> = names.collect();
    if names.is_empty() {
        return Html::default();
    }
    para("notice", &words::unpublished(&names)).attr("data-variant", "error").into()
}

fn of_group(check: &Check<'_>, group: Group) -> Html {
    let items: Vec<Html> = group.among(&check.list.materials).map(|one| material::item(check, group, one)).collect();
    if items.is_empty() {
        return Html::default();
    }
    let why = para("check__why", words::group_why(group)).into();
    let name = words::group(group);
    el("section")
        .class("part")
        .attr("data-group", group_code(group))
        .child(el("h2").text(name))
        .all([why, el("ul").class("papers").all(items).into()])
        .into()
}

fn group_code(group: Group) -> &'static str {
    match group {
        Group::Bring => "bring",
        Group::Spare => "spare",
        Group::Phone => "phone",
        Group::Later => "later",
        Group::Ask => "ask",
        Group::Nothing => "nothing",
    }
}

/// Paper, calendar, somebody who helps.
fn take_along(check: &Check<'_>) -> Html {
    let print = act("print", words::PRINT).attr("data-variant", "quiet");
    let tick = el("input").attr("type", "checkbox").attr("name", "with").attr("value", "answers");
    let with =
        (!check.state.answers.is_empty()).then(|| el("label").class("choice").child(tick).text(words::WITH_ANSWERS));
    let form = check
        .state
        .form()
        .child(el("p").child(print).child(quiet("do", "ics", words::CALENDAR)))
        .child(with)
        .child(el("p").child(quiet("do", "text", words::TO_HELPER)));
    el("section").class("part no-print").child(el("h2").text(words::TAKE_ALONG)).child(form).into()
}

/// What was answered, each to be changed.
pub fn answers(desk: Desk<'_>, state: &State) -> Html {
    let table = desk.world.book().facts();
    let rows = state.answers.iter().filter_map(|(key, answer)| {
        let fact = crate::facts::view(table.find(key)?);
        let said = if answer == SKIPPED { words::SKIPPED.into() } else { words::answer(&fact, answer) };
        Some((key.to_owned(), fact.label, said))
    });
    answered(state.form(), rows)
}

/// The matters, each with its guide; more can be added.
fn matters(check: &Check<'_>) -> Html {
    let region = check.state.region.as_ref().map_or("", |region| region.as_str());
    let links = check.matters.iter().map(|matter| {
        let href = sheet::address(&["/guides/", matter.code.as_str()].concat(), &[("region", region)]);
        link(&href, &matter.name).into()
    });
    let form = check.state.form().class("no-print").child(quiet("do", "matters", words::MORE_MATTERS));
    part(words::MATTERS, [list("links check__matters", links), form.into()])
}

/// The day of going, on which dates hang.
fn day(check: &Check<'_>) -> Html {
    let field = el("input")
        .class("field__input")
        .id("check-on")
        .attr("type", "date")
        .attr("name", "on")
        .attr("min", &check.desk.today.to_string())
        .attr("value", &check.state.on.to_string());
    let label = el("label").class("field__label").attr("for", "check-on").text(words::DAY);
    let form = check.state.form().child(el("div").class("field").child(label).child(field)).child(quiet(
        "do",
        "list",
        words::CHANGE_DAY,
    ));
    let calendar = check.desk.world.calendar();
    let off = (!calendar.is_workday(check.state.on)).then(|| {
        let next = calendar.workday_from(check.state.on);
        para("notice", &words::day_off(next, calendar.covers(check.state.on)))
    });
    let facts = rows([(words::DATA_DATE.to_owned(), Html::text(&check.list.data_date.to_string()))]);
    Html::all([
        el("section").class("part no-print").child(el("h2").text(words::DAY)).child(off).child(form).into(),
        facts,
    ])
}
