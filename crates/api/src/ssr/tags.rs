//! Just enough HTML to find scripts and styles in our own index.html.

/// An element found in a page.
#[derive(Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// The start tag.
    pub tag: &'a str,
    /// What stands between start and end tag.
    pub content: &'a str,
    whole: std::ops::Range<usize>,
}

/// Every `<name …>…</name>` of a page.
pub fn elements<'a>(page: &'a str, name: &str) -> Vec<Element<'a>> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = page[from..].find(&open).map(|at| from + at) {
        let Some(tag_end) = page[start..].find('>').map(|at| start + at + 1) else { break };
        let named = page[start + open.len()..].starts_with([' ', '>', '\n', '\t']);
        let Some(end) = page[tag_end..].find(&close).map(|at| tag_end + at).filter(|_| named) else {
            from = tag_end;
            continue;
        };
        let whole = start..end + close.len();
        from = whole.end;
        found.push(Element { tag: &page[start..tag_end], content: &page[tag_end..end], whole });
    }
    found
}

/// The scripts that a policy must allow by their hash: without `src`, and no data.
pub fn inline_scripts(page: &str) -> Vec<&str> {
    let inline = |e: &Element<'_>| !e.tag.contains(" src=") && !e.tag.contains("json");
    elements(page, "script").into_iter().filter(inline).map(|e| e.content).collect()
}

/// The page without its scripts and what is loaded for them.
pub fn without_scripts(page: &str) -> String {
    let mut left = page.to_owned();
    for element in elements(page, "script").into_iter().rev() {
        left.replace_range(element.whole, "");
    }
    let mut from = 0;
    while let Some(start) = left[from..].find("<link").map(|at| from + at) {
        let Some(end) = left[start..].find('>').map(|at| start + at + 1) else { break };
        let tag = &left[start..end];
        if tag.contains("modulepreload") || tag.contains("as=\"fetch\"") {
            left.replace_range(start..end, "");
            from = start;
        } else {
            from = end;
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><style>a{}</style><link rel=\"modulepreload\" href=\"/a.js\"><link rel=\"icon\" href=\"i\">\
        <link rel=\"preload\" href=\"/a.wasm\" as=\"fetch\"><script type=\"module\" src=\"/a.js\"></script>\
        <script>go()</script></head>";

    #[test]
    fn only_scripts_that_stand_in_the_page_need_a_hash() {
        assert_eq!(inline_scripts(PAGE), ["go()"]);
        assert_eq!(elements(PAGE, "style")[0].content, "a{}");
    }

    #[test]
    fn a_page_without_scripts_keeps_its_looks() {
        assert_eq!(without_scripts(PAGE), "<head><style>a{}</style><link rel=\"icon\" href=\"i\"></head>");
    }
}
