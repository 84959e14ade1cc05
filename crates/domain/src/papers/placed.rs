//! A published material name, placed on canonical papers.

/// How the papers of one name belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// All of them: 监护人的身份证和户口簿.
    All,
    /// Any one of them: 居民身份证或社会保障卡.
    Any,
}

/// One paper of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlacedPaper {
    /// The paper's id.
    pub paper: String,
    /// Whose it is, when not the applicant's own: 代办人, 监护人, 配偶.
    pub whose: Option<String>,
}

/// The papers of one name. Nothing placed is a lawful outcome: two papers are never merged on a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The papers; empty when the name could not be placed.
    pub papers: Vec<PlacedPaper>,
    /// How they belong together.
    pub join: Join,
    /// Whether the name holds more that could not be placed: 相片和相片回执.
    pub more: bool,
}

impl Placed {
    /// A name that could not be placed.
    pub const fn nowhere() -> Self {
        Self { papers: Vec::new(), join: Join::All, more: false }
    }

    /// A name that is one paper of the applicant.
    pub fn one(paper: impl Into<String>) -> Self {
        Self { papers: vec![PlacedPaper { paper: paper.into(), whose: None }], join: Join::All, more: false }
    }
}
