//! Policies by words: how many of the words' pairs of characters stand in a name, and in what is said of it.

use domain::policy::Policy;

/// How well words fit a policy; 0 when they do not.
pub fn fit(policy: &Policy, words: &str) -> u32 {
    let pairs = pairs(words);
    if pairs.is_empty() {
        return 1;
    }
    let names: String = [&policy.name, &policy.plain_name]
        .into_iter()
        .chain(&policy.aliases)
        .map(String::as_str)
        .fold(String::new(), joined);
    let rest = [policy.summary.as_str(), policy.class.label(), policy.instrument.label(), &policy.issuer].concat();
    let (names, rest) = (plain(&names), plain(&rest));
    let score = |pair: &String| if names.contains(pair) { 3 } else { u32::from(rest.contains(pair)) };
    let found = pairs.iter().filter(|pair| score(pair) > 0).count();
    // Half of what was typed must be there.
    if found * 2 < pairs.len() {
        0
    } else {
        pairs.iter().map(score).sum::<u32>() * 100 / (policy.name.chars().count() as u32 + 20) + 1
    }
}

fn joined(mut all: String, one: &str) -> String {
    all.push(' ');
    all.push_str(one);
    all
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').flat_map(char::to_lowercase).collect()
}

fn pairs(words: &str) -> Vec<String> {
    let words = plain(words);
    let parts = words.split(' ').filter(|part| !part.is_empty());
    parts
        .flat_map(|part| {
            let letters: Vec<char> = part.chars().collect();
            // Latin words are kept whole, one character stands for itself.
            if letters.len() < 2 || part.is_ascii() {
                return vec![part.to_owned()];
            }
            letters.windows(2).map(|pair| pair.iter().collect()).collect()
        })
        .collect()
}
