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

use section::{Section, contents, gather};

use super::here::Here;
use crate::text::guide as words;

/// The whole guide.
pub fn guide(detail: GuideDetail, here: Here) -> AnyView {
    let region = here.code.get_untracked().map(String::from);
    let top = top::top(&detail, here);
    let glance = glance::glance(&detail);
    let sections = [
        top::summary(&detail),
        Some(top::conditions(&detail)),
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
    let sections = gather(sections);
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
                    <section class="part" id="keep">
                        <h2 class="no-print">{words::KEEP}</h2>
                        {keep::keep(&detail, region.clone())}
                        {correction::correction(&detail, region)}
                        {provenance::provenance(&detail)}
                    </section>
                </div>
            </div>
        </article>
    }
    .into_any()
}
