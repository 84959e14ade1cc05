//! The stages of an occasion: what comes at the same time, what waits for what, for whom it is.

use domain::{ItemCode, bundles::BundleMatter, logic::Truth};

use super::Event;
use crate::text::pages as words;
use sheet::address;
use sheet::html::{Html, el, link, list, para};

/// One stop for each stage that is left.
pub fn stages(event: &Event<'_>) -> Html {
    let stops: Vec<Html> = event
        .bundle
        .stages
        .iter()
        .filter_map(|stage| {
            let matters: Vec<Html> = stage.matters.iter().filter_map(|matter| of_matter(event, matter)).collect();
            let together = (matters.len() > 1).then(|| para("path__text", words::TOGETHER));
            (!matters.is_empty()).then(|| {
                let name = para("path__name", &stage.name);
                el("li").class("path__stop").child(name).child(together).child(list("plain", matters)).into()
            })
        })
        .collect();
    el("ol").class("path").all(stops).into()
}

fn of_matter(event: &Event<'_>, matter: &BundleMatter) -> Option<Html> {
    let name = name(event, &matter.item)?;
    let region = event.state.region.as_ref().map_or("", |region| region.as_str());
    let href = address(&["/guides/", matter.item.as_str()].concat(), &[("region", region)]);
    let facts = event.state.facts(event.desk.world.book().facts());
    let certain = matter.when.as_ref().is_none_or(|when| when.truth(&facts) == Truth::Yes);
    let when = matter.when_text.as_deref().filter(|_| !certain).map(|when| para("small", &words::only_for(when)));
    let after: Vec<&str> = matter.after.iter().flatten().filter_map(|item| self::name(event, item)).collect();
    let after = (!after.is_empty()).then(|| para("small", &words::after(&after)));
    let note = matter.note.as_deref().map(|note| para("small", note));
    Some(Html::all([link(&href, name).into(), when.into(), after.into(), note.into()]))
}

fn name<'a>(event: &'a Event<'_>, item: &ItemCode) -> Option<&'a str> {
    event.matters.iter().find(|matter| matter.code == *item).map(|matter| matter.name.as_str())
}
