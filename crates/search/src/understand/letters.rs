//! Letters in a query: pinyin, initials, or really letters.

use crate::{
    Engine,
    sound::Found,
    text::{GAP, is_han},
};

/// A stretch of a query after letters were read.
pub(super) enum Stretch {
    /// Characters to be cut into words.
    Text(Vec<char>),
    /// Letters that may stand for several words, best first.
    Choice(Vec<Vec<char>>),
}

/// A second reading is kept when it has at least this share of the weight of the first.
const RIVAL: u32 = 4;

impl Engine {
    /// Replaces pinyin by the words it stands for; says so in `corrected`.
    pub(super) fn resolve_letters(&self, folded: &[char], corrected: &mut Vec<(String, String)>) -> Vec<Stretch> {
        let mut out: Vec<Stretch> = Vec::new();
        let runs: Vec<&[char]> = join_letters(folded);
        for run in runs {
            if run.iter().all(|&c| is_han(c) || c == GAP) {
                push_text(&mut out, run);
            } else {
                self.resolve_run(run, &mut out, corrected);
            }
        }
        out
    }

    fn resolve_run(&self, run: &[char], out: &mut Vec<Stretch>, corrected: &mut Vec<(String, String)>) {
        let has_han = run.iter().any(|&c| is_han(c));
        let letters: Vec<u8> = run.iter().filter(|c| c.is_ascii_lowercase()).map(|&c| c as u8).collect();
        if has_han {
            if let Some(found) = self.sounds.mixed(run, 1).into_iter().next() {
                if found.word != run {
                    corrected.push((run.iter().collect(), found.word.iter().collect()));
                }
                push_text(out, &found.word);
                return;
            }
            for part in run.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
                if is_han(part[0]) { push_text(out, part) } else { self.resolve_run(part, out, corrected) }
            }
            return;
        }
        if letters.len() < 2 || self.is_written(run) {
            push_text(out, run);
            return;
        }
        let pieces = self.sounds.decode(&letters);
        if pieces.is_empty() {
            push_text(out, run);
            return;
        }
        let read: Vec<char> =
            pieces.iter().filter_map(|piece| piece.first()).flat_map(|found| found.word.clone()).collect();
        corrected.push((run.iter().collect(), read.iter().collect()));
        for piece in pieces {
            push_piece(out, piece);
        }
    }
}

fn push_piece(out: &mut Vec<Stretch>, mut piece: Vec<Found>) {
    let Some(best) = piece.first().map(|found| found.weight) else { return };
    piece.retain(|found| found.weight * RIVAL >= best);
    let mut words: Vec<Vec<char>> = piece.into_iter().map(|found| found.word).collect();
    match words.len() {
        1 => push_text(out, &words.remove(0)),
        _ => out.push(Stretch::Choice(words)),
    }
}

fn push_text(out: &mut Vec<Stretch>, text: &[char]) {
    match out.last_mut() {
        Some(Stretch::Text(so_far)) => so_far.extend(text),
        _ => out.push(Stretch::Text(text.to_vec())),
    }
}

/// Cuts at gaps, but letters typed syllable by syllable stay one run.
fn join_letters(folded: &[char]) -> Vec<&[char]> {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 0..folded.len() {
        let between_letters = at > 0
            && at + 1 < folded.len()
            && folded[at - 1].is_ascii_lowercase()
            && folded[at + 1].is_ascii_lowercase();
        if folded[at] == GAP && !between_letters {
            runs.push(&folded[start..at]);
            runs.push(&folded[at..=at]);
            start = at + 1;
        }
    }
    runs.push(&folded[start..]);
    runs.retain(|run| !run.is_empty());
    runs
}
