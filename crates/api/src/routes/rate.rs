//! Pages on which a service is rated, the same in every way of arriving: plain forms in the portal's frame.

use axum::{
    body::Bytes,
    extract::{Extension, Query, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    ItemCode, RegionCode,
    rating::{Ticket, ticket::Proof},
    wire::{NewAddition, NewRating},
};
use store::{Axis, SummaryAsk};
use voice::{About, Wish};

use super::{forms, pages::prefs_of};
use crate::{
    app::App,
    front::client::{self, Peer},
    problem::ApiError,
    service::ratings::{self as service, Sender},
    ssr::{self, Own},
};

const RATE: &str = "/rate";
const RATINGS: &str = "/ratings";

type Form = Result<Bytes, BytesRejection>;
type Fields = Vec<(String, String)>;

/// The five grades for whoever has a ticket.
pub async fn show(State(app): State<App>, Query(fields): Query<Fields>, headers: HeaderMap) -> Response {
    let mut wish = Wish::read(fields);
    wish.key = format!("page-{:032x}", rand::random::<u128>());
    let told = service::open_ticket(&app, &wish.ticket).map(|ticket| voice::choose(&about(&app, &ticket), &wish));
    page(&app, &headers, RATE, told).await
}

/// A step of rating: grade, details, preview, done.
pub async fn step(State(app): State<App>, peer: Option<Extension<Peer>>, headers: HeaderMap, body: Form) -> Response {
    let told = match fields(&headers, body) {
        Ok(fields) => answer(&app, sender(&app, peer, &headers), Wish::read(fields)).await,
        Err(error) => Err(error),
    };
    page(&app, &headers, RATE, told).await
}

async fn answer(app: &App, sender: Sender<'_>, wish: Wish) -> Result<String, ApiError> {
    let ticket = service::open_ticket(app, &wish.ticket)?;
    let about = about(app, &ticket);
    let Some(grade) = wish.grade.filter(|_| wish.step != "choose") else { return Ok(voice::choose(&about, &wish)) };
    match wish.step.as_str() {
        "preview" => Ok(voice::preview(&about, &wish, grade)),
        "send" => {
            let new = NewRating {
                ticket: wish.ticket.clone(),
                level: grade.level(),
                tags: wish.tags.clone(),
                text: Some(wish.text.clone()).filter(|text| !text.trim().is_empty()),
                anonymous: !wish.named,
            };
            match service::rate(app, sender, Some(&wish.key), new).await {
                Ok(receipt) => Ok(voice::kept(&receipt)),
                // What can be mended is shown again with every word.
                Err(ApiError::Invalid(wrong)) => {
                    let said: String = wrong.iter().map(|field| field.detail.as_str()).collect();
                    Ok(voice::details(&about, &wish, grade, &said))
                }
                Err(error) => Err(error),
            }
        }
        _ => Ok(voice::details(&about, &wish, grade, "")),
    }
}

/// The figures, and the way to one's own rating.
pub async fn overview(State(app): State<App>, headers: HeaderMap) -> Response {
    let told = Ok(voice::overview(figures(&app).await.as_ref(), ""));
    page(&app, &headers, RATINGS, told).await
}

/// Finds a rating by its receipt, or adds to it.
pub async fn look(State(app): State<App>, peer: Option<Extension<Peer>>, headers: HeaderMap, body: Form) -> Response {
    let told = match fields(&headers, body) {
        Ok(fields) => found(&app, sender(&app, peer, &headers), &fields).await,
        Err(error) => Err(error),
    };
    page(&app, &headers, RATINGS, told).await
}

async fn found(app: &App, sender: Sender<'_>, fields: &Fields) -> Result<String, ApiError> {
    let get = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.trim());
    let receipt = get("receipt");
    let mut said = String::new();
    if get("do") == "add" {
        let new = NewAddition { level: None, tags: Vec::new(), text: Some(get("text").to_owned()) };
        match service::add(app, sender, receipt, new).await {
            Ok(_) => {}
            Err(ApiError::Invalid(wrong)) => said = wrong.iter().map(|field| field.detail.as_str()).collect(),
            Err(error) => return Err(error),
        }
    }
    match service::find(app, receipt).await {
        Ok(view) => Ok(voice::found(receipt, &view, &said)),
        Err(error @ ApiError::NotFound(_)) => {
            Ok(voice::overview(figures(app).await.as_ref(), &error.document().detail))
        }
        Err(error) => Err(error),
    }
}

/// Figures of the whole province; none when they cannot be had.
async fn figures(app: &App) -> Option<domain::wire::RatingSummary> {
    let region = RegionCode::PROVINCE.to_owned();
    let ask = SummaryAsk { axis: Axis::Region, region, key: None, from: None, to: None, most: 1 };
    service::summary::summary(app, ask).await.ok()
}

/// What is rated, in words of what is published.
fn about(app: &App, ticket: &Ticket) -> About {
    let live = app.slot.load();
    let code = ItemCode::parse(&ticket.item).ok();
    let item = code.and_then(|code| live.snapshot.find_item(&code).map(|_| code));
    let item = item.and_then(|code| crate::service::show_guide(&live, &code, None).ok()).map(|guide| guide.name);
    let region = RegionCode::parse(&ticket.region).ok();
    let region = region.and_then(|code| crate::service::show_region(&live, &code).ok());
    About {
        item,
        organ: ticket.organ.clone(),
        place: ticket.place.clone(),
        region: region.map(|detail| detail.region.full_name),
        is_static: ticket.proof == Proof::Static,
    }
}

fn fields(headers: &HeaderMap, body: Form) -> Result<Fields, ApiError> {
    Ok(form_urlencoded::parse(&forms::form(headers, body)?).into_owned().collect())
}

fn sender<'a>(app: &App, peer: Option<Extension<Peer>>, headers: &'a HeaderMap) -> Sender<'a> {
    let peer = peer.map(|Extension(peer)| peer);
    Sender { machine: client::machine(&app.config.trusted_proxy, peer, headers), token: None }
}

async fn page(app: &App, headers: &HeaderMap, address: &str, told: Result<String, ApiError>) -> Response {
    let (title, html, status) = match told {
        Ok(html) => (voice::text::OVERVIEW, html, StatusCode::OK),
        Err(error) => (voice::text::REFUSED, voice::refused(&error.document().detail, None), error.status()),
    };
    ssr::own_page(app, Own { address, title, html: &html, status, hidden: true }, prefs_of(headers)).await
}
