//! One bag for several matters: each paper stands in it once.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{Line, Method, PlacedPaper, Verdict};
use crate::order;

/// One paper of the bag and every material that asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BagLine {
    /// What to do: the most that any of the matters asks for.
    pub verdict: Verdict,
    /// The materials, the one that asks for most first.
    pub lines: Vec<Line>,
}

impl BagLine {
    /// The material that decides.
    pub fn head(&self) -> Option<&Line> {
        self.lines.first()
    }

    /// The unanswered questions on which it hangs what to do; none when it is settled.
    ///
    /// Nothing asks for more than bringing it now, so where that is certain no other matter's question counts.
    pub fn open(&self) -> BTreeSet<String> {
        let is_most = |line: &&Line| effort(line) == MOST && line.open.is_empty();
        if self.lines.iter().any(|line| is_most(&line)) {
            return BTreeSet::new();
        }
        self.lines.iter().flat_map(|line| line.open.iter().cloned()).collect()
    }
}

/// To bring it now.
const MOST: (Verdict, u8) = (Verdict::Bring, 1);

/// How much a material asks for: what to do, and among equals how much of it.
fn effort(line: &Line) -> (Verdict, u8) {
    let of_method = match (line.verdict, line.method) {
        // Deferred is less than now.
        (Verdict::Bring, Some(Method::Tolerate)) => 0,
        (Verdict::Bring, _) => 1,
        // To sign something or to show a phone is more than to do nothing.
        (_, Some(Method::Commit)) => 4,
        (_, Some(Method::ECert)) => 3,
        (_, Some(Method::Verify)) => 2,
        (_, Some(Method::Share)) => 1,
        (_, Some(Method::Cancel | Method::Tolerate) | None) => 0,
    };
    (line.verdict, of_method)
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
        // Where two ask for as much, their codes decide, so that the order of matters changes nothing.
        order::sort_by(&mut line.lines, |one, other| {
            (Reverse(effort(one)), &one.item, one.at) < (Reverse(effort(other)), &other.item, other.at)
        });
        line.verdict = line.lines.first().map_or(Verdict::Unknown, |line| line.verdict);
    }
    order::sort_by_key(&mut bag, |line| Reverse(line.verdict));
    bag
}

fn key(line: &Line) -> Key {
    if line.papers.is_empty() {
        return Key::Name(line.item.to_string(), line.name.clone());
    }
    let mut papers = line.papers.clone();
    order::sort_by(&mut papers, |a, b| a < b);
    // Alternatives stay apart from what is asked for outright, and from those of other matters.
    let choice = line.any_of.as_ref().map(|group| format!("{} {group}", line.item));
    Key::Papers(papers, choice)
}
