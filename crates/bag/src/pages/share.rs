//! The list as a text for somebody who helps. Answers are in it only when the citizen ticked them.

use super::{
    Turn,
    bag::Group,
    check::Check,
    page as shown,
    parts::{heading, privacy, quiet, trail},
};
use crate::text::pages as words;
use sheet::html::{el, para};
use sheet::{
    SKIPPED,
    parts::{act, sendable},
};

/// The text, ready to be sent or copied.
pub fn page(check: &Check<'_>, with_answers: bool) -> Turn {
    let send = act("share", words::SEND);
    let back = check.state.form().child(quiet("do", "list", words::BACK_TO_LIST));
    let why = if with_answers { words::TEXT_WITH } else { words::TEXT_WITHOUT };
    let parts = [
        trail(&[]),
        heading(words::TO_HELPER),
        para("lead", why).into(),
        sendable(words::TEXT, &text(check, with_answers)),
        el("p").child(send).into(),
        back.into(),
        privacy(),
    ];
    shown(words::TO_HELPER, parts)
}

/// The list in plain lines.
pub fn text(check: &Check<'_>, with_answers: bool) -> String {
    let mut lines = vec![words::bag_title(&check.matters), words::list_for(check.region.as_deref(), check.state.on)];
    for group in Group::ALL {
        let mut names = group.among(&check.list.materials).map(|material| {
            let by = material.later_by.map(words::later_by).unwrap_or_default();
            ["· ", &material.name, if by.is_empty() { "" } else { "：" }, &by].concat()
        });
        if let Some(first) = names.next() {
            lines.push(["【", words::group(group), "】"].concat());
            lines.push(first);
            lines.extend(names);
        }
    }
    if with_answers {
        lines.push(["【", words::ANSWERS, "】"].concat());
        let table = check.desk.world.book().facts();
        lines.extend(check.state.answers.iter().filter_map(|(key, answer)| {
            let fact = crate::facts::view(table.find(key)?);
            let said = if answer == SKIPPED { words::SKIPPED.into() } else { words::answer(&fact, answer) };
            Some(["· ", &fact.label, " ", &said].concat())
        }));
    }
    if check.list.matters.iter().any(|matter| matter.sample) {
        lines.push(words::SAMPLE_LIST.into());
    }
    lines.push(words::data_date(check.list.data_date));
    lines.join("\n")
}
