//! `/events/{id}`: what belongs to an occasion, in which order, and a plan for it.

mod gains;
mod stages;
mod visits;

use domain::{
    ItemCode, RegionCode,
    bundles::{Bundle, MatterHere, Resolved, choosing_questions, members, resolve},
    logic::{Fact, Truth},
    papers::{Case, Placed},
};

use super::{
    Answer, Desk, Form, Turn, check, events, missing, page as shown,
    parts::{button, heading, part, privacy, quiet, sample, trail},
    public, question,
    state::State,
};
use crate::{Matter, facts::view, text::pages as words};
use sheet::html::{Html, el, list, para, rows};
use sheet::{
    Scope,
    parts::{act, titled},
    scope,
};

/// What a page of an occasion is made from.
pub struct Event<'a> {
    /// Where it is written.
    pub desk: Desk<'a>,
    /// The occasion.
    pub bundle: &'a Bundle,
    /// What is known.
    pub state: State,
    /// The region's name, when one is chosen.
    pub region: Option<String>,
    /// The region and all above it.
    pub scope: Vec<RegionCode>,
    /// The guides of the matters in the state.
    pub matters: Vec<Matter>,
}

/// Answers an address or a form of an occasion.
pub fn answer(desk: Desk<'_>, id: &str, form: &Form) -> Answer {
    let Some(bundle) = desk.world.bundles().iter().find(|bundle| bundle.id == id) else { return Ok(missing::page()) };
    let table = desk.world.book().facts();
    let mut state = State::read(&[events::PATH, "/", id].concat(), form, table, desk.today);
    let Scope { name: region, regions: scope } = scope(desk.guides, &mut state.region)?;
    let facts = state.facts(table);
    // Whether it is for this citizen is not known before the answers: what may be, stays.
    let members = members(bundle, &facts);
    let may_be = members.iter().filter(|member| member.is_in != Truth::No);
    state.items = may_be.map(|member| member.matter.item.clone()).collect();
    let matters = match check::matters(desk, &state)? {
        Ok(matters) => matters,
        Err(why) => return Ok(trouble(bundle, why.said())),
    };
    let event = Event { desk, bundle, state, region, scope, matters };
    let wish = form.get("do").unwrap_or_default();
    // Those that were answered or skipped are not asked again.
    let open: Vec<&Fact> = choosing_questions(&members, table)
        .into_iter()
        .map(|question| question.fact)
        .filter(|fact| event.state.answers.given(&fact.key).is_none())
        .collect();
    let ask = |fact: &Fact, left: usize| question::page(&event.state, &event.about(), left, &view(fact), "");
    if let Some(fact) = form.get("change").and_then(|key| table.find(key)) {
        return Ok(ask(fact, open.iter().filter(|one| one.key != fact.key).count()));
    }
    Ok(match (wish, open.first()) {
        ("", _) if form.get("ask").is_none() => first(&event),
        ("ics", _) => Turn::File(visits::file(&event, event.worked_out().as_ref())),
        ("list", _) | (_, None) => planned(&event, open.len()),
        (_, Some(next)) => ask(next, open.len() - 1),
    })
}

impl Event<'_> {
    /// What questions are about.
    fn about(&self) -> String {
        [&self.bundle.name, words::DOT, &words::region_name(self.region.as_deref())].concat()
    }

    /// The official name of a matter.
    fn name<'b>(&'b self, item: &'b ItemCode) -> &'b str {
        self.matters.iter().find(|matter| matter.code == *item).map_or(item.as_str(), |matter| matter.name.as_str())
    }

    /// Papers, days, visits and the plan; `None` when matters wait for each other, which an import does not let through.
    fn worked_out(&self) -> Option<Resolved<'_>> {
        let world = self.desk.world;
        let facts = self.state.facts(world.book().facts());
        let placed: Vec<Vec<Placed>> = self.matters.iter().map(|matter| world.place_all(matter)).collect();
        let here = self.matters.iter().zip(&placed).map(|(matter, placed)| MatterHere {
            papers: matter.judged(placed),
            limit: matter.limit(),
            visits: matter.visits,
            places: &matter.places,
        });
        let case = Case { scope: &self.scope, on: self.state.on, facts: &facts };
        resolve(self.bundle, &here.collect::<Vec<_>>(), &case, world.book(), world.calendar(), None).ok()
    }
}

/// The occasion as anybody finds it.
fn first(event: &Event<'_>) -> Turn {
    let Event { bundle, .. } = event;
    let go = event.state.form().child(button("do", "start", words::PLAN_MINE));
    let fields = bundle.fields.iter().map(|field| {
        let from = field.from.as_ref().map(|from| words::shared_from(from));
        (field.name.clone(), Html::text(&from.unwrap_or_else(|| field.source.label().to_owned())))
    });
    let basis = list("plain", bundle.basis.iter().map(|basis| Html::text(&words::law(basis))));
    let parts = head(bundle).into_iter().chain([
        go.into(),
        privacy(),
        part(words::STAGES, [stages::stages(event)]),
        titled(words::ONE_FORM, rows(fields)),
        titled(words::BASIS, basis),
        para("small", &words::data_date(event.desk.world.data_date())).into(),
    ]);
    public(&bundle.name, parts)
}

fn head(bundle: &Bundle) -> Vec<Html> {
    let batch = bundle.batch.map(|batch| para("small", &words::batch(batch.label(), &bundle.lead_organ)));
    let note = bundle.sample.then(|| {
        el("p").class("notice").attr("data-variant", "sample").child(sample()).text(" ").text(words::SAMPLE_EVENT)
    });
    vec![
        trail(&[(events::PATH, words::EVENTS)]),
        heading(&bundle.name),
        para("lead", &bundle.summary).into(),
        batch.into(),
        note.into(),
    ]
}

/// The occasion as this citizen goes about it.
fn planned(event: &Event<'_>, open: usize) -> Turn {
    let Event { bundle, state, .. } = event;
    let worked = event.worked_out();
    let title = words::plan_title(&bundle.name);
    let skipped = state.answers.skipped();
    let more = (open + skipped > 0).then(|| {
        let form = state.form().class("no-print").child(button("do", "again", words::GO_ON));
        el("div").class("notice").child(para("", &words::open(open + skipped))).child(form)
    });
    let bag = state.form_to(check::PATH).class("part no-print").child(button("do", "go", words::TO_BAG));
    let print = act("print", words::PRINT).attr("data-variant", "quiet");
    let keep = state.form().class("part no-print").child(print).child(quiet("do", "ics", words::CALENDAR));
    let parts = head(bundle).into_iter().take(1).chain([
        heading(&title),
        para("lead", &words::list_for(event.region.as_deref(), state.on)).into(),
        bundle.sample.then(|| para("notice", words::SAMPLE_EVENT).attr("data-variant", "sample")).into(),
        more.into(),
        worked.as_ref().map(gains::gains).into(),
        bag.into(),
        worked.as_ref().map(|worked| visits::part_of(event, worked)).into(),
        part(words::STAGES, [stages::stages(event)]),
        answers(event),
        keep.into(),
        privacy(),
    ]);
    shown(&title, parts)
}

fn answers(event: &Event<'_>) -> Html {
    super::bag::answers(event.desk, &event.state)
}

fn trouble(bundle: &Bundle, said: &str) -> Turn {
    let said = para("notice", said).attr("data-variant", "error").attr("role", "alert");
    shown(&bundle.name, head(bundle).into_iter().chain([said.into()]))
}
