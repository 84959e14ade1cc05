//! A law and its article that stand in one cell: 中华人民共和国专利法 第六十五条.

use domain::guide::Basis;

/// Splits at the last separator; without one the whole text names the law.
pub fn parse(text: &str, article_after: Option<&str>) -> Basis {
    let split = article_after.filter(|mark| !mark.is_empty()).and_then(|mark| text.rsplit_once(mark));
    let (law, article) = match split {
        Some((law, article)) if !law.trim().is_empty() && article.contains('第') => {
            (law, Some(article.trim().to_owned()))
        }
        _ => (text, None),
    };
    Basis { law: law.trim().to_owned(), article, ..Basis::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_what_stands_after_the_last_separator() {
        let basis = parse("国务院令第412号 附件第193项", Some(" "));
        assert_eq!((basis.law.as_str(), basis.article.as_deref()), ("国务院令第412号", Some("附件第193项")));
    }

    #[test]
    fn a_law_without_an_article_gets_none() {
        assert_eq!(parse("食品安全法", Some(" ")).article, None);
        assert_eq!(parse("中华人民共和国 食品安全法", Some(" ")).law, "中华人民共和国 食品安全法");
    }
}
