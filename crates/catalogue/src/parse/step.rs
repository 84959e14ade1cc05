//! Steps of a path or of the handling that stand in one cell, one a line.

use domain::guide::{PathStep, Step};

/// A step out of a line: `受理：窗口核对材料`, or the name alone.
pub fn handling(line: &str) -> Step {
    match line.split_once(['：', ':']) {
        // A colon far into the sentence separates no name.
        Some((name, text)) if name.chars().count() <= 8 => {
            Step { name: name.trim().to_owned(), text: text.trim().to_owned(), time: None }
        }
        _ => Step { name: line.trim().to_owned(), ..Step::default() },
    }
}

/// A step of a path out of a line: `您：带身份证到派出所户籍窗口`.
pub fn path(line: &str) -> PathStep {
    match line.split_once(['：', ':']) {
        Some((actor, action)) if actor.chars().count() <= 8 => {
            PathStep { actor: actor.trim().to_owned(), action: action.trim().to_owned(), at: None }
        }
        _ => PathStep { action: line.trim().to_owned(), ..PathStep::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_word_before_a_colon_names_the_step() {
        let step = handling("受理：窗口当场核对");
        assert_eq!((step.name.as_str(), step.text.as_str()), ("受理", "窗口当场核对"));
        assert_eq!(handling("申请").name, "申请");
        assert_eq!(path("您：到派出所").actor, "您");
        assert_eq!(path("到派出所户籍窗口").actor, "");
    }
}
