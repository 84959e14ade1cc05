//! The portal's backend in the server's own process: the same functions that answer the API.

use std::{future::ready, sync::Arc};

use domain::{
    ItemCode, RegionCode,
    wire::{
        About, GuideDetail, GuidePage, GuideQuery, NewRequest, RegionDetail, RegionList, RequestReceipt, RequestView,
        Suggestions,
    },
};
use portal::backend::{Answer, Backend, FetchError, Fragment};
use shelf::RegionQuery;

use crate::{
    app::App,
    live::Live,
    problem::{ApiError, internal},
    service::{self, ServiceError},
};

/// Answers one page from one snapshot.
pub struct InProcess {
    app: App,
    live: Arc<Live>,
}

impl InProcess {
    /// Takes the snapshot that is served now.
    pub fn new(app: &App) -> Self {
        Self { app: app.clone(), live: app.slot.load() }
    }

    /// A region that this snapshot does not know, from an old cookie or address, is as if none were chosen.
    fn known(&self, code: Option<RegionCode>) -> Option<RegionCode> {
        code.filter(|code| self.live.snapshot.regions().find(code).is_some())
    }

    fn region(&self, code: Option<String>) -> Option<RegionCode> {
        self.known(code.and_then(|code| RegionCode::parse(&code).ok()))
    }
}

impl Backend for InProcess {
    fn list_guides(&self, mut query: GuideQuery) -> Answer<GuidePage> {
        query.region = self.known(query.region);
        answer(shelf::list_guides(&*self.live, &query).map(GuidePage::from).map_err(ServiceError::from))
    }

    fn show_guide(&self, code: String, region: Option<String>) -> Answer<GuideDetail> {
        match ItemCode::parse(&code) {
            Ok(code) => answer(service::show_guide(&self.live, &code, self.region(region).as_ref())),
            Err(_) => Box::pin(ready(Err(FetchError::NotFound))),
        }
    }

    fn suggest(&self, text: String, region: Option<String>) -> Answer<Suggestions> {
        let text: String = text.chars().take(GuideQuery::MAX_WORDS).collect();
        answer(shelf::suggest(&*self.live, &text, self.region(region).as_ref()).map_err(ServiceError::from))
    }

    fn find_regions(&self, words: String) -> Answer<RegionList> {
        let words = words.chars().take(40).collect();
        answer(service::list_regions(&self.live, &RegionQuery { parent: None, q: Some(words) }))
    }

    fn show_region(&self, code: String) -> Answer<RegionDetail> {
        match RegionCode::parse(&code) {
            Ok(code) => answer(service::show_region(&self.live, &code)),
            Err(_) => Box::pin(ready(Err(FetchError::NotFound))),
        }
    }

    fn send_request(&self, request: NewRequest) -> Answer<RequestReceipt> {
        let app = self.app.clone();
        Box::pin(async move { service::requests::send_request(&app, request).await.map_err(|e| refusal(&e)) })
    }

    fn show_request(&self, id: String, code: String) -> Answer<RequestView> {
        let app = self.app.clone();
        Box::pin(async move { service::requests::find_request(&app, &id, &code).await.map_err(|e| refusal(&e)) })
    }

    fn about(&self) -> Answer<About> {
        answer(Ok(service::about(&self.live)))
    }

    fn fragment(&self, address: &str, region: Option<&str>) -> Fragment {
        service::check::page(&self.live, address, region)
    }
}

fn answer<T: Send + 'static>(result: Result<T, ServiceError>) -> Answer<T> {
    let result = result.map_err(|error| match error {
        ServiceError::NotFound(_) | ServiceError::NoRegion(_) => FetchError::NotFound,
        ServiceError::Snapshot(cause) => {
            internal(cause);
            FetchError::Broken
        }
    });
    Box::pin(ready(result))
}

/// What a refusal of the API means to a citizen.
pub fn refusal(error: &ApiError) -> FetchError {
    match error {
        ApiError::NotFound(_) | ApiError::NoRoute | ApiError::PackGone => FetchError::NotFound,
        ApiError::TooOften | ApiError::Busy | ApiError::Slow | ApiError::StoreGone => FetchError::Busy,
        ApiError::Invalid(fields) | ApiError::UnknownFact(fields) => {
            FetchError::Refused(fields.iter().map(|field| field.detail.as_str()).collect::<Vec<_>>().join(""))
        }
        ApiError::Unreadable(_)
        | ApiError::ForeignOrigin
        | ApiError::Method
        | ApiError::TooLarge
        | ApiError::SigningOff
        | ApiError::RatingsOff
        | ApiError::KeyMissing
        | ApiError::TicketInvalid(_)
        | ApiError::GatewayOnly
        | ApiError::KeyReused
        | ApiError::TicketUsed
        | ApiError::AdditionThere
        | ApiError::AdditionLate
        | ApiError::MediaType(_) => FetchError::Refused(error.document().detail),
        ApiError::Internal => FetchError::Broken,
    }
}
