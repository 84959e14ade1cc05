//! What the matters of a bundle want in the bag, and the smallest bag that satisfies them all.

use std::collections::BTreeMap;

use crate::{
    ItemCode,
    material::{Material, MaterialFormat},
    order::{self, Set},
    papers::{self, Alternative, Join, Line, PlacedPaper, Requirement, Verdict, smallest_bag},
};

/// Words by which the form of a matter is known; a bundle has one form in place of them all.
const FORMS: [&str; 8] = ["申请书", "申请表", "登记表", "申报表", "登记书", "报名表", "审批表", "报装表"];

/// One thing to carry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A canonical paper.
    Paper(PlacedPaper),
    /// A material that stands for itself, since nobody could place its name.
    Named {
        /// Whose material it is.
        item: ItemCode,
        /// As published.
        name: String,
    },
    /// The form of one matter.
    Form(ItemCode),
    /// The one form of the bundle, in place of the forms of its matters.
    OneForm,
}

/// One material of a matter, or a group of which any one does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The matter.
    pub item: ItemCode,
    /// Whether it is certain to be asked for; otherwise the answers so far leave it open.
    pub sure: bool,
    /// Ways to meet it, in the published order.
    pub alternatives: Vec<Alternative<Thing>>,
}

/// What a matter wants, by the verdicts on its materials.
pub fn needs(matter: &papers::Matter<'_>, lines: &[Line]) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.verdict != Verdict::NotNeeded) {
        let ways = ways(matter, line);
        let sure = line.verdict == Verdict::Bring;
        let known = line.any_of.as_deref().and_then(|group| groups.get(group).copied());
        match known.and_then(|at| needs.get_mut(at)) {
            Some(need) => {
                need.alternatives.extend(ways);
                need.sure |= sure;
            }
            None => {
                if let Some(group) = &line.any_of {
                    groups.insert(group, needs.len());
                }
                needs.push(Need { item: matter.item.clone(), sure, alternatives: ways });
            }
        }
    }
    needs
}

fn ways(matter: &papers::Matter<'_>, line: &Line) -> Vec<Alternative<Thing>> {
    let things = || line.papers.iter().cloned().map(Thing::Paper);
    match matter.placed.get(line.at).map(|placed| placed.join) {
        Some(Join::Any) if !line.papers.is_empty() => things().map(|thing| Set::from([thing])).collect(),
        _ if !line.papers.is_empty() => vec![things().collect()],
        _ if matter.materials.get(line.at).is_some_and(is_form) => {
            vec![Set::from([Thing::Form(matter.item.clone())])]
        }
        _ => vec![Set::from([Thing::Named { item: matter.item.clone(), name: line.name.clone() }])],
    }
}

fn is_form(material: &Material) -> bool {
    let filled_in = matches!(material.format, Some(MaterialFormat::PaperForm | MaterialFormat::Electronic));
    filled_in && FORMS.iter().any(|word| material.name.contains(word))
}

/// The same needs once they are met together: one form, and no paper that an earlier matter of the bundle gives.
pub fn together(needs: &[Need], given: impl Fn(&ItemCode) -> Set<String>) -> Vec<Need> {
    needs
        .iter()
        .map(|need| {
            let given = given(&need.item);
            let is_given = |thing: &Thing| match thing {
                Thing::Paper(paper) => paper.whose.is_none() && given.contains(&paper.paper),
                Thing::Named { .. } | Thing::Form(_) | Thing::OneForm => false,
            };
            let one = |thing: &Thing| match thing {
                Thing::Form(_) => Thing::OneForm,
                other => other.clone(),
            };
            let ways = need.alternatives.iter();
            let alternatives = ways.map(|way| way.iter().filter(|it| !is_given(it)).map(one).collect()).collect();
            Need { alternatives, ..need.clone() }
        })
        .collect()
}

/// The smallest bag that meets all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SmallestBag {
    /// What is in it.
    pub things: Set<Thing>,
    /// Which way each need is met, by the positions of its alternatives.
    pub chosen: Vec<usize>,
}

/// Finds it. Needs that share no paper are looked at apart, which changes nothing and keeps it quick.
pub fn smallest(needs: &[Need]) -> SmallestBag {
    let mut chosen = vec![0; needs.len()];
    let only = needs.iter().filter(|need| need.alternatives.len() == 1);
    let mut things: Set<Thing> = only.flat_map(|need| need.alternatives.iter().flatten().cloned()).collect();
    let carried = things.clone();
    for part in parts(needs, &carried) {
        let requirements: Vec<Requirement<Thing>> =
            part.iter().map(|at| Requirement { alternatives: needs[*at].alternatives.clone() }).collect();
        for (at, way) in part.iter().zip(smallest_bag(&carried, &requirements)) {
            chosen[*at] = way;
            things.extend(needs[*at].alternatives.get(way).into_iter().flatten().cloned());
        }
    }
    SmallestBag { things, chosen }
}

/// The needs with a choice, those together that share something which is not carried anyway.
fn parts(needs: &[Need], carried: &Set<Thing>) -> Vec<Vec<usize>> {
    let mut parts: Vec<(Set<&Thing>, Vec<usize>)> = Vec::new();
    for (at, need) in needs.iter().enumerate().filter(|(_, need)| need.alternatives.len() > 1) {
        let mut things: Set<&Thing> = need.alternatives.iter().flatten().filter(|it| !carried.contains(it)).collect();
        let mut part = vec![at];
        parts.retain_mut(|(other, members)| {
            let apart = other.is_disjoint(&things);
            if !apart {
                things.extend(std::mem::take(other));
                part.append(members);
            }
            apart
        });
        order::sort_by(&mut part, |a, b| a < b);
        parts.push((things, part));
    }
    parts.into_iter().map(|(_, part)| part).collect()
}
