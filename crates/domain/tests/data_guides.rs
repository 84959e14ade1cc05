//! Every guide of the sample catalogue is whole, typed, and claims nothing it cannot show.

use std::{fs, path::Path};

use domain::{Guide, material::Necessity};
use serde_json::Value;

#[test]
fn every_guide_of_the_catalogue_is_whole_and_claims_only_what_it_can_show() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/catalogue/guides");
    let mut problems = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(&folder).expect("data/catalogue/guides is part of the project") {
        let path = entry.expect("a readable folder").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a readable file");
        seen += 1;
        if !name.strip_suffix(".toml").is_some_and(|code| code.starts_with("ln-")) {
            problems.push(format!("{name}: not named ln-….toml"));
        }
        problems.extend(faults(&text).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(seen > 0, "no guide in {}", folder.display());
    assert!(problems.is_empty(), "{} faults:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn a_guide_with_every_kind_of_fault_is_refused() {
    let faulty = r#"
summary = "打 024-23456789 咨询"
sumary = "x"
conditions = ["年满十六周岁"]
[[materials]]
name = "户口簿"
necessity = "required"
tolerance = { ways = ["现场"] }
[[red_lines]]
text = "另要材料"
basis = "《身份证法》第九条"
tags = ["999"]
[[basis]]
law = "身份证法"
article = "第三条"
"#;
    let found = faults(faulty).join("\n");
    for word in
        ["header", "sumary", "steps", "path", "faq", "if_refused", "phone", "容缺", "999", "九条", "《》", "source"]
    {
        assert!(found.contains(word), "{word} is missing in:\n{found}");
    }
}

#[test]
fn years_sums_and_the_one_hotline_are_not_taken_for_phones() {
    for text in ["2022年", "12345热线", "20000元", "18位", "60周岁", "1.5倍"] {
        assert_eq!(phone(text), None, "{text}");
    }
    for text in ["024-23456789", "12348", "95598", "96123", "13800000000", "400-800-1234"] {
        assert!(phone(text).is_some(), "{text}");
    }
}

/// What is wrong with one guide file; empty when nothing is.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut lines = text.lines();
    for wanted in ["# source: ", "# checked_on: "] {
        if !lines.next().is_some_and(|line| line.starts_with(wanted)) {
            faults.push(format!("header line «{wanted}» is missing"));
        }
    }
    let written: Value = match toml::from_str(text) {
        Ok(value) => value,
        Err(error) => return vec![error.to_string()],
    };
    let guide: Guide = match toml::from_str(text) {
        Ok(guide) => guide,
        Err(error) => return vec![error.to_string()],
    };
    let kept = serde_json::to_value(&guide).expect("a guide is plain data");
    lost_keys(&written, &kept, "", &mut faults);
    phones(&written, "", &mut faults);
    faults.extend(gaps(&guide));
    faults.extend(unfounded(&guide));
    faults
}

/// Parts without which a guide does not help.
fn gaps(guide: &Guide) -> Vec<String> {
    let empty = [
        ("summary", guide.summary.is_none()),
        ("scenario", guide.scenario.is_none()),
        ("conditions", guide.conditions.is_empty()),
        ("steps", guide.steps.len() < 3),
        ("materials", guide.materials.is_empty()),
        ("path", guide.path.len() < 3),
        ("red_lines", guide.red_lines.len() < 3),
        ("basis", guide.basis.is_empty()),
        ("faq", guide.faq.len() < 3),
        ("channels", guide.channels.is_empty()),
        ("result", guide.result.is_none()),
        ("if_refused", guide.if_refused.len() < 2),
    ];
    empty.into_iter().filter(|(_, gap)| *gap).map(|(part, _)| format!("{part} is missing or too short")).collect()
}

/// Claims that rest on nothing: articles no one read, promises that contradict each other.
fn unfounded(guide: &Guide) -> Vec<String> {
    // The rating tags of the two bad grades that are in use.
    let tags = (108..=115).chain(207..=214).map(|tag| tag.to_string()).collect::<Vec<_>>();
    let mut faults = Vec::new();
    for basis in &guide.basis {
        let named = (basis.law.contains('《') && basis.law.contains('》'))
            || ["决定", "通知", "意见", "公告"].iter().any(|kind| basis.law.contains(kind));
        if !named {
            faults.push(format!("basis «{}» is neither in 《》 nor a named decision", basis.law));
        }
        if (basis.article.is_some() || basis.text.is_some()) && basis.source.is_none() {
            faults.push(format!("basis «{}» has an article without the source it was read in", basis.law));
        }
    }
    for material in &guide.materials {
        if material.necessity.is_none() || material.source.is_none() || material.format.is_none() {
            faults.push(format!("material «{}» is not typed", material.name));
        }
        if material.tolerance.is_some() && material.necessity != Some(Necessity::Later) {
            faults.push(format!("material «{}» is 容缺 but not marked as one to bring later", material.name));
        }
    }
    for line in &guide.red_lines {
        let unknown = line.tags.iter().filter(|tag| !tags.contains(tag));
        faults.extend(unknown.map(|tag| format!("red line «{}» has the unknown tag {tag}", line.text)));
        if line.tags.is_empty() {
            faults.push(format!("red line «{}» has no tag that reports it", line.text));
        }
        let unread = line.basis.iter().flat_map(|text| articles(text)).filter(|(law, article)| {
            !guide
                .basis
                .iter()
                .any(|b| b.law.contains(law) && b.article.as_deref().is_some_and(|a| a.contains(article)))
        });
        faults.extend(unread.map(|(law, article)| format!("red line names {law}{article}, which the basis does not")));
    }
    if guide.limits.promise_exceeds_legal() == Some(true) {
        faults.push("the promise is longer than the law allows".to_owned());
    }
    faults
}

/// The articles a text names, each with the law before it.
fn articles(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for part in text.split('《').skip(1) {
        let Some((law, rest)) = part.split_once('》') else { continue };
        let named =
            rest.split('第').skip(1).filter_map(|piece| piece.find('条').map(|end| &piece[..end + '条'.len_utf8()]));
        found.extend(named.map(|article| (law, article)));
    }
    found
}

/// Keys that were written but do not arrive in the type, with their path.
fn lost_keys(written: &Value, kept: &Value, at: &str, faults: &mut Vec<String>) {
    match (written, kept) {
        (Value::Object(written), Value::Object(kept)) => {
            for (key, value) in written {
                match kept.get(key) {
                    Some(kept) => lost_keys(value, kept, &format!("{at}.{key}"), faults),
                    None => faults.push(format!("unknown key {at}.{key}")),
                }
            }
        }
        (Value::Array(written), Value::Array(kept)) => {
            for (n, (value, kept)) in written.iter().zip(kept).enumerate() {
                lost_keys(value, kept, &format!("{at}[{n}]"), faults);
            }
        }
        _ => {}
    }
}

/// Texts that hold a phone number; addresses of sources may hold any digits.
fn phones(value: &Value, at: &str, faults: &mut Vec<String>) {
    match value {
        Value::String(text) if !at.ends_with(".source") && !at.ends_with(".online_url") => {
            faults.extend(phone(text).map(|digits| format!("{at} holds what looks like a phone: {digits}")));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, value)| phones(value, &format!("{at}.{key}"), faults)),
        Value::Array(values) => values.iter().for_each(|value| phones(value, at, faults)),
        _ => {}
    }
}

/// The first run of digits and hyphens that could be dialled, unless it is 12345.
fn phone(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '-').find(|run| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let service = digits == 5 && ["12", "95", "96"].iter().any(|start| run.starts_with(start));
        *run != "12345" && (service || digits >= 7)
    })
}
