//! In which form a paper is taken.

use domain::material::{Material, MaterialSource};

use super::methods::span;

/// Form, number, origin and note of a material, each as published.
pub fn form(material: &Material) -> Vec<String> {
    let copies = material.copies.filter(|copies| *copies > 0).map(|copies| format!("{copies} 份"));
    let form = [material.format.map(|format| format.label().to_owned()), copies];
    let form = form.into_iter().flatten().collect::<Vec<_>>().join("，");
    let origin = match (&material.issuer, material.source) {
        (Some(issuer), _) => Some(format!("哪里来：{issuer}")),
        (None, Some(MaterialSource::Applicant)) => Some("哪里来：自己准备".into()),
        (None, Some(source)) => Some(format!("哪里来：{}", source.label())),
        (None, None) => None,
    };
    let later = material.tolerance.as_ref().map(|terms| {
        let time = terms.makeup.map(|time| format!("{}内", span(time))).unwrap_or_default();
        match terms.ways.is_empty() {
            true => format!("可以{time}后补"),
            false => format!("可以{time}后补：{}", terms.ways.join("、")),
        }
    });
    [Some(form).filter(|form| !form.is_empty()), origin, later, material.note.clone()].into_iter().flatten().collect()
}
