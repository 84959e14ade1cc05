//! `/requests/new`: a window asks for a paper that need not be brought. The form knows the paper, the rule and its basis.

use domain::wire::{NewRequest, RequestKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    components::guide::report_form,
    head::{self, HeadContent},
    routes,
    text::request as words,
    ui::{Node, el, link, para},
};

/// No address fills in more than this, so that the citizen's own words fit.
const LONGEST: usize = 80;

/// The form, filled in as far as the address tells.
#[component]
pub fn ReportPage() -> impl IntoView {
    head::set(HeadContent { hidden: true, ..HeadContent::titled(words::EXTRA_TITLE) });
    let params = use_query_map().read_untracked();
    let given = |key| {
        let text: String = params.get(key)?.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        Some(text).filter(|text| !text.is_empty())
    };
    let (item, region) = (given("item"), given("region"));
    let guide = item.as_deref().map(|item| routes::guide(item, region.as_deref()));
    let text = words::extra(given("paper").as_deref(), given("rule").as_deref(), given("basis").as_deref());
    let form =
        report_form(NewRequest { kind: RequestKind::ExtraPaper, item, region, part: Some("materials".into()), text });
    let parts = vec![
        el("h1").attr("tabindex", "-1").text(words::EXTRA_TITLE).into(),
        para("lead", words::EXTRA_WHY).into(),
        form,
        guide.map(|href| el("p").child(link(href, words::BACK_TO_GUIDE).class("back"))).into(),
    ];
    Node::from(parts)
}
