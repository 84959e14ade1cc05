//! Where nobody may commit instead of proving: 国办发〔2020〕42号 names safety, finance, ecology, life and health.

use domain::papers::{Method, ZeroRule};

use super::known::Known;

/// Words of themes in which a commitment does not do.
const EXCLUDED: &[&str] = &["公共安全", "安全应急", "国家安全", "金融", "食品药品", "环境保护", "生态", "涉外"];
/// Themes that a rule for all matters must leave out by name when no matters are known.
const BY_NAME: &[&str] = &["公共安全", "安全应急"];

/// What a commitment would be used for and must not; `None` when the rule may stand.
pub(super) fn forbidden(rule: &ZeroRule, known: &Known) -> Option<String> {
    if rule.method != Method::Commit {
        return None;
    }
    if let Some(theme) = rule.themes.iter().find(|theme| is_excluded(theme)) {
        return Some(theme.clone());
    }
    let Some(matters) = &known.matters else {
        let is_for_all = rule.items.is_empty() && rule.themes.is_empty();
        let missing: Vec<&str> =
            BY_NAME.iter().copied().filter(|theme| !rule.not_themes.iter().any(|not| not == theme)).collect();
        return (is_for_all && !missing.is_empty()).then(|| format!("没有排除：{}", missing.join("、")));
    };
    matters.iter().find_map(|(item, themes)| {
        let theme = themes.iter().find(|theme| is_excluded(theme))?;
        let left_out = rule.not_items.contains(item) || themes.iter().any(|theme| rule.not_themes.contains(theme));
        let is_for_all = rule.items.is_empty() && rule.themes.is_empty();
        let is_meant =
            is_for_all || rule.items.contains(item) || themes.iter().any(|theme| rule.themes.contains(theme));
        (is_meant && !left_out).then(|| format!("{item}（{theme}）"))
    })
}

fn is_excluded(theme: &str) -> bool {
    EXCLUDED.iter().any(|word| theme.contains(word))
}
