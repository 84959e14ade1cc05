//! `/events`: what happens in a life, and all that must be done then at once.

use domain::bundles::{Bundle, LifeStage};

use super::{
    Desk, Turn,
    parts::{heading, part, sample, trail},
    public,
};
use crate::text::pages as words;
use sheet::html::{Html, el, list, para};

/// The address of the list.
pub const PATH: &str = "/events";

/// All bundles, in the order of a life.
pub fn answer(desk: Desk<'_>) -> Turn {
    let of_stage = |stage: LifeStage| {
        let bundles = desk.world.bundles().iter().filter(|bundle| bundle.life_stage == stage);
        let links = list("entries", bundles.map(entry));
        if links.is_nothing() { links } else { part(stage.label(), [links]) }
    };
    let stages = LifeStage::ALL.iter().copied().map(of_stage);
    let head = [trail(&[]), heading(words::EVENTS), para("lead", words::EVENTS_WHY).into()];
    let date = para("small", &words::data_date(desk.world.data_date())).into();
    public(words::EVENTS, head.into_iter().chain(stages).chain([date]))
}

fn entry(bundle: &Bundle) -> Html {
    let name = el("span").class("entry__name").text(&bundle.name);
    let text = el("span").class("entry__text").text(&words::entry(&bundle.question, bundle.matters().count()));
    let link = el("a").class("entry__link").attr("href", &[PATH, "/", &bundle.id].concat());
    link.child(name).child(text).child(bundle.sample.then(sample)).into()
}
