//! Rating a service, adding to it, and finding it again.

pub mod log;
pub mod summary;
mod view;

use std::{net::IpAddr, time::Instant};

use domain::{
    rating::{Entered, Grade, TagError, TextError, Ticket, TicketError, check_tags, clean, ticket::Proof},
    wire::{AdditionView, FieldProblem, NewAddition, NewRating, RatingReceipt, RatingView},
};
use sha2::{Digest, Sha256};
use store::{Added, AdditionWrite, RatingWrite, StoreError, Written};

use crate::{app::App, clock, problem::ApiError, tickets};

/// No key of a sender is longer.
const KEY: usize = 200;
/// No receipt is longer, however it is typed.
const RECEIPT: usize = 64;

/// Who sends a rating.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sender<'a> {
    /// The machine, to pace it.
    pub machine: Option<IpAddr>,
    /// What shows that a gateway or staff sends it.
    pub token: Option<&'a str>,
}

/// What can be said of a ticket before it is used.
pub fn open_ticket(app: &App, text: &str) -> Result<Ticket, ApiError> {
    let keys = app.keys.as_ref().ok_or(ApiError::RatingsOff)?;
    tickets::open(text, keys.public(), clock::unix()).map_err(ApiError::TicketInvalid)
}

/// Checks a rating and keeps it. `key` is what the sender names it by.
pub async fn rate(app: &App, sender: Sender<'_>, key: Option<&str>, new: NewRating) -> Result<RatingReceipt, ApiError> {
    let now = Instant::now();
    let ticket = match open_ticket(app, &new.ticket) {
        Ok(ticket) => ticket,
        // Whoever tries out tickets is held up; an honest one is used once and never waits for its neighbours.
        Err(ApiError::TicketInvalid(_)) if !app.pace.allows(sender.machine, now) => return Err(ApiError::TooOften),
        Err(error) => return Err(error),
    };
    let key = key.filter(|key| (1..=KEY).contains(&key.len())).ok_or(ApiError::KeyMissing)?.to_owned();
    if ticket.channel.entered != Entered::Citizen && !app.config.is_gateway(sender.token) {
        return Err(ApiError::GatewayOnly);
    }
    let mut problems = Vec::new();
    let grade = Grade::from_level(new.level);
    if grade.is_none() {
        problems.push(problem("level", "请在五个等级里选一个（1 至 5）。"));
    }
    let (tags, text) = words(grade, &new.tags, new.text.as_deref(), &mut problems);
    let Some(grade) = grade.filter(|_| problems.is_empty()) else { return Err(ApiError::Invalid(problems)) };
    let service = ticket.service().map(|service| <[u8; 32]>::from(Sha256::digest(service.as_bytes())));
    let in_pace = match service {
        Some(service) => app.tries.takes(service, now),
        None => app.pace.allows(sender.machine, now),
    };
    if !in_pace {
        return Err(ApiError::TooOften);
    }
    let body = body_of(&(&new.ticket, grade.level(), &tags, &text, new.anonymous));
    let visit = match ticket.proof {
        Proof::Service(visit) if !new.anonymous => Some(visit),
        Proof::Service(_) | Proof::Static => None,
    };
    let write = RatingWrite {
        key,
        body,
        service,
        visit,
        region: ticket.region,
        organ: ticket.organ,
        item: ticket.item,
        place: ticket.place,
        channel: ticket.channel.code,
        level: grade.level(),
        tags,
        text,
        received_at: clock::now(),
    };
    match app.store.put_rating(write).await.map_err(store_problem)? {
        Written::Kept(receipt) => Ok(receipt),
        Written::KeyReused => Err(ApiError::KeyReused),
        Written::TicketUsed => Err(ApiError::TicketUsed),
    }
}

/// Checks an addition and keeps it; tells its place in the log.
pub async fn add(app: &App, sender: Sender<'_>, receipt: &str, new: NewAddition) -> Result<AdditionView, ApiError> {
    let mut problems = Vec::new();
    let grade = new.level.and_then(Grade::from_level);
    if new.level.is_some() && grade.is_none() {
        problems.push(problem("level", "请在五个等级里选一个（1 至 5）。"));
    }
    let (tags, text) = words(grade, &new.tags, new.text.as_deref(), &mut problems);
    if grade.is_none() && text.is_none() && problems.is_empty() {
        problems.push(problem("text", "请写几句话，或者选一个等级。"));
    }
    if !problems.is_empty() {
        return Err(ApiError::Invalid(problems));
    }
    let level = grade.map(Grade::level);
    let body = body_of(&(level, &tags, &text));
    let (received_at, not_before) = (clock::now(), clock::days_ago(app.config.addition_days));
    let write = AdditionWrite {
        receipt: checked_receipt(receipt)?,
        body,
        level,
        tags: tags.clone(),
        text: text.clone(),
        received_at: received_at.clone(),
        not_before,
    };
    match app.store.put_addition(write).await.map_err(store_problem)? {
        Added::Kept(log_index) => {
            Ok(AdditionView { received_at, log_index, level, tags: view::tags(&tags, None), text, erased: false })
        }
        Added::NotFound if !app.pace.allows(sender.machine, Instant::now()) => Err(ApiError::TooOften),
        Added::NotFound => Err(no_receipt()),
        Added::Already => Err(ApiError::AdditionThere),
        Added::TooLate => Err(ApiError::AdditionLate),
    }
}

/// Finds a rating by its receipt.
pub async fn find(app: &App, receipt: &str) -> Result<RatingView, ApiError> {
    let receipt = checked_receipt(receipt)?;
    let row = app.store.find_rating(receipt).await.map_err(store_problem)?.ok_or_else(no_receipt)?;
    view::show(app, row)
}

/// Tags and words that can be kept; what cannot is told.
fn words(
    grade: Option<Grade>,
    tags: &[u16],
    text: Option<&str>,
    problems: &mut Vec<FieldProblem>,
) -> (Vec<u16>, Option<String>) {
    let checked = match grade {
        Some(grade) => check_tags(grade, tags),
        None => tags.first().map_or(Ok(Vec::new()), |tag| Err(TagError::OtherGrade(*tag))),
    };
    let tags = checked.unwrap_or_else(|wrong| {
        problems.push(problem("tags", &wrong_tag(wrong)));
        Vec::new()
    });
    let text = clean(text.unwrap_or_default()).unwrap_or_else(|wrong| {
        problems.push(problem("text", &wrong_text(wrong)));
        None
    });
    (tags, text)
}

fn wrong_tag(wrong: TagError) -> String {
    match wrong {
        TagError::Unknown(tag) => format!("没有代码为 {tag} 的标签。"),
        TagError::Retired(tag) => format!("标签 {tag} 已经停用。"),
        TagError::OtherGrade(tag) => format!("标签 {tag} 不属于所选的等级。"),
        TagError::Twice(tag) => format!("标签 {tag} 重复了。"),
    }
}

fn wrong_text(wrong: TextError) -> String {
    match wrong {
        TextError::TooLong(length) => format!("写了 {length} 个字，最多 150 个字，请删短后再提交。"),
        TextError::Character => "有不能识别的字符，请去掉后再提交。".into(),
    }
}

fn problem(field: &str, detail: &str) -> FieldProblem {
    FieldProblem { field: field.into(), detail: detail.into() }
}

/// A checksum over what was sent, as it is kept.
fn body_of<T: serde::Serialize>(body: &T) -> [u8; 32] {
    // A tuple of numbers and texts can always be written.
    Sha256::digest(serde_json::to_vec(body).unwrap_or_default()).into()
}

fn checked_receipt(receipt: &str) -> Result<String, ApiError> {
    if receipt.is_empty() || receipt.len() > RECEIPT { Err(no_receipt()) } else { Ok(receipt.to_owned()) }
}

fn no_receipt() -> ApiError {
    ApiError::NotFound("没有这个评价回执码，请核对后再试。回执码丢了就找不回来。")
}

/// What a citizen is told when the store did not do what was asked.
pub fn store_problem(cause: StoreError) -> ApiError {
    match cause {
        StoreError::Busy => ApiError::Busy,
        cause => {
            tracing::error!(%cause, "the store did not take or find what was asked");
            ApiError::StoreGone
        }
    }
}

/// What is wrong with a ticket, and what to do.
pub fn about_ticket(wrong: TicketError) -> &'static str {
    match wrong {
        TicketError::Empty => "没有评价凭证。请扫窗口或办结通知里的二维码，再来评价。",
        TicketError::Expired => "评价凭证已经过期。还想评价的，请拨打 12345。",
        TicketError::NotYet => "评价凭证还没有到可以使用的时间，请稍后再试。",
        TicketError::Damaged
        | TicketError::Newer
        | TicketError::UnknownKey
        | TicketError::KeyNotInUse
        | TicketError::WrongSignature => "评价凭证不完整，或者不是本网站认可的。请重新扫码；还是不行的，请拨打 12345。",
    }
}
