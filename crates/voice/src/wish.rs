//! What stands in the forms so far. It travels in hidden fields from page to page.

use domain::rating::Grade;
use sheet::{
    html::{El, Html, el},
    parts::hidden,
};

/// No rating has more tags.
const MOST_TAGS: usize = 40;

/// A rating that is being written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// The ticket, as it came.
    pub ticket: String,
    /// What this rating is sent by: the same key, however often the button is pressed.
    pub key: String,
    /// The grade; none is chosen beforehand.
    pub grade: Option<Grade>,
    /// Tags by their codes.
    pub tags: Vec<u16>,
    /// Words as they were typed.
    pub text: String,
    /// Whether the organ may find the visit and call back.
    pub named: bool,
    /// The button that was pressed.
    pub step: String,
}

impl Wish {
    /// Reads the fields of a form or of an address; unknown ones are left out.
    pub fn read(fields: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut wish = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "ticket" => wish.ticket = value,
                "key" => wish.key = value,
                "level" => wish.grade = value.parse().ok().and_then(Grade::from_level),
                "tag" if wish.tags.len() < MOST_TAGS => wish.tags.extend(value.parse::<u16>().ok()),
                "text" => wish.text = value.replace("\r\n", "\n"),
                "named" => wish.named = value == "yes",
                "do" => wish.step = value,
                _ => {}
            }
        }
        // Tags of a grade that was changed afterwards are no longer meant.
        if let Some(grade) = wish.grade {
            wish.tags.retain(|code| domain::rating::find_tag(*code).is_some_and(|tag| tag.grade == grade));
        }
        wish
    }

    /// A form that takes ticket and key along.
    pub fn form(&self) -> El {
        let fields = [hidden("ticket", &self.ticket), hidden("key", &self.key)];
        el("form").attr("method", "post").attr("action", super::pages::RATE).all(fields)
    }

    /// A form that takes everything along.
    pub fn whole_form(&self) -> El {
        let grade = self.grade.map(|grade| hidden("level", &grade.level().to_string()));
        let tags = self.tags.iter().map(|tag| hidden("tag", &tag.to_string()));
        let text = (!self.text.is_empty()).then(|| hidden("text", &self.text));
        let named = self.named.then(|| hidden("named", "yes"));
        let fields: Vec<Html> = grade.into_iter().chain(tags).chain(text).chain(named).collect();
        self.form().all(fields)
    }
}

#[cfg(test)]
mod tests {
    use domain::rating::tags_of;

    use super::*;

    fn fields(text: &str) -> Vec<(String, String)> {
        text.split('&').filter_map(|field| field.split_once('=')).map(|(a, b)| (a.into(), b.into())).collect()
    }

    #[test]
    fn nothing_is_chosen_beforehand_and_nonsense_chooses_nothing() {
        assert_eq!(Wish::read(fields("ticket=t")).grade, None);
        assert_eq!(Wish::read(fields("level=6")).grade, None);
        assert_eq!(Wish::read(fields("level=x&tag=x&named=maybe")).grade, None);
    }

    #[test]
    fn tags_of_another_grade_are_dropped() {
        let good = tags_of(Grade::Good).next().unwrap().code;
        let read = |level: u8| Wish::read(fields(&format!("level={level}&tag={good}&tag=9999"))).tags;
        assert_eq!(read(4), [good]);
        assert!(read(1).is_empty());
    }
}
