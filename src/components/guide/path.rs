//! 找谁去哪 and 怎么办: steps drawn as a path, and what stands at its end.

use domain::wire::GuideDetail;
use leptos::prelude::*;

use super::{glance::is_short, section::Section};
use crate::text::{guide as words, site};

/// Whom to see and where.
pub fn path(detail: &GuideDetail) -> Section {
    if detail.path.is_empty() {
        return Section::unpublished("path", words::PATH);
    }
    let steps = detail
        .path
        .iter()
        .map(|step| stop(&[&step.actor, "：", &step.action].concat(), step.at.as_deref(), None))
        .collect::<Vec<_>>();
    let why = detail.visits_note.as_deref().filter(|note| !is_short(note)).map(words::visits_why);
    let why = why.map(|why| view! { <p class="path__why">{why}</p> });
    Section::new("path", words::PATH, view! { {why} <ol class="path">{steps}</ol> })
}

/// What happens, in order.
pub fn steps(detail: &GuideDetail) -> Option<Section> {
    if detail.steps.is_empty() {
        return Some(Section::unpublished("steps", words::STEPS));
    }
    let steps =
        detail.steps.iter().map(|step| stop(&step.name, Some(&step.text), step.time.as_deref())).collect::<Vec<_>>();
    let area = detail.area.as_deref().map(|area| view! { <p>{words::area(area)}</p> });
    let online = detail.online_url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let online =
        online.map(|url| view! { <p><a class="no-print" href=url rel="external noopener">{words::ONLINE}</a></p> });
    Some(Section::new("steps", words::STEPS, view! { <ol class="path">{steps}</ol> {area} {online} }))
}

/// What one gets in the end.
pub fn result(detail: &GuideDetail) -> Option<Section> {
    let result = detail.result.as_ref().filter(|result| !result.name.is_empty())?;
    let how: Vec<_> =
        [result.delivery.as_deref().map(words::delivery), result.validity.as_deref().map(words::validity)]
            .into_iter()
            .flatten()
            .map(|line| view! { <p>{line}</p> }.into_any())
            .collect();
    Some(Section::new("result", words::RESULT, view! { <p><strong>{result.name.clone()}</strong></p> {how} }))
}

fn stop(title: &str, text: Option<&str>, time: Option<&str>) -> AnyView {
    let lines = [text, time].into_iter().flatten().collect::<Vec<_>>().join(site::DOT);
    let lines = (!lines.is_empty()).then(|| view! { <p class="path__text">{lines}</p> });
    view! { <li class="path__stop"><p class="path__name">{title.to_owned()}</p>{lines}</li> }.into_any()
}
