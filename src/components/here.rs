//! Where the citizen looks from: the region in the address, else the chosen one, else nowhere.

use domain::{RegionCode, wire::RegionBrief};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{
    backend::backend,
    context,
    json::{self, Data},
};

/// The region of the current page.
#[derive(Clone, Copy)]
pub struct Here {
    /// Its code.
    pub code: Memo<Option<RegionCode>>,
    /// Its code, when it stands in the address.
    pub named: Memo<Option<RegionCode>>,
    /// Its names; `None` also when nobody knows the code.
    pub brief: Data<Option<RegionBrief>>,
}

impl Here {
    /// Follows address and choice. Needs the router above it.
    pub fn provide() -> Self {
        let prefs = context::prefs();
        let query = use_query_map();
        let named = Memo::new(move |_| query.read().get("region").and_then(|code| RegionCode::parse(&code).ok()));
        let code = Memo::new(move |_| named.get().or_else(|| prefs.with(|prefs| prefs.region.clone())));
        let backend = backend();
        let brief = json::data(
            move || code.get(),
            move |code| {
                let answer = code.map(|code| backend.0.show_region(code.into()));
                async move { answer?.await.ok().map(|detail| detail.region) }
            },
        );
        let here = Self { code, named, brief };
        provide_context(here);
        here
    }

    /// The region with its names, once they are known.
    pub async fn region(self) -> Option<RegionBrief> {
        self.brief.get().await.flatten()
    }

    /// The code as text, for the backend.
    pub fn code_text(self) -> Option<String> {
        self.code.get().map(String::from)
    }

    /// The code as text when the address names it, to be kept in links.
    pub fn named_text(self) -> Option<String> {
        self.named.get().map(String::from)
    }
}

/// The region of the current page.
pub fn here() -> Here {
    use_context::<Here>().unwrap_or_else(Here::provide)
}

/// The current address, to come back to.
pub fn current_address() -> Memo<String> {
    let location = leptos_router::hooks::use_location();
    Memo::new(move |_| {
        let (path, search) = (location.pathname.get(), location.search.get());
        if search.is_empty() { path } else { format!("{path}?{search}") }
    })
}

/// A region's name within a sentence: with its parents, without the province, in one piece.
pub fn name_in_text(region: &RegionBrief) -> String {
    short_name(region).replace(' ', "")
}

/// A region's name without the province, which goes without saying here.
pub fn short_name(region: &RegionBrief) -> String {
    match region.full_name.split_once(' ') {
        Some((_, rest)) if region.code.as_str() != RegionCode::PROVINCE => rest.into(),
        _ => region.full_name.clone(),
    }
}
