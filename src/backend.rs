//! What data a page may ask for, whoever answers: the server in its own process, the API over HTTP.

#[cfg(target_arch = "wasm32")]
mod http;

use std::{fmt, future::Future, pin::Pin, sync::Arc};

use domain::wire::{
    About, GuideDetail, GuidePage, GuideQuery, NewRequest, RegionDetail, RegionList, RequestReceipt, RequestView,
    Suggestions,
};
use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};

#[cfg(target_arch = "wasm32")]
pub use http::Http;

/// An answer that is on its way.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, FetchError>> + Send>>;

/// Everything the portal asks for. Codes come from addresses and are as typed there.
pub trait Backend: Send + Sync {
    /// A page of results.
    fn list_guides(&self, query: GuideQuery) -> Answer<GuidePage>;
    /// One guide as it holds in a region.
    fn show_guide(&self, code: String, region: Option<String>) -> Answer<GuideDetail>;
    /// Suggestions while typing.
    fn suggest(&self, text: String, region: Option<String>) -> Answer<Suggestions>;
    /// Regions by name, pinyin or code.
    fn find_regions(&self, words: String) -> Answer<RegionList>;
    /// A region and what is right below it.
    fn show_region(&self, code: String) -> Answer<RegionDetail>;
    /// Keeps a report.
    fn send_request(&self, request: NewRequest) -> Answer<RequestReceipt>;
    /// A report, opened by the code that its writer got.
    fn show_request(&self, id: String, code: String) -> Answer<RequestView>;
    /// The data, its sources, and published figures.
    fn about(&self) -> Answer<About>;
    /// A page of the check of papers, for a citizen of a region, written at once: only the server can, a device asks its module.
    #[cfg(feature = "ssr")]
    fn fragment(&self, _address: &str, _region: Option<&str>) -> Fragment {
        Fragment::default()
    }
}

/// A page whose markup is written outside of the portal, by `crates/bag`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    /// The page's title.
    pub title: String,
    /// Its markup, with everything from data escaped.
    pub html: String,
    /// Whether there is such a page.
    pub found: bool,
    /// Keeps it out of search engines.
    pub hidden: bool,
}

/// The backend as a context.
#[derive(Clone)]
pub struct SharedBackend(pub Arc<dyn Backend>);

/// The backend of this tree.
pub fn backend() -> SharedBackend {
    use_context().unwrap_or_else(|| SharedBackend(Arc::new(Nobody)))
}

/// Why there is no answer, as far as the citizen's next step depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FetchError {
    /// The device has no connection.
    Offline,
    /// No answer in time.
    Timeout,
    /// There is no such thing.
    NotFound,
    /// The server is busy; try again a little later.
    Busy,
    /// The input was refused; the text says what is wrong with it, in Chinese.
    Refused(String),
    /// Anything else.
    Broken,
}

impl FetchError {
    /// The name of the case, as it travels.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Offline => "Offline",
            Self::Timeout => "Timeout",
            Self::NotFound => "NotFound",
            Self::Busy => "Busy",
            Self::Refused(_) => "Refused",
            Self::Broken => "Broken",
        }
    }
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::error::Error for FetchError {}

/// What a plain form has just done, told to the page that is rendered in answer to its POST.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Fresh {
    /// An ordinary visit.
    #[default]
    Nothing,
    /// A report was received.
    Received(RequestReceipt),
    /// A report was looked up.
    Found(RequestView),
    /// A form of the check of papers was answered.
    Written(Fragment),
    /// The form was refused: why, and what stood in it, so that nobody writes it twice.
    Refused(FetchError, Written),
}

/// What stood in a form that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Nothing that could be read.
    Nothing,
    /// A report.
    Report(NewRequest),
    /// The number and the code of a report.
    Lookup(String, String),
}

/// Answers that nothing is there; stands in where no backend was provided.
struct Nobody;

impl Nobody {
    fn nothing<T: Send + 'static>() -> Answer<T> {
        Box::pin(async { Err(FetchError::Broken) })
    }
}

impl Backend for Nobody {
    fn list_guides(&self, _: GuideQuery) -> Answer<GuidePage> {
        Self::nothing()
    }
    fn show_guide(&self, _: String, _: Option<String>) -> Answer<GuideDetail> {
        Self::nothing()
    }
    fn suggest(&self, _: String, _: Option<String>) -> Answer<Suggestions> {
        Self::nothing()
    }
    fn find_regions(&self, _: String) -> Answer<RegionList> {
        Self::nothing()
    }
    fn show_region(&self, _: String) -> Answer<RegionDetail> {
        Self::nothing()
    }
    fn send_request(&self, _: NewRequest) -> Answer<RequestReceipt> {
        Self::nothing()
    }
    fn show_request(&self, _: String, _: String) -> Answer<RequestView> {
        Self::nothing()
    }
    fn about(&self) -> Answer<About> {
        Self::nothing()
    }
}
