use proptest::prelude::*;

use super::*;

const FLAGS: [&str; 3] = ["a", "b", "c"];

fn table() -> FactTable {
    let words = |key: &str, kind| Fact { key: key.into(), kind, label: "问".into(), why: "因".into(), help: None };
    let choices = ["x", "y", "z"].map(|code| Choice { value: code.into(), label: code.into() }).to_vec();
    let mut facts: Vec<Fact> = FLAGS.iter().map(|key| words(key, FactKind::Flag)).collect();
    facts.push(words("kind", FactKind::Choice { choices }));
    facts.push(words("age", FactKind::Number { min: 0, max: 120, unit: "岁".into() }));
    FactTable::build(facts).unwrap()
}

fn expr() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        prop::sample::select(FLAGS.to_vec()).prop_map(|key| Expr::Is(key.into())),
        prop::sample::subsequence(vec!["x", "y", "z"], 1..3)
            .prop_map(|codes| Expr::In { fact: "kind".into(), values: codes.into_iter().map(String::from).collect() }),
        (1i64..60, 60i64..119).prop_map(|(min, max)| Expr::Between {
            fact: "age".into(),
            min: Some(min),
            max: Some(max)
        }),
    ];
    leaf.prop_recursive(3, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Expr::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Expr::Any),
            inner.prop_map(|part| Expr::Not(Box::new(part))),
        ]
    })
}

fn answers() -> impl Strategy<Value = Facts> {
    let flags = prop::collection::vec(prop::option::of(any::<bool>()), 3);
    let kind = prop::option::of(prop::sample::select(vec!["x", "y", "z"]));
    (flags, kind, prop::option::of(0i64..=120)).prop_map(|(flags, kind, age)| {
        let flags = FLAGS.iter().zip(flags).filter_map(|(key, flag)| Some((*key, Value::Flag(flag?))));
        let kind = kind.map(|code| ("kind", Value::Choice(code.into())));
        flags.chain(kind).chain(age.map(|age| ("age", Value::Number(age)))).collect()
    })
}

/// The same facts with every open question answered somehow.
fn completed(facts: &Facts, rest: &Facts) -> Facts {
    rest.iter().chain(facts.iter()).map(|(key, value)| (key, value.clone())).collect()
}

proptest! {
    #[test]
    fn a_further_answer_never_changes_what_is_settled(expr in expr(), known in answers(), rest in answers()) {
        let before = expr.truth(&known);
        let after = expr.truth(&completed(&known, &rest));
        prop_assert!(!before.is_settled() || before == after);
    }

    #[test]
    fn a_settled_condition_has_no_open_question_and_an_unsettled_one_has(expr in expr(), known in answers()) {
        let open = expr.open(&known);
        prop_assert_eq!(open.is_empty(), expr.truth(&known).is_settled());
        prop_assert!(open.iter().all(|key| known.get(key).is_none()));
    }

    #[test]
    fn answering_all_open_questions_settles(expr in expr(), known in answers(), age in 0i64..=120, flag: bool) {
        let open: Facts = expr.open(&known).into_iter().map(|key| {
            let value = match key.as_str() {
                "kind" => Value::Choice("y".into()),
                "age" => Value::Number(age),
                _ => Value::Flag(flag),
            };
            (key, value)
        }).collect();
        prop_assert!(expr.truth(&completed(&known, &open)).is_settled());
    }

    #[test]
    fn what_is_declared_has_no_problems_and_travels_unchanged(expr in expr()) {
        prop_assert_eq!(expr.problems(&table()), vec![]);
        let text = serde_json::to_string(&expr).unwrap();
        prop_assert_eq!(serde_json::from_str::<Expr>(&text).unwrap(), expr);
    }
}

#[test]
fn every_problem_of_a_condition_is_reported() {
    let between = |min, max| Expr::Between { fact: "age".into(), min, max };
    let bad = Expr::All(vec![
        Expr::Is("nobody".into()),
        Expr::Is("age".into()),
        Expr::In { fact: "kind".into(), values: vec!["x".into(), "w".into()] },
        Expr::In { fact: "kind".into(), values: vec![] },
        Expr::Any(vec![]),
        between(Some(9), Some(8)),
        between(Some(0), None),
        between(Some(121), None),
        between(None, Some(-1)),
    ]);
    let bounds = ExprProblem::Bounds("age".into());
    assert_eq!(
        bad.problems(&table()),
        [
            ExprProblem::UnknownFact("nobody".into()),
            ExprProblem::Kind("age".into()),
            ExprProblem::UnknownChoice("kind".into(), "w".into()),
            ExprProblem::Empty,
            ExprProblem::Empty,
            bounds.clone(),
            bounds.clone(),
            bounds.clone(),
            bounds,
        ]
    );
}

#[test]
fn a_condition_is_written_in_toml_as_people_read_it() {
    #[derive(serde::Deserialize)]
    struct File {
        when: Expr,
    }
    let file: File =
        toml::from_str(r#"when = { all = [{ is = "a" }, { not = { in = { fact = "kind", values = ["x"] } } }] }"#)
            .unwrap();
    let facts = [("a", Value::Flag(true)), ("kind", Value::Choice("z".into()))].into_iter().collect();
    assert_eq!(file.when.truth(&facts), Truth::Yes);
    assert_eq!(file.when.truth(&Facts::default()), Truth::Unknown);
}

#[test]
fn answers_from_outside_are_held_against_the_table() {
    let facts: Facts = [
        ("a", Value::Flag(true)),
        ("b", Value::Number(1)),
        ("kind", Value::Choice("w".into())),
        ("age", Value::Number(121)),
        ("name", Value::Choice("张三".into())),
    ]
    .into_iter()
    .collect();
    assert_eq!(
        facts.problems(&table()),
        [
            FactProblem::Value("age".into()),
            FactProblem::Value("b".into()),
            FactProblem::Value("kind".into()),
            FactProblem::Unknown("name".into()),
        ]
    );
}

#[test]
fn an_answer_is_never_printed() {
    let facts: Facts = [("kind", Value::Choice("divorced".into()))].into_iter().collect();
    assert!(!format!("{facts:?}").contains("divorced"));
}

#[test]
fn a_wrong_set_of_questions_is_refused_with_every_reason() {
    let fact = |key: &str, kind| Fact { key: key.into(), kind, label: "问".into(), why: "因".into(), help: None };
    let one = vec![Choice { value: "x".into(), label: "甲".into() }];
    let mut wordless = fact("w", FactKind::Flag);
    wordless.why.clear();
    let problems = FactTable::build(vec![
        fact("a", FactKind::Flag),
        fact("a", FactKind::Flag),
        fact("Bad-key", FactKind::Flag),
        wordless,
        fact("k", FactKind::Choice { choices: one }),
        fact("n", FactKind::Number { min: 2, max: 1, unit: "人".into() }),
    ])
    .unwrap_err();
    assert_eq!(problems.len(), 5);
}
