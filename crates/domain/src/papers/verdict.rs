//! What a citizen is told of one material, and why.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Method, PlacedPaper, VerifyTerms};
use crate::{ItemCode, codes::code_table, guide::Basis, logic::Truth, terms::TimeSpan};

code_table! {
    /// What to do about a paper. Greater is more to do.
    Verdict {
        NotNeeded = "NOT_NEEDED", "不用带";
        Conditional = "CONDITIONAL", "看情况";
        Unknown = "UNKNOWN", "不确定，先问清";
        Bring = "BRING", "要带";
    }
}

/// Why. The words a citizen reads are made from it elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reason {
    /// The guide lists it as necessary.
    Listed,
    /// The guide lists it without saying whether it is necessary.
    NecessityUnpublished,
    /// The guide lists it as not necessary.
    ListedAsOptional,
    /// The guide asks for it only in this case, as published.
    OnlyWhen {
        /// The case in the guide's words.
        when: String,
    },
    /// The guide asks for it only in this case, and the answers say that it is not theirs.
    NotYourCase {
        /// The case in the guide's words.
        when: String,
    },
    /// The guide says that the organ gets it by itself.
    ListedAsAutomatic,
    /// The guide says that the organ gets it by itself, and asks for it when the data is incomplete.
    AutomaticUnlessMissing,
    /// The guide lets it be brought later.
    ListedAsLater,
    /// A rule drops or defers it.
    Rule {
        /// The rule's id.
        rule: String,
    },
    /// A rule would drop it, for those who answer so.
    RuleHangs {
        /// The rule's id.
        rule: String,
    },
    /// A rule is off in this case.
    RuleOff {
        /// The rule's id.
        rule: String,
        /// Why, in plain words; none when the rule is simply for others.
        text: Option<String>,
    },
    /// Another material of the same group is there already.
    GroupMet {
        /// The other material.
        by: String,
    },
    /// Any one of several does.
    OneOf {
        /// The others.
        others: Vec<String>,
    },
    /// A catch-all such as 其他材料: nobody can know what it means.
    CatchAll,
}

/// One material of one matter, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The matter.
    pub item: ItemCode,
    /// The position of the material in its guide.
    pub at: usize,
    /// The name as published.
    pub name: String,
    /// Its papers; empty when the name could not be placed.
    pub papers: Vec<PlacedPaper>,
    /// What to do.
    pub verdict: Verdict,
    /// By which method, when one is at work.
    pub method: Option<Method>,
    /// Why, the weightiest first.
    pub why: Vec<Reason>,
    /// Rules at work, by id.
    pub rules: Vec<String>,
    /// What is done instead, when a rule says more than its method.
    pub instead: Option<String>,
    /// What turns the verdict around although no question asks for it.
    pub off_when: Vec<String>,
    /// How long a check takes.
    pub verify: Option<VerifyTerms>,
    /// Time to bring it later.
    pub makeup: Option<TimeSpan>,
    /// The law or decision of the rule.
    pub basis: Vec<Basis>,
    /// The group in which any one material is enough.
    pub any_of: Option<String>,
    /// Whether the material is asked for in this case at all, as far as the answers tell.
    pub(super) asked: Truth,
    /// The unanswered questions on which that hangs.
    pub(super) asked_open: BTreeSet<String>,
    /// The unanswered questions on which the verdict hangs; none when it is settled.
    pub open: BTreeSet<String>,
}
