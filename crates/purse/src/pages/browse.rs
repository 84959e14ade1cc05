//! All policies by words and filters. What is looked for stands in the address: it is no answer.

use domain::{
    Audience, order,
    policy::{Instrument, PayMode, Policy, PolicyClass},
};
use sheet::{
    Form, Turn,
    html::{El, Html, el, list, para},
    parts::{heading, sample, search, trail},
    public,
};

use super::{Desk, PATH, interview::Lookup};
use crate::{fit, text as words};

/// As many stand on the page.
const SHOWN: usize = 100;

/// What is looked for.
struct Wish<'a> {
    words: &'a str,
    class: Option<PolicyClass>,
    instrument: Option<Instrument>,
    audience: Option<Audience>,
    mode: Option<PayMode>,
}

/// Whether an address asks for the list.
pub fn is_asked(form: &Form) -> bool {
    ["q", "class", "instrument", "audience", "mode"].iter().any(|name| form.get(name).is_some())
}

/// The list.
pub fn page(lookup: &Lookup<'_>, form: &Form) -> Turn {
    let wish = Wish {
        words: form.get("q").unwrap_or_default().trim(),
        class: form.get("class").and_then(PolicyClass::from_code),
        instrument: form.get("instrument").and_then(Instrument::from_code),
        audience: form.get("audience").and_then(Audience::from_code),
        mode: form.get("mode").and_then(PayMode::from_code),
    };
    let mut hits = found(lookup, &wish);
    let total = hits.len();
    hits.truncate(SHOWN);
    let body = match total {
        0 => para("notice", words::NOTHING).attr("role", "status").into(),
        _ => list("entries", hits.iter().map(|policy| entry(lookup.desk, policy))),
    };
    let more = (total > SHOWN).then(|| para("small", &words::first_of(SHOWN)));
    let parts = [
        trail(&[(PATH, words::BENEFITS)]),
        heading(words::BROWSE),
        filters(lookup, &wish),
        para("", &words::found(total)).attr("role", "status").into(),
        body,
        more.into(),
        para("small", &words::data_date(lookup.desk.book.data_date())).into(),
    ];
    public(words::BROWSE, parts)
}

fn found<'a>(lookup: &Lookup<'a>, wish: &Wish<'_>) -> Vec<&'a Policy> {
    let book = lookup.desk.book;
    let is_here = |policy: &Policy| lookup.state.region.is_none() || lookup.scope.regions.contains(&policy.region);
    let mode = |policy: &Policy| policy.rule_near(lookup.desk.today).map(|rule| rule.pay.mode);
    let mut hits: Vec<(u32, bool, &Policy)> = book
        .policies()
        .iter()
        .filter(|policy| wish.class.is_none_or(|class| policy.class == class))
        .filter(|policy| wish.instrument.is_none_or(|instrument| policy.instrument == instrument))
        .filter(|policy| wish.audience.is_none_or(|audience| policy.audience.contains(&audience)))
        .filter(|policy| wish.mode.is_none_or(|wanted| mode(policy) == Some(wanted)))
        .filter(|policy| is_here(policy))
        .map(|policy| (fit(policy, wish.words), policy.rule_on(lookup.desk.today).is_none(), policy))
        .filter(|(fit, ..)| *fit > 0)
        .collect();
    // Best first, those that are over last; else in the order of the files.
    order::sort_by(&mut hits, |(a, a_over, _), (b, b_over, _)| (a_over, b) < (b_over, a));
    hits.into_iter().map(|(.., policy)| policy).collect()
}

/// One policy in a list.
pub fn entry(desk: Desk<'_>, policy: &Policy) -> Html {
    let rule = policy.rule_near(desk.today);
    let over = rule.filter(|rule| !rule.holds_on(desk.today)).and_then(|rule| rule.until);
    let over = over.filter(|until| *until < desk.today).map(words::over);
    let mode = rule.map(|rule| words::mode(rule.pay.mode));
    let small = [mode.map(str::to_owned), over].into_iter().flatten().collect::<Vec<_>>().join(words::DOT);
    let name = el("span").class("entry__name").text(&policy.name);
    let text = el("span").class("entry__text").text(&policy.plain_name);
    let link = el("a").class("entry__link").attr("href", &[PATH, "/", &policy.id].concat());
    let small = el("span").class("entry__text").text(&small);
    link.child(name).child(text).child(small).child(policy.sample.then(sample)).into()
}

fn filters(lookup: &Lookup<'_>, wish: &Wish<'_>) -> Html {
    let region = lookup.state.region.as_ref();
    let region =
        region.map(|code| el("input").attr("type", "hidden").attr("name", "region").attr("value", code.as_str()));
    let [class, instrument, audience, mode] = words::FILTER;
    let codes = |all: Vec<(&'static str, &'static str)>, chosen: Option<&'static str>, (name, label): (&str, &str)| {
        choose(name, label, &all, chosen)
    };
    let all = [
        codes(
            PolicyClass::ALL.iter().map(|one| (one.code(), one.label())).collect(),
            wish.class.map(PolicyClass::code),
            class,
        ),
        codes(
            Instrument::ALL.iter().map(|one| (one.code(), one.label())).collect(),
            wish.instrument.map(Instrument::code),
            instrument,
        ),
        codes(
            Audience::ALL.iter().map(|one| (one.code(), words::audience(*one))).collect(),
            wish.audience.map(Audience::code),
            audience,
        ),
        codes(
            PayMode::ALL.iter().map(|one| (one.code(), words::mode(*one))).collect(),
            wish.mode.map(PayMode::code),
            mode,
        ),
    ];
    let form = el("form").attr("method", "get").attr("action", PATH).child(region);
    let form = form.child(el("div").class("filters").all(all));
    search(form, words::FIND_LABEL, wish.words, words::FIND)
}

fn choose(name: &str, label: &str, all: &[(&str, &str)], chosen: Option<&str>) -> Html {
    let id = ["filter-", name].concat();
    let option = |value: &str, words: &str, is_chosen: bool| -> Html {
        el("option").attr("value", value).flag("selected", is_chosen).text(words).into()
    };
    let options = all.iter().map(|(value, words)| option(value, words, chosen == Some(*value)));
    let select: El = el("select").class("field__input").id(&id).attr("name", name);
    let select = select.child(option("", words::ANY, chosen.is_none())).all(options);
    let label = el("label").class("field__label").attr("for", &id).text(label);
    el("div").class("field").child(label).child(select).into()
}
