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

pub use correction::report_form;

use super::here::Here;
use crate::ui::Node;
use crate::{text::guide as words, ui::el};

/// The whole guide.
pub fn guide(detail: &GuideDetail, here: Here) -> Node {
    let region = here.code.get_untracked().map(String::from);
    let sections = [
        top::summary(detail),
        Some(top::conditions(detail)),
        Some(materials::materials(detail, region.as_deref())),
        Some(path::path(detail)),
        Some(places::places(detail)),
        Some(path::steps(detail)),
        path::result(detail),
        Some(law::red_lines(detail)),
        law::refused(detail),
        questions::questions(detail),
        Some(law::basis(detail)),
    ];
    let sections = gather(sections.into_iter().flatten().collect());
    let contents = contents(&sections);
    let last = el("section")
        .class("part")
        .id("keep")
        .child(el("h2").class("no-print").text(words::KEEP))
        .child(keep::keep(detail, region.clone()))
        .child(correction::correction(detail, region))
        .child(provenance::provenance(detail));
    let body = el("div").class("guide__body").all(sections.into_iter().map(Section::node)).child(last);
    el("article")
        .class("guide")
        .child(top::top(detail, here))
        .child(glance::glance(detail))
        .child(el("div").class("guide__columns").child(contents).child(body))
        .view()
}
