//! 找谁去哪 and 怎么办: steps drawn as a path, and what stands at its end.

use domain::wire::GuideDetail;

use super::{glance::is_short, section::Section};
use crate::{
    text::{guide as words, site},
    ui::{Node, el, link, para},
};

/// Whom to see and where.
pub fn path(detail: &GuideDetail) -> Section {
    if detail.path.is_empty() {
        return Section::unpublished("path", words::PATH);
    }
    let why = detail.visits_note.as_deref().filter(|note| !is_short(note)).map(words::visits_why);
    let steps =
        detail.path.iter().map(|step| stop([&step.actor, "：", &step.action].concat(), step.at.as_deref(), None));
    let body = vec![why.map(|why| para("path__why", why)).into(), el("ol").class("path").all(steps).into()];
    Section::new("path", words::PATH, body)
}

/// What happens, in order.
pub fn steps(detail: &GuideDetail) -> Section {
    if detail.steps.is_empty() {
        return Section::unpublished("steps", words::STEPS);
    }
    let steps = detail.steps.iter().map(|step| stop(step.name.clone(), Some(&step.text), step.time.as_deref()));
    let area = detail.area.as_deref().map(|area| para("", words::area(area)));
    let online = detail.online_url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let online =
        online.map(|url| el("p").class("no-print").child(link(url, words::ONLINE).attr("rel", "external noopener")));
    Section::new("steps", words::STEPS, vec![el("ol").class("path").all(steps).into(), area.into(), online.into()])
}

/// What one gets in the end.
pub fn result(detail: &GuideDetail) -> Option<Section> {
    let result = detail.result.as_ref().filter(|result| !result.name.is_empty())?;
    let how = [result.delivery.as_deref().map(words::delivery), result.validity.as_deref().map(words::validity)];
    let mut body: Vec<Node> = vec![el("p").child(el("strong").text(result.name.clone())).into()];
    body.extend(how.into_iter().flatten().map(|line| para("", line).into()));
    Some(Section::new("result", words::RESULT, body))
}

fn stop(title: String, text: Option<&str>, time: Option<&str>) -> Node {
    let lines = [text, time].into_iter().flatten().collect::<Vec<_>>().join(site::DOT);
    let lines = (!lines.is_empty()).then_some(lines);
    el("li").class("path__stop").child(para("path__name", title)).para("path__text", lines).into()
}
