//! The first page: for whom, or a look at all of them.

use domain::policy::PolicyClass;
use sheet::{
    Kind, Turn, address,
    html::{Html, el, link, list, para},
    parts::{button, heading, hidden, part, privacy, quiet, search, trail},
    public,
};

use super::{PATH, interview::Lookup};
use crate::{answer, text as words};

/// The page that anybody may find.
pub fn page(lookup: &Lookup<'_>) -> Turn {
    let book = lookup.desk.book;
    let subject = book.subject().and_then(|id| book.facts().get(id));
    let begin = subject.map(|fact| {
        let choices = match answer::kind(fact) {
            Kind::Choice(choices) => choices,
            Kind::Flag | Kind::Number { .. } | Kind::Day => Vec::new(),
        };
        let choices = choices.into_iter().map(|(value, label)| Html::from(button("give", value, label)));
        let answers = el("div").class("answers").all(choices);
        lookup.state.form().child(hidden("ask", &fact.fact.key)).child(para("", words::FOR_WHOM)).child(answers)
    });
    let begun =
        (!lookup.state.answers.is_empty()).then(|| lookup.state.form().child(quiet("do", "list", words::ENOUGH)));
    let region = lookup.state.region.as_ref().map_or("", |region| region.as_str());
    let find = el("form").attr("method", "get").attr("action", PATH).child(
        (!region.is_empty()).then(|| el("input").attr("type", "hidden").attr("name", "region").attr("value", region)),
    );
    let classes = PolicyClass::ALL.iter().filter_map(|class| {
        let count = book.policies().iter().filter(|policy| policy.class == *class).count();
        let name = [class.label(), "（", &count.to_string(), "）"].concat();
        (count > 0).then(|| link(&address(PATH, &[("class", class.code()), ("region", region)]), &name).into())
    });
    let parts = [
        trail(&[]),
        heading(words::TITLE),
        para("lead", words::WHY).into(),
        begin.into(),
        begun.into(),
        privacy(),
        part(
            words::BROWSE,
            [
                para("small", &words::count(book.policies().len())).into(),
                search(find, words::FIND_LABEL, "", words::FIND),
                list("links", classes),
            ],
        ),
        para("small", &words::data_date(book.data_date())).into(),
    ];
    public(words::BENEFITS, parts)
}
