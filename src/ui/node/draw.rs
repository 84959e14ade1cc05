//! How a [`Node`] becomes HTML on the server and elements in the browser.

use std::{borrow::Cow, future::Future, pin::Pin};

use leptos::{
    prelude::{Render, RenderHtml},
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::{CastFrom, Rndr, types},
        ssr::StreamBuilder,
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr},
    },
};

use super::{Element, Node, Parts};

/// What a [`Node`] has become in the browser.
pub enum Drawn {
    /// Text.
    Text(<Cow<'static, str> as Render>::State),
    /// An element, and what keeps its parts alive.
    Element(types::Element, Vec<Drawn>),
    /// Something that reacts.
    View(Box<dyn Mountable>),
    /// Several pieces.
    Group(Vec<Drawn>),
}

impl Render for Node {
    type State = Drawn;

    fn build(self) -> Drawn {
        match self {
            Self::Text(text) => Drawn::Text(text.build()),
            Self::View(view) => Drawn::View(view.build()),
            Self::Group(pieces) => Drawn::Group(pieces.into_iter().map(Render::build).collect()),
            Self::Element(Element(parts)) => {
                let Parts { tag, attributes, children } = *parts;
                let element = Rndr::create_element(tag, None);
                for (name, value) in &attributes {
                    Rndr::set_attribute(&element, name, value);
                }
                let mut children: Vec<Drawn> = children.into_iter().map(Render::build).collect();
                for child in &mut children {
                    child.mount(&element, None);
                }
                Drawn::Element(element, children)
            }
        }
    }

    /// Draws anew in the same place: what is drawn here does not change, it is replaced.
    fn rebuild(self, state: &mut Drawn) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        match self {
            Self::Text(text) => text.unmount(),
            Self::Element(element, _) => element.unmount(),
            Self::View(view) => view.unmount(),
            Self::Group(pieces) => pieces.iter_mut().for_each(Mountable::unmount),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            Self::Text(text) => text.mount(parent, marker),
            Self::Element(element, _) => element.mount(parent, marker),
            Self::View(view) => view.mount(parent, marker),
            Self::Group(pieces) => pieces.iter_mut().for_each(|piece| piece.mount(parent, marker)),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Self::Text(text) => text.insert_before_this(child),
            Self::Element(element, _) => element.insert_before_this(child),
            Self::View(view) => view.insert_before_this(child),
            Self::Group(pieces) => pieces.first().is_some_and(|piece| piece.insert_before_this(child)),
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Element(element, _) => vec![element.clone()],
            Self::View(view) => view.elements(),
            Self::Group(pieces) => pieces.iter().flat_map(Mountable::elements).collect(),
        }
    }
}

impl AddAnyAttr for Node {
    type Output<A: Attribute> = Self;

    /// Nobody spreads attributes over static markup.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        match self {
            Self::Text(_) => {}
            #[cfg(feature = "ssr")]
            Self::View(view) => (**view).dry_resolve(),
            #[cfg(not(feature = "ssr"))]
            Self::View(_) => {}
            Self::Element(Element(parts)) => parts.children.iter_mut().for_each(RenderHtml::dry_resolve),
            Self::Group(pieces) => pieces.iter_mut().for_each(RenderHtml::dry_resolve),
        }
    }

    async fn resolve(self) -> Self {
        resolved(self).await
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        match self {
            Self::Text(text) => text.to_html_with_buf(buf, position, escape, mark_branches, Vec::new()),
            #[cfg(feature = "ssr")]
            Self::View(view) => view.write(buf, position, escape),
            #[cfg(not(feature = "ssr"))]
            Self::View(_) => {}
            Self::Group(pieces) => {
                for piece in pieces {
                    piece.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }
            }
            Self::Element(element) => {
                open(&element.0, buf);
                let tag = element.0.tag;
                *position = Position::FirstChild;
                for child in element.0.children {
                    child.to_html_with_buf(buf, position, escape, mark_branches, Vec::new());
                }
                close(tag, buf);
                *position = Position::NextChild;
            }
        }
    }

    fn to_html_async_with_buf<const OUT_OF_ORDER: bool>(
        self,
        buf: &mut StreamBuilder,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        match self {
            #[cfg(feature = "ssr")]
            Self::View(view) => view.stream(buf, position, escape),
            #[cfg(not(feature = "ssr"))]
            Self::View(_) => {}
            Self::Group(pieces) => {
                for piece in pieces {
                    piece.to_html_async_with_buf::<OUT_OF_ORDER>(buf, position, escape, mark_branches, Vec::new());
                }
            }
            Self::Element(element) => {
                let mut edge = String::new();
                open(&element.0, &mut edge);
                buf.push_sync(&edge);
                let tag = element.0.tag;
                *position = Position::FirstChild;
                for child in element.0.children {
                    child.to_html_async_with_buf::<OUT_OF_ORDER>(buf, position, escape, mark_branches, Vec::new());
                }
                edge.clear();
                close(tag, &mut edge);
                buf.push_sync(&edge);
                *position = Position::NextChild;
            }
            text @ Self::Text(_) => {
                buf.with_buf(|buf| text.to_html_with_buf(buf, position, escape, mark_branches, Vec::new()));
            }
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Drawn {
        match self {
            Self::Text(text) => Drawn::Text(text.hydrate::<FROM_SERVER>(cursor, position)),
            Self::View(view) => Drawn::View(view.hydrate(cursor, position)),
            Self::Group(pieces) => {
                Drawn::Group(pieces.into_iter().map(|piece| piece.hydrate::<FROM_SERVER>(cursor, position)).collect())
            }
            Self::Element(element) => {
                match position.get() {
                    Position::FirstChild => cursor.child(),
                    Position::Current => {}
                    Position::NextChild | Position::NextChildAfterText | Position::OnlyChild | Position::LastChild => {
                        cursor.sibling();
                    }
                }
                let at = cursor.current();
                let Some(here) = types::Element::cast_from(at.clone()) else {
                    // The server drew something else. Its page stays; this piece is drawn but not shown.
                    return Self::Element(element).build();
                };
                position.set(Position::FirstChild);
                let children = element
                    .0
                    .children
                    .into_iter()
                    .map(|child| child.hydrate::<FROM_SERVER>(cursor, position))
                    .collect();
                cursor.set(at);
                position.set(Position::NextChild);
                Drawn::Element(here, children)
            }
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Boxed, since markup stands within markup.
fn resolved(piece: Node) -> Pin<Box<dyn Future<Output = Node> + Send>> {
    Box::pin(async move {
        match piece {
            Node::Text(_) => piece,
            #[cfg(feature = "ssr")]
            Node::View(view) => view.resolve().await,
            #[cfg(not(feature = "ssr"))]
            Node::View(_) => piece,
            Node::Group(pieces) => Node::Group(all_resolved(pieces).await),
            Node::Element(mut element) => {
                element.0.children = all_resolved(std::mem::take(&mut element.0.children)).await;
                Node::Element(element)
            }
        }
    })
}

async fn all_resolved(pieces: Vec<Node>) -> Vec<Node> {
    let mut done = Vec::with_capacity(pieces.len());
    for piece in pieces {
        done.push(resolved(piece).await);
    }
    done
}

fn open(element: &Parts, buf: &mut String) {
    buf.push('<');
    buf.push_str(element.tag);
    for (name, value) in &element.attributes {
        buf.push(' ');
        buf.push_str(name);
        buf.push_str("=\"");
        buf.push_str(&value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;"));
        buf.push('"');
    }
    buf.push('>');
}

fn close(tag: &str, buf: &mut String) {
    if !matches!(tag, "img" | "input" | "br") {
        buf.push_str("</");
        buf.push_str(tag);
        buf.push('>');
    }
}
