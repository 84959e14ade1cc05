//! What is wrong with a policy.

use std::fmt;

/// One kind of mistake, by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flaw {
    /// Two things have one name.
    Duplicate,
    /// A group that is not declared, or whose members pay in different ways.
    UnknownGroup,
    /// A matter that is not published.
    UnknownItem,
    /// A question is wrong in itself.
    BadQuestion,
    /// A question that is not declared.
    UnknownFact,
    /// A question of another kind.
    WrongKind,
    /// A number without its unit, or of another.
    WrongUnit,
    /// A choice that the question does not have.
    UnknownChoice,
    /// A part that can never matter.
    DeadBranch,
    /// Nobody can fit.
    Contradiction,
    /// Everybody fits.
    Always,
    /// An answer for which no tier is written.
    TierGap,
    /// An answer for which two tiers are written.
    TierOverlap,
    /// Ends before it begins, or two rules hold at once.
    BadDates,
    /// Nothing says when it ends, and nothing says that it has no end.
    NoEnd,
    /// Runs on longer than its document.
    ExpiredDocument,
    /// No source, though it is no sample.
    NoSource,
    /// Fewer than three cases, or not one of each outcome.
    FewCases,
    /// A case comes out otherwise.
    RedCase,
    /// Something must be confirmed, but not what.
    NoConfirm,
    /// Neither an amount nor words for it.
    NoAmount,
    /// More combinations of answers than can be looked through.
    TooWide,
    /// A file that cannot be read.
    Unreadable,
}

impl Flaw {
    /// The code in reports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::UnknownGroup => "unknown_group",
            Self::UnknownItem => "unknown_item",
            Self::BadQuestion => "bad_question",
            Self::UnknownFact => "unknown_fact",
            Self::WrongKind => "wrong_kind",
            Self::WrongUnit => "wrong_unit",
            Self::UnknownChoice => "unknown_choice",
            Self::DeadBranch => "dead_branch",
            Self::Contradiction => "contradiction",
            Self::Always => "always",
            Self::TierGap => "tier_gap",
            Self::TierOverlap => "tier_overlap",
            Self::BadDates => "bad_dates",
            Self::NoEnd => "no_end",
            Self::ExpiredDocument => "expired_document",
            Self::NoSource => "no_source",
            Self::FewCases => "few_cases",
            Self::RedCase => "red_case",
            Self::NoConfirm => "no_confirm",
            Self::NoAmount => "no_amount",
            Self::TooWide => "too_wide",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A mistake and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyProblem {
    /// What it is.
    pub flaw: Flaw,
    /// The policy, question or group; empty when none is to blame.
    pub about: String,
    /// Words of the file near which it stands; empty for the file as a whole.
    pub near: String,
    /// What is wrong, in a sentence.
    pub text: String,
}

impl PolicyProblem {
    /// A mistake.
    pub fn new(flaw: Flaw, about: &str, near: &str, text: impl Into<String>) -> Self {
        Self { flaw, about: about.to_owned(), near: near.to_owned(), text: text.into() }
    }
}

impl fmt::Display for PolicyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.about, self.flaw.code(), self.text)
    }
}
