//! Keeping a citizen's report and finding it again.

use super::ratings::store_problem;
use crate::{app::App, clock, params::check_words, problem::ApiError};
use domain::{
    ItemCode, RegionCode,
    wire::{FieldProblem, NewRequest, RequestReceipt, RequestView},
};

/// The longest text of a report, in characters.
const TEXT: usize = 500;
/// The longest name of a guide's part.
const PART: usize = 40;
/// No number or code of a report is longer.
const KEY: usize = 64;

/// Checks a report and keeps it.
pub async fn send_request(app: &App, mut request: NewRequest) -> Result<RequestReceipt, ApiError> {
    request.text = request.text.trim().to_owned();
    let problems = problems(app, &request);
    if !problems.is_empty() {
        return Err(ApiError::Invalid(problems));
    }
    app.store.put_request(request, clock::now()).await.map_err(store_problem)
}

/// Finds a report; a wrong code and a wrong number are one answer.
pub async fn find_request(app: &App, id: &str, code: &str) -> Result<RequestView, ApiError> {
    let missing = ApiError::NotFound("没有这个编号，或查询码不对。");
    if id.is_empty() || code.is_empty() || id.len() > KEY || code.len() > KEY {
        return Err(missing);
    }
    app.store.find_request(id.to_owned(), code.to_owned()).await.map_err(store_problem)?.ok_or(missing)
}

fn problems(app: &App, request: &NewRequest) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, detail: String| problems.push(FieldProblem { field: field.into(), detail });
    if request.text.is_empty() {
        wrong("text", "请写明哪里不对。".into());
    }
    let length = request.text.chars().count();
    if length > TEXT {
        wrong("text", format!("写了 {length} 个字，最多 {TEXT} 个字，请删短后再提交。"));
    } else if check_words(&request.text, TEXT).is_err() {
        wrong("text", "有不能识别的字符，请去掉后再提交。".into());
    }
    if let Some(Err(detail)) = request.part.as_deref().map(|part| check_words(part, PART)) {
        wrong("part", detail);
    }
    let live = app.slot.load();
    if let Some(item) = &request.item
        && ItemCode::parse(item).ok().and_then(|code| live.snapshot.find_item(&code)).is_none()
    {
        wrong("item", "没有这个事项代码。".into());
    }
    if let Some(region) = &request.region
        && RegionCode::parse(region).ok().and_then(|code| live.snapshot.regions().find(&code)).is_none()
    {
        wrong("region", "没有这个行政区划代码。".into());
    }
    problems
}
