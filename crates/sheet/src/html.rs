//! Markup as text: one element type, and whatever comes from data is escaped on its way in.
//!
//! Pages of this crate are written on the server and on the device by the same code, so they are plain text
//! and no tree: nothing is kept, compared or redrawn.

/// A finished piece of markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

/// An element that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct El {
    tag: &'static str,
    head: String,
    inside: String,
}

/// An element without anything in it.
pub fn el(tag: &'static str) -> El {
    El { tag, head: String::new(), inside: String::new() }
}

/// A paragraph; without a class when that is empty.
pub fn para(class: &str, text: &str) -> El {
    el("p").class(class).text(text)
}

/// A link with its words.
pub fn link(href: &str, words: &str) -> El {
    el("a").attr("href", href).text(words)
}

/// A list with one item for each piece; nothing without pieces.
pub fn list(class: &str, items: impl IntoIterator<Item = Html>) -> Html {
    let items: Vec<Html> = items.into_iter().map(|item| el("li").child(item).into()).collect();
    if items.is_empty() { Html::default() } else { el("ul").class(class).all(items).into() }
}

/// Names and values, one row each; nothing without rows.
pub fn rows(rows: impl IntoIterator<Item = (String, Html)>) -> Html {
    let row = |(name, value): (String, Html)| {
        el("div").class("rows__row").child(el("dt").text(&name)).child(el("dd").child(value)).into()
    };
    let rows: Vec<Html> = rows.into_iter().map(row).collect();
    if rows.is_empty() { Html::default() } else { el("dl").class("rows").all(rows).into() }
}

/// Something folded under a line that opens it.
pub fn folded(summary: &str, inside: impl Into<Html>) -> El {
    el("details").class("more").child(el("summary").text(summary)).child(inside)
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &str, value: &str) -> Self {
        self.head.push(' ');
        self.head.push_str(name);
        self.head.push_str("=\"");
        escape(value, &mut self.head);
        self.head.push('"');
        self
    }

    /// Sets an attribute that has no value, if it holds.
    pub fn flag(mut self, name: &str, holds: bool) -> Self {
        if holds {
            self.head.push(' ');
            self.head.push_str(name);
        }
        self
    }

    /// Sets the class, unless it is empty.
    pub fn class(self, class: &str) -> Self {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// Sets the id.
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Adds text.
    pub fn text(mut self, text: &str) -> Self {
        escape(text, &mut self.inside);
        self
    }

    /// Adds a piece, or nothing.
    pub fn child(mut self, child: impl Into<Html>) -> Self {
        self.inside.push_str(&child.into().0);
        self
    }

    /// Adds pieces.
    pub fn all(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        children.into_iter().for_each(|child| self.inside.push_str(&child.0));
        self
    }
}

impl Html {
    /// The text of the markup.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is none.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Several pieces after each other.
    pub fn all(pieces: impl IntoIterator<Item = Html>) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect())
    }

    /// Text alone.
    pub fn text(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        escape(text, &mut html);
        Self(html)
    }
}

impl From<El> for Html {
    fn from(El { tag, head, inside }: El) -> Self {
        let is_void = matches!(tag, "input" | "br");
        let close: &[&str] = if is_void { &[] } else { &["</", tag, ">"] };
        Self([&["<", tag, &head, ">", &inside], close].concat().concat())
    }
}

impl<T: Into<Html>> From<Option<T>> for Html {
    fn from(piece: Option<T>) -> Self {
        piece.map_or_else(Self::default, Into::into)
    }
}

impl From<Vec<Html>> for Html {
    fn from(pieces: Vec<Html>) -> Self {
        Self::all(pieces)
    }
}

fn escape(text: &str, to: &mut String) {
    for c in text.chars() {
        match c {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            other => to.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_data_can_end_its_text_or_its_attribute() {
        let html: Html = link("/a?b=\"><script>", "</a><script>&").into();
        let expected = "<a href=\"/a?b=&quot;&gt;&lt;script&gt;\">&lt;/a&gt;&lt;script&gt;&amp;</a>";
        assert_eq!(html.into_string(), expected);
    }

    #[test]
    fn an_empty_list_is_nothing_and_a_void_element_is_not_closed() {
        assert!(list("a", []).is_nothing() && rows([]).is_nothing());
        let html: Html = el("input").flag("checked", true).flag("required", false).into();
        assert_eq!(html.into_string(), "<input checked>");
    }
}
