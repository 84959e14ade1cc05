//! The description of the API, worked out from handlers and wire types.

use std::sync::LazyLock;

use utoipa::OpenApi;

use crate::routes::{
    about, checklists, guides, log, packs, papers, places, policies, ratings, regions, requests, slips, suggest,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "banshi",
        description = "Guides to government services: reading what is published, reporting what is wrong, and rating what was done. \
            Unknown parameters are ignored; errors are RFC 9457 problem documents with Chinese title and detail.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        guides::list_guides,
        guides::show_guide,
        suggest::suggest,
        regions::list_regions,
        regions::show_region,
        places::list_places,
        packs::region_pack,
        packs::words,
        packs::papers,
        packs::policies,
        papers::list_facts,
        papers::list_proofs,
        papers::show_proof,
        papers::list_bundles,
        papers::show_bundle,
        checklists::make_checklist,
        policies::list_policies,
        policies::show_policy,
        policies::make_eligibility,
        slips::sign_checklist,
        slips::list_keys,
        requests::send_request,
        requests::show_request,
        ratings::rate,
        ratings::add,
        ratings::show,
        ratings::summary,
        log::heads,
        log::proof,
        log::consistency,
        log::export,
        about::about,
    )
)]
struct Description;

/// The document, made once.
pub fn document() -> &'static utoipa::openapi::OpenApi {
    static DOCUMENT: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(Description::openapi);
    &DOCUMENT
}
