//! The forms of a region's name: as published, without suffix, by sound, by initials.

use crate::{characters::Characters, order};

/// Endings that people leave out, the longest first.
const ENDINGS: &[&str] = &[
    "社区居民委员会",
    "社区村民委员会",
    "街道办事处",
    "村民委员会",
    "居民委员会",
    "社区居委会",
    "经济开发区",
    "村委会",
    "居委会",
    "自治县",
    "开发区",
    "示范区",
    "办事处",
    "社区",
    "街道",
    "新区",
    "省",
    "市",
    "区",
    "县",
    "镇",
    "乡",
    "村",
];
const PEOPLES: &[&str] = &["满族", "蒙古族", "朝鲜族", "回族", "锡伯族"];

/// Short names that leave out more than an ending.
const SHORT: &[(&str, &[&str])] =
    &[("喀喇沁左翼蒙古族自治县", &["喀左县", "喀左"]), ("阜新蒙古族自治县", &["阜蒙县", "阜蒙"])];

/// Characters that sound otherwise in names of places than they mostly do.
const LOCAL: &[(char, &str)] =
    &[('朝', "chao"), ('长', "chang"), ('沈', "shen"), ('重', "chong"), ('堡', "pu"), ('卜', "bu")];

/// Forms and their regions, sorted by form.
#[derive(Debug, Default)]
pub(super) struct Forms {
    arena: Vec<char>,
    /// Where a form stands, how long it is, and its region.
    entries: Vec<(u32, u16, u32)>,
}

impl Forms {
    pub fn build(forms: impl Iterator<Item = (Vec<char>, u32)>) -> Self {
        let mut sorted: Vec<(Vec<char>, u32)> = forms.filter(|(form, _)| !form.is_empty()).collect();
        order::sort_dedup(&mut sorted);
        let mut all = Self::default();
        let mut last: Option<(Vec<char>, u32)> = None;
        for (form, id) in sorted {
            // Regions of one name share its letters.
            let start = match &last {
                Some((known, start)) if *known == form => *start,
                _ => {
                    let start = all.arena.len() as u32;
                    all.arena.extend(&form);
                    start
                }
            };
            all.entries.push((start, form.len() as u16, id));
            last = Some((form, start));
        }
        all
    }

    fn form(&self, entry: &(u32, u16, u32)) -> &[char] {
        &self.arena[entry.0 as usize..entry.0 as usize + entry.1 as usize]
    }

    /// Every form with all regions that have it.
    pub fn groups(&self) -> impl Iterator<Item = (&[char], Vec<u32>)> {
        let alike = self.entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
        alike.filter_map(|group| Some((self.form(group.first()?), group.iter().map(|entry| entry.2).collect())))
    }

    /// Every form that begins so, and its region.
    pub fn beginning_with(&self, text: &[char]) -> impl Iterator<Item = (&[char], u32)> {
        let from = self.entries.partition_point(|entry| self.form(entry) < text);
        let with = self.entries[from..].iter().take_while(move |entry| self.form(entry).starts_with(text));
        with.map(|entry| (self.form(entry), entry.2))
    }

    /// The regions with just this form.
    pub fn exactly(&self, text: &[char]) -> impl Iterator<Item = u32> {
        self.beginning_with(text).take_while(move |(form, _)| form.len() == text.len()).map(|(_, id)| id)
    }
}

/// A name and what is left without its endings: 三家子村委会, 三家子村, 三家子.
pub(super) fn names_of(name: &str, characters: &Characters) -> Vec<Vec<char>> {
    let name: String = characters.fold_text(name, &|c| c).into_iter().filter(|&c| c != ' ').collect();
    let mut forms = vec![name.clone()];
    for full in ["村民委员会", "村委会"] {
        if let Some(stem) = name.strip_suffix(full) {
            let stem = stem.strip_suffix('村').unwrap_or(stem);
            forms.push([stem, "村"].concat());
        }
    }
    for full in ["社区居民委员会", "社区居委会", "街道办事处"] {
        if let Some(stem) = name.strip_suffix(full) {
            forms.push([stem, full.get(..6).unwrap_or(full)].concat());
        }
    }
    forms.push(stem(&name).into());
    if name.ends_with("自治县") {
        forms.push([stem(&name), "县"].concat());
    }
    forms.extend(
        SHORT.iter().filter(|(full, _)| *full == name).flat_map(|(_, short)| short.iter().map(|s| (*s).into())),
    );
    let mut forms: Vec<Vec<char>> = forms.iter().map(|form| form.chars().collect()).collect();
    forms.dedup();
    forms
}

/// The name without endings, as long as two characters are left.
pub(super) fn stem(name: &str) -> &str {
    let enough = |rest: &&str| rest.chars().count() >= 2;
    let mut rest = name;
    // 三家子村村民委员会 has two endings.
    for _ in 0..2 {
        rest = ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending).filter(enough)).unwrap_or(rest);
    }
    PEOPLES.iter().find_map(|people| rest.strip_suffix(people).filter(enough)).unwrap_or(rest)
}

/// Pinyin and initials of a name and of its stem.
pub(super) fn sounds_of(name: &str, characters: &Characters) -> Vec<Vec<char>> {
    let mut forms = Vec::new();
    for form in names_of(name, characters) {
        let readings: Vec<&str> = form.iter().filter_map(|&c| local_reading(c, characters)).collect();
        forms.push(readings.concat().chars().collect());
        forms.push(readings.iter().filter_map(|r| r.chars().next()).collect());
    }
    forms
}

fn local_reading(c: char, characters: &Characters) -> Option<&str> {
    LOCAL.iter().find(|(known, _)| *known == c).map(|&(_, local)| local).or_else(|| characters.reading(c))
}
