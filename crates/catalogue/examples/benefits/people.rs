//! A published population that nobody lives in: the same people in every run, each with an answer to every question.
//!
//! Seven in ten are persons. Ages run from 16 to 99, more of them in the middle. Four firms in five are small or micro. A yes is
//! one in five, a number is small far more often than large, choices are equally likely.

use domain::{
    logic::FactKind,
    policy::{Answers, PolicyFact, PolicyFacts},
};

pub struct Prng(u64);

impl Prng {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95) ^ 0x5eed_cafe)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }
}

pub fn person(facts: &PolicyFacts, number: u64) -> Answers {
    let mut prng = Prng::new(number);
    let mut answers = Answers::new(facts.len());
    facts.iter().for_each(|(id, fact)| answers.set(id, answer(fact, &mut prng)));
    answers
}

fn answer(fact: &PolicyFact, prng: &mut Prng) -> i64 {
    let (min, max) = fact.bounds();
    match (fact.fact.key.as_str(), &fact.fact.kind) {
        ("subject", _) => i64::from(prng.below(10) >= 7).min(max),
        ("firm_size", _) => (max - [0, 0, 0, 0, 1, 1, 1, 1, 2, 3][prng.below(10) as usize]).max(min),
        ("age", _) => 16 + (prng.below(43) + prng.below(42)) as i64,
        (_, FactKind::Flag) => i64::from(prng.below(5) == 0),
        (_, FactKind::Choice { .. }) => min + prng.below(max.abs_diff(min) + 1) as i64,
        (_, FactKind::Number { .. }) if fact.is_day => {
            (2005 + prng.below(21) as i64) * 10_000 + (1 + prng.below(12) as i64) * 100 + 1 + prng.below(28) as i64
        }
        (_, FactKind::Number { .. }) => {
            // Two thousandths are as likely as twenty or two hundred: small numbers far more often than large ones.
            let span = max.abs_diff(min).max(1);
            let reach = (span as f64).powf(prng.below(10_001) as f64 / 10_000.0) as i64;
            (min + reach - 1).clamp(min, max)
        }
    }
}
