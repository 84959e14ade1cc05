//! The parts of a guide, in the order in which a citizen asks.

mod correction;
mod glance;
mod keep;
mod law;
mod materials;
mod path;
mod places;
mod provenance;
mod questions;
mod section;
mod top;

use domain::wire::GuideDetail;
use leptos::prelude::*;

use section::{Section, contents};

use super::here::Here;

/// The whole guide.
pub fn guide(detail: GuideDetail, here: Here) -> AnyView {
    let region = here.code.get_untracked().map(String::from);
    let top = top::top(&detail, here);
    let glance = glance::glance(&detail);
    let sections: Vec<Section> = [
        top::summary(&detail),
        Some(materials::materials(&detail)),
        Some(path::path(&detail)),
        Some(places::places(&detail)),
        path::steps(&detail),
        path::result(&detail),
        Some(law::red_lines(&detail)),
        law::refused(&detail),
        questions::questions(&detail),
        Some(law::basis(&detail)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let contents = contents(&sections);
    let sections = sections.into_iter().map(Section::view).collect::<Vec<_>>();
    view! {
        <article class="guide">
            {top}
            {glance}
            <div class="guide__columns">
                {contents}
                <div class="guide__body">
                    {sections}
                    {correction::correction(&detail, region.clone())}
                    {keep::keep(&detail, region)}
                    {provenance::provenance(&detail)}
                </div>
            </div>
        </article>
    }
    .into_any()
}
