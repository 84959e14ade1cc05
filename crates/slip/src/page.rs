//! A checked list as markup, the same from the server and on the device, and the pages around it.

mod whole;

pub use whole::{checking, refused, signed};

use crate::{KeyId, PublicKey, Slip, SlipError, Verdict, text as words};

/// Checks a list and says what came of it.
pub fn check(text: &str, keys: &[PublicKey]) -> String {
    match Slip::open(&list_in(text), keys) {
        Ok((slip, key)) => valid(&slip, key),
        Err(error) => invalid(error),
    }
}

/// The list alone, from an address or from a text with breaks in it; neither sign stands in a list.
fn list_in(text: &str) -> String {
    let list = text.rsplit_once('#').map_or(text, |(_, list)| list);
    list.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A list with a good signature.
fn valid(slip: &Slip, key: KeyId) -> String {
    let mut html = Html::default();
    html.open("<section class=\"slip\" data-slip=\"valid\">");
    html.tag("<h2 class=\"slip__verdict\" tabindex=\"-1\">", &["✓ ", words::VALID], "</h2>");
    html.tag("<p class=\"lead\">", &[words::MEANING], "</p>");
    html.tag("<p class=\"small\">", &[words::OWN_ANSWERS], "</p>");
    html.open("<dl class=\"rows\">");
    html.row(words::SIGNED_BY, &words::signed_by(&key.to_string()));
    html.row(words::SIGNED_ON, &words::date(slip.signed));
    html.row(words::FOR_DAY, &words::date(slip.on));
    html.row(words::REGION, &slip.region_name);
    html.open("</dl>");
    html.0.push_str(&list(slip));
    html.open("</section>");
    html.0
}

/// Matters, papers and what the citizen tells, without a word about the signature.
pub fn list(slip: &Slip) -> String {
    let mut html = Html::default();
    html.tag("<h3>", &[words::MATTERS], "</h3>");
    html.open("<ol class=\"slip__matters\">");
    for matter in &slip.matters {
        html.tag("<li>", &[&matter.name], "</li>");
    }
    html.open("</ol>");
    html.tag("<h3>", &[words::PAPERS], "</h3>");
    if slip.papers.is_empty() {
        html.tag("<p>", &[words::NO_PAPERS], "</p>");
    }
    for verdict in [Verdict::Bring, Verdict::NotNeeded, Verdict::Conditional, Verdict::Unknown] {
        let mut papers = slip.papers.iter().filter(|paper| paper.verdict == verdict).peekable();
        if papers.peek().is_none() {
            continue;
        }
        html.tag("<h4>", &[words::verdict(verdict)], "</h4>");
        html.open("<ul class=\"slip__papers\">");
        for paper in papers {
            match paper.method {
                Some(method) => html.tag("<li>", &[&paper.name, "：", words::method(method)], "</li>"),
                None => html.tag("<li>", &[&paper.name], "</li>"),
            }
        }
        html.open("</ul>");
    }
    if !slip.told.is_empty() {
        html.tag("<h3>", &[words::TOLD], "</h3>");
        html.open("<dl class=\"rows\">");
        for told in &slip.told {
            html.row(&told.question, &told.answer);
        }
        html.open("</dl>");
    }
    html.0
}

/// Anything else.
fn invalid(error: SlipError) -> String {
    let mut html = Html::default();
    html.open("<section class=\"slip notice\" data-variant=\"error\" data-slip=\"invalid\" role=\"alert\">");
    html.tag("<h2 class=\"slip__verdict\" tabindex=\"-1\">", &["✗ ", words::INVALID], "</h2>");
    html.tag("<p>", &[words::reason(error)], "</p>");
    html.tag("<p>", &[words::what_to_do(error)], "</p>");
    html.open("</section>");
    html.0
}

/// Markup in the making.
#[derive(Default)]
struct Html(String);

impl Html {
    /// Markup of our own.
    fn open(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Text between two tags, escaped.
    fn tag(&mut self, open: &str, texts: &[&str], close: &str) {
        self.open(open);
        for character in texts.iter().flat_map(|text| text.chars()) {
            match character {
                '&' => self.open("&amp;"),
                '<' => self.open("&lt;"),
                '>' => self.open("&gt;"),
                '"' => self.open("&quot;"),
                other => self.0.push(other),
            }
        }
        self.open(close);
    }

    /// A name and its value.
    fn row(&mut self, name: &str, value: &str) {
        self.tag("<div class=\"rows__row\"><dt>", &[name], "</dt>");
        self.tag("<dd>", &[value], "</dd></div>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Day, Ed25519, Matter};

    #[test]
    fn what_is_no_list_is_never_shown_as_valid() {
        for text in ["", " ", "x", "00000", "<script>"] {
            let html = check(text, &[]);
            assert!(html.contains("data-slip=\"invalid\"") && !html.contains(words::VALID), "{html}");
        }
    }

    #[test]
    fn names_of_a_list_cannot_become_markup() {
        let signer = Ed25519::new(KeyId([1; 4]), &[1; 32]);
        let day = Day::from_number(2500).unwrap();
        let slip = Slip {
            signed: day,
            on: day,
            region: "21".into(),
            region_name: "<b>".into(),
            matters: vec![Matter { code: "a".into(), name: "\"<script>&".into() }],
            papers: Vec::new(),
            told: Vec::new(),
        };
        let key = PublicKey { id: KeyId([1; 4]), key: signer.public(), from: day, until: None };
        let html = check(&slip.seal(&signer), std::slice::from_ref(&key));
        assert!(html.contains("data-slip=\"valid\"") && html.contains("&quot;&lt;script&gt;&amp;"), "{html}");
        assert!(!html.contains("<b>"));
        // Copied with its address, and broken by whoever sent it.
        let text = slip.seal(&signer);
        let address = format!(" https://banshi.example/verify#{}\n{} ", &text[..9], &text[9..]);
        assert!(check(&address, &[PublicKey { until: Some(day), ..key }]).contains("data-slip=\"valid\""));
    }
}
