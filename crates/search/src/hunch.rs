//! What words hint at when no phrase of the lexicon fits whole: every phrase lends its characters and
//! pairs to what it means, so that 房子烧没了 leads where 家里着火 and 被烧了 do.

use std::collections::BTreeMap;

use crate::{
    Lexicon,
    index::{bigram, rarity, unigram},
    meanings::Meanings,
    text::GAP,
};

/// What a phrase lends, and a word that means something only beside others.
const PHRASE: u32 = 16;
const BESIDE: u32 = 8;
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

/// By feature, what was lent to each meaning.
type Lent = BTreeMap<u64, BTreeMap<u16, u32>>;

impl Hunches {
    /// Learns from every phrase that means something served here.
    pub fn learn(lexicon: &Lexicon, meanings: &Meanings) -> Self {
        let mut lent = Lent::new();
        let mut phrases = 0;
        for (phrase, senses) in &lexicon.phrases {
            // Characters that say nothing end a word.
            let words: Vec<char> = phrase.iter().map(|&c| if lexicon.edges.contains(&c) { GAP } else { c }).collect();
            lend(&words, &senses.means, PHRASE, meanings, &mut lent);
            for &(number, _) in &senses.together {
                lend(&words, &lexicon.together[number as usize].means, BESIDE, meanings, &mut lent);
            }
            phrases += u32::from(!senses.means.is_empty());
        }
        let mut learnt = Self { meanings: meanings.count(), ..Self::default() };
        for (key, meant) in lent {
            let all: u32 = meant.values().sum();
            let idf = rarity((phrases * PHRASE) as usize, all as usize);
            let strong = meant.into_iter().map(|(meaning, count)| (meaning, idf * count / (all + DOUBT)));
            let from = learnt.hints.len();
            learnt
                .hints
                .extend(strong.filter(|&(_, s)| s >= FAINT).map(|(meaning, s)| (meaning, s.min(0xFFFF) as u16)));
            if learnt.hints.len() > from {
                learnt.keys.push(key);
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
        found.sort_unstable_by(|&a, &b| sums[b as usize].cmp(&sums[a as usize]).then(a.cmp(&b)));
        found.truncate(MOST);
        found.into_iter().map(|meaning| (meaning, sums[meaning as usize])).collect()
    }
}

/// The characters and pairs of a text, each once.
fn features(text: &[char]) -> Vec<u64> {
    let pairs = text.windows(2).filter_map(|pair| bigram(pair[0], pair[1]));
    let mut keys: Vec<u64> = text.iter().filter_map(|&c| unigram(c)).chain(pairs).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn lend(words: &[char], means: &[Vec<char>], weight: u32, meanings: &Meanings, lent: &mut Lent) {
    for (rank, meaning) in means.iter().filter_map(|target| meanings.number(target)).enumerate() {
        let share = weight.saturating_sub(STEP * rank as u32).max(1);
        for key in features(words) {
            *lent.entry(key).or_default().entry(meaning).or_default() += share;
        }
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
    fn a_name_that_says_it_all_leaves_nothing_to_hint_at() {
        assert_eq!(first("房屋登记"), Some(1));
    }
}
