//! `/requests/:id`: one report, opened by its code.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::requests::lookup_page;

/// Asks for the code of the report in the address.
#[component]
pub fn RequestPage() -> impl IntoView {
    lookup_page(use_params_map().read_untracked().get("id").unwrap_or_default())
}
