//! The search field: a plain form first, and a list of suggestions once the wasm is there.

mod suggestions;

use leptos::{ev::SubmitEvent, html::Input, prelude::*};
use leptos_router::hooks::use_navigate;
use suggestions::Suggester;

use super::here::here;
use crate::{
    routes::{self, Address},
    text::{home, results},
    ui::IntoNode,
};

/// The id of the search field.
pub const FIELD: &str = "q";

/// The search form. `words` are those of the address; what the citizen types is never overwritten by a redraw.
#[component]
pub fn SearchBox(
    /// The words of the address.
    #[prop(into)]
    words: Signal<String>,
    /// The visible label.
    label: &'static str,
) -> impl IntoView {
    let here = here();
    let field = NodeRef::<Input>::new();
    let navigate = use_navigate();
    let suggester = Suggester::new(field, here);

    // The field is not controlled: typed before the wasm came, it keeps its value. Only a new address sets it.
    Effect::new(move |before: Option<String>| {
        let now = words.get();
        if before.is_some_and(|before| before != now)
            && let Some(field) = field.get_untracked()
        {
            field.set_value(&now);
        }
        now
    });

    let submit = move |event: SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        suggester.close();
        let region = here.named.get_untracked();
        let address = Address::new(routes::GUIDES)
            .param("q", Some(field.value().trim()))
            .param("region", region.as_ref().map(domain::RegionCode::as_str));
        navigate(&address.to_string(), Default::default());
    };
    let region = move || here.named_text().map(|code| view! { <input type="hidden" name="region" value=code/> });

    view! {
        <form class="search" role="search" method="get" action=routes::GUIDES on:submit=submit>
            <label class="search__label" for=FIELD>{label}</label>
            <div class="search__row">
                <div class="search__field">
                    <input class="search__input" id=FIELD name="q" type="search" maxlength="100" autocomplete="off"
                        enterkeyhint="search" value=words.get_untracked() node_ref=field
                        role=move || suggester.ready().then_some("combobox")
                        aria-autocomplete=move || suggester.ready().then_some("list")
                        aria-controls=move || suggester.ready().then_some(suggestions::LIST)
                        aria-expanded=move || suggester.ready().then(|| if suggester.is_open() { "true" } else { "false" })
                        aria-activedescendant=move || suggester.active_id()
                        on:input=move |event| suggester.typed(&event)
                        on:compositionend=move |_| suggester.composed()
                        on:keydown=move |event| suggester.key(&event)
                        on:blur=move |_| suggester.close()/>
                    {suggester.list()}
                </div>
                <button class="button search__button" type="submit">{home::SEARCH}</button>
            </div>
            {region}
        </form>
    }
    .node()
}

/// The name of the list of suggestions, for screen readers.
const LIST_NAME: &str = results::SUGGESTIONS;
