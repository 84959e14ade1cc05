//! The few flags of xtask, read without a dependency.

use std::collections::VecDeque;

use anyhow::{Context, Result, bail};

/// What stands after `cargo xtask`.
pub struct Args(VecDeque<String>);

impl Args {
    /// Takes the words of a command line.
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// The next word that is no flag.
    pub fn word(&mut self) -> Option<String> {
        if self.0.front()?.starts_with("--") { None } else { self.0.pop_front() }
    }

    /// Whether `--name` was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let at = self.0.iter().position(|word| word.strip_prefix("--") == Some(name));
        at.map(|at| self.0.remove(at)).is_some()
    }

    /// The text of `--name TEXT` or `--name=TEXT`.
    pub fn text(&mut self, name: &str) -> Result<Option<String>> {
        for at in 0..self.0.len() {
            let Some(rest) = self.0[at].strip_prefix("--").and_then(|word| word.strip_prefix(name)) else { continue };
            if let Some(text) = rest.strip_prefix('=') {
                let text = text.to_owned();
                self.0.remove(at);
                return Ok(Some(text));
            }
            if rest.is_empty() {
                self.0.remove(at);
                let text = self.0.remove(at).with_context(|| format!("--{name} needs a value"))?;
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    /// The number of `--name N`.
    pub fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => bail!("--{name} needs a number, not {text:?}"),
        }
    }

    /// All that is left, for another program.
    pub fn rest(self) -> impl Iterator<Item = String> {
        self.0.into_iter()
    }

    /// Complains about whatever nobody asked for.
    pub fn end(self) -> Result<()> {
        match self.0.front() {
            None => Ok(()),
            Some(word) => bail!("{word:?} is not understood; see `cargo xtask help`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn flags_texts_and_numbers_are_taken_in_any_order() {
        let mut args = args("serve --port 81 --once --scale=full");
        assert_eq!(args.word().as_deref(), Some("serve"));
        assert_eq!(args.text("scale").unwrap().as_deref(), Some("full"));
        assert!(args.flag("once"));
        assert!(!args.flag("all"));
        assert_eq!(args.number::<u16>("port").unwrap(), Some(81));
        assert!(args.end().is_ok());
    }

    #[test]
    fn a_flag_nobody_knows_is_an_error() {
        assert!(args("--prot 81").end().is_err());
        assert!(args("--port many").number::<u16>("port").is_err());
        assert!(args("--port").number::<u16>("port").is_err());
    }
}
