//! The router and what its handlers share.

use std::{net::IpAddr, ops::Deref, sync::Arc};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{get, post},
};
use store::Store;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;
use tower_http::compression::{
    CompressionLayer,
    predicate::{NotForContentType, Predicate, SizeAbove},
};

use crate::{
    build_id::build_id,
    config::ServeArgs,
    front::{front, pace::Pace},
    headers::SafetyHeaders,
    keys::KeyRing,
    live::Slot,
    metrics::Metrics,
    packs::Packs,
    routes::{
        about, check, checklists, fallback, forms, guides, health, log, metrics, packs, pages, papers, places,
        policies, prefs, qr, rate, ratings, regions, requests, slips, suggest, verify,
    },
    site::Site,
    ssr::{Pages, template::TemplateError},
};

/// No body that we take is longer, but for a plain form, which may come back to be shortened.
pub const BODY_LIMIT: usize = 16 * 1024;
/// Below this an answer fits one packet anyway.
const COMPRESS_ABOVE: u16 = 860;

/// What handlers share; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// The parts of an [`App`].
pub struct Shared {
    /// Settings.
    pub config: ServeArgs,
    /// What is published.
    pub slot: Slot,
    /// What citizens write.
    pub store: Arc<dyn Store>,
    /// The built portal.
    pub site: Site,
    /// Its page, into which the portal is rendered.
    pub pages: Pages,
    /// What phones take along.
    pub packs: Packs,
    /// Headers of every answer.
    pub safety: SafetyHeaders,
    /// Figures for operators.
    pub metrics: Metrics,
    /// What signs lists of papers, when anything does.
    pub keys: Option<KeyRing>,
    /// How often one machine may write.
    pub pace: Pace<IpAddr>,
    /// How often one ticket may be tried.
    pub tries: Pace<[u8; 32]>,
    /// As many permits as requests may be answered at once.
    pub gate: Semaphore,
}

impl App {
    /// Puts the parts together.
    pub fn new(
        config: ServeArgs,
        slot: Slot,
        store: Arc<dyn Store>,
        site: Site,
        keys: Option<KeyRing>,
    ) -> Result<Self, TemplateError> {
        // Read once here, so that the first visitor does not wait for it.
        build_id();
        // Rendering spawns on this runtime; a second call finds it done.
        let _ = any_spawner::Executor::init_tokio();
        let pages = Pages::new(site.template())?;
        let safety = SafetyHeaders::new(&config.frame_ancestors);
        let gate = Semaphore::new(config.max_in_flight);
        let packs = Packs::new(config.snapshot.clone());
        Ok(Self(Arc::new(Shared {
            config,
            slot,
            store,
            site,
            pages,
            packs,
            safety,
            metrics: Metrics::default(),
            keys,
            pace: Pace::of_machines(),
            tries: Pace::of_tickets(),
            gate,
        })))
    }
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Every route of the server.
pub fn router(app: App) -> Router {
    let compress = CompressionLayer::new()
        .compress_when(SizeAbove::new(COMPRESS_ABOVE).and(NotForContentType::const_new("application/wasm")));
    // One stack and not a `layer` each: the router boxes and clones whatever it is given, for every request.
    let layers = ServiceBuilder::new()
        .layer(from_fn_with_state(app.clone(), front))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(compress);
    Router::new()
        .merge(api())
        .merge(site())
        .fallback(fallback::show)
        .method_not_allowed_fallback(fallback::method)
        .layer(layers)
        .with_state(app)
}

fn api() -> Router<App> {
    Router::new()
        .route("/api/v1/guides", get(guides::list_guides))
        .route("/api/v1/guides/{code}", get(guides::show_guide))
        .route("/api/v1/suggest", get(suggest::suggest))
        .route("/api/v1/regions", get(regions::list_regions))
        .route("/api/v1/regions/{code}", get(regions::show_region))
        .route("/api/v1/places", get(places::list_places))
        .route("/api/v1/packs/words", get(packs::words))
        .route("/api/v1/packs/papers", get(packs::papers))
        .route("/api/v1/packs/policies", get(packs::policies))
        .route("/api/v1/packs/{region}", get(packs::region_pack))
        .route("/api/v1/facts", get(papers::list_facts))
        .route("/api/v1/proofs", get(papers::list_proofs))
        .route("/api/v1/proofs/{id}", get(papers::show_proof))
        .route("/api/v1/bundles", get(papers::list_bundles))
        .route("/api/v1/bundles/{id}", get(papers::show_bundle))
        .route("/api/v1/checklists", post(checklists::make_checklist))
        .route("/api/v1/checklists/sign", post(slips::sign_checklist))
        .route("/api/v1/policies", get(policies::list_policies))
        .route("/api/v1/policies/{id}", get(policies::show_policy))
        .route("/api/v1/eligibility", post(policies::make_eligibility))
        .route("/api/v1/keys", get(slips::list_keys))
        .route("/api/v1/requests", post(requests::send_request))
        .route("/api/v1/requests/{id}", get(requests::show_request))
        .route("/api/v1/ratings", post(ratings::rate))
        .route("/api/v1/ratings/summary", get(ratings::summary))
        .route("/api/v1/ratings/{receipt}", get(ratings::show))
        .route("/api/v1/ratings/{receipt}/additions", post(ratings::add))
        .route("/api/v1/log/heads", get(log::heads))
        .route("/api/v1/log/proof/{receipt}", get(log::proof))
        .route("/api/v1/log/consistency", get(log::consistency))
        .route("/api/v1/log/export", get(log::export))
        .route("/api/v1/about", get(about::about))
        .route("/api/v1/openapi.json", get(about::openapi))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::metrics))
}

fn site() -> Router<App> {
    Router::new()
        .route("/", get(pages::show))
        .route("/shell.html", get(pages::shell))
        .route("/guides", get(pages::show))
        .route("/guides/{code}", get(pages::show))
        .route("/guides/{code}/qr.svg", get(qr::show_qr))
        .route("/regions", get(pages::show))
        .route("/about", get(pages::show))
        .route("/checklist", get(pages::show_unkept).post(check::turn).layer(form()))
        .route("/proofs", get(pages::show_unkept))
        .route("/proofs/{id}", get(pages::show))
        .route("/events", get(pages::show))
        .route("/events/{id}", get(pages::show_unkept).post(check::turn).layer(form()))
        .route("/benefits", get(pages::show_unkept).post(check::turn).layer(form()))
        .route("/benefits/{id}", get(pages::show))
        .route("/rate", get(rate::show).post(rate::step).layer(form()))
        .route("/ratings", get(rate::overview).post(rate::look).layer(form()))
        .route("/checklist/sign", get(verify::to_checklist).post(verify::sign).layer(form()))
        .route("/verify", get(verify::show).post(verify::check).layer(form()))
        .route("/prefs", get(prefs::choose))
        .route("/requests", get(pages::show_unkept).post(forms::send_request).layer(form()))
        .route("/requests/lookup", get(forms::to_lookup).post(forms::find_request).layer(form()))
        .route("/requests/new", get(pages::show_unkept))
        .route("/requests/{id}", get(pages::show_unkept))
}

/// The bound of a plain form's body.
fn form() -> DefaultBodyLimit {
    DefaultBodyLimit::max(forms::FORM_LIMIT)
}
