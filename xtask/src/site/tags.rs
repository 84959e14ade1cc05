//! Just enough HTML to find the links of index.html that are meant for the build.

/// One `<link data-trunk …>`: where it stands and what it says.
#[derive(Debug, PartialEq)]
pub struct Link<'a> {
    /// Where the tag begins and ends in the page.
    pub at: std::ops::Range<usize>,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Link<'a> {
    /// The value of an attribute, empty if it stands alone.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }
}

/// The links marked `data-trunk`, in order.
pub fn build_links(page: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(next) = page[from..].find('<') {
        let start = from + next;
        if page[start..].starts_with("<!--") {
            from = page[start..].find("-->").map_or(page.len(), |end| start + end + 3);
            continue;
        }
        let Some(end) = tag_end(page, start) else { break };
        if page[start..].starts_with("<link") {
            let attributes = attributes(&page[start + "<link".len()..end - 1]);
            if attributes.iter().any(|(name, _)| *name == "data-trunk") {
                links.push(Link { at: start..end, attributes });
            }
        }
        from = end;
    }
    links
}

/// Just behind the `>` that closes a tag; one inside quotes does not.
fn tag_end(page: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    for (at, c) in page[start..].char_indices() {
        match (quote, c) {
            (None, '>') => return Some(start + at + 1),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return found;
        }
        let name_end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let name = &rest[..name_end];
        rest = &rest[name_end..];
        let Some(value) = rest.strip_prefix('=') else {
            found.push((name, ""));
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        found.push((name, value));
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn build_links_are_found_with_their_attributes() {
        let page = "<head><!-- <link data-trunk rel=css> --><link rel=icon href=a.svg>\n\
            <link data-trunk rel=\"css\" href='style/a>b.css' media=print /></head>";
        let links = build_links(page);
        assert_eq!(links.len(), 1);
        assert_eq!(links[0].attribute("href"), Some("style/a>b.css"));
        assert_eq!(links[0].attribute("media"), Some("print"));
        assert_eq!(links[0].attribute("rel"), Some("css"));
        assert_eq!(links[0].attribute("type"), None);
        assert!(page[links[0].at.clone()].ends_with("/>"));
    }

    #[test]
    fn an_unclosed_tag_ends_the_search() {
        assert!(build_links("<link data-trunk rel=\"css").is_empty());
    }
}
