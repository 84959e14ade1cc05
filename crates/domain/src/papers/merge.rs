//! One bag for several matters: each paper stands in it once.

use std::collections::BTreeMap;

use super::{Line, PlacedPaper, Verdict};

/// One paper of the bag and every material that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BagLine {
    /// What to do: the most that any of the matters asks for.
    pub verdict: Verdict,
    /// The materials, the one that asks for most first, then in the order of the matters.
    pub lines: Vec<Line>,
}

impl BagLine {
    /// The material that decides.
    pub fn head(&self) -> Option<&Line> {
        self.lines.first()
    }
}

/// What makes two materials the same thing to carry.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The same papers of the same people, and the same choice among others.
    Papers(Vec<PlacedPaper>, Option<String>),
    /// A name that nobody could place stands for itself, and only in its own matter.
    Name(String, String),
}

/// Merges the lines of all matters: what to bring first, and the order of matters changes nothing but order.
pub fn bag(lines: impl IntoIterator<Item = Line>) -> Vec<BagLine> {
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut bag: Vec<BagLine> = Vec::new();
    for line in lines {
        let at = *places.entry(key(&line)).or_insert(bag.len());
        match bag.get_mut(at) {
            Some(same) => same.lines.push(line),
            None => bag.push(BagLine { verdict: line.verdict, lines: vec![line] }),
        }
    }
    for line in &mut bag {
        line.lines.sort_by_key(|line| std::cmp::Reverse(line.verdict));
        line.verdict = line.lines.first().map_or(Verdict::Unknown, |line| line.verdict);
    }
    bag.sort_by_key(|line| std::cmp::Reverse(line.verdict));
    bag
}

fn key(line: &Line) -> Key {
    if line.papers.is_empty() {
        return Key::Name(line.item.to_string(), line.name.clone());
    }
    let mut papers = line.papers.clone();
    papers.sort();
    // Alternatives stay apart from what is asked for outright, and from those of other matters.
    let choice = line.any_of.as_ref().map(|group| format!("{} {group}", line.item));
    Key::Papers(papers, choice)
}
