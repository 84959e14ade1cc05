use std::fs;

use domain::ItemCode;

use super::*;

fn rules(text: &str) -> Vec<PaperFault> {
    let folder = tempfile::tempdir().unwrap();
    let papers = "[[paper]]\nid = \"loss\"\nname = \"遗失证明\"\nkind = \"proof\"\n";
    fs::write(folder.path().join("papers.toml"), papers).unwrap();
    fs::write(folder.path().join("rules.toml"), text).unwrap();
    faults(folder.path(), &Matters::Named).into_iter().filter(|fault| fault.code != "bad_bundle").collect()
}

fn rule(id: &str, more: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\npaper = \"loss\"\nregion = \"21\"\nmethod = \"CANCEL\"\nfrom = \"2026-01-01\"\nsample = true\n{more}\n"
    )
}

#[test]
fn what_comes_with_the_program_has_no_fault() {
    assert_eq!(problems(&builtin(), &Matters::Named, &[]), []);
    assert!(!builtin().rules.rule.is_empty() && !builtin().bundles.is_empty() && !builtin().calendar.is_empty());
}

#[test]
fn every_problem_of_a_file_is_told_with_its_line() {
    let found = rules(&format!("{}{}", rule("a", "until = \"2025-01-01\""), rule("b", "when = { is = \"nobody\" }")));
    let told: Vec<_> = found.iter().map(|fault| (fault.code, fault.file.as_str(), fault.line)).collect();
    assert_eq!(told, [("backwards", "rules.toml", 2), ("bad_condition", "rules.toml", 10)]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_line() {
    let found = rules("[[rule]]\nid = \"a\"\nregion = \n");
    assert_eq!((found.len(), found[0].code, found[0].line), (1, "unreadable", 3));
}

#[test]
fn two_rules_that_are_equally_special_are_a_fault() {
    let both = format!("{}{}", rule("a", "themes = [\"户籍\"]"), rule("b", "themes = [\"户籍\"]"));
    assert_eq!(rules(&both).iter().map(|fault| fault.code).collect::<Vec<_>>(), ["tie"]);
    let one_is_narrower = format!("{}{}", rule("a", "themes = [\"户籍\"]"), rule("b", "items = [\"x1\"]"));
    assert_eq!(rules(&one_is_narrower), []);
}

#[test]
fn rules_of_two_themes_tie_in_a_matter_that_has_both() {
    let (item, themes) = (ItemCode::parse("x1").unwrap(), ["甲".to_owned(), "乙".to_owned()]);
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "[[paper]]\nid = \"loss\"\nname = \"遗失证明\"\nkind = \"proof\"\n{}{}",
        rule("a", "themes = [\"甲\"]"),
        rule("b", "themes = [\"乙\"]")
    );
    fs::write(folder.path().join("rules.toml"), text).unwrap();
    let found =
        |matters: &Matters<'_>| faults(folder.path(), matters).iter().filter(|fault| fault.code == "tie").count();
    assert_eq!(found(&Matters::Named), 0);
    assert_eq!(found(&Matters::Published(vec![(&item, &themes)])), 1);
}

#[test]
fn events_of_matters_that_are_not_published_are_left_out() {
    let (source, left_out) = fitting(builtin(), &Matters::Published(vec![]));
    assert_eq!((source.bundles.len(), left_out.len()), (0, builtin().bundles.len()));
}
