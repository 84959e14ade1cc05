//! What stands on pages of several rooms.

use crate::{
    html::{El, Html, el, link, para},
    words,
};

/// The way from the home page to here.
pub fn trail(steps: &[(&str, &str)]) -> Html {
    let steps = [("/", words::HOME)].iter().chain(steps).map(|(href, name)| link(href, name).into());
    el("nav").class("trail").attr("aria-label", words::TRAIL).all(steps).into()
}

/// The page's heading, which takes the focus when the page comes.
pub fn heading(text: &str) -> Html {
    el("h1").attr("tabindex", "-1").text(text).into()
}

/// A button that sends a field.
pub fn button(name: &str, value: &str, words: &str) -> El {
    el("button").class("button").attr("type", "submit").attr("name", name).attr("value", value).text(words)
}

/// The same, less loud: the page's first wish is another.
pub fn quiet(name: &str, value: &str, words: &str) -> El {
    button(name, value, words).attr("data-variant", "quiet")
}

/// A button that the device itself acts on, shown where it can: `print`, `share`.
pub fn act(act: &str, words: &str) -> El {
    el("button").class("button check__own").attr("type", "button").attr("data-act", act).text(words)
}

/// A hidden field.
pub fn hidden(name: &str, value: &str) -> Html {
    el("input").attr("type", "hidden").attr("name", name).attr("value", value).into()
}

/// Where answers go: to the server, and once the module is there to nobody.
pub fn privacy() -> Html {
    let line = |class: &str, text: &str| para(class, text).into();
    Html::all([line("check__sent small no-print", words::SENT), line("check__own small no-print", words::OWN)])
}

/// A part of a page.
pub fn part(title: &str, parts: impl IntoIterator<Item = Html>) -> Html {
    el("section").class("part").child(el("h2").text(title)).all(parts).into()
}

/// The same with a piece that may be nothing, which then needs no heading.
pub fn titled(title: &str, body: Html) -> Html {
    if body.is_nothing() { body } else { part(title, [body]) }
}

/// Marks what is an example.
pub fn sample() -> El {
    el("span").class("tag").text(words::SAMPLE)
}

/// A notice that what follows is an example.
pub fn sample_notice(text: &str) -> Html {
    el("p").class("notice").attr("data-variant", "sample").child(sample()).text(" ").text(text).into()
}

/// A search field with its button, sent to a path.
pub fn search(form: El, label: &str, words: &str, button: &str) -> Html {
    let field = el("input")
        .class("search__input")
        .id("check-q")
        .attr("name", "q")
        .attr("type", "search")
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .attr("value", words);
    let send = el("button")
        .class("button search__button")
        .attr("type", "submit")
        .attr("name", "do")
        .attr("value", "find")
        .text(button);
    let row = el("div").class("search__row").child(el("div").class("search__field").child(field)).child(send);
    let label = el("label").class("search__label").attr("for", "check-q").text(label);
    form.class("search").attr("role", "search").child(label).child(row).into()
}

/// A text to send or copy, with its label.
pub fn sendable(label: &str, text: &str) -> Html {
    let area = el("textarea")
        .class("field__input")
        .id("check-text")
        .attr("rows", "12")
        .flag("readonly", true)
        .flag("data-text", true)
        .text(text);
    let label = el("label").class("field__label").attr("for", "check-text").text(label);
    el("div").class("field").child(label).child(area).into()
}
