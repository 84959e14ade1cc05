//! Errors of the API as RFC 9457 problem documents: Chinese for the citizen, a stable code for programs.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    rating::TicketError,
    wire::{FieldProblem, Problem},
};

use crate::service::ratings::about_ticket;

/// Everything that can go wrong with a request. Causes go to the log, never to the citizen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// 400: the request cannot be read at all.
    Unreadable(&'static str),
    /// 403: a write that another site's page sent.
    ForeignOrigin,
    /// 400: a rating without a key of its sender.
    KeyMissing,
    /// 403: a ticket that does not count.
    TicketInvalid(TicketError),
    /// 403: a ticket of telephone, text messages or paper from somebody else than a gateway.
    GatewayOnly,
    /// 404: no such address.
    NoRoute,
    /// 404: the thing named in the address does not exist.
    NotFound(&'static str),
    /// 404: a pack of another version than is kept.
    PackGone,
    /// 405: the address exists, but not for this method.
    Method,
    /// 409: the key named another rating before.
    KeyReused,
    /// 409: the service was rated before.
    TicketUsed,
    /// 409: something was added before.
    AdditionThere,
    /// 409: the time for additions is over.
    AdditionLate,
    /// 413: the body is longer than allowed.
    TooLarge,
    /// 415: the body is not of a type that is taken.
    MediaType(&'static str),
    /// 422: wrong values, all of them.
    Invalid(Vec<FieldProblem>),
    /// 422: answers to questions that nobody declared, all of them.
    UnknownFact(Vec<FieldProblem>),
    /// 429: one machine writes more often than a crowd would.
    TooOften,
    /// 503: more requests at once than this node takes.
    Busy,
    /// 503: the answer took too long.
    Slow,
    /// 503: this node has no keys.
    SigningOff,
    /// 503: this node has no keys to check tickets with.
    RatingsOff,
    /// 503: the store takes no writes now.
    StoreGone,
    /// 500: our fault.
    Internal,
}

impl ApiError {
    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable(_) | Self::KeyMissing => StatusCode::BAD_REQUEST,
            Self::ForeignOrigin | Self::TicketInvalid(_) | Self::GatewayOnly => StatusCode::FORBIDDEN,
            Self::KeyReused | Self::TicketUsed | Self::AdditionThere | Self::AdditionLate => StatusCode::CONFLICT,
            Self::NoRoute | Self::NotFound(_) | Self::PackGone => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid(_) | Self::UnknownFact(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Slow | Self::StoreGone | Self::SigningOff | Self::RatingsOff => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The stable code, the title and what to do next.
    fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Unreadable(what) => ("unreadable", "请求无法识别", what),
            Self::ForeignOrigin => ("foreign_origin", "请求来源不被允许", "请在本网站的页面上提交。"),
            Self::KeyMissing => {
                ("key_missing", "请求缺少编号", "请在请求头 Idempotency-Key 里给出 1 至 200 个字符的编号。")
            }
            Self::TicketInvalid(wrong) => ("ticket_invalid", "评价凭证无效", about_ticket(*wrong)),
            Self::GatewayOnly => ("gateway_only", "这个渠道的评价不能在这里提交", "电话、短信和纸质评价由接入方提交。"),
            Self::KeyReused => ("key_reused", "请求编号重复", "这个 Idempotency-Key 已经用在另一条评价上，请换一个。"),
            Self::TicketUsed => {
                ("ticket_used", "这次服务已经评价过了", "每次服务评价一次。用回执码可以查看，也可以在期限内追评一次。")
            }
            Self::AdditionThere => ("already_added", "已经追评过了", "每条评价可以追评一次。"),
            Self::AdditionLate => ("addition_late", "追评的期限已过", "还有问题的，请拨打 12345 反映。"),
            Self::NoRoute => ("no_such_address", "没有这个地址", "请检查地址，接口说明见 /api/v1/openapi.json。"),
            Self::NotFound(what) => ("not_found", "没有找到", what),
            Self::PackGone => ("pack_gone", "这个版本的离线包已经不在了", "请去掉 version 参数，下载现在的离线包。"),
            Self::Method => ("method_not_allowed", "这个地址不支持该操作", "可用的操作见响应头 Allow。"),
            Self::TooLarge => ("too_large", "提交的内容太长", "请求内容不能超过 16 KiB，请缩短后再提交。"),
            Self::MediaType(what) => ("media_type", "提交的格式不对", what),
            Self::Invalid(_) => ("invalid_input", "填写的内容有误", "请按每一项的提示修改后再试。"),
            Self::UnknownFact(_) => ("unknown_fact", "有不认识的问题", "可以问的问题见 /api/v1/facts。"),
            Self::TooOften => ("too_often", "提交得太频繁", "请过几分钟再提交。急事可拨打 12345。"),
            Self::Busy => ("busy", "现在访问的人太多", "请过几秒再试。急事可拨打 12345。"),
            Self::Slow => ("slow", "处理超时", "请过几秒再试。急事可拨打 12345。"),
            Self::SigningOff => {
                ("signing_off", "暂时不能签名", "本网站还没有开通清单签名。清单可以打印，或转发给帮忙的人。")
            }
            Self::RatingsOff => ("ratings_off", "暂时不能评价", "本网站还没有开通评价。可以拨打 12345 反映。"),
            Self::StoreGone => ("store_unavailable", "暂时不能提交", "指南仍可查看。请稍后再提交，或拨打 12345 反映。"),
            Self::Internal => ("internal", "系统出错了", "请稍后再试。急事可拨打 12345。"),
        }
    }

    /// The document that is sent.
    pub fn document(&self) -> Problem {
        let (code, title, detail) = self.words();
        let fields = match self {
            Self::Invalid(fields) | Self::UnknownFact(fields) => fields.clone(),
            _ => Vec::new(),
        };
        Problem {
            kind: format!("about:blank#{code}"),
            title: title.to_owned(),
            status: self.status().as_u16(),
            detail: detail.to_owned(),
            code: code.to_owned(),
            fields,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = serde_json::to_vec(&self.document()).unwrap_or_default();
        let mut response = (
            self.status(),
            [
                (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ],
            body,
        )
            .into_response();
        if matches!(self, Self::TooOften | Self::Busy | Self::Slow | Self::StoreGone) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}

/// Puts a cause in the log, once, and tells the citizen only that it is our fault.
pub fn internal(cause: impl std::fmt::Display) -> ApiError {
    tracing::error!(cause = %cause, "a request failed through our fault");
    ApiError::Internal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_every_wrong_field() {
        let wrong = |field: &str| FieldProblem { field: field.into(), detail: "不对".into() };
        let document = ApiError::Invalid(vec![wrong("page"), wrong("size")]).document();
        assert_eq!((document.status, document.code.as_str()), (422, "invalid_input"));
        assert_eq!(document.fields.len(), 2);
    }

    #[test]
    fn a_busy_node_says_when_to_come_back() {
        let response = ApiError::Busy.into_response();
        assert_eq!(response.status(), 503);
        assert!(response.headers().contains_key(header::RETRY_AFTER));
    }
}
