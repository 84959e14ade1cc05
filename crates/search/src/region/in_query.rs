//! A place word in a query: 沈阳市和平区身份证.

use std::ops::Range;

use domain::RegionId;

use super::{COUNTY, RegionSearch};
use crate::text::GAP;

/// Names of cities and districts that are ordinary words too; they need their suffix or their parent.
const ORDINARY: &[&str] = &["振兴", "宏伟", "元宝", "太和", "和平", "中山", "连山", "新民", "开原", "示范", "望花"];
const SUFFIXES: &[char] = &['省', '市', '区', '县', '镇', '乡', '村'];
const LONGEST: usize = 16;

impl RegionSearch {
    /// The region that a query names, and where in the text (bytes): the longest mention, with the
    /// parents that stand before it. A name of several regions without a parent names none.
    pub fn in_query(&self, text: &str) -> Option<(RegionId, Range<usize>)> {
        let chars: Vec<(usize, char)> =
            text.char_indices().take(200).map(|(at, c)| (at, self.characters.fold(c))).collect();
        let folded: Vec<char> = chars.iter().map(|&(_, c)| c).collect();
        let byte = |at: usize| chars.get(at).map_or(text.len(), |&(byte, _)| byte);
        let mut best: Option<(usize, usize, u32)> = None;
        for start in 0..folded.len() {
            let Some((end, id)) = self.mention(&folded, start) else { continue };
            if best.is_none_or(|(from, to, _)| end - start > to - from) {
                best = Some((start, end, id));
            }
        }
        let (start, end, id) = best?;
        // Past 200 characters `byte` would reach the end of the text.
        Some((RegionId(id), byte(start)..chars.get(end - 1).map_or(text.len(), |&(at, _)| at + char_len(text, at))))
    }

    /// A chain of names that begins here: its end and its last region.
    fn mention(&self, text: &[char], start: usize) -> Option<(usize, u32)> {
        let (mut end, mut id) = self.longest(text, start, |id, form| self.stands_alone(id, form))?;
        loop {
            let next = if text.get(end) == Some(&GAP) { end + 1 } else { end };
            match self.longest(text, next, |below, _| self.is_below(below, id)) {
                Some((further, below)) => (end, id) = (further, below),
                None => return Some((end, id)),
            }
        }
    }

    /// The longest form here that names one region of those wanted.
    fn longest(&self, text: &[char], start: usize, wanted: impl Fn(u32, &[char]) -> bool) -> Option<(usize, u32)> {
        let most = text.len().min(start + LONGEST);
        // Nearly everywhere no name begins with the next two characters: one look tells it.
        let begins = |end: &usize| self.names.beginning_with(&text[start..*end]).next().is_some();
        let reach = (start + 2..=most).take_while(begins).last()?;
        for end in (start + 2..=reach).rev() {
            let form = &text[start..end];
            if form.contains(&GAP) {
                continue;
            }
            let mut named: Vec<u32> = self.names.exactly(form).filter(|&id| wanted(id, form)).collect();
            let top = named.iter().map(|&id| self.level[id as usize]).min();
            named.retain(|&id| Some(self.level[id as usize]) == top);
            if let [id] = named[..] {
                return Some((end, id));
            }
        }
        None
    }

    pub(super) fn stands_alone(&self, id: u32, form: &[char]) -> bool {
        let has_suffix = form.last().is_some_and(|c| SUFFIXES.contains(c))
            || form.ends_with(&['街', '道'])
            || form.ends_with(&['社', '区']);
        let level = self.level[id as usize];
        let text: String = form.iter().collect();
        match level {
            0..=COUNTY => has_suffix && form.len() > 2 || !ORDINARY.contains(&text.as_str()),
            // Below the counties a bare name is mostly an ordinary word (光荣, 建设).
            _ => has_suffix && form.len() > 2,
        }
    }
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}
