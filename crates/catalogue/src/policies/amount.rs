//! Amounts of a file.

use domain::policy::{Amount, Base, Cond, FactId, Flaw, Leaf, Part, Per, Rate, Row, Term};
use toml::Value;

use super::{
    condition::Reader,
    form::{AmountForm, PartForm, RowForm},
    quantity::Quantity,
};

/// What a part or a tier pays, as it is written in either.
struct Pays<'f> {
    fixed: &'f Option<Value>,
    from: &'f Option<Value>,
    to: &'f Option<Value>,
    percent: &'f Option<Value>,
    of: &'f Option<String>,
    above: &'f Option<Value>,
    per: &'f Option<String>,
    per_at_most: &'f Option<Value>,
    nothing: bool,
}

macro_rules! pays {
    ($form:expr) => {{
        let form = $form;
        Pays {
            fixed: &form.fixed,
            from: &form.from,
            to: &form.to,
            percent: &form.percent,
            of: &form.of,
            above: &form.above,
            per: &form.per,
            per_at_most: &form.per_at_most,
            nothing: form.nothing,
        }
    }};
}

impl Reader<'_> {
    /// An amount; `source` finds the place of a source by its id.
    pub fn amount(&mut self, form: AmountForm, source: &dyn Fn(&Option<String>) -> Option<u8>) -> Option<Amount> {
        let highest = match form.combine.as_deref() {
            None | Some("sum") => false,
            Some("highest") => true,
            Some(other) => {
                self.wrong(Flaw::Unreadable, "combine", format!("combine is sum or highest, not {other}"));
                return None;
            }
        };
        let at_most = self.maybe_fen(&form.at_most)?;
        let at_least = self.maybe_fen(&form.at_least)?;
        let parts: Vec<Option<Part>> = form.part.iter().map(|part| self.part(part, source)).collect();
        let parts = parts.into_iter().collect::<Option<_>>()?;
        Some(Amount { local: form.local, worth: form.worth, highest, at_most, at_least, example: form.example, parts })
    }

    fn part(&mut self, form: &PartForm, source: &dyn Fn(&Option<String>) -> Option<u8>) -> Option<Part> {
        let label = form.label.trim().to_owned();
        if label.is_empty() {
            self.wrong(Flaw::Unreadable, "[[rule.amount.part]]", "a part without a label");
            return None;
        }
        let when = match &form.when {
            Some(when) => Some(self.cond(when, &label)?),
            None => None,
        };
        let at_most = self.maybe_fen(&form.part_at_most)?;
        let rows = match &form.by {
            Some(key) => self.rows(key, &form.rows, &label)?,
            None => vec![Row { when: Cond::ALWAYS, term: self.term(&pays!(form), &label)? }],
        };
        let Some(source) = source(&form.source) else {
            self.wrong(Flaw::NoSource, &label, format!("{label}: no source of this id"));
            return None;
        };
        Some(Part { label, when, at_most, rows, source })
    }

    fn rows(&mut self, key: &str, forms: &[RowForm], label: &str) -> Option<Vec<Row>> {
        let question = self.question(key)?;
        let fact = self.facts.find(key)?;
        let (least, most) = question.bounds();
        let mut rows = Vec::new();
        for form in forms {
            let when = if question.is_number() {
                let min = form.min.as_ref().map_or(Some(least), |value| self.answer(question, value))?;
                let max = form.max.as_ref().map_or(Some(most), |value| self.answer(question, value))?;
                if form.values.is_some() || min > max {
                    self.wrong(Flaw::WrongKind, label, format!("{label}: tiers by {key} have min and max, min first"));
                    return None;
                }
                Leaf::Between(fact, min, max)
            } else {
                let Some(values) = form.values.as_ref().filter(|_| form.min.is_none() && form.max.is_none()) else {
                    self.wrong(Flaw::WrongKind, label, format!("{label}: tiers by {key} have values"));
                    return None;
                };
                Leaf::In(fact, self.choices(question, values)?)
            };
            rows.push(Row { when: Cond::Leaf(when), term: self.term(&pays!(form), label)? });
        }
        if rows.is_empty() {
            self.wrong(Flaw::TierGap, label, format!("{label}: no tier at all"));
            return None;
        }
        Some(rows)
    }

    fn choices(&mut self, question: &domain::policy::PolicyFact, values: &[String]) -> Option<u64> {
        let flag = |code: &str| match code {
            "true" => Some(Value::Boolean(true)),
            "false" => Some(Value::Boolean(false)),
            _ => None,
        };
        let is_flag = question.fact.kind == domain::logic::FactKind::Flag;
        let mut set = 0;
        for code in values {
            let value = flag(code).filter(|_| is_flag).unwrap_or_else(|| Value::String(code.clone()));
            set |= 1u64 << self.answer(question, &value)?;
        }
        Some(set)
    }

    fn term(&mut self, pays: &Pays<'_>, label: &str) -> Option<Term> {
        let is_bare = pays.of.is_none() && pays.above.is_none();
        let base = match (pays.fixed, pays.from, pays.to, pays.percent, pays.nothing) {
            (None, None, None, None, true) if is_bare => Base::Nothing,
            (Some(fixed), None, None, None, false) if is_bare => Base::Fixed(self.fen(fixed)?),
            (None, Some(from), Some(to), None, false) if is_bare => {
                let (from, to) = (self.fen(from)?, self.fen(to)?);
                if from > to {
                    self.wrong(Flaw::BadDates, label, format!("{label}: from is above to"));
                    return None;
                }
                Base::Local(from, to)
            }
            (None, None, None, Some(percent), false) => {
                let of = pays.of.as_ref().and_then(|key| self.money(key));
                let rate = self.rate(percent, label)?;
                Base::Share { of: of?, rate, above: self.maybe_fen(pays.above)?.unwrap_or(0) }
            }
            _ => {
                let text = format!("{label}: pays one of fixed, from+to, percent+of, nothing");
                self.wrong(Flaw::Unreadable, label, text);
                return None;
            }
        };
        let per = match pays.per {
            Some(key) => Some(self.per(key, pays.per_at_most)?),
            None => None,
        };
        Some(Term { base, per })
    }

    fn per(&mut self, key: &str, at_most: &Option<Value>) -> Option<Per> {
        let question = self.question(key)?;
        if !question.is_number() || question.decimals > 0 || question.is_day {
            self.wrong(Flaw::WrongKind, key, format!("{key} is no count"));
            return None;
        }
        let at_most = match at_most {
            Some(value) => Some(self.answer(question, value)?),
            None => None,
        };
        Some(Per { fact: self.facts.find(key)?, at_most })
    }

    fn money(&mut self, key: &str) -> Option<FactId> {
        if !self.question(key)?.is_money() {
            self.wrong(Flaw::WrongUnit, key, format!("{key} is no money: of what is this a share?"));
            return None;
        }
        self.facts.find(key)
    }

    fn rate(&mut self, value: &Value, label: &str) -> Option<Rate> {
        let rate = value.as_str().and_then(Quantity::rate);
        if rate.is_none() {
            self.wrong(Flaw::WrongUnit, label, format!("{label}: {value} is no share like \"30%\" or \"2/3\""));
        }
        rate
    }

    /// Money in fen.
    pub fn fen(&mut self, value: &Value) -> Option<i64> {
        let fen = value.as_str().and_then(Quantity::fen);
        if fen.is_none() {
            let near = value.as_str().map_or_else(|| value.to_string(), |text| format!("\"{text}\""));
            self.wrong(Flaw::WrongUnit, &near, format!("{value} is no money like \"5000元\""));
        }
        fen
    }

    /// Money in fen, or none; the outer `None` is a mistake.
    fn maybe_fen(&mut self, value: &Option<Value>) -> Option<Option<i64>> {
        match value {
            Some(value) => self.fen(value).map(Some),
            None => Some(None),
        }
    }
}
