use super::make::*;
use crate::{
    logic::{Expr, ExprProblem},
    papers::*,
};

fn problems(papers: Vec<Paper>, rules: Vec<ZeroRule>) -> Vec<BookProblem> {
    Rulebook::build(table(), papers, vec![ecert()], rules, vec![], PlacingWords::default()).unwrap_err()
}

#[test]
fn every_problem_of_a_rulebook_is_reported() {
    let held = Paper { kind: PaperKind::Certificate, ..paper("p1") };
    let without = |rule: ZeroRule| ZeroRule { ecert: None, form: None, makeup: None, checker: None, ..rule };
    let found = problems(
        vec![paper("p0"), paper("p0"), held, Paper { ecert: Some("x".into()), ..paper("p2") }],
        vec![
            rule("a", "p0", Method::Share),
            rule("a", "p9", Method::Share),
            rule("b", "p1", Method::Cancel),
            without(rule("c", "p0", Method::ECert)),
            without(rule("d", "p0", Method::Commit)),
            without(rule("e", "p0", Method::Tolerate)),
            without(rule("f", "p0", Method::Verify)),
            ZeroRule { basis: vec![], ..rule("g", "p0", Method::Share) },
            ZeroRule { until: Some(day("2025-12-31")), ..rule("h", "p0", Method::Share) },
            ZeroRule { when: Some(Expr::Is("nobody".into())), ..rule("i", "p0", Method::Share) },
            ZeroRule { ecert: Some("x".into()), ..rule("j", "p0", Method::ECert) },
        ],
    );
    let lacks = |id: &str, method| BookProblem::Method(id.into(), method);
    let expected = [
        BookProblem::Duplicate("p0".into()),
        BookProblem::NoCertificate("p2".into(), "x".into()),
        BookProblem::Duplicate("a".into()),
        BookProblem::NoPaper("a".into(), "p9".into()),
        BookProblem::NoProof("b".into(), "p1".into()),
        lacks("c", "ECERT"),
        lacks("d", "COMMIT"),
        lacks("e", "TOLERATE"),
        lacks("f", "VERIFY"),
        BookProblem::NoBasis("g".into()),
        BookProblem::Backwards("h".into()),
        BookProblem::Condition("i".into(), ExprProblem::UnknownFact("nobody".into())),
        BookProblem::NoCertificate("j".into(), "x".into()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_sample_rule_needs_no_basis() {
    book(vec![ZeroRule { basis: vec![], sample: true, ..rule("g", "p0", Method::Share) }]);
}

#[test]
fn equally_special_rules_of_one_time_are_a_tie() {
    let (code, themes) = (item("a"), vec!["户籍".to_owned()]);
    let ties = |one, other| book(vec![one, other]).ties([(&code, themes.as_slice())]);
    let plain = |id| rule(id, "p0", Method::Share);
    let themed = |id| ZeroRule { themes: vec!["户籍".into()], ..plain(id) };
    assert_eq!(ties(plain("x"), plain("y")), [BookProblem::Tie("x".into(), "y".into(), "a".into())]);
    assert_eq!(ties(themed("x"), themed("y")).len(), 1);
    assert_eq!(ties(plain("x"), themed("y")), []);
    assert_eq!(ties(plain("x"), ZeroRule { paper: "p1".into(), ..plain("y") }), []);
    let before = ZeroRule { until: Some(day("2026-05-31")), ..plain("x") };
    assert_eq!(ties(before.clone(), ZeroRule { from: day("2026-06-01"), ..plain("y") }), []);
    assert_eq!(ties(before, ZeroRule { from: day("2026-05-31"), ..plain("y") }).len(), 1);
}
