//! What words hint at when no phrase of the lexicon fits whole: every phrase lends its characters and
//! pairs to what it means, so that 房子烧没了 leads where 家里着火 and 被烧了 do.

use crate::{
    Engine, Lexicon,
    index::{bigram, rarity, unigram},
    meanings::Meanings,
    text::GAP,
};

/// What a phrase lends, and a word that means something only beside others.
const PHRASE: u32 = 16;
const BESIDE: u32 = 8;
/// What a word lends that is there only to hint.
const HINT: u32 = 16;
/// How much less each further meaning of a phrase is lent.
const STEP: u32 = 2;
/// Mentions added to each feature, so that a single one proves little.
const DOUBT: u32 = 16;
/// Hints weaker than this are left out, in 1/256 bits.
const FAINT: u32 = 16;
/// Meanings that one text may hint at.
const MOST: usize = 8;

/// Features of phrases and the meanings they hint at.
#[derive(Debug, Default)]
pub(crate) struct Hunches {
    /// Keys of characters and pairs, sorted.
    keys: Vec<u64>,
    /// Where each key's hints begin; one more at the end.
    starts: Vec<u32>,
    /// A meaning's number among those served, and how strongly it is hinted at.
    hints: Vec<(u16, u16)>,
    /// How many meanings are served.
    meanings: usize,
}

impl Engine {
    /// The meanings that a text hints at, likeliest first, with their strength in 1/256 bits. A phone has learnt
    /// nothing beforehand and reads the phrases that share a character with the text.
    pub(crate) fn hints(&self, text: &[char]) -> Vec<(u16, u32)> {
        match &self.hunches {
            Some(learnt) => learnt.of(text),
            None => Hunches::learn(&self.lexicon, &self.meanings, features(text)).of(text),
        }
    }
}

impl Hunches {
    /// Learns all that phrases hint at.
    pub fn of_all(lexicon: &Lexicon, meanings: &Meanings) -> Self {
        let mut keys: Vec<u64> = lexicon.phrases.iter().flat_map(|(phrase, _)| features(phrase)).collect();
        keys.sort_unstable();
        keys.dedup();
        Self::learn(lexicon, meanings, keys)
    }

    /// Learns from every phrase that means something served here, as far as these keys go.
    fn learn(lexicon: &Lexicon, meanings: &Meanings, keys: Vec<u64>) -> Self {
        // A glance that tells of most characters that no key has them.
        let bit = |key: u64| 1_u64 << (key % 64);
        let glance = keys.iter().fold(0, |bits, &key| bits | bit(key));
        let place = |key: Option<u64>| keys.binary_search(&key?).ok().map(|at| at as u64);
        let is_hint = only_hints(lexicon);
        let mut places: Vec<u64> = Vec::new();
        let mut pairs: Vec<u64> = Vec::new();
        let mut loans = Vec::new();
        let mut phrases = 0;
        for (phrase, senses) in &lexicon.phrases {
            phrases += u32::from(!senses.means.is_empty());
            places.clear();
            pairs.clear();
            let mut last = GAP;
            for &c in phrase {
                if glance & bit(c.into()) == 0 {
                    last = GAP;
                    continue;
                }
                // Characters that say nothing end a word; a pair is a key only when both of its characters are.
                let single = place(unigram(c)).filter(|_| !lexicon.edges.contains(&c));
                let pair = single.and_then(|_| place(bigram(last, c)));
                for place in single.into_iter().chain(pair) {
                    if !places.contains(&place) {
                        places.push(place);
                    }
                }
                pairs.extend(pair);
                last = if single.is_some() { c } else { GAP };
            }
            if places.is_empty() {
                continue;
            }
            lend(&places, &senses.means, PHRASE, meanings, &mut loans);
            for &(number, _) in &senses.together {
                // A word that only hints does so as a whole; its characters stand in too many others.
                let (places, weight) = if is_hint[number as usize] { (&pairs, HINT) } else { (&places, BESIDE) };
                lend(places, &lexicon.together[number as usize].means, weight, meanings, &mut loans);
            }
        }
        loans.sort_unstable();
        let share = |loans: &[u64]| loans.iter().map(|loan| (loan & 0xFF) as u32).sum::<u32>();
        let mut learnt = Self { meanings: meanings.count(), ..Self::default() };
        for lent in loans.chunk_by(|a, b| a >> FEATURE == b >> FEATURE) {
            let all = share(lent);
            let idf = rarity((phrases * PHRASE) as usize, all as usize);
            let from = learnt.hints.len();
            for same in lent.chunk_by(|a, b| a >> MEANING == b >> MEANING) {
                let strength = idf * share(same) / (all + DOUBT);
                if strength >= FAINT {
                    learnt.hints.push(((same[0] >> MEANING) as u16, strength.min(0xFFFF) as u16));
                }
            }
            if learnt.hints.len() > from {
                learnt.keys.push(keys[(lent[0] >> FEATURE) as usize]);
                learnt.starts.push(from as u32);
            }
        }
        learnt.starts.push(learnt.hints.len() as u32);
        learnt
    }

    /// The meanings a text hints at, likeliest first, with their strength in 1/256 bits.
    pub fn of(&self, text: &[char]) -> Vec<(u16, u32)> {
        let mut sums = vec![0_u32; self.meanings];
        let mut found: Vec<u16> = Vec::new();
        for key in features(text) {
            let Ok(at) = self.keys.binary_search(&key) else { continue };
            for &(meaning, strength) in &self.hints[self.starts[at] as usize..self.starts[at + 1] as usize] {
                let sum = &mut sums[meaning as usize];
                if *sum == 0 {
                    found.push(meaning);
                }
                *sum += u32::from(strength);
            }
        }
        // The likeliest of hundreds, without sorting the others: sum first, then the smaller number.
        let mut likely: Vec<(u16, u32)> = Vec::with_capacity(MOST + 1);
        for &meaning in &found {
            let sum = sums[meaning as usize];
            let comes_before = |&(other, least): &(u16, u32)| least > sum || least == sum && other < meaning;
            if likely.len() == MOST && likely.last().is_some_and(comes_before) {
                continue;
            }
            let place = likely.iter().position(|other| !comes_before(other)).unwrap_or(likely.len());
            likely.insert(place, (meaning, sum));
            likely.truncate(MOST);
        }
        likely
    }
}

/// Which combinations have no second word: they are never said whole, their words only hint.
fn only_hints(lexicon: &Lexicon) -> Vec<bool> {
    let mut hints = vec![true; lexicon.together.len()];
    for &(number, place) in lexicon.phrases.iter().flat_map(|(_, senses)| &senses.together) {
        hints[number as usize] &= place == 0;
    }
    hints
}

/// The characters and pairs of a text, each once; letters and figures hint at nothing.
fn features(text: &[char]) -> Vec<u64> {
    let pairs = text.windows(2).filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii());
    let pairs = pairs.filter_map(|pair| bigram(pair[0], pair[1]));
    let singles = text.iter().filter(|c| !c.is_ascii());
    let mut keys: Vec<u64> = singles.filter_map(|&c| unigram(c)).chain(pairs).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What a feature lends to a meaning, as one number: the feature's place, the meaning, the share.
const FEATURE: u32 = 24;
const MEANING: u32 = 8;

fn lend(features: &[u64], means: &[Vec<char>], weight: u32, meanings: &Meanings, loans: &mut Vec<u64>) {
    for (rank, meaning) in means.iter().filter_map(|target| meanings.number(target)).enumerate() {
        let share = weight.saturating_sub(STEP * rank as u32).max(1);
        loans.extend(features.iter().map(|at| at << FEATURE | u64::from(meaning) << MEANING | u64::from(share)));
    }
}

#[cfg(test)]
#[cfg(feature = "authoring")]
mod tests {
    use domain::ItemKind;

    use crate::{Doc, Engine, Lexicon};

    const LEXICON: &str = r#"
source = "made for this test"
checked_on = "2026-11-22"
[means]
"家里着火" = ["受灾人员救助"]
"被烧了" = ["受灾人员救助"]
"仓库失火" = ["受灾人员救助"]
"下岗" = ["失业登记"]
"没活干" = ["失业登记"]
"单位黄" = ["失业登记"]
"盖新屋" = ["房屋登记"]
"买间屋" = ["房屋登记"]
"楼下来" = ["房屋登记"]
[[hint]]
words = "大门 地板 窗户"
means = ["房屋登记"]
"#;

    fn first(text: &str) -> Option<u32> {
        let doc = |name: &str| Doc {
            name: name.into(),
            plain_name: None,
            aliases: Vec::new(),
            department: String::new(),
            themes: Vec::new(),
            kind: ItemKind::PublicService,
            audience: Vec::new(),
            popularity: 0,
        };
        let lexicon = Lexicon::parse(&[("test.toml", LEXICON)]).unwrap();
        let engine = Engine::build(["失业登记", "房屋登记", "受灾人员救助"].map(doc).into(), &lexicon);
        engine.rank(&engine.understand(text), &|_| true).first().map(|hit| hit.doc)
    }

    #[test]
    fn characters_of_known_phrases_hint_at_what_the_phrases_mean() {
        assert_eq!(first("仓库烧光"), Some(2));
        assert_eq!(first("天气"), None);
    }

    #[test]
    fn words_that_only_hint_mean_nothing_alone_and_add_up() {
        assert_eq!(first("大门还有地板"), Some(1));
    }

    #[test]
    fn a_name_that_says_it_all_leaves_nothing_to_hint_at() {
        assert_eq!(first("房屋登记"), Some(1));
    }
}
