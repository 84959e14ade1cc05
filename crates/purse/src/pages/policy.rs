//! One policy: what it gives, to whom, how it is worked out, and what it rests on.

use domain::policy::{Policy, Rule};
use sheet::{
    Page, Turn, address,
    html::{Html, el, folded, link, list, para, rows},
    parts::{heading, sample_notice, titled, trail},
    public,
};

use super::{Desk, PATH, amount, missing};
use crate::text as words;

/// The page of a policy.
pub fn answer(desk: Desk<'_>, id: &str) -> Turn {
    let Some(policy) = desk.book.find(id).map(|at| &desk.book.policies()[at]) else { return missing() };
    let Some(rule) = policy.rule_near(desk.today) else { return missing() };
    let over = rule.until.filter(|until| *until < desk.today).map(words::over_page);
    let coming = (rule.from > desk.today).then(|| words::not_yet_page(rule.from));
    let state = over.or(coming).map(|text| para("notice", &text).attr("role", "note"));
    let head = [
        trail(&[(PATH, words::BENEFITS)]),
        heading(&policy.name),
        para("lead", &policy.plain_name).into(),
        policy.sample.then(|| sample_notice(words::SAMPLE_POLICY)).into(),
        state.into(),
        para("", &policy.summary).into(),
        el("p").child(link(PATH, words::CHECK_MINE).class("button")).into(),
        glance(policy, rule),
        ways(policy),
        of_rule(desk, policy, rule),
    ];
    let earlier = policy.rules.iter().filter(|one| one.from != rule.from).map(|one| {
        let title = [words::EARLIER, " ", &words::valid(one.from, one.until)].concat();
        folded(&title, Html::all([glance(policy, one), of_rule(desk, policy, one)])).into()
    });
    let history = policy.history.iter().map(|(on, text)| Html::text(&[&on.to_string(), "：", text].concat()));
    let foot = [
        sources(policy),
        titled(words::HISTORY, list("plain", history)),
        para("small", &words::data_date(desk.book.data_date())).into(),
    ];
    match public(&policy.name, head.into_iter().chain(earlier).chain(foot)) {
        Turn::Page(page) => Turn::Page(Page { title: policy.name.clone(), ..page }),
        other => other,
    }
}

fn glance(policy: &Policy, rule: &Rule) -> Html {
    let pay = &rule.pay;
    let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
    let mut all = vec![
        row(words::WHO, &words::audiences(&policy.audience)),
        row(words::HOW, words::mode(pay.mode)),
        row(words::TRIGGER, &pay.trigger),
        row(words::WHEN, &[words::cycle(pay.cycle), words::DOT, &words::expected(pay.expected.as_ref())].concat()),
        row(words::PAYER, &pay.payer),
        row(words::ACCOUNT, &pay.account),
    ];
    all.extend(pay.confirm.as_deref().map(|text| row(words::CONFIRM, text)));
    all.extend(pay.check.as_deref().map(|text| row(words::LOOK_AT, text)));
    all.extend(rule.due.as_deref().map(|text| row(words::DUE, text)));
    all.push(row(words::VALID, &words::valid(rule.from, rule.until)));
    all.push(row(words::ISSUER, &policy.issuer));
    all.extend(policy.doc_no.as_deref().map(|text| row(words::DOC_NO, text)));
    rows(all)
}

fn ways(policy: &Policy) -> Html {
    let Some(item) = &policy.apply_item else { return Html::default() };
    let guide = ["/guides/", item.as_str()].concat();
    let bag = address("/checklist", &[("item", item.as_str())]);
    el("p").child(link(&guide, words::TO_GUIDE)).text(words::DOT).child(link(&bag, words::TO_BAG)).into()
}

fn of_rule(desk: Desk<'_>, policy: &Policy, rule: &Rule) -> Html {
    let source = |at: u8, text: &str| {
        let several = policy.sources.len() > 1;
        let mark = several.then(|| el("span").class("small").text(&words::source_mark(usize::from(at) + 1)));
        el("span").text(text).child(mark).into()
    };
    let conditions = rule.conditions.iter().map(|one| source(one.source, &one.text));
    let exceptions = rule.exceptions.iter().map(|one| source(one.source, &words::exception(&one.text, one.then)));
    Html::all([
        titled(words::AMOUNT, amount::formula(desk.book.facts(), &rule.amount)),
        titled(words::CONDITIONS, list("plain", conditions)),
        titled(words::EXCEPTIONS, list("plain", exceptions)),
    ])
}

fn sources(policy: &Policy) -> Html {
    let sources = policy.sources.iter().map(|source| {
        let name: Html = match &source.address {
            Some(address) => link(address, &source.title).attr("rel", "noopener").into(),
            None => Html::text(&source.title),
        };
        let sentence = source.sentence.as_deref().map(|text| el("blockquote").text(text));
        let unread = source.address.is_none().then_some(words::UNREAD);
        let small = [Some(words::checked(source.checked_on)), unread.map(str::to_owned)];
        let small = small.into_iter().flatten().collect::<Vec<_>>().join(words::DOT);
        el("div").child(name).child(sentence).child(para("small", &small)).into()
    });
    titled(words::SOURCES, list("plain", sources))
}
