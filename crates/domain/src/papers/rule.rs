//! A rule that drops, replaces or defers one paper (零证明规则).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{ItemCode, RegionCode, codes::code_table, guide::Basis, logic::Expr, terms::TimeSpan};

code_table! {
    /// How a paper is made superfluous.
    Method {
        Cancel = "CANCEL", "直接取消";
        Share = "SHARE", "数据共享";
        ECert = "ECERT", "电子证照";
        Verify = "VERIFY", "部门核验";
        Commit = "COMMIT", "告知承诺";
        Tolerate = "TOLERATE", "容缺后补";
    }
}

impl Method {
    /// Whether the citizen goes without the paper; deferred is not dropped.
    pub const fn drops(self) -> bool {
        !matches!(self, Self::Tolerate)
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZeroRule {
    /// Its id.
    pub id: String,
    /// The paper.
    pub paper: String,
    /// The region in which it holds, with everything below.
    pub region: RegionCode,
    /// The matters for which it holds; with no themes either, all of them.
    #[serde(default)]
    pub items: Vec<ItemCode>,
    /// Sets of matters for which it holds, by their theme.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Matters that its matters or themes would cover and for which it does not hold.
    #[serde(default)]
    pub not_items: Vec<ItemCode>,
    /// Themes for which it does not hold: safety and finance, where nobody may commit instead of proving.
    #[serde(default)]
    pub not_themes: Vec<String>,
    /// How.
    pub method: Method,
    /// Who checks instead.
    #[serde(default)]
    pub checker: Option<String>,
    /// Where the data comes from.
    #[serde(default)]
    pub data_source: Option<String>,
    /// The e-certificate that is shown instead; `ECERT` only.
    #[serde(default)]
    pub ecert: Option<String>,
    /// How long the check takes; `VERIFY` only.
    #[serde(default)]
    pub verify: Option<VerifyTerms>,
    /// The commitment that is signed instead; `COMMIT` only.
    #[serde(default)]
    pub form: Option<String>,
    /// Time to bring it later; `TOLERATE` only.
    #[serde(default)]
    pub makeup: Option<TimeSpan>,
    /// What the citizen does instead, when more than the method says.
    #[serde(default)]
    pub instead: Option<String>,
    /// For whom it holds; without one, for everybody.
    #[serde(default)]
    pub when: Option<Expr>,
    /// For whom it is off.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// What turns it off and no citizen can know before: 系统里查不到时.
    #[serde(default)]
    pub also_off: Vec<String>,
    /// First day.
    pub from: NaiveDate,
    /// Last day, when one is set.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The published list that it comes from.
    #[serde(default)]
    pub batch: Option<String>,
    /// The law or decision.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Written as an example, not taken from a published list.
    #[serde(default)]
    pub sample: bool,
}

/// A case in which a rule is off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// Which case.
    pub when: Expr,
    /// The same in plain words, as the reason that a citizen reads.
    pub text: String,
}

/// How long a check between organs takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct VerifyTerms {
    /// How long; `None` when unpublished.
    pub time: Option<TimeSpan>,
    /// Whether it counts in the time limit; `None` when unpublished.
    pub counts: Option<bool>,
}

/// How special a rule is; the greater wins.
pub(super) type Rank = (u8, u8);

impl ZeroRule {
    /// How special it is for a matter in a region on a day; `None` when it does not hold there.
    ///
    /// `scope` is the citizen's region and all above it, nearest first.
    pub(super) fn rank(&self, item: &ItemCode, themes: &[String], scope: &[RegionCode], on: NaiveDate) -> Option<Rank> {
        if on < self.from || self.until.is_some_and(|until| until < on) {
            return None;
        }
        let away = scope.iter().position(|region| *region == self.region)?;
        let near = u8::try_from(scope.len() - away).unwrap_or(u8::MAX);
        Some((near, self.breadth(item, themes)?))
    }

    /// 2 for a rule of this matter, 1 of its theme, 0 of all matters; `None` when it is not about this matter.
    pub(super) fn breadth(&self, item: &ItemCode, themes: &[String]) -> Option<u8> {
        if self.not_items.contains(item) || self.not_themes.iter().any(|theme| themes.contains(theme)) {
            None
        } else if self.items.contains(item) {
            Some(2)
        } else if self.themes.iter().any(|theme| themes.contains(theme)) {
            Some(1)
        } else {
            (self.items.is_empty() && self.themes.is_empty()).then_some(0)
        }
    }

    /// Whether some day lies in both rules' time.
    pub(super) fn meets_in_time(&self, other: &Self) -> bool {
        let starts_before_end = |a: &Self, b: &Self| b.until.is_none_or(|until| a.from <= until);
        starts_before_end(self, other) && starts_before_end(other, self)
    }
}
