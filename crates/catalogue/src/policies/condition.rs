//! Conditions and answers of a file: names become questions, texts with units become numbers.

use domain::{
    logic::{Expr, FactKind},
    policy::{Cond, Flaw, PolicyFact, PolicyFacts, PolicyProblem},
};
use toml::Value;

use super::{day::Day, fact::number_of, form::NeedForm, quantity::Quantity};

/// Reads one policy's words, and keeps what is wrong with them.
pub struct Reader<'a> {
    pub facts: &'a PolicyFacts,
    pub about: String,
    pub problems: Vec<PolicyProblem>,
}

impl<'a> Reader<'a> {
    /// Says what is wrong, and near which words.
    pub fn wrong(&mut self, flaw: Flaw, near: &str, text: impl Into<String>) {
        self.problems.push(PolicyProblem::new(flaw, &self.about, near, text));
    }

    /// The question of a key.
    pub fn question(&mut self, key: &str) -> Option<&'a PolicyFact> {
        let found = self.facts.find(key).and_then(|id| self.facts.get(id));
        if found.is_none() {
            self.wrong(Flaw::UnknownFact, &format!("\"{key}\""), format!("no question {key} in facts.toml"));
        }
        found
    }

    /// An answer as a number, as conditions, tiers and cases write it.
    pub fn answer(&mut self, question: &PolicyFact, value: &Value) -> Option<i64> {
        let key = &question.fact.key;
        let near = value.as_str().map_or_else(|| key.clone(), |text| format!("\"{text}\""));
        let read = match (&question.fact.kind, value) {
            (FactKind::Flag, Value::Boolean(yes)) => Ok(i64::from(*yes)),
            (FactKind::Choice { choices }, Value::String(code)) => choices
                .iter()
                .position(|choice| choice.value == *code)
                .map(|at| at as i64)
                .ok_or((Flaw::UnknownChoice, format!("{key} has no choice {code}"))),
            (FactKind::Number { .. }, value) if question.is_day => {
                Day::of(value).map(number_of).ok_or((Flaw::WrongUnit, format!("{key}: {value} is no day")))
            }
            (FactKind::Number { unit, .. }, Value::String(text)) => Quantity::parse(text)
                .filter(|quantity| quantity.unit == *unit)
                .and_then(|quantity| quantity.scaled(question.decimals))
                .ok_or((Flaw::WrongUnit, format!("{key} is counted in {unit}: {text} is not"))),
            (FactKind::Number { unit, .. }, _) => {
                Err((Flaw::WrongUnit, format!("{key}: {value} has no unit, {unit} is wanted")))
            }
            (FactKind::Flag | FactKind::Choice { .. }, _) => Err((Flaw::WrongKind, format!("{key} cannot be {value}"))),
        };
        match read {
            Ok(number) => Some(number),
            Err((flaw, text)) => {
                self.wrong(flaw, &near, text);
                None
            }
        }
    }

    /// A condition, ready to be asked.
    pub fn cond(&mut self, form: &NeedForm, near: &str) -> Option<Cond> {
        let expr = self.expr(form, near)?;
        let problems = {
            let plain = self.facts.iter().map(|(_, question)| question.fact.clone()).collect();
            domain::logic::FactTable::build(plain).map(|table| expr.problems(&table)).unwrap_or_default()
        };
        for problem in &problems {
            self.wrong(Flaw::Always, near, format!("{near}: {problem}"));
        }
        if problems.is_empty() { Cond::compile(&expr, self.facts) } else { None }
    }

    fn expr(&mut self, form: &NeedForm, near: &str) -> Option<Expr> {
        let NeedForm { is, not, r#in, values, at_least, at_most, value, between, from, to, all, any } = form;
        let bounds = value.is_some() || from.is_some() || to.is_some() || values.is_some();
        match (is, not, r#in, at_least, at_most, between, all, any) {
            (Some(key), None, None, None, None, None, None, None) if !bounds => {
                let is_flag = self.question(key)?.fact.kind == FactKind::Flag;
                if !is_flag {
                    self.wrong(Flaw::WrongKind, near, format!("{near}: {key} is no question of yes or no"));
                }
                is_flag.then(|| Expr::Is(key.clone()))
            }
            (None, Some(inner), None, None, None, None, None, None) if !bounds => {
                Some(Expr::Not(Box::new(self.expr(inner, near)?)))
            }
            (None, None, Some(key), None, None, None, None, None) => {
                let question = self.question(key)?;
                let values = values.clone().unwrap_or_default();
                if !matches!(question.fact.kind, FactKind::Choice { .. }) {
                    self.wrong(Flaw::WrongKind, near, format!("{near}: {key} is no question with choices"));
                    return None;
                }
                let known = values.iter().map(|code| self.answer(question, &Value::String(code.clone())));
                known.collect::<Option<Vec<i64>>>()?;
                Some(Expr::In { fact: key.clone(), values })
            }
            (None, None, None, Some(key), None, None, None, None) => {
                Some(Expr::Between { fact: key.clone(), min: Some(self.bound(key, value, near)?), max: None })
            }
            (None, None, None, None, Some(key), None, None, None) => {
                Some(Expr::Between { fact: key.clone(), min: None, max: Some(self.bound(key, value, near)?) })
            }
            (None, None, None, None, None, Some(key), None, None) => {
                let (min, max) = (self.bound(key, from, near)?, self.bound(key, to, near)?);
                Some(Expr::Between { fact: key.clone(), min: Some(min), max: Some(max) })
            }
            (None, None, None, None, None, None, Some(parts), None) if !bounds => {
                Some(Expr::All(parts.iter().map(|part| self.expr(part, near)).collect::<Option<_>>()?))
            }
            (None, None, None, None, None, None, None, Some(parts)) if !bounds => {
                Some(Expr::Any(parts.iter().map(|part| self.expr(part, near)).collect::<Option<_>>()?))
            }
            _ => {
                let text = format!(
                    "{near}: a condition is one of is, not, in+values, at_least+value, at_most+value, between+from+to, all, any"
                );
                self.wrong(Flaw::Unreadable, near, text);
                None
            }
        }
    }

    fn bound(&mut self, key: &str, value: &Option<Value>, near: &str) -> Option<i64> {
        let question = self.question(key)?;
        if !question.is_number() {
            self.wrong(Flaw::WrongKind, near, format!("{near}: {key} is no number"));
            return None;
        }
        match value {
            Some(value) => self.answer(question, value),
            None => {
                self.wrong(Flaw::Unreadable, near, format!("{near}: {key} is compared with nothing"));
                None
            }
        }
    }
}
