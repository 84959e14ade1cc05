//! What is somebody's, what there is to do, and what is not and why.

use chrono::{Datelike, NaiveDate};
use domain::policy::{FactId, Total};
use sheet::{
    SKIPPED, Turn, address, answered,
    html::{El, Html, el, folded, link, list, para, rows},
    page as shown,
    parts::{act, heading, privacy, quiet, sample, sample_notice, titled, trail},
};

use super::{
    PATH, amount,
    interview::Lookup,
    months,
    outcome::{Outcome, Told},
    reasons,
};
use crate::{answer, money, text as words};

/// As many policies that are not theirs are listed.
const MOST_NOT: usize = 30;
/// Years that one may look back to.
const YEARS_BACK: i32 = 2;

/// The result.
pub fn page(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Turn {
    let title = words::result(outcome.sure().count(), outcome.open.len());
    let region = lookup.scope.name.as_deref();
    let about = words::about(region, lookup.state.on, lookup.state.on < lookup.desk.today);
    let groups = [&outcome.auto, &outcome.confirm, &outcome.apply, &outcome.open];
    let groups =
        words::GROUPS.into_iter().zip(groups).map(|((id, name, what), all)| group(lookup, id, name, what, all));
    let parts = [
        trail(&[(PATH, words::BENEFITS)]),
        heading(&title),
        para("lead", &about).into(),
        outcome.has_samples().then(|| sample_notice(words::SAMPLE_RESULT)).into(),
        totals(outcome),
        more(lookup),
    ];
    let rest = [
        owed(lookup, outcome),
        titled(words::MONTHS, months::drawing(lookup, outcome)),
        near(lookup, outcome),
        not_yours(outcome),
        keep(lookup),
        years(lookup),
        answers(lookup),
        forget(lookup),
        para("small", &words::data_date(lookup.desk.book.data_date())).into(),
        privacy(),
    ];
    shown(words::RESULT, parts.into_iter().chain(groups).chain(rest))
}

fn totals(outcome: &Outcome<'_>) -> Html {
    let row = |name: &str, total: &Total| {
        (total.sure + total.open > 0 && total.range.max > 0).then(|| {
            let amount = el("strong").class("total").text(&money::range(total.range)).into();
            (name.to_owned(), amount)
        })
    };
    let (cash, less) = (&outcome.totals.cash, &outcome.totals.less);
    let uncounted = cash.uncounted + less.uncounted;
    let note = (uncounted > 0).then(|| para("small", &words::uncounted(uncounted)));
    Html::all([rows([row(words::CASH, cash), row(words::LESS, less)].into_iter().flatten()), note.into()])
}

/// Questions that are left.
fn more(lookup: &Lookup<'_>) -> Html {
    let next = lookup.next().map_or(0, |next| next.left);
    let open = next + lookup.state.answers.skipped();
    if open == 0 {
        return Html::default();
    }
    let form = lookup.state.form().class("no-print").child(quiet("do", "again", words::GO_ON));
    el("div").class("notice").child(para("", &words::unanswered(open))).child(form).into()
}

fn group(lookup: &Lookup<'_>, id: &str, name: &str, what: &str, all: &[Told<'_>]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let cards = all.iter().map(|told| card(lookup, told));
    let title = [name, "（", &all.len().to_string(), "）"].concat();
    el("section")
        .class("part")
        .attr("data-group", id)
        .child(el("h2").text(&title))
        .child(para("", what))
        .all(cards)
        .into()
}

/// One policy that is, or may be, theirs.
fn card(lookup: &Lookup<'_>, told: &Told<'_>) -> Html {
    let policy = told.policy;
    let name = el("h3").child(link(&[PATH, "/", &policy.id].concat(), &policy.name));
    let name = name.child(policy.sample.then(|| Html::all([Html::text(" "), sample().into()])));
    let how = told.rule.map(|rule| {
        let pay = &rule.pay;
        let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
        let amount = el("strong").class("amount").text(&amount::told(rule, told.told.amount));
        let amount = Html::all([amount.into(), rule.amount.local.as_deref().map(|local| para("small", local)).into()]);
        let mut all = vec![(words::HOW_MUCH.to_owned(), amount)];
        // When and from whom matters once it is theirs.
        if !told.told.outcome.is_settled() {
            return rows(all);
        }
        all.push(row(words::WHEN, &words::expected(pay.expected.as_ref())));
        all.push(row(words::PAYER, &pay.payer));
        all.push(row(words::ACCOUNT, &pay.account));
        all.extend(pay.confirm.as_deref().map(|text| row(words::CONFIRM, text)));
        all.extend(pay.check.as_deref().map(|text| row(words::LOOK_AT, text)));
        all.extend(rule.due.as_deref().map(|text| row(words::DUE, text)));
        rows(all)
    });
    let missing = told.told.missing.iter().filter_map(|id| question(lookup, *id));
    let missing = list("picks", missing);
    let missing = (!missing.is_nothing()).then(|| lookup.state.form().class("no-print").child(missing));
    let why = if told.told.outcome.is_settled() { words::WHY_YES } else { words::WHY_OPEN };
    el("article")
        .class("benefit")
        .child(name)
        .child(para("", &policy.plain_name))
        .child(how)
        .child(missing)
        .child(ways(lookup, told))
        .child(folded(why, reasons::all(told)))
        .into()
}

/// A question on which it hangs.
fn question(lookup: &Lookup<'_>, id: FactId) -> Option<Html> {
    let fact = &lookup.desk.book.facts().get(id)?.fact;
    let now = quiet("change", &fact.key, words::ANSWER_NOW);
    let now = now.attr("aria-label", &[words::ANSWER_NOW, "：", &fact.label].concat());
    Some(el("span").class("pick__name").text(&words::missing(&fact.label)).child(now).into())
}

/// Where to go for what must be applied for.
fn ways(lookup: &Lookup<'_>, told: &Told<'_>) -> Option<El> {
    let item = told.policy.apply_item.as_ref()?;
    let region = lookup.state.region.as_ref().map_or("", |region| region.as_str());
    let guide = address(&["/guides/", item.as_str()].concat(), &[("region", region)]);
    let bag = address("/checklist", &[("item", item.as_str()), ("region", region)]);
    Some(el("p").child(link(&guide, words::TO_GUIDE)).text(words::DOT).child(link(&bag, words::TO_BAG)))
}

/// What has arrived is ticked; what has not becomes a text.
fn owed(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Html {
    let due = outcome.auto.iter().chain(&outcome.confirm).filter(|told| super::owed::due(lookup, told).is_some());
    let ticks = due.map(|told| {
        let tick = el("input").attr("type", "checkbox").attr("name", "got").attr("value", &told.policy.id);
        let tick = tick.flag("checked", lookup.state.arrived.contains(&told.policy.id));
        el("label").class("choice").child(tick).text(&[words::ARRIVED, "：", &told.policy.name].concat()).into()
    });
    let ticks = list("picks", ticks);
    if ticks.is_nothing() {
        return ticks;
    }
    let form = lookup.state.form_on(lookup.state.on).child(ticks).child(quiet("do", "owed", words::OWED_WRITE));
    el("section")
        .class("part no-print")
        .child(el("h2").text(words::OWED))
        .child(para("", words::OWED_WHY))
        .child(form)
        .into()
}

fn near(lookup: &Lookup<'_>, outcome: &Outcome<'_>) -> Html {
    let entries = outcome.near.iter().map(|told| {
        let change = reasons::nearest(lookup.desk.book, told).map(|text| para("small", &text));
        el("div").child(name_and_reason(told)).child(change).into()
    });
    titled(words::NEARLY, list("plain", entries))
}

fn not_yours(outcome: &Outcome<'_>) -> Html {
    let total = outcome.not.len();
    let entries = outcome.not.iter().take(MOST_NOT).map(|told| name_and_reason(told).into());
    let entries = list("plain", entries);
    if entries.is_nothing() {
        return entries;
    }
    let rest = (total > MOST_NOT).then(|| para("small", &words::others(total - MOST_NOT)));
    let title = [words::NOT_YOURS, "（", &total.to_string(), "）"].concat();
    folded(&title, Html::all([entries, rest.into()])).into()
}

fn name_and_reason(told: &Told<'_>) -> El {
    let reason = reasons::against(told).map(|text| ["：", &text].concat()).unwrap_or_default();
    el("span").child(link(&[PATH, "/", &told.policy.id].concat(), &told.policy.name)).text(&reason)
}

fn keep(lookup: &Lookup<'_>) -> Html {
    let print = act("print", words::PRINT).attr("data-variant", "quiet");
    let form = lookup.state.form().child(print).child(quiet("do", "ics", words::CALENDAR));
    let form = form.child(quiet("do", "text", words::SHARE));
    el("section").class("part no-print").child(el("h2").text(words::KEEP)).child(form).into()
}

/// The same answers by the rules of other years.
fn years(lookup: &Lookup<'_>) -> Html {
    let today = lookup.desk.today;
    let now =
        (lookup.state.on < today).then(|| lookup.state.form_on(today).child(quiet("do", "list", words::BY_TODAY)));
    let years = (1..=YEARS_BACK).filter_map(|back| {
        let on = NaiveDate::from_ymd_opt(today.year() - back, 12, 31)?;
        let button = quiet("do", "list", &words::by_year(on.year()));
        (on != lookup.state.on).then(|| lookup.state.form_on(on).child(button).into())
    });
    let forms: Vec<Html> = now.into_iter().map(Html::from).chain(years).collect();
    el("section").class("part no-print").child(el("h2").text(words::OTHER_YEARS)).all(forms).into()
}

fn answers(lookup: &Lookup<'_>) -> Html {
    let facts = lookup.desk.book.facts();
    let rows = lookup.state.answers.iter().filter_map(|(key, typed)| {
        let fact = facts.get(facts.find(key)?)?;
        let said = match typed {
            SKIPPED => words::SKIPPED.to_owned(),
            typed => answer::said(fact, answer::number(fact, typed)?),
        };
        Some((key.to_owned(), fact.fact.label.clone(), said))
    });
    answered(lookup.state.form(), rows)
}

fn forget(lookup: &Lookup<'_>) -> Html {
    lookup.state.form_on(lookup.desk.today).class("no-print").child(quiet("do", "forget", words::FORGET)).into()
}
