//! The head of a guide: what it is, where it holds, whether it is a sample.

use domain::wire::{GuideDetail, RegionBrief};
use leptos::prelude::*;

use super::section::{Section, list};
use crate::{
    components::here::{Here, current_address, name_in_text},
    routes,
    text::{guide as words, results, site},
};

/// The name, the region, the banner of a sample.
pub fn top(detail: &GuideDetail, here: Here) -> AnyView {
    let trail = view! {
        <nav class="trail" aria-label=site::TRAIL>
            <a href=routes::HOME>{site::HOME}</a>
            <a href=routes::GUIDES>{crate::text::home::FOUR[0].name}</a>
        </nav>
    };
    let mut names: Vec<&str> = detail.plain_name.iter().map(String::as_str).collect();
    names.extend(detail.aliases.iter().map(String::as_str));
    names.retain(|name| *name != detail.name);
    names.truncate(3);
    let also = (!names.is_empty()).then(|| view! { <p class="guide__also">{results::also(&names.join("、"))}</p> });
    let sample = detail.sample.then(|| {
        view! {
            <div class="notice" data-variant="sample" role="note">
                <p><strong class="tag">{site::SAMPLE}</strong>" "{words::SAMPLE}" "<a href="tel:12345">{site::CALL_HOTLINE}</a></p>
            </div>
        }
    });
    view! {
        {trail}
        <h1 class="guide__title" tabindex="-1">{detail.name.clone()}</h1>
        {also}
        {sample}
        {region_line(detail, here)}
    }
    .into_any()
}

/// Whose terms these are, and how to see those of another region.
fn region_line(detail: &GuideDetail, here: Here) -> AnyView {
    let back = current_address();
    let published = detail.publication.as_ref().map(|publication| publication.region.clone());
    let organ = detail.publication.as_ref().and_then(|publication| publication.organ.clone());
    let organ = words::organ(organ.as_ref().unwrap_or(&detail.department));
    let line = move || {
        let published = published.clone();
        Suspend::new(async move { whose_terms(published, here.brief.await) })
    };
    let change = move || if here.code.get().is_some() { words::CHANGE } else { words::PICK };
    view! {
        <p class="guide__region">
            <Transition>{line}</Transition>
            {site::DOT}{organ}{site::DOT}
            <a class="no-print" href=move || routes::regions(None, &back.get())>{change}</a>
        </p>
    }
    .into_any()
}

fn whose_terms(published: Option<RegionBrief>, chosen: Option<RegionBrief>) -> String {
    match (published, chosen) {
        (Some(published), _) => words::in_region(&name_in_text(&published)),
        (None, Some(chosen)) => words::not_here(&name_in_text(&chosen)),
        (None, None) => words::NO_REGION.into(),
    }
}

/// What it is, and who needs it when.
pub fn summary(detail: &GuideDetail) -> Option<Section> {
    let texts: Vec<_> = [&detail.summary, &detail.scenario]
        .into_iter()
        .flatten()
        .map(|text| view! { <p>{text.clone()}</p> }.into_any())
        .collect();
    (!texts.is_empty()).then(|| Section::new("summary", words::SUMMARY, texts))
}

/// Who may.
pub fn conditions(detail: &GuideDetail) -> Section {
    if detail.conditions.is_empty() && detail.audience.is_empty() {
        return Section::unpublished("conditions", words::CONDITIONS);
    }
    let audience = (!detail.audience.is_empty()).then(|| view! { <p>{words::audience(&detail.audience)}</p> });
    let conditions = if detail.conditions.is_empty() {
        view! { <p class="unpublished">{words::PART_UNPUBLISHED}</p> }.into_any()
    } else {
        list(&detail.conditions)
    };
    Section::new("conditions", words::CONDITIONS, view! { {audience}{conditions}{also_at(&detail.also_at)} })
}

fn also_at(regions: &[RegionBrief]) -> AnyView {
    if regions.is_empty() {
        return ().into_any();
    }
    let names: Vec<_> = regions.iter().map(name_in_text).collect();
    view! { <p class="small">{words::ALSO_AT}{names.join("、")}</p> }.into_any()
}
