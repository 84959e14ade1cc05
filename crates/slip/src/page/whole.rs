//! The pages around a list: where one is checked, and where one was just signed. Written by the server alone.

use super::{Html, list};
use crate::{Slip, text as words};

/// The page that checks lists. `keys` are public keys, one a line; `script` is what checks on the device; `result` is
/// what came of a list that was sent.
pub fn checking(keys: &str, script: Option<&str>, result: &str) -> String {
    let mut html = Html::default();
    html.tag("<h1 tabindex=\"-1\">", &[words::CHECK_TITLE], "</h1>");
    html.tag("<div id=\"verify\" data-keys=\"", &[keys], "\">");
    html.tag("<p class=\"lead\">", &[words::CHECK_LEAD], "</p>");
    if keys.is_empty() {
        html.tag("<p class=\"notice\" data-variant=\"error\">", &[words::CHECK_OFF], "</p>");
    }
    html.open("<div id=\"verify-result\">");
    html.open(result);
    html.open("</div>");
    html.open("<form class=\"no-print\" method=\"post\" action=\"/verify\">");
    html.tag("<p class=\"check__sent small\">", &[words::CHECK_SENT], "</p>");
    html.tag("<p class=\"check__own small\">", &[words::CHECK_OWN], "</p>");
    html.tag("<div class=\"field\"><label class=\"field__label\" for=\"verify-code\">", &[words::CODE], "</label>");
    html.open("<textarea class=\"field__input\" id=\"verify-code\" name=\"code\" rows=\"4\" maxlength=\"4000\" ");
    html.open("autocomplete=\"off\" spellcheck=\"false\"></textarea></div>");
    html.tag("<button class=\"button\" type=\"submit\">", &[words::CHECK], "</button></form></div>");
    if let Some(script) = script {
        html.tag("<script type=\"module\" src=\"", &[script], "\"></script>");
    }
    html.0
}

/// The page of a list that was just signed. `code` is its picture, as markup of our own.
pub fn signed(slip: &Slip, key: &str, url: &str, code: &str) -> String {
    let mut html = Html::default();
    html.tag("<h1 tabindex=\"-1\">", &[words::SIGNED_TITLE], "</h1>");
    html.tag("<p class=\"lead no-print\">", &[words::SIGNED_LEAD], "</p>");
    html.open("<section class=\"slip\" data-slip=\"signed\"><p class=\"slip__picture\">");
    html.open(code);
    html.open("</p><dl class=\"rows\">");
    html.row(words::SIGNED_BY, &words::signed_by(key));
    html.row(words::SIGNED_ON, &words::date(slip.signed));
    html.row(words::FOR_DAY, &words::date(slip.on));
    html.row(words::REGION, &slip.region_name);
    html.open("</dl>");
    html.tag("<h2>", &[words::LIST], "</h2>");
    html.open(&list(slip));
    html.tag("<p class=\"small\">", &[words::OWN_ANSWERS], "</p></section>");
    html.tag(
        "<p class=\"no-print\"><a class=\"button\" data-variant=\"quiet\" rel=\"external\" href=\"",
        &[url],
        "\">",
    );
    html.tag("", &[words::OPEN_CHECK], "</a></p>");
    html.tag("<p class=\"small no-print\">", &[words::SIGNED_FORGOTTEN], "</p>");
    html.0
}

/// The page that says why a list was not signed.
pub fn refused(why: &str) -> String {
    let mut html = Html::default();
    html.tag("<h1 tabindex=\"-1\">", &[words::NOT_SIGNED], "</h1>");
    html.tag("<p class=\"notice\" data-variant=\"error\" role=\"alert\">", &[why], "</p>");
    html.tag("<p>", &[words::GO_BACK], "</p>");
    html.0
}
