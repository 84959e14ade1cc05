//! What stands in the log: one line of plain words for each rating, addition and erasure.
//!
//! No time of day, no number of a visit, no words of a citizen: words stand as a hash with a salt of their own. Each
//! line ends with random digits, so that a line which an export keeps back cannot be guessed from its hash.

use crate::hash::{Hash, hex, unhex};

/// A leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The day on which it was accepted, 2026-11-22.
    pub day: String,
    /// What happened.
    pub what: What,
    /// Random bytes.
    pub salt: [u8; 16],
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A rating was accepted.
    Rating {
        /// The region.
        region: String,
        /// The organ.
        organ: String,
        /// The item.
        item: String,
        /// The channel.
        channel: String,
        /// The grade, 1 to 5.
        level: u8,
        /// The tags, sorted.
        tags: Vec<u16>,
        /// The words, sealed.
        text: Option<Hash>,
        /// Whether a ticket of a visit or case stands behind it.
        proven: bool,
    },
    /// Something was added to a rating.
    Addition {
        /// The rating's place in the log.
        of: u64,
        /// The grade now.
        level: Option<u8>,
        /// The tags, sorted.
        tags: Vec<u16>,
        /// The words, sealed.
        text: Option<Hash>,
    },
    /// The words of a rating or an addition were erased on lawful demand; what was counted stays.
    Erasure {
        /// Its place in the log.
        of: u64,
    },
}

/// A line that no leaf is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a leaf of this log")]
pub struct LeafError;

impl Leaf {
    /// The line that is hashed.
    pub fn line(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        match &self.what {
            What::Rating { region, organ, item, channel, level, tags, text, proven } => {
                words.extend(["rating".into(), self.day.clone()]);
                words.extend([region, organ, item, channel].map(String::clone));
                words.extend([level.to_string(), tag_list(tags), sealed(text)]);
                words.push(if *proven { "ticket" } else { "static" }.into());
            }
            What::Addition { of, level, tags, text } => {
                words.extend(["addition".into(), self.day.clone(), of.to_string()]);
                words.push(level.map_or_else(|| "-".into(), |level| level.to_string()));
                words.extend([tag_list(tags), sealed(text)]);
            }
            What::Erasure { of } => words.extend(["erasure".into(), self.day.clone(), of.to_string()]),
        }
        words.push(hex(&self.salt));
        words.join(" ")
    }

    /// Reads a line; exactly one line is that of a leaf.
    pub fn parse(line: &str) -> Result<Self, LeafError> {
        Self::read(line).filter(|leaf| leaf.line() == line).ok_or(LeafError)
    }

    fn read(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split(' ').collect();
        let (what, day, salt) = match words[..] {
            ["rating", day, region, organ, item, channel, level, tags, text, proof, salt] => {
                let what = What::Rating {
                    region: code(region)?,
                    organ: code(organ)?,
                    item: code(item)?,
                    channel: code(channel)?,
                    level: grade(level)?,
                    tags: read_tags(tags)?,
                    text: read_sealed(text)?,
                    proven: proof == "ticket",
                };
                (what, day, salt)
            }
            ["addition", day, of, level, tags, text, salt] => {
                let level = if level == "-" { None } else { Some(grade(level)?) };
                let (tags, text) = (read_tags(tags)?, read_sealed(text)?);
                (What::Addition { of: of.parse().ok()?, level, tags, text }, day, salt)
            }
            ["erasure", day, of, salt] => (What::Erasure { of: of.parse().ok()? }, day, salt),
            _ => return None,
        };
        Some(Self { day: is_day(day).then(|| day.to_owned())?, what, salt: unhex(salt)? })
    }
}

fn tag_list(tags: &[u16]) -> String {
    match tags {
        [] => "-".into(),
        some => some.iter().map(u16::to_string).collect::<Vec<_>>().join(","),
    }
}

fn sealed(text: &Option<Hash>) -> String {
    text.map_or_else(|| "-".into(), |hash| hash.to_string())
}

fn read_sealed(text: &str) -> Option<Option<Hash>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(Some) }
}

fn read_tags(text: &str) -> Option<Vec<u16>> {
    if text == "-" { Some(Vec::new()) } else { text.split(',').map(|tag| tag.parse().ok()).collect() }
}

fn grade(text: &str) -> Option<u8> {
    text.parse().ok().filter(|level| (1..=5).contains(level))
}

fn code(text: &str) -> Option<String> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.:".contains(&b);
    ((1..=64).contains(&text.len()) && text.bytes().all(plain)).then(|| text.to_owned())
}

/// Days are compared as texts, so they must be written alike.
fn is_day(text: &str) -> bool {
    slip::Day::parse(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(what: What) -> Leaf {
        Leaf { day: "2026-11-22".into(), what, salt: [0xab; 16] }
    }

    #[test]
    fn a_leaf_is_one_line_and_is_read_as_it_was_written() {
        let rating = |tags: Vec<u16>, text, proven| What::Rating {
            region: "210102000000".into(),
            organ: "11210100001".into(),
            item: "ln-sfz-bl".into(),
            channel: "qr".into(),
            level: 1,
            tags,
            text,
            proven,
        };
        for what in [
            rating(vec![108, 109], None, true),
            rating(vec![], Some(crate::seal_text(&[1; 16], "还要照片")), false),
            What::Addition { of: 7, level: Some(4), tags: vec![406], text: None },
            What::Addition { of: 7, level: None, tags: vec![], text: Some(crate::seal_text(&[1; 16], "好了")) },
            What::Erasure { of: 7 },
        ] {
            let one = leaf(what);
            assert_eq!(Leaf::parse(&one.line()), Ok(one.clone()));
            assert!(!one.line().contains('\n'));
        }
        let line = leaf(rating(vec![108], None, true)).line();
        let salt = "ab".repeat(16);
        assert_eq!(line, format!("rating 2026-11-22 210102000000 11210100001 ln-sfz-bl qr 1 108 - ticket {salt}"));
    }

    #[test]
    fn a_line_written_otherwise_is_no_leaf() {
        let line = leaf(What::Erasure { of: 7 }).line();
        for wrong in [
            line.replace(" 7 ", " 07 "),
            line.replace(" 7 ", " +7 "),
            line.replace("2026-11-22", "2026-11-31"),
            format!("{line} "),
            line.to_uppercase(),
            String::new(),
        ] {
            assert_eq!(Leaf::parse(&wrong), Err(LeafError), "{wrong}");
        }
    }
}
