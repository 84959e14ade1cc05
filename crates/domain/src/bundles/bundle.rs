//! A bundle as it is written down.

use serde::{Deserialize, Serialize};

use crate::{Audience, ItemCode, codes::code_table, guide::Basis, logic::Expr};

code_table! {
    /// When in the life of a person or a firm it comes.
    LifeStage {
        Birth = "birth", "出生";
        School = "school", "上学";
        Work = "work", "就业";
        Family = "family", "婚育";
        Home = "home", "住房";
        Everyday = "everyday", "日常";
        Support = "support", "扶残助困";
        Discharge = "discharge", "军人退役";
        Retirement = "retirement", "退休";
        Death = "death", "身后";
        FirmStart = "firm_start", "开办";
        FirmRun = "firm_run", "经营";
        FirmEnd = "firm_end", "注销";
    }
}

code_table! {
    /// The national list that has the bundle.
    NationalBatch {
        Base2022 = "2022", "2022年基础清单";
        First2024 = "2024-1", "2024年第一批重点事项";
        Second2024 = "2024-2", "2024年第二批重点事项";
        First2025 = "2025-1", "2025年第一批重点事项";
        Second2025 = "2025-2", "2025年第二批重点事项";
    }
}

code_table! {
    /// Where the content of a field of the one form comes from.
    FieldSource {
        Shared = "shared", "系统共享，不用填";
        Asked = "asked", "您来填";
    }
}

/// Several matters of one occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Its id: a-z, 0-9 and hyphens; in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it is the right one, as a citizen would ask.
    pub question: String,
    /// What it does, in one or two plain sentences.
    pub summary: String,
    /// Whom it serves.
    pub audience: Vec<Audience>,
    /// When in life it comes.
    pub life_stage: LifeStage,
    /// The kind of organ that leads.
    pub lead_organ: String,
    /// The national list that has it, when one has.
    #[serde(default)]
    pub batch: Option<NationalBatch>,
    /// What is done, stage by stage.
    pub stages: Vec<Stage>,
    /// The fields of the one form.
    #[serde(default)]
    pub fields: Vec<FormField>,
    /// What it rests on.
    #[serde(default)]
    pub basis: Vec<Basis>,
    /// Written as an example, not taken from a published plan.
    #[serde(default)]
    pub sample: bool,
}

/// Matters that come at the same time; a stage comes after the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// Its matters; they go in parallel unless one says otherwise.
    pub matters: Vec<BundleMatter>,
}

/// One matter of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleMatter {
    /// The item.
    pub item: ItemCode,
    /// The matters whose results it needs. `None`: those of the stage before. Empty: none, it can start at once.
    #[serde(default)]
    pub after: Option<Vec<ItemCode>>,
    /// For whom it is; without one, for everybody.
    #[serde(default)]
    pub when: Option<Expr>,
    /// The same in plain words.
    #[serde(default)]
    pub when_text: Option<String>,
    /// Canonical papers that its result is: later matters need not have them from elsewhere.
    #[serde(default)]
    pub gives: Vec<String>,
    /// What to know about it in this bundle.
    #[serde(default)]
    pub note: Option<String>,
}

/// One field of the one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// What it asks for.
    pub name: String,
    /// Whether the citizen fills it in.
    pub source: FieldSource,
    /// From where it is shared, when it is.
    #[serde(default)]
    pub from: Option<String>,
}

impl Bundle {
    /// Every matter, stage by stage.
    pub fn matters(&self) -> impl Iterator<Item = &BundleMatter> {
        self.stages.iter().flat_map(|stage| &stage.matters)
    }

    /// The matter of an item.
    pub fn matter(&self, item: &ItemCode) -> Option<&BundleMatter> {
        self.matters().find(|matter| matter.item == *item)
    }
}
