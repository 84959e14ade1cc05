//! A signed list of papers: computed anew, signed, forgotten.

pub mod code;

use chrono::{Datelike, NaiveDate};
use domain::{
    logic::Value,
    papers::{Method, Verdict},
    wire::{Checklist, ChecklistAsk, ChecklistMaterial, FieldProblem, SignedList},
};
use slip::{Day, Matter, Paper, Slip, Told};

use self::code::Code;
use super::{checklists, show_region};
use crate::{
    app::App,
    clock,
    keys::KeyRing,
    live::Live,
    problem::{ApiError, internal},
};

/// No list tells more answers.
const TOLD: usize = 20;

/// A list with the code that carries it.
pub struct Sealed {
    /// What everybody is told.
    pub list: SignedList,
    /// What stands in it.
    pub slip: Slip,
    /// Its QR code.
    pub code: Code,
}

/// Computes a list and signs it. `site` is the address of this site.
pub fn sign(app: &App, ask: &ChecklistAsk, include: &[String], site: &str) -> Result<Sealed, ApiError> {
    let keys = app.keys.as_ref().ok_or(ApiError::SigningOff)?;
    let live = app.slot.load();
    let today = clock::today();
    let list = checklists::make(&live, ask)?;
    let told = told(&live, ask, include)?;
    let region = show_region(&live, &ask.region)?.region;
    let slip = |list: &Checklist| -> Result<Slip, ApiError> {
        Ok(Slip {
            signed: day(today)?,
            on: day(list.on)?,
            region: ask.region.as_str().to_owned(),
            region_name: region.full_name.clone(),
            matters: list
                .matters
                .iter()
                .map(|one| Matter { code: one.code.to_string(), name: one.name.clone() })
                .collect(),
            papers: list.materials.iter().filter_map(paper).collect(),
            told: told.clone(),
        })
    };
    let prefix = [site, "/verify#"].concat();
    if let Some(sealed) = seal(keys, slip(&list)?, &prefix)? {
        return Ok(sealed);
    }
    // Never a list that is cut off: how many matters would fit is told instead.
    for count in (1..ask.items.len()).rev() {
        let fewer = ChecklistAsk { items: ask.items[..count].to_vec(), ..ask.clone() };
        if seal(keys, slip(&checklists::make(&live, &fewer)?)?, &prefix)?.is_some() {
            return Err(too_long(format!("材料太多，一个二维码放不下。前 {count} 个事项放得下，请分成几份清单。")));
        }
    }
    Err(too_long("材料太多，一个二维码放不下。请打印清单，或少写几项情况。".into()))
}

fn too_long(detail: String) -> ApiError {
    ApiError::Invalid(vec![FieldProblem { field: "items".into(), detail }])
}

/// Signs a list; `None` when no code of ours holds it.
fn seal(keys: &KeyRing, slip: Slip, prefix: &str) -> Result<Option<Sealed>, ApiError> {
    let text = slip.seal(keys.signer());
    let Some(code) = Code::draw(prefix, &text).map_err(internal)? else { return Ok(None) };
    let url = [prefix, &text].concat();
    Ok(Some(Sealed { list: SignedList { slip: text, key_id: keys.id(), url }, slip, code }))
}

/// The answers that the citizen wants to be read.
fn told(live: &Live, ask: &ChecklistAsk, include: &[String]) -> Result<Vec<Told>, ApiError> {
    let wrong = |detail: &str| ApiError::Invalid(vec![FieldProblem { field: "include".into(), detail: detail.into() }]);
    if include.len() > TOLD {
        return Err(wrong("写明的情况太多，最多 20 项。"));
    }
    let known = bag::facts(&live.world);
    let mut told: Vec<Told> = Vec::new();
    for key in include {
        let fact = known.iter().find(|fact| fact.key == *key).ok_or_else(|| wrong("没有这个问题。"))?;
        // An answer that was not given cannot be told.
        let Some(value) = ask.facts.get(key) else { continue };
        let given = match value {
            Value::Flag(true) => "yes".to_owned(),
            Value::Flag(false) => "no".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Choice(choice) => choice.clone(),
        };
        let one = Told { question: fact.label.clone(), answer: bag::text::pages::answer(fact, &given) };
        if !told.contains(&one) {
            told.push(one);
        }
    }
    Ok(told)
}

/// A material as the list tells it; one that another of its group replaces is named there.
fn paper(material: &ChecklistMaterial) -> Option<Paper> {
    if material.picked == Some(false) {
        return None;
    }
    let name = match material.any_of.as_slice() {
        [] => material.name.clone(),
        others => format!("{}（或{}）", material.name, others.join("、")),
    };
    let verdict = match material.verdict {
        Verdict::NotNeeded => slip::Verdict::NotNeeded,
        Verdict::Conditional => slip::Verdict::Conditional,
        Verdict::Unknown => slip::Verdict::Unknown,
        Verdict::Bring => slip::Verdict::Bring,
    };
    let method = material.method.map(|method| match method {
        Method::Cancel => slip::Method::Cancel,
        Method::Share => slip::Method::Share,
        Method::ECert => slip::Method::ECert,
        Method::Verify => slip::Method::Verify,
        Method::Commit => slip::Method::Commit,
        Method::Tolerate => slip::Method::Tolerate,
    });
    Some(Paper { name, verdict, method })
}

fn day(date: NaiveDate) -> Result<Day, ApiError> {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).map_or(0, |day| day.num_days_from_ce());
    let number = u32::try_from(date.num_days_from_ce() - first).ok().and_then(Day::from_number);
    number.ok_or_else(|| {
        ApiError::Invalid(vec![FieldProblem { field: "on".into(), detail: "日期不能早于 2020 年。".into() }])
    })
}
