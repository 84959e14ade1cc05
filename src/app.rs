//! The portal: header, the page of the address, footer.

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    browser::page::ANNOUNCER,
    components::{footer::footer, header::header, here::Here},
    pages::{
        AboutPage, CheckPage, GuidePage, HomePage, NotFoundPage, RegionsPage, ReportPage, RequestPage, RequestsPage,
        ResultsPage,
    },
    text::site,
    ui::IntoNode,
};

/// The whole tree. Call [`crate::context::provide`] under the same owner first.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Shell/>
        </Router>
    }
    .node()
}

/// What stands around every page. Below the router, since header and footer follow the address.
#[component]
fn Shell() -> impl IntoView {
    let here = Here::provide();
    view! {
        <a class="skip" href="#main">{site::SKIP}</a>
        {header(here)}
        <main id="main" class="main" tabindex="-1">
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage/>
                <Route path=path!("/guides") view=ResultsPage/>
                <Route path=path!("/guides/:code") view=GuidePage/>
                <Route path=path!("/regions") view=RegionsPage/>
                <Route path=path!("/checklist") view=CheckPage/>
                <Route path=path!("/proofs") view=CheckPage/>
                <Route path=path!("/proofs/:id") view=CheckPage/>
                <Route path=path!("/events") view=CheckPage/>
                <Route path=path!("/events/:id") view=CheckPage/>
                <Route path=path!("/benefits") view=CheckPage/>
                <Route path=path!("/benefits/:id") view=CheckPage/>
                <Route path=path!("/about") view=AboutPage/>
                <Route path=path!("/requests") view=RequestsPage/>
                // The plain form of the lookup is answered here; both before the parameter, which would take them.
                <Route path=path!("/requests/lookup") view=RequestsPage/>
                <Route path=path!("/requests/new") view=ReportPage/>
                <Route path=path!("/requests/:id") view=RequestPage/>
            </FlatRoutes>
        </main>
        {footer()}
        <p class="sr-only" id=ANNOUNCER aria-live="polite"></p>
    }
    .node()
}
