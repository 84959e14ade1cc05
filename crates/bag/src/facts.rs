//! The questions that may be asked at all.

use std::collections::BTreeMap;

use domain::{
    logic::{Fact, FactKind},
    wire::FactView,
};

use crate::World;

/// Every declared question, and what it decides.
pub fn facts(world: &World) -> Vec<FactView> {
    let uses = uses(world);
    let used_by = |fact: &Fact| uses.get(&fact.key).cloned().unwrap_or_default();
    world.book().facts().iter().map(|fact| FactView { used_by: used_by(fact), ..view(fact) }).collect()
}

/// A question without what it decides.
pub(crate) fn view(fact: &Fact) -> FactView {
    let mut view = FactView {
        key: fact.key.clone(),
        kind: String::new(),
        choices: Vec::new(),
        min: None,
        max: None,
        unit: None,
        label: fact.label.clone(),
        why: fact.why.clone(),
        help: fact.help.clone(),
        used_by: Vec::new(),
    };
    match &fact.kind {
        FactKind::Flag => view.kind.push_str("flag"),
        FactKind::Choice { choices } => {
            view.kind.push_str("choice");
            view.choices.clone_from(choices);
        }
        FactKind::Number { min, max, unit } => {
            view.kind.push_str("number");
            (view.min, view.max, view.unit) = (Some(*min), Some(*max), Some(unit.clone()));
        }
    }
    view
}

/// What each question decides: papers and bundles by id, and the cases that guides name.
fn uses(world: &World) -> BTreeMap<String, Vec<String>> {
    let book = world.book();
    let of_rules = book.papers().flat_map(|paper| {
        let conditions = book
            .rules_of(&paper.id)
            .flat_map(|rule| rule.when.iter().chain(rule.exceptions.iter().map(|exception| &exception.when)));
        conditions.flat_map(|when| when.facts()).map(|key| (key, paper.id.clone()))
    });
    let of_guides =
        book.conditions().flat_map(|(said, when)| when.facts().into_iter().map(move |key| (key, said.to_owned())));
    let of_bundles = world.bundles().iter().flat_map(|bundle| {
        let conditions = bundle.matters().filter_map(|matter| matter.when.as_ref());
        conditions.flat_map(|when| when.facts()).map(|key| (key, bundle.id.clone()))
    });
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, user) in of_rules.chain(of_guides).chain(of_bundles) {
        let users = uses.entry(key).or_default();
        if !users.contains(&user) {
            users.push(user);
        }
    }
    uses
}
