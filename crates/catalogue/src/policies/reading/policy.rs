//! One policy file.

use domain::{
    Audience, ItemCode, Level, RegionCode,
    logic::Truth,
    policy::{
        Answers, Condition, Cycle, Exception, Expected, Flaw, Instrument, Means, Pay, PayMode, Policy, PolicyClass,
        PolicyFacts, PolicyProblem, PolicySource, Rule, Then,
    },
};
use toml::Value;

use super::keys;
use crate::policies::{
    Case,
    condition::Reader,
    form::{CaseForm, ExpectedForm, PayForm, PolicyForm, RuleForm, SourceForm},
};

type SourceOf<'a> = dyn Fn(&Option<String>) -> Option<u8> + 'a;

/// The policy, its cases, and what is wrong; no policy when something of it cannot be read.
pub fn policy(form: PolicyForm, facts: &PolicyFacts) -> (Option<Policy>, Vec<Case>, Vec<PolicyProblem>) {
    let mut reader = Reader { facts, about: form.id.clone(), problems: Vec::new() };
    let (ids, sources): (Vec<String>, Vec<PolicySource>) = form.source.iter().map(source).unzip();
    let source_of = |id: &Option<String>| match id {
        None => Some(0),
        Some(id) => ids.iter().position(|other| other == id).and_then(|at| u8::try_from(at).ok()),
    };
    let cases = form.case;
    let rules: Vec<Option<Rule>> = form.rule.into_iter().map(|rule| reader.rule(rule, &source_of)).collect();
    let class = reader.code("class", &form.class, PolicyClass::from_code);
    let instrument = reader.code("instrument", &form.instrument, Instrument::from_code);
    let means = reader.code("means", &form.means, Means::from_code);
    let level = reader.code("level", &form.level, Level::from_code);
    let region = reader.code("region", &form.region, region);
    let apply_item =
        form.apply_item.as_ref().map(|code| reader.code("apply_item", code, |code| ItemCode::parse(code).ok()));
    let audience: Option<Vec<Audience>> =
        form.audience.iter().map(|code| reader.code("audience", code, Audience::from_code)).collect();
    if audience.as_ref().is_some_and(Vec::is_empty) {
        reader.wrong(Flaw::Unreadable, "audience", "a policy for nobody");
    }
    let policy = (|| {
        Some(Policy {
            id: form.id.clone(),
            name: form.name,
            plain_name: form.plain_name,
            summary: form.summary,
            aliases: form.aliases,
            class: class?,
            instrument: instrument?,
            means: means?,
            audience: audience.filter(|list| !list.is_empty())?,
            level: level?,
            region: region?,
            issuer: form.issuer,
            doc_no: form.doc_no,
            apply_item: apply_item.map_or(Some(None), |code| code.map(Some))?,
            group: form.group,
            sample: form.sample,
            sources,
            rules: rules.into_iter().collect::<Option<_>>()?,
            history: form.history.into_iter().map(|line| (line.on.0, line.text)).collect(),
        })
    })();
    let cases = match &policy {
        Some(policy) => cases.into_iter().filter_map(|case| reader.case(case, policy)).collect(),
        None => Vec::new(),
    };
    (policy, cases, reader.problems)
}

fn source(form: &SourceForm) -> (String, PolicySource) {
    let source = PolicySource {
        title: form.title.clone(),
        address: form.address.clone(),
        sentence: form.sentence.clone(),
        checked_on: form.checked_on.0,
        doc_until: form.doc_until.map(|day| day.0),
    };
    (form.id.clone(), source)
}

fn region(code: &str) -> Option<RegionCode> {
    RegionCode::parse(code).ok().filter(|_| code.len() == 12)
}

impl Reader<'_> {
    fn code<T>(&mut self, key: &str, code: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = read(code);
        if found.is_none() {
            self.wrong(Flaw::Unreadable, &format!("{key} ="), format!("{key} cannot be {code}"));
        }
        found
    }

    fn rule(&mut self, form: RuleForm, source: &SourceOf<'_>) -> Option<Rule> {
        let from = form.from.0;
        if form.until.is_none() && form.no_end.as_ref().is_none_or(|words| words.trim().is_empty()) {
            let text = format!("the rule from {from} has no last day; where the document has none, no_end says so");
            self.wrong(Flaw::NoEnd, &format!("from = {from}"), text);
        }
        let mut conditions = Vec::new();
        for form in &form.condition {
            let need = self.cond(&form.need, &form.text);
            let source = self.source(&form.text, &form.source, source);
            conditions.push(need.zip(source).map(|(need, source)| Condition { text: form.text.clone(), need, source }));
        }
        let mut exceptions = Vec::new();
        for form in &form.exception {
            let when = self.cond(&form.when, &form.text);
            let source = self.source(&form.text, &form.source, source);
            let then = self.code("then", &form.then, Then::from_code);
            let read = when.zip(then).zip(source);
            exceptions.push(read.map(|((when, then), source)| Exception {
                text: form.text.clone(),
                when,
                then,
                source,
            }));
        }
        let pay = self.pay(form.pay);
        let amount = self.amount(form.amount, source);
        Some(Rule {
            from,
            until: form.until.map(|day| day.0),
            due: form.due,
            conditions: conditions.into_iter().collect::<Option<_>>()?,
            exceptions: exceptions.into_iter().collect::<Option<_>>()?,
            pay: pay?,
            amount: amount?,
        })
    }

    fn source(&mut self, near: &str, id: &Option<String>, source: &SourceOf<'_>) -> Option<u8> {
        let found = source(id);
        if found.is_none() {
            self.wrong(Flaw::NoSource, near, format!("{near}: no source of this id"));
        }
        found
    }

    fn pay(&mut self, form: PayForm) -> Option<Pay> {
        let mode = self.code("mode", &form.mode, PayMode::from_code);
        let cycle = self.code("cycle", &form.cycle, Cycle::from_code);
        let expected = match form.expected {
            None => Some(None),
            Some(form) => self.expected(form, cycle).map(Some),
        };
        let PayForm { trigger, payer, account, confirm, check, .. } = form;
        Some(Pay { mode: mode?, trigger, payer, account, cycle: cycle?, expected: expected?, confirm, check })
    }

    fn expected(&mut self, form: ExpectedForm, cycle: Option<Cycle>) -> Option<Expected> {
        let read = match form {
            ExpectedForm { month: Some(month @ 1..=12), day: None, days: None, after: None } => {
                matches!(cycle, Some(Cycle::Yearly | Cycle::Once)).then_some(Expected::Month(month))
            }
            ExpectedForm { month: None, day: Some(day @ 1..=31), days: None, after: None } => {
                matches!(cycle, Some(Cycle::Monthly | Cycle::Quarterly)).then_some(Expected::Day(day))
            }
            ExpectedForm { month: None, day: None, days: Some(days), after: Some(after) } => {
                Some(Expected::Days { days, after })
            }
            _ => None,
        };
        if read.is_none() {
            let text = "expected is month for yearly or once, day for monthly or quarterly, or days with after";
            self.wrong(Flaw::Unreadable, "expected =", text);
        }
        read
    }

    fn case(&mut self, form: CaseForm, policy: &Policy) -> Option<Case> {
        let mut answers = Answers::new(self.facts.len());
        let mut is_whole = true;
        for (key, value) in &form.facts {
            let Some(question) = self.question(key) else {
                is_whole = false;
                continue;
            };
            match (self.answer(question, value), self.facts.find(key)) {
                (Some(answer), Some(fact)) => {
                    let (min, max) = question.bounds();
                    if !(min..=max).contains(&answer) {
                        let text = format!("{}: {key} cannot be {value}, facts.toml has its bounds", form.name);
                        self.wrong(Flaw::WrongKind, &form.name, text);
                    }
                    answers.set(fact, answer);
                }
                _ => is_whole = false,
            }
        }
        if let (Some(subject), [audience]) = (self.facts.find("subject"), policy.audience.as_slice())
            && answers.get(subject).is_none()
            && let Some(question) = self.question("subject")
            && let Some(answer) = self.answer(question, &Value::String(audience.code().to_owned()))
        {
            answers.set(subject, answer);
        }
        let expect = self.code("expect", &form.expect, |code| match code {
            "yes" => Some(Truth::Yes),
            "no" => Some(Truth::No),
            "unknown" => Some(Truth::Unknown),
            _ => None,
        });
        let amount = match &form.amount {
            None => Some(None),
            Some(Value::Array(ends)) => match ends.as_slice() {
                [min, max] => self.fen(min).zip(self.fen(max)).map(Some),
                _ => None,
            },
            Some(exact) => self.fen(exact).map(|fen| Some((fen, fen))),
        };
        let mode = match &form.mode {
            None => Some(None),
            Some(code) => self.code("mode", code, PayMode::from_code).map(Some),
        };
        let place = match &form.region {
            None => Some(policy.region.clone()),
            Some(code) => self.code("region", code, region),
        };
        let on = form.on.map(|day| day.0).or_else(|| policy.rules.iter().map(|rule| rule.from).max());
        let case = Case {
            name: form.name,
            on: on?,
            region: place?,
            answers,
            expect: expect?,
            amount: amount?,
            mode: mode?,
            missing: form.missing.as_deref().map(keys),
            change: form.change.as_deref().map(keys),
        };
        is_whole.then_some(case)
    }
}
