//! Canonical papers, the proofs among them, and e-certificates.

use serde::{Deserialize, Serialize};

use crate::{ItemCode, codes::code_table, guide::Basis};

code_table! {
    /// What a paper is. "无证明≠不需要证明": only a proof is what this drops.
    PaperKind {
        Proof = "proof", "证明（要去别处开的）";
        Certificate = "certificate", "证件（本人已经有的）";
        Form = "form", "表格（办事时填的）";
        Own = "own", "自备材料";
        Expert = "expert", "专业机构出具的材料";
    }
}

code_table! {
    /// Who holds an e-certificate.
    Holder {
        Person = "person", "个人";
        Firm = "firm", "企业";
    }
}

/// A paper under the one name by which all its spellings are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Its id: lower-case letters and hyphens.
    pub id: String,
    /// Its official name.
    pub name: String,
    /// What it is.
    pub kind: PaperKind,
    /// Who issues it, when somebody does.
    #[serde(default)]
    pub issuer: Option<String>,
    /// The e-certificate that can stand for it.
    #[serde(default)]
    pub ecert: Option<String>,
    /// Other ways in which organs write it.
    #[serde(default)]
    pub written: Vec<String>,
    /// Endings that make any name this paper, whatever it is about: 办理某事的授权委托书.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<String>,
    /// Names that look like it and are other papers.
    #[serde(default)]
    pub not: Vec<String>,
    /// What makes it a proof that may be asked for; proofs only.
    #[serde(default)]
    pub proof: Option<ProofTerms>,
}

/// The minimum that a published proof says of itself (设定依据、索要单位、开具单位、办理指南).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProofTerms {
    /// The law or decision that lets an organ ask for it; empty: none is known, so none may ask.
    pub basis: Vec<Basis>,
    /// Who may ask for it.
    pub asked_by: Vec<String>,
    /// Who issues it.
    pub issued_by: Option<String>,
    /// The matter in which it is issued.
    pub guide: Option<ItemCode>,
    /// Bodies that must not be asked to issue it.
    pub not_from: Vec<NotFrom>,
    /// What does instead, in plain words.
    pub instead: Option<String>,
    /// Written as an example, not taken from a published list.
    pub sample: bool,
}

/// A body that must not be asked to issue a proof.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NotFrom {
    /// The body: 村（居）民委员会.
    pub body: String,
    /// The document that says so.
    pub basis: String,
}

/// A certificate in electronic form (电子证照).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ECertificate {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who issues it.
    pub issuer: String,
    /// Who holds it.
    pub holder: Holder,
    /// Whether it is recognised in all provinces; `None` when no source was read.
    #[serde(default)]
    pub national: Option<bool>,
    /// How it is shown, in plain words.
    pub show: String,
}
