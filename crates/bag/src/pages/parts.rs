//! What stands on several of the pages.

use super::form::address;
use crate::{
    html::{El, Html, el, link, para},
    text::pages as words,
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

/// Where answers go: to the server, and once the module is there to nobody.
pub fn privacy() -> Html {
    let line = |class: &str, text: &str| para(class, text).into();
    Html::all([line("check__sent small no-print", words::SENT), line("check__own small no-print", words::OWN)])
}

/// A part of a page.
pub fn part(title: &str, parts: impl IntoIterator<Item = Html>) -> Html {
    el("section").class("part").child(el("h2").text(title)).all(parts).into()
}

/// Marks what is an example.
pub fn sample() -> El {
    el("span").class("tag").text(words::SAMPLE)
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

/// The address of the form for a report that a window asked for more.
pub fn report(
    item: Option<&str>,
    region: Option<&str>,
    paper: &str,
    rule: Option<&str>,
    basis: Option<&str>,
) -> String {
    let (item, region, rule, basis) =
        (item.unwrap_or_default(), region.unwrap_or_default(), rule.unwrap_or_default(), basis.unwrap_or_default());
    let short: String = basis.chars().take(60).collect();
    address("/requests/new", &[("item", item), ("region", region), ("paper", paper), ("rule", rule), ("basis", &short)])
}
