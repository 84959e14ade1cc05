//! Answers that no condition tells apart, as one: so that all that can be answered can be looked through.

use std::collections::BTreeMap;

use super::{Answers, FactId, Leaf, PolicyFacts};

/// Answers between which no condition makes a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// One of them.
    pub example: i64,
    /// How many there are.
    pub size: u64,
}

/// The cells of several questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells(Vec<(FactId, Vec<Cell>)>);

impl Cells {
    /// The cells that these conditions make.
    pub fn of(facts: &PolicyFacts, leaves: &[Leaf]) -> Self {
        let mut by_fact: BTreeMap<FactId, Vec<Leaf>> = BTreeMap::new();
        leaves.iter().for_each(|leaf| by_fact.entry(leaf.fact()).or_default().push(*leaf));
        Self(by_fact.into_iter().map(|(fact, leaves)| (fact, of_fact(facts, fact, &leaves))).collect())
    }

    /// The questions and their cells.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &[Cell])> {
        self.0.iter().map(|(fact, cells)| (*fact, cells.as_slice()))
    }

    /// How many combinations there are.
    pub fn combinations(&self) -> u64 {
        self.0.iter().fold(1, |all: u64, (_, cells)| all.saturating_mul(cells.len() as u64))
    }

    /// Shows every combination as answers.
    pub fn each(&self, questions: usize, mut show: impl FnMut(&Answers)) {
        let mut answers = Answers::new(questions);
        self.go(0, &mut answers, &mut show);
    }

    fn go(&self, at: usize, answers: &mut Answers, show: &mut dyn FnMut(&Answers)) {
        let Some((fact, cells)) = self.0.get(at) else { return show(answers) };
        for cell in cells {
            answers.set(*fact, cell.example);
            self.go(at + 1, answers, show);
        }
    }
}

fn of_fact(facts: &PolicyFacts, fact: FactId, leaves: &[Leaf]) -> Vec<Cell> {
    let Some(question) = facts.get(fact) else { return Vec::new() };
    let (min, max) = question.bounds();
    if !question.is_number() {
        // Choices that stand in the same lists are one cell.
        let mut cells: Vec<(Vec<bool>, Cell)> = Vec::new();
        for choice in min..=max {
            let stands: Vec<bool> = leaves.iter().map(|leaf| leaf.fits(choice)).collect();
            match cells.iter_mut().find(|(other, _)| *other == stands) {
                Some((_, cell)) => cell.size += 1,
                None => cells.push((stands, Cell { example: choice, size: 1 })),
            }
        }
        return cells.into_iter().map(|(_, cell)| cell).collect();
    }
    let mut starts = vec![min];
    for leaf in leaves {
        if let Leaf::Between(_, low, high) = *leaf {
            starts.extend([low, high.saturating_add(1)].into_iter().filter(|start| (min..=max).contains(start)));
        }
    }
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([max]);
    starts.iter().zip(ends).map(|(&start, end)| Cell { example: start, size: start.abs_diff(end) + 1 }).collect()
}
