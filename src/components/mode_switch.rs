//! Standard or elder, usual or strong colours; and the size of the text for elders.

use leptos::prelude::*;

use super::here::current_address;
use crate::{
    browser, context,
    prefs::{Mode, Prefs, Size},
    routes,
    text::site,
    ui::{IntoNode, Node, el},
};

/// One thing that a citizen can choose about the look, leaving the rest as it is.
#[derive(Clone, Copy)]
enum Choice {
    /// Elder or standard.
    Elder(bool),
    /// Whichever of the two is not on.
    OtherElder,
    /// Strong or usual colours.
    Contrast(bool),
    /// The size of the text.
    Size(Size),
}

impl Choice {
    /// What this choice makes of the others.
    fn made(self, prefs: &Prefs) -> (Mode, Size) {
        let (mode, size) = (prefs.mode, prefs.size);
        match self {
            Self::Elder(elder) => (Mode { elder, ..mode }, size),
            Self::OtherElder => (Mode { elder: !mode.elder, ..mode }, size),
            Self::Contrast(contrast) => (Mode { contrast, ..mode }, size),
            Self::Size(size) => (mode, size),
        }
    }

    fn is_made(self, prefs: &Prefs) -> bool {
        self.made(prefs) == (prefs.mode, prefs.size)
    }

    /// Where the server makes the same choice.
    fn address(self, prefs: &Prefs, back: &str) -> String {
        match (self, self.made(prefs)) {
            (Self::Size(_), (_, size)) => routes::choose("size", size.code(), back),
            (_, (mode, _)) => routes::choose("mode", mode.code(), back),
        }
    }

    fn name(self, prefs: &Prefs) -> &'static str {
        match self {
            Self::OtherElder => Self::Elder(!prefs.mode.elder).name(prefs),
            Self::Elder(false) => site::MODE_STANDARD,
            Self::Elder(true) => site::MODE_ELDER,
            Self::Contrast(false) => site::COLOURS_USUAL,
            Self::Contrast(true) => site::MODE_CONTRAST,
            Self::Size(Size::Large) => site::SIZE_LARGE,
            Self::Size(Size::Larger) => site::SIZE_LARGER,
            Self::Size(Size::Largest) => site::SIZE_LARGEST,
        }
    }
}

/// The switches of the footer; that of sizes where they matter.
pub fn mode_switch() -> Node {
    let prefs = context::prefs();
    let back = current_address();
    let group = move |name: &'static str, choices: &[Choice]| -> Node {
        let links = choices.iter().map(|option| el("li").child(choice(*option, "switch__link", back)).into());
        el("nav")
            .class("switch")
            .attr("aria-label", name)
            .child(el("span").class("switch__name").text(name))
            .child(el("ul").class("switch__list").all(links))
            .into()
    };
    // Only this decides about the sizes, so that choosing one does not draw them anew under the citizen's finger.
    let elder = Memo::new(move |_| prefs.with(|prefs| prefs.mode.elder));
    let sizes =
        move || if elder.get() { group(site::SIZES, &Size::ALL.map(Choice::Size)) } else { Node::nothing().view() };
    vec![
        group(site::MODES, &[Choice::Elder(false), Choice::Elder(true)]),
        sizes.node(),
        group(site::COLOURS, &[Choice::Contrast(false), Choice::Contrast(true)]),
    ]
    .into()
}

/// A link to the other of standard and elder.
pub fn elder_link(class: &'static str, back: Memo<String>) -> Node {
    choice(Choice::OtherElder, class, back)
}

/// A link that keeps a choice: by the server, or here without a reload.
fn choice(option: Choice, class: &'static str, back: Memo<String>) -> Node {
    let prefs = context::prefs();
    let choose = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let name = prefs.with_untracked(|prefs| option.name(prefs));
        prefs.update(|prefs| (prefs.mode, prefs.size) = option.made(prefs));
        browser::prefs::keep(&prefs.get_untracked());
        browser::page::announce(name);
    };
    view! {
        <a class=class href=move || back.with(|back| prefs.with(|prefs| option.address(prefs, back))) rel="nofollow"
            aria-current=move || prefs.with(|prefs| option.is_made(prefs)).then_some("true") on:click=choose>
            {move || prefs.with(|prefs| option.name(prefs))}</a>
    }
    .node()
}
