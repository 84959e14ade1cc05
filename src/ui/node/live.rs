//! Views that react, behind one type: leaner than leptos's `AnyView`, which also carries code to rebuild
//! each view in place and to hydrate it piece by piece. Ours are replaced as a whole and hydrated at once.

#[cfg(feature = "ssr")]
use std::{future::Future, pin::Pin};

#[cfg(feature = "ssr")]
use leptos::tachys::{ssr::StreamBuilder, view::Position};
use leptos::{
    prelude::RenderHtml,
    tachys::{
        hydration::Cursor,
        view::{Mountable, PositionState},
    },
};

use super::Node;

/// A view of any type.
pub trait Live: Send {
    /// Makes its elements.
    fn build(self: Box<Self>) -> Box<dyn Mountable>;

    /// Finds its elements in the server's page.
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable>;

    /// Starts what it waits for.
    #[cfg(feature = "ssr")]
    fn dry_resolve(&mut self);

    /// Waits for what it needs.
    #[cfg(feature = "ssr")]
    fn resolve(self: Box<Self>) -> Pin<Box<dyn Future<Output = Node> + Send>>;

    /// Writes it.
    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool);

    /// Writes it in order, waiting where it must.
    #[cfg(feature = "ssr")]
    fn stream(self: Box<Self>, html: &mut StreamBuilder, position: &mut Position, escape: bool);
}

impl<T: RenderHtml + 'static> Live for T {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new((*self).build())
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new((*self).hydrate::<true>(cursor, position))
    }

    #[cfg(feature = "ssr")]
    fn dry_resolve(&mut self) {
        RenderHtml::dry_resolve(self);
    }

    #[cfg(feature = "ssr")]
    fn resolve(self: Box<Self>) -> Pin<Box<dyn Future<Output = Node> + Send>> {
        Box::pin(async move { (*self).resolve().await.into_owned().node() })
    }

    #[cfg(feature = "ssr")]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool) {
        (*self).to_html_with_buf(html, position, escape, false, Vec::new());
    }

    #[cfg(feature = "ssr")]
    fn stream(self: Box<Self>, html: &mut StreamBuilder, position: &mut Position, escape: bool) {
        (*self).to_html_async_with_buf::<false>(html, position, escape, false, Vec::new());
    }
}

/// Turns what `view!` makes into a [`Node`].
pub trait IntoNode {
    /// The view as a piece of markup.
    fn node(self) -> Node;
}

impl<T: RenderHtml + 'static> IntoNode for T {
    fn node(self) -> Node {
        Node::View(Box::new(self))
    }
}
