//! Addresses of pages: what is looked at stands in the address, a personal answer never does.

use std::fmt;

use domain::{Audience, Channel, ItemKind, Level, RegionCode, wire::GuideQuery};

/// The home page.
pub const HOME: &str = "/";
/// The result list.
pub const GUIDES: &str = "/guides";
/// The region picker.
pub const REGIONS: &str = "/regions";
/// About the site and its data.
pub const ABOUT: &str = "/about";
/// Reports: where the plain form posts to, and where a report is looked up.
pub const REQUESTS: &str = "/requests";
/// Where the plain form that looks a report up posts to.
pub const REQUEST_LOOKUP: &str = "/requests/lookup";

/// Papers by name.
pub const PROOFS: &str = "/proofs";
/// Several matters of one occasion.
pub const EVENTS: &str = "/events";

/// A path with parameters, encoded as it is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
    has_query: bool,
}

impl Address {
    /// Starts with a path of our own.
    pub fn new(path: &str) -> Self {
        Self { text: path.into(), has_query: false }
    }

    /// Adds text to the path.
    pub fn segment(mut self, text: &str) -> Self {
        encode(text, &mut self.text);
        self
    }

    /// Adds a parameter, unless it is absent or empty.
    pub fn param(mut self, key: &str, value: Option<&str>) -> Self {
        let Some(value) = value.filter(|value| !value.is_empty()) else { return self };
        self.text.push(if self.has_query { '&' } else { '?' });
        self.text.push_str(key);
        self.text.push('=');
        encode(value, &mut self.text);
        self.has_query = true;
        self
    }

    /// Adds `key=1` when it holds.
    pub fn flag(self, key: &str, holds: bool) -> Self {
        self.param(key, holds.then_some("1"))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A result list.
pub fn guides(query: &GuideQuery) -> String {
    self::query(Address::new(GUIDES), query).to_string()
}

/// A result list for words alone.
pub fn search(words: &str) -> String {
    Address::new(GUIDES).param("q", Some(words)).to_string()
}

/// Adds what a result list is asked for, leaving out what goes without saying.
pub fn query(address: Address, query: &GuideQuery) -> Address {
    let number = |value: u32, usual: u32| (value != usual).then(|| value.to_string());
    address
        .param("q", Some(&query.q))
        .param("region", query.region.as_ref().map(RegionCode::as_str))
        .param("audience", query.audience.map(Audience::code))
        .param("kind", query.kind.map(ItemKind::code))
        .param("theme", query.theme.as_deref())
        .param("channel", query.channel.map(Channel::code))
        .param("level", query.level.map(Level::code))
        .param("page", number(query.page, 1).as_deref())
        .param("size", number(query.size, GuideQuery::SIZE).as_deref())
}

/// Reads a result list's address. What cannot be read is left out: a citizen is never refused for an address.
pub fn read_query(get: impl Fn(&str) -> Option<String>) -> GuideQuery {
    let usual = GuideQuery::default();
    let words = get("q").unwrap_or_default();
    GuideQuery {
        q: words.trim().chars().take(GuideQuery::MAX_WORDS).collect(),
        region: get("region").and_then(|code| RegionCode::parse(&code).ok()),
        audience: get("audience").and_then(|code| Audience::from_code(&code)),
        kind: get("kind").and_then(|code| ItemKind::from_code(&code)),
        theme: get("theme").filter(|theme| !theme.is_empty()),
        channel: get("channel").and_then(|code| Channel::from_code(&code)),
        level: get("level").and_then(|code| Level::from_code(&code)),
        page: get("page").and_then(|n| n.parse().ok()).filter(|n| (1..=MAX_PAGE).contains(n)).unwrap_or(usual.page),
        ..usual
    }
}

const MAX_PAGE: u32 = GuideQuery::MAX_DEPTH / GuideQuery::SIZE;

/// A guide, in the region that the reader has chosen or in the one named.
pub fn guide(code: &str, region: Option<&str>) -> String {
    Address::new("/guides/").segment(code).param("region", region).to_string()
}

/// The check of papers for one matter.
pub fn checklist(code: &str, region: Option<&str>) -> String {
    Address::new("/checklist").param("item", Some(code)).param("region", region).to_string()
}

/// The picture that carries a guide's address.
pub fn qr(code: &str, region: Option<&str>) -> String {
    Address::new("/guides/").segment(code).segment_raw("/qr.svg").param("region", region).to_string()
}

impl Address {
    fn segment_raw(mut self, path: &str) -> Self {
        self.text.push_str(path);
        self
    }
}

/// The region picker, opened at a region and leading back to a page.
pub fn regions(parent: Option<&str>, back: &str) -> String {
    Address::new(REGIONS).param("parent", parent).param("back", Some(back)).to_string()
}

/// A choice that the server keeps in the cookie, leading back to a page.
pub fn choose(key: &str, value: &str, back: &str) -> String {
    // An empty region is a choice too, so the parameter is written by hand.
    format!("/prefs?{key}={value}{}", Address { text: String::new(), has_query: true }.param("back", Some(back)))
}

/// A report's page.
pub fn request(id: &str) -> String {
    Address::new("/requests/").segment(id).to_string()
}

/// Keeps an address that leads back only when it stays on this site.
pub fn safe_back(back: Option<String>) -> String {
    back.filter(|path| is_own_path(path)).unwrap_or_else(|| HOME.into())
}

/// An address without its region, so that a new choice is not hidden by the old address.
pub fn without_region(address: &str) -> String {
    let Some((path, query)) = address.split_once('?') else { return address.into() };
    let kept: Vec<_> = query.split('&').filter(|pair| !pair.starts_with("region=")).collect();
    if kept.is_empty() { path.into() } else { format!("{path}?{}", kept.join("&")) }
}

/// Whether text is a path of this site: one slash first, so no other host, and nothing that browsers read as one.
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 2000
        && !path.chars().any(|c| c == '\\' || c.is_control())
}

fn encode(text: &str, to: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            to.push(byte as char);
        } else {
            to.push('%');
            to.push(HEX[usize::from(byte >> 4)] as char);
            to.push(HEX[usize::from(byte & 15)] as char);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_encoded_and_defaults_left_out() {
        let query = GuideQuery { q: "身份 证".into(), ..GuideQuery::default() };
        assert_eq!(guides(&query), "/guides?q=%E8%BA%AB%E4%BB%BD%20%E8%AF%81");
        assert_eq!(guides(&GuideQuery::default()), "/guides");
    }

    #[test]
    fn what_cannot_be_read_in_an_address_is_left_out() {
        let query = read_query(|key| match key {
            "q" => Some(" 护照 ".into()),
            "page" => Some("-3".into()),
            "level" => Some("galaxy".into()),
            "region" => Some("21010".into()),
            _ => None,
        });
        assert_eq!(query, GuideQuery { q: "护照".into(), ..GuideQuery::default() });
    }

    #[test]
    fn a_way_back_leads_nowhere_else() {
        for bad in ["https://x.example/", "//x.example", "/\\x.example", "x", "", "/a\nb"] {
            assert_eq!(safe_back(Some(bad.into())), "/", "{bad:?}");
        }
        assert_eq!(safe_back(Some("/guides?q=a".into())), "/guides?q=a");
    }

    #[test]
    fn a_new_choice_is_not_hidden_by_the_old_address() {
        assert_eq!(without_region("/guides?q=a&region=210102000000&page=2"), "/guides?q=a&page=2");
        assert_eq!(without_region("/guides/x?region=2101"), "/guides/x");
        assert_eq!(without_region("/"), "/");
    }

    #[test]
    fn forgetting_the_region_is_a_choice() {
        assert_eq!(choose("region", "", "/a?b"), "/prefs?region=&back=%2Fa%3Fb");
    }
}
