//! Asks the REST API of the same origin.

use domain::wire::{
    About, GuideDetail, GuidePage, GuideQuery, NewRequest, RegionDetail, RegionList, RequestReceipt, RequestView,
    Suggestions,
};
use gloo_net::http::{Request, RequestBuilder, Response};
use send_wrapper::SendWrapper;

use super::{Answer, Backend, FetchError};
use crate::{
    browser::net::{Deadline, is_offline},
    json::{self, FromJson},
    routes::{self, Address},
};

const API: &str = "/api/v1";
/// The header that carries the code of a report: a secret, so never in an address.
const CODE_HEADER: &str = "x-request-code";

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
        let body = body(&request);
        answer(move |deadline| {
            Request::post(&format!("{API}/requests"))
                .header("content-type", "application/json")
                .abort_signal(deadline.signal().as_ref())
                .body(body)
        })
    }

    fn show_request(&self, id: String, code: String) -> Answer<RequestView> {
        let address = Address::new("/requests/").segment(&id).to_string();
        answer(move |deadline| builder(&address, deadline).header(CODE_HEADER, &code).build())
    }

    fn about(&self) -> Answer<About> {
        get(Address::new("/about"))
    }
}

fn builder(address: &str, deadline: &Deadline) -> RequestBuilder {
    Request::get(&format!("{API}{address}")).abort_signal(deadline.signal().as_ref())
}

fn get<T: FromJson + 'static>(address: Address) -> Answer<T> {
    let address = address.to_string();
    answer(move |deadline| builder(&address, deadline).build())
}

fn answer<T: FromJson + 'static>(
    request: impl FnOnce(&Deadline) -> Result<Request, gloo_net::Error> + 'static,
) -> Answer<T> {
    Box::pin(SendWrapper::new(async move {
        let text = text(request).await?;
        json::read(&text).ok_or(FetchError::Broken)
    }))
}

/// Everything that does not depend on the type of the answer, so that it is compiled once.
async fn text(request: impl FnOnce(&Deadline) -> Result<Request, gloo_net::Error>) -> Result<String, FetchError> {
    let deadline = Deadline::start();
    let request = request(&deadline).map_err(|_| FetchError::Broken)?;
    let response = match request.send().await {
        Ok(response) => response,
        Err(_) if deadline.is_over() => return Err(FetchError::Timeout),
        Err(_) if is_offline() => return Err(FetchError::Offline),
        Err(_) => return Err(FetchError::Timeout),
    };
    if !response.ok() {
        return Err(refusal(response).await);
    }
    response.text().await.map_err(|_| FetchError::Timeout)
}

async fn refusal(response: Response) -> FetchError {
    match response.status() {
        404 => FetchError::NotFound,
        429 | 502..=504 => FetchError::Busy,
        400..=499 => match problem_detail(&response.text().await.unwrap_or_default()) {
            Some(detail) => FetchError::Refused(detail),
            None => FetchError::Broken,
        },
        _ => FetchError::Broken,
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
