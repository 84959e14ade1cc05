//! Totals that do not agree with their parts, inside one paragraph of Simplified text.

use crate::parse::number;

/// A total that disagrees, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// The words around the total.
    pub text: String,
    /// The total as stated.
    pub stated: u32,
    /// The sum of the parts.
    pub found: u32,
}

/// Finds totals that disagree with their parts.
pub fn find(line: &str) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for sentence in line.split('。') {
        found.extend(of_which(sentence));
        found.extend(in_brackets(sentence));
    }
    found.extend(announced(line));
    found
}

const UNITS: &str = "个项家件人名户条处所";

/// `共设立了69个窗口，其中：…窗口27个；…窗口17个`.
fn of_which(sentence: &str) -> Option<Mismatch> {
    let (head, tail) = sentence.split_once("其中")?;
    let tail = tail.trim_start_matches([':', '：', ',', '，']);
    let clause = head.trim_end_matches([',', '，', ';', '；']).rsplit([',', '，']).next()?;
    let (stated, unit, noun) = last_counted(clause)?;
    if noun.chars().count() < 2 {
        return None;
    }
    // The parts must count the same thing, or the total is not theirs.
    let key: String = noun.chars().skip(noun.chars().count() - 2).collect();
    let mut sum = 0;
    let mut parts = 0;
    for part in tail.split([';', '；']) {
        if !part.contains(&key) {
            return None;
        }
        let (count, part_unit, _) = last_counted(part)?;
        if part_unit != unit {
            return None;
        }
        sum += count;
        parts += 1;
    }
    (parts >= 2 && sum != stated)
        .then(|| Mismatch { text: format!("{stated}{unit}{noun},其中…"), stated, found: sum })
}

/// `35项（企业14个、个人21个）`.
fn in_brackets(sentence: &str) -> Vec<Mismatch> {
    let mut found = Vec::new();
    for (open, bracket) in sentence.match_indices(['(', '（']) {
        let inside = &sentence[open + bracket.len()..];
        let Some(close) = inside.find([')', '）']) else { continue };
        let parts: Option<Vec<u32>> = inside[..close].split('、').map(named_count).collect();
        let Some(parts) = parts.filter(|parts| parts.len() >= 2) else { continue };
        let Some((stated, unit)) = count_at_end(&sentence[..open]) else { continue };
        let sum: u32 = parts.iter().sum();
        if sum != stated {
            let text = format!("{stated}{unit}({})", &inside[..close]);
            found.push(Mismatch { text, stated, found: sum });
        }
    }
    found
}

/// `采取四个“进一步”…：一是进一步…；五是进一步…`: the announced number and the last ordinal.
fn announced(line: &str) -> Option<Mismatch> {
    const ORDINALS: &[&str] = &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"];
    let (before, rest) = line.split_once("个“")?;
    let (word, rest) = rest.split_once('”')?;
    let numeral: String = before.chars().rev().take_while(|c| number::is_numeral(*c)).collect();
    let stated = number::any(&numeral.chars().rev().collect::<String>())?;
    let mut at = 0;
    let mut found = 0;
    for ordinal in ORDINALS {
        let Some(next) = rest[at..].find(ordinal) else { break };
        at += next + ordinal.len();
        let clause = &rest[at..];
        let end = clause.find(['。', '；', ';']).unwrap_or(clause.len());
        if !clause[..end].contains(word) {
            return None;
        }
        found += 1;
    }
    (found >= 2 && found != stated).then(|| Mismatch { text: format!("{numeral}个“{word}”"), stated, found })
}

/// The last number of a clause that a unit follows: its value, the unit, the words after it.
fn last_counted(clause: &str) -> Option<(u32, char, &str)> {
    let mut last = None;
    let mut at = 0;
    while let Some(start) = clause[at..].find(|c: char| c.is_ascii_digit()).map(|n| at + n) {
        let end = clause[start..].find(|c: char| !c.is_ascii_digit()).map_or(clause.len(), |n| start + n);
        if let Some(unit) = clause[end..].chars().next().filter(|c| UNITS.contains(*c))
            && let Ok(count) = clause[start..end].parse()
        {
            last = Some((count, unit, &clause[end + unit.len_utf8()..]));
        }
        at = end;
    }
    last
}

/// `企业14个`: a name, a number and a unit, nothing else.
fn named_count(part: &str) -> Option<u32> {
    let start = part.find(|c: char| c.is_ascii_digit())?;
    let (name, rest) = part.split_at(start);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let unit = &rest[end..];
    let counts = unit.chars().count() == 1 && unit.chars().all(|c| UNITS.contains(c));
    (!name.is_empty() && name.chars().all(|c| !c.is_ascii()) && counts).then(|| rest[..end].parse().ok()).flatten()
}

/// The number and unit that stand right before a bracket.
fn count_at_end(text: &str) -> Option<(u32, char)> {
    let unit = text.chars().next_back().filter(|c| UNITS.contains(*c))?;
    let body = &text[..text.len() - unit.len_utf8()];
    let start = body
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + body[at..].chars().next().map_or(1, char::len_utf8));
    Some((body[start..].parse().ok()?, unit))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sums(line: &str) -> Vec<(u32, u32)> {
        find(line).into_iter().map(|m| (m.stated, m.found)).collect()
    }

    #[test]
    fn a_total_that_its_parts_do_not_make_up_is_found() {
        let line = "共设立了69个综合服务窗口,其中:税务等4个大厅共设置无差别窗口27个;医保等4个大厅共设置分类窗口17个;两个大厅共设置一件事窗口23个。";
        assert_eq!(sums(line), [(69, 67)]);
        assert_eq!(sums("共35项（企业14个、个人20个）"), [(35, 34)]);
        assert_eq!(
            sums(
                "将采取四个“进一步”。一是要进一步自查；二是要进一步改进；三是进一步丰富；四是进一步听取；五是进一步检查。"
            ),
            [(4, 5)]
        );
    }

    #[test]
    fn totals_that_agree_and_numbers_that_are_no_parts_are_left_alone() {
        for line in [
            "共设立了67个窗口,其中:甲厅窗口27个;乙厅窗口17个;丙厅窗口23个。",
            "梳理完成35项(企业14个、个人21个)",
            "119个县(市、区,开发区)",
            "20个工作日（法定60个工作日、承诺20个工作日）",
            "有287项可以容缺,其中:重点企业66家;其他43家。",
            "35个“一件事”涉及16个部门。一是建立机制；二是试点先行。",
        ] {
            assert_eq!(sums(line), [], "{line}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[0-9个项（）()、其中：“”一是二。a-z]{0,40}") {
            let _ = find(&text);
        }
    }
}
