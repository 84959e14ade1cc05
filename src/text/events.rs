//! Life events and popular searches. Each leads to a search, so none can die with a code.

/// A link that is a search.
pub struct Search {
    /// The words of the link.
    pub label: &'static str,
    /// The words that are searched for.
    pub words: &'static str,
}

const fn search(label: &'static str, words: &'static str) -> Search {
    Search { label, words }
}

/// What happens in a life: the events of data/events.toml that are at home here (see build.rs).
pub const EVENTS: &[Search] = include!(concat!(env!("OUT_DIR"), "/events.rs"));

/// What people look for most.
pub const POPULAR: &[Search] = &[
    search("身份证补办", "身份证补办"),
    search("居住证", "居住证"),
    search("社保卡", "社保卡"),
    search("公积金提取", "公积金提取"),
    search("异地就医", "异地就医"),
    search("护照", "护照"),
    search("营业执照", "营业执照"),
    search("食品经营", "食品经营许可"),
];
