//! One policy with everything about it.

use chrono::NaiveDate;
use domain::{
    policy::{Amount, Base, Cond, Expected, Part, Pay, Policy, PolicyBook, PolicyFacts, Row, Rule},
    wire::{
        PolicyAmountView, PolicyChange, PolicyConditionView, PolicyDetail, PolicyExceptionView, PolicyGroup,
        PolicyPartView, PolicyPayView, PolicyRowView, PolicyRuleView, PolicySourceView,
    },
};

use super::{asked, list::brief};

/// The policy of an id.
pub fn show(book: &PolicyBook, id: &str, on: NaiveDate) -> Option<PolicyDetail> {
    let policy: &Policy = &book.policies()[book.find(id)?];
    let facts = book.facts();
    let group = book.group_of(policy).map(|group| PolicyGroup {
        id: group.id.clone(),
        text: group.text.clone(),
        take: group.take,
        at_most: group.at_most,
    });
    let sources = policy.sources.iter().map(|source| PolicySourceView {
        title: source.title.clone(),
        address: source.address.clone(),
        sentence: source.sentence.clone(),
        checked_on: source.checked_on,
    });
    let mut keys: Vec<_> = policy.rules.iter().flat_map(asked).collect();
    keys.sort_unstable();
    keys.dedup();
    Some(PolicyDetail {
        brief: brief(policy, on),
        aliases: policy.aliases.clone(),
        doc_no: policy.doc_no.clone(),
        apply_item: policy.apply_item.clone(),
        group,
        sources: sources.collect(),
        rules: policy.rules.iter().map(|rule| rule_view(rule, facts)).collect(),
        history: policy.history.iter().map(|(on, text)| PolicyChange { on: *on, text: text.clone() }).collect(),
        facts: keys.into_iter().map(|fact| facts.key(fact).to_owned()).collect(),
    })
}

fn rule_view(rule: &Rule, facts: &PolicyFacts) -> PolicyRuleView {
    let conditions = rule.conditions.iter().map(|condition| PolicyConditionView {
        text: condition.text.clone(),
        need: condition.need.to_expr(facts),
        source: condition.source,
    });
    let exceptions = rule.exceptions.iter().map(|exception| PolicyExceptionView {
        text: exception.text.clone(),
        when: exception.when.to_expr(facts),
        then: exception.then,
    });
    PolicyRuleView {
        from: rule.from,
        until: rule.until,
        due: rule.due.clone(),
        conditions: conditions.collect(),
        exceptions: exceptions.collect(),
        pay: pay_view(&rule.pay),
        amount: amount_view(&rule.amount, facts),
    }
}

fn pay_view(pay: &Pay) -> PolicyPayView {
    let (month, day, days, after) = match &pay.expected {
        None => (None, None, None, None),
        Some(Expected::Month(month)) => (Some(*month), None, None, None),
        Some(Expected::Day(day)) => (None, Some(*day), None, None),
        Some(Expected::Days { days, after }) => (None, None, Some(*days), Some(after.clone())),
    };
    PolicyPayView {
        mode: pay.mode,
        trigger: pay.trigger.clone(),
        payer: pay.payer.clone(),
        account: pay.account.clone(),
        cycle: pay.cycle,
        month,
        day,
        days,
        after,
        confirm: pay.confirm.clone(),
        check: pay.check.clone(),
    }
}

fn amount_view(amount: &Amount, facts: &PolicyFacts) -> PolicyAmountView {
    PolicyAmountView {
        local: amount.local.clone(),
        worth: amount.worth.clone(),
        highest: amount.highest,
        at_most: amount.at_most,
        at_least: amount.at_least,
        example: amount.example.clone(),
        parts: amount.parts.iter().map(|part| part_view(part, facts)).collect(),
    }
}

fn part_view(part: &Part, facts: &PolicyFacts) -> PolicyPartView {
    PolicyPartView {
        label: part.label.clone(),
        when: part.when.as_ref().map(|when| when.to_expr(facts)),
        at_most: part.at_most,
        rows: part.rows.iter().map(|row| row_view(row, facts)).collect(),
    }
}

fn row_view(row: &Row, facts: &PolicyFacts) -> PolicyRowView {
    let when = (row.when != Cond::ALWAYS).then(|| row.when.to_expr(facts));
    let mut view = PolicyRowView { when, ..PolicyRowView::default() };
    match row.term.base {
        Base::Nothing => (view.least, view.most) = (Some(0), Some(0)),
        Base::Fixed(fen) => (view.least, view.most) = (Some(fen), Some(fen)),
        Base::Local(least, most) => (view.least, view.most) = (Some(least), Some(most)),
        Base::Share { of, rate, above } => {
            view.share = Some([rate.num, rate.den]);
            view.of = Some(facts.key(of).to_owned());
            view.above = (above > 0).then_some(above);
        }
    }
    view.per = row.term.per.map(|per| facts.key(per.fact).to_owned());
    view.per_at_most = row.term.per.and_then(|per| per.at_most);
    view
}
