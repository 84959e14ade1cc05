//! Asks the REST API, of this origin or of the one that the host of a static bundle names, or the phone, which answers the same addresses with the same texts.

use domain::wire::{
    About, GuideDetail, GuidePage, GuideQuery, NewRequest, RegionDetail, RegionList, RequestReceipt, RequestView,
    Suggestions,
};
use send_wrapper::SendWrapper;

use super::{Answer, Backend, FetchError};
use crate::{
    browser::net::{OFFLINE, Question, SHUT_OUT, TIMEOUT, ask},
    json::{self, FromJson},
    routes::{self, Address},
    text::error as words,
};

/// The API over HTTP.
pub struct Http;

impl Backend for Http {
    fn list_guides(&self, query: GuideQuery) -> Answer<GuidePage> {
        get(routes::query(Address::new("/guides"), &query).flag("facets", query.facets))
    }

    fn show_guide(&self, code: String, region: Option<String>) -> Answer<GuideDetail> {
        get(Address::new("/guides/").segment(&code).param("region", region.as_deref()))
    }

    fn suggest(&self, text: String, region: Option<String>) -> Answer<Suggestions> {
        get(Address::new("/suggest").param("q", Some(&text)).param("region", region.as_deref()))
    }

    fn find_regions(&self, words: String) -> Answer<RegionList> {
        get(Address::new("/regions").param("q", Some(&words)))
    }

    fn show_region(&self, code: String) -> Answer<RegionDetail> {
        get(Address::new("/regions/").segment(&code))
    }

    fn send_request(&self, request: NewRequest) -> Answer<RequestReceipt> {
        answer(Address::new("/requests"), String::new(), body(&request))
    }

    fn show_request(&self, id: String, code: String) -> Answer<RequestView> {
        answer(Address::new("/requests/").segment(&id), code, String::new())
    }

    fn about(&self) -> Answer<About> {
        get(Address::new("/about"))
    }
}

fn get<T: FromJson + 'static>(address: Address) -> Answer<T> {
    answer(address, String::new(), String::new())
}

fn answer<T: FromJson + 'static>(address: Address, code: String, body: String) -> Answer<T> {
    Box::pin(SendWrapper::new(async move {
        let text = text(address, code, body).await?;
        json::read(&text).ok_or(FetchError::Broken)
    }))
}

/// Everything that does not depend on the type of the answer, so that it is compiled once.
async fn text(address: Address, code: String, body: String) -> Result<String, FetchError> {
    let address = address.to_string();
    let (status, text) = ask(Question { address: &address, code: &code, body: &body }).await;
    match status {
        200..=299 => Ok(text),
        OFFLINE => Err(FetchError::Offline),
        TIMEOUT => Err(FetchError::Timeout),
        SHUT_OUT => Err(FetchError::Refused(words::NOT_ALLOWED.into())),
        404 => Err(FetchError::NotFound),
        429 | 502..=504 => Err(FetchError::Busy),
        400..=499 => Err(problem_detail(&text).map_or(FetchError::Broken, FetchError::Refused)),
        _ => Err(FetchError::Broken),
    }
}

/// The one body that the browser sends, written without `serde`.
fn body(request: &NewRequest) -> String {
    let members = [
        ("kind", Some(request.kind.code())),
        ("item", request.item.as_deref()),
        ("region", request.region.as_deref()),
        ("part", request.part.as_deref()),
        ("text", Some(request.text.as_str())),
    ];
    let members: Vec<String> = members
        .into_iter()
        .filter_map(|(name, value)| Some(["\"", name, "\":", &json::quote(value?)].concat()))
        .collect();
    ["{", &members.join(","), "}"].concat()
}

/// What a problem document (RFC 9457) advises.
fn problem_detail(text: &str) -> Option<String> {
    json::parse(text)?.take("detail").text()
}
