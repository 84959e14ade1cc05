//! Markup that never changes once it is drawn, as data.
//!
//! `view!` makes a type of its own for every piece of markup, with code to build, hydrate and rebuild
//! it: some 3 KB of wasm each. A guide is some sixty pieces that never change, so they are values of
//! one type instead, drawn by one piece of code. What reacts stays in `view!` and hangs in the tree
//! as [`Node::View`].

mod draw;
mod live;

use std::borrow::Cow;

pub use live::IntoNode;
use live::Live;

/// A piece of markup.
pub enum Node {
    /// Text.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
    /// Something that reacts.
    View(Box<dyn Live>),
    /// Several pieces after each other.
    Group(Vec<Node>),
}

/// An element with what stands in it. Behind one pointer, since building one passes it on at every step.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    children: Vec<Node>,
}

/// An element without anything in it.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A link with its words.
#[inline(never)]
pub fn link(href: impl Into<Cow<'static, str>>, words: impl Into<Cow<'static, str>>) -> Element {
    el("a").attr("href", href).text(words)
}

/// A list with one item for each piece.
pub fn list(class: &'static str, items: impl IntoIterator<Item = Node>) -> Element {
    el("ul").class(class).all(items.into_iter().map(|item| el("li").child(item).into()))
}

/// Names and values, one row each; nothing without rows.
pub fn rows(rows: impl IntoIterator<Item = (Cow<'static, str>, Node)>) -> Node {
    let rows: Vec<Node> = rows
        .into_iter()
        .map(|(name, value)| {
            el("div").class("rows__row").child(el("dt").text(name)).child(el("dd").child(value)).into()
        })
        .collect();
    if rows.is_empty() { Node::nothing() } else { el("dl").class("rows").all(rows).into() }
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// Sets the class.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Sets the id.
    pub fn id(self, id: &'static str) -> Self {
        self.attr("id", id)
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.0.children.push(Node::Text(text.into()));
        self
    }

    /// Adds a piece, or nothing.
    #[inline(never)]
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        let child = child.into();
        if !child.is_nothing() {
            self.0.children.push(child);
        }
        self
    }

    /// Adds pieces.
    pub fn all(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Adds a paragraph, or nothing.
    #[inline(never)]
    pub fn para(self, class: &'static str, text: Option<impl Into<Cow<'static, str>>>) -> Self {
        self.child(text.map(|text| para(class, text)))
    }

    /// The element as a whole view.
    pub fn view(self) -> Node {
        self.into()
    }
}

/// A paragraph; without a class when that is empty.
#[inline(never)]
pub fn para(class: &'static str, text: impl Into<Cow<'static, str>>) -> Element {
    let para = el("p").text(text);
    if class.is_empty() { para } else { para.class(class) }
}

impl Node {
    /// No markup at all.
    pub const fn nothing() -> Self {
        Self::Group(Vec::new())
    }

    /// Whether there is no markup at all.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Group(pieces) if pieces.is_empty())
    }

    /// The piece as a whole view. No markup becomes an empty text, so that what follows it has a place.
    pub fn view(self) -> Self {
        if self.is_nothing() { "".into() } else { self }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Vec<Node>> for Node {
    fn from(pieces: Vec<Node>) -> Self {
        Self::Group(pieces)
    }
}

impl<T: Into<Node>> From<Option<T>> for Node {
    fn from(piece: Option<T>) -> Self {
        piece.map_or_else(Self::nothing, Into::into)
    }
}
