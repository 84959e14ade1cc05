//! Writing a rating: the grade, its tags and words, a look at what will be sent.

use domain::rating::{Grade, LONGEST_TEXT, Tag, find_tag, mask::mask, tags_of};
use sheet::{
    html::{El, Html, el, folded, list, para, rows},
    parts::{button, heading, quiet, trail},
};

use super::{About, about, whole};
use crate::{Wish, text as words};

/// The five grades, all alike.
pub fn choose(of: &About, wish: &Wish) -> String {
    let grades = Grade::ALL.map(|grade| button("level", &grade.level().to_string(), grade.label()).into());
    let form = wish.form().child(el("div").class("answers").all(grades));
    whole([trail(&[]), heading(words::TITLE), para("lead", words::VOLUNTARY).into(), form.into(), about(of)])
}

/// Tags and words of a grade. `said` is what was wrong with what was sent before.
pub fn details(of: &About, wish: &Wish, grade: Grade, said: &str) -> String {
    let said = (!said.is_empty()).then(|| para("field__error", said).attr("role", "alert"));
    let tick = |tag: &Tag| -> Html {
        let code = tag.code.to_string();
        let field = el("input").attr("type", "checkbox").attr("name", "tag").attr("value", &code);
        let field = field.flag("checked", wish.tags.contains(&tag.code));
        el("label").class("choice").child(field).text(tag.text).into()
    };
    let (shown, more): (Vec<&Tag>, Vec<&Tag>) = tags_of(grade).partition(|tag| tag.shown);
    let more = list("picks", more.into_iter().map(tick));
    let more = (!more.is_nothing()).then(|| folded(words::MORE_TAGS, more));
    let tags = el("fieldset")
        .class("field")
        .child(el("legend").text(words::TAGS))
        .child(list("picks", shown.into_iter().map(tick)))
        .child(more);
    let named = el("input").attr("type", "checkbox").attr("name", "named").attr("value", "yes");
    let named = el("label").class("choice").child(named.flag("checked", wish.named)).text(words::NAMED);
    // A code that hangs at a window knows of no visit to call back about.
    let named = (!of.is_static).then(|| el("div").class("field").child(named).child(para("small", words::NAMED_HINT)));
    let form = wish
        .form()
        .child(sheet::parts::hidden("level", &grade.level().to_string()))
        .child(said)
        .child(tags)
        .child(text(words::TEXT_LABEL, &wish.text))
        .child(named)
        .child(button("do", "preview", words::PREVIEW))
        .child(para("small", words::PREVIEW_HINT));
    let change = wish.form().child(quiet("do", "choose", words::CHANGE));
    let title = words::chosen(grade.label());
    whole([trail(&[]), heading(&title), form.into(), change.into(), about(of)])
}

/// The field of the words.
pub(super) fn text(label: &str, typed: &str) -> El {
    let area = el("textarea")
        .class("field__input")
        .id("rating-text")
        .attr("name", "text")
        .attr("rows", "4")
        .attr("maxlength", &LONGEST_TEXT.to_string())
        .attr("aria-describedby", "rating-hint")
        .text(typed);
    let label = el("label").class("field__label").attr("for", "rating-text").text(label);
    let hint = para("small", words::TEXT_HINT).id("rating-hint");
    el("div").class("field").child(label).child(hint).child(area)
}

/// What will be sent, with numbers taken out.
pub fn preview(of: &About, wish: &Wish, grade: Grade) -> String {
    let masked = mask(wish.text.trim());
    let tags: Vec<&str> = wish.tags.iter().filter_map(|code| find_tag(*code)).map(|tag| tag.text).collect();
    let tags = if tags.is_empty() { words::NONE.to_owned() } else { tags.join("；") };
    let said = if masked.text.is_empty() { words::NONE } else { &masked.text };
    let who = if wish.named && !of.is_static { words::WITH_NUMBER } else { words::ANONYMOUS };
    let row = |name: &str, value: &str| (name.to_owned(), Html::text(value));
    let table = rows([
        row(words::GRADE, grade.label()),
        row(words::TAGS_SHORT, &tags),
        row(words::TEXT_SHORT, said),
        row(words::WHO, who),
    ]);
    let note = (masked.numbers > 0).then(|| para("small", &words::masked(masked.numbers)));
    // What is sent is what was shown.
    let shown = Wish { text: masked.text.clone(), grade: Some(grade), ..wish.clone() };
    let send = shown.whole_form().child(button("do", "send", words::SEND));
    let back = Wish { grade: Some(grade), ..wish.clone() }.whole_form().child(quiet("do", "details", words::BACK));
    whole([trail(&[]), heading(words::PREVIEW_TITLE), table, note.into(), send.into(), back.into(), about(of)])
}
