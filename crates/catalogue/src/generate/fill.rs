//! Filling the guides of items that have none, from the whole guides of the sample catalogue.

use domain::{
    Channel, Guide, Item,
    codes::Handling,
    terms::{Fee, Limits, TimeSpan, TimeUnit},
};

use super::prng::Prng;

/// Gives every item without materials a guide like that of another item, so that all five lists are filled.
///
/// What would be a claim about another matter is left out: law, questions, fees, and what it is for.
pub(super) fn fill(items: &mut [Item], seed: u64) {
    let whole: Vec<Item> = items.iter().filter(|item| !item.guide.materials.is_empty()).cloned().collect();
    let mut checked = Vec::new();
    for (at, item) in items.iter_mut().enumerate().filter(|(_, item)| item.guide.materials.is_empty()) {
        let mut prng = Prng::new(seed, at as u64);
        checked.clear();
        checked.extend(whole.iter().filter(|other| other.department == item.department));
        if checked.is_empty() {
            checked.extend(whole.iter().filter(|other| other.kind == item.kind));
        }
        let template = prng.pick(&checked).copied().or_else(|| prng.pick(&whole));
        item.guide = like(&item.name, template.map(|item| &item.guide), &mut prng);
    }
}

fn like(name: &str, template: Option<&Guide>, prng: &mut Prng) -> Guide {
    let legal = 5 * (1 + prng.below(6) as u16);
    let promise = prng.below(usize::from(legal) + 1) as u16;
    Guide {
        summary: Some(format!("样例：{name}。材料和流程取自别的事项，只用于测试。")),
        scenario: None,
        handling: Some(if promise == 0 { Handling::Instant } else { Handling::Promised }),
        limits: Limits { legal: Some(working_days(legal)), promise: Some(working_days(promise)), note: None },
        visits: Some(prng.below(3) as u8),
        visits_note: None,
        fee: Some(Fee::default()),
        channels: channels(prng),
        online_url: None,
        area: None,
        basis: Vec::new(),
        faq: Vec::new(),
        result: None,
        ..template.cloned().unwrap_or_default()
    }
}

pub(super) fn working_days(amount: u16) -> TimeSpan {
    TimeSpan { amount, unit: TimeUnit::WorkingDay }
}

/// The window always, each other channel every other time.
pub(super) fn channels(prng: &mut Prng) -> Vec<Channel> {
    Channel::ALL.iter().copied().filter(|&channel| channel == Channel::Window || prng.once_in(2)).collect()
}
