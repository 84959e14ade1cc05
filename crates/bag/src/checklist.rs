//! The bag list of several matters in one case.

mod choice;
mod material;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    ItemCode, RegionCode,
    logic::Facts,
    papers::{self, Case, Line, bag, lines},
    wire::{Checklist, ChecklistMatter, ChecklistQuestion},
};

use crate::{Matter, World, facts::view};

/// What must be in the bag for these matters; a matter that is named twice counts once.
///
/// `scope` is the citizen's region and all above it, nearest first; `on` is the day of going.
/// Answers to questions that nobody declared are ignored: `Facts::problems` finds them before.
pub fn checklist(world: &World, matters: &[Matter], scope: &[RegionCode], on: NaiveDate, answers: &Facts) -> Checklist {
    let case = Case { scope, on, facts: answers };
    let mut known: BTreeMap<&ItemCode, &Matter> = BTreeMap::new();
    let matters: Vec<&Matter> = matters.iter().filter(|matter| known.insert(&matter.code, matter).is_none()).collect();
    let bag = bag(matters.iter().flat_map(|matter| judge(world, &case, matter)));
    let questions = papers::questions(&bag, world.book().facts())
        .into_iter()
        .map(|question| ChecklistQuestion { fact: view(question.fact), materials: question.materials })
        .collect();
    let mut materials = Vec::with_capacity(bag.len());
    for (line, picked) in bag.iter().zip(choice::picked(&bag)) {
        materials.extend(material::told(world, &known, on, line, picked));
    }
    Checklist {
        on,
        matters: matters.into_iter().map(brief).collect(),
        materials,
        questions,
        data_date: world.data_date(),
    }
}

fn judge(world: &World, case: &Case<'_>, matter: &Matter) -> Vec<Line> {
    lines(case, &matter.judged(&world.place_all(matter)), world.book())
}

fn brief(matter: &Matter) -> ChecklistMatter {
    ChecklistMatter {
        code: matter.code.clone(),
        name: matter.name.clone(),
        sample: matter.sample,
        unpublished: matter.materials.is_empty(),
    }
}
