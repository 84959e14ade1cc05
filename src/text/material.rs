//! What to bring.

use domain::material::{Material, MaterialFormat, MaterialSource, Necessity, Tolerance};

use super::{amounts, site};

/// Papers needed from the citizen in any case.
pub const MUST: &str = "要带";
/// Papers of which one is enough.
pub const ANY_OF: &str = "下面任带一样就行";
/// Papers asked for in some cases.
pub const DEPENDS: &str = "看情况";
/// Papers the system finds by itself.
pub const NOT_NEEDED: &str = "不用带";
/// Papers the system mostly finds by itself.
pub const IF_MISSING: &str = "查不到才带";
/// Papers that can be brought later.
pub const LATER: &str = "可以后补";
/// Papers of which nothing is known.
pub const NAMED: &str = "名单里有";
/// The form and number of a paper.
pub fn form(material: &Material) -> Option<String> {
    let copies = material.copies.filter(|copies| *copies > 0).map(|copies| format!("{copies} 份"));
    match (material.format, copies) {
        (Some(format), Some(copies)) if !is_automatic(format) => Some(format!("{} {copies}", format.label())),
        (Some(format), _) => Some(format.label().into()),
        (None, copies) => copies,
    }
}
/// Whether the system finds it by itself.
pub fn is_automatic(format: MaterialFormat) -> bool {
    matches!(format, MaterialFormat::Automatic)
}
/// Where it comes from.
pub fn origin(material: &Material) -> Option<String> {
    match (&material.issuer, material.source) {
        (Some(issuer), _) => Some(format!("哪里来：{issuer}")),
        (None, Some(MaterialSource::Applicant)) => Some("哪里来：自己准备".into()),
        (None, Some(source)) => Some(format!("哪里来：{}", source.label())),
        (None, None) => None,
    }
}
/// The mark of a paper in the list.
pub fn mark(material: &Material) -> &'static str {
    if material.format.is_some_and(is_automatic) {
        return NOT_NEEDED;
    }
    if material.format == Some(MaterialFormat::AutomaticOrSubmit) {
        return IF_MISSING;
    }
    match material.necessity {
        Some(Necessity::Later) => LATER,
        _ if material.tolerance.is_some() => LATER,
        _ if material.when.is_some() => DEPENDS,
        Some(Necessity::Required) => MUST,
        Some(Necessity::Optional) => DEPENDS,
        None => NAMED,
    }
}
/// On what terms it may be brought later.
pub fn tolerance(terms: &Tolerance) -> String {
    let time = terms
        .makeup
        .map_or_else(|| format!("补交期限{}", site::UNPUBLISHED), |span| format!("{}内补交", amounts::span(span)));
    let ways = if terms.ways.is_empty() { String::new() } else { format!("，可以{}补", terms.ways.join("、")) };
    let overdue = terms.overdue.as_ref().map(|text| format!("；{text}")).unwrap_or_default();
    format!("先受理，{time}{ways}{overdue}")
}
/// When it is asked for.
pub fn when(text: &str) -> String {
    format!("什么时候要：{text}")
}
