//! The rules, the events, the working days.

use domain::{
    Audience,
    bundles::{Bundle, BundleMatter, FieldSource, FormField, LifeStage, NationalBatch, Stage},
    calendar::{CalendarYear, Holiday},
    guide::Basis,
    logic::{Choice, Expr, Fact, FactKind},
    papers::{
        ECertificate, Exception, Holder, Method, NotFrom, Paper, PaperKind, PlacingWords, ProofOf, ProofTerms,
        RulebookSource, VerifyTerms, WhenWords, WhoseWords, ZeroRule,
    },
    terms::{TimeSpan, TimeUnit},
};
use serde_json::{Map, Value};

use super::{Lean, codes, lean, members, take};
use crate::WorldSource;

codes! { Audience FieldSource LifeStage NationalBatch Holder Method PaperKind TimeUnit }

lean! {
    WorldSource { rules bundles calendar data_date }
    RulebookSource { fact ecert paper proof rule when placing }
    Choice { value label }
    ECertificate { id name issuer holder national show }
    Paper { id name kind issuer ecert written ends not proof }
    NotFrom { body basis }
    WhenWords { said is }
    PlacingWords { before after remarks whose people strangers elsewhere }
    WhoseWords { person said }
    ZeroRule {
        id paper region items themes not_items not_themes method checker data_source ecert verify form makeup instead
        when exceptions also_off from until batch basis sample
    }
    Exception { when text }
    VerifyTerms { time counts }
    TimeSpan { amount unit }
    Basis { law article text source }
    CalendarYear { year source holidays working_weekends }
    Holiday { name from until }
    Bundle { id name question summary audience life_stage lead_organ batch stages fields basis sample }
    Stage { name matters }
    BundleMatter { item after when when_text gives note }
    FormField { name source from }
}

/// What a type holds beside its own members, in one object.
fn terms(members: &mut Map<String, Value>) -> Option<ProofTerms> {
    Some(ProofTerms {
        basis: take(members, "basis")?,
        asked_by: take(members, "asked_by")?,
        issued_by: take(members, "issued_by")?,
        guide: take(members, "guide")?,
        not_from: take(members, "not_from")?,
        instead: take(members, "instead")?,
        sample: take(members, "sample")?,
    })
}

impl Lean for ProofTerms {
    fn lean(value: Value) -> Option<Self> {
        terms(&mut members(value)?)
    }
}

impl Lean for ProofOf {
    fn lean(value: Value) -> Option<Self> {
        let mut members = members(value)?;
        Some(Self { paper: take(&mut members, "paper")?, terms: terms(&mut members)? })
    }
}

impl Lean for Fact {
    fn lean(value: Value) -> Option<Self> {
        let mut members = members(value)?;
        let kind = match take::<String>(&mut members, "type")?.as_str() {
            "flag" => FactKind::Flag,
            "choice" => FactKind::Choice { choices: take(&mut members, "choices")? },
            "number" => FactKind::Number {
                min: take(&mut members, "min")?,
                max: take(&mut members, "max")?,
                unit: take(&mut members, "unit")?,
            },
            _ => return None,
        };
        Some(Self {
            key: take(&mut members, "key")?,
            kind,
            label: take(&mut members, "label")?,
            why: take(&mut members, "why")?,
            help: take(&mut members, "help")?,
        })
    }
}

impl Lean for Expr {
    fn lean(value: Value) -> Option<Self> {
        let (name, value) = members(value)?.into_iter().next()?;
        Some(match name.as_str() {
            "all" => Self::All(Lean::lean(value)?),
            "any" => Self::Any(Lean::lean(value)?),
            "not" => Self::Not(Box::new(Lean::lean(value)?)),
            "is" => Self::Is(Lean::lean(value)?),
            "in" => {
                let mut members = members(value)?;
                Self::In { fact: take(&mut members, "fact")?, values: take(&mut members, "values")? }
            }
            "between" => {
                let mut members = members(value)?;
                Self::Between {
                    fact: take(&mut members, "fact")?,
                    min: take(&mut members, "min")?,
                    max: take(&mut members, "max")?,
                }
            }
            _ => return None,
        })
    }
}
