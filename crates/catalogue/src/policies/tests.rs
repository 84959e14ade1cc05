//! Two whole files are read, proved, and spoilt in every way that must be refused.

use domain::policy::{BookParts, PolicyBook};

use super::*;

const FACTS: &str = include_str!("tests/facts.toml");
const REFUND: &str = include_str!("tests/steady-jobs-refund.toml");
const ALLOWANCE: &str = include_str!("tests/old-age-allowance.toml");

fn files(refund: &str, allowance: &str) -> Vec<File> {
    vec![
        File::new("facts.toml", FACTS),
        File::new("steady-jobs-refund.toml", refund),
        File::new("old-age-allowance.toml", allowance),
    ]
}

/// The codes and lines that come out when a piece of one of the files is another.
#[track_caller]
fn spoilt(from: &str, to: &str) -> Vec<(String, u32)> {
    assert!(REFUND.contains(from) || ALLOWANCE.contains(from), "{from} stands in no file");
    let files = files(&REFUND.replacen(from, to, 1), &ALLOWANCE.replacen(from, to, 1));
    faults(&files, None).into_iter().map(|fault| (fault.code.to_owned(), fault.line)).collect()
}

#[track_caller]
fn refused(from: &str, to: &str, code: &str) {
    let found = spoilt(from, to);
    assert!(found.iter().any(|(found, line)| found == code && *line > 0), "{code} wanted, found {found:?}");
}

#[test]
fn two_whole_files_hold_what_they_say() {
    assert_eq!(faults(&files(REFUND, ALLOWANCE), None), []);
    assert!(are_policies(&files(REFUND, ALLOWANCE)));
}

#[test]
fn a_book_comes_out_of_its_bytes_as_it_went_in() {
    let (set, _) = checked(&files(REFUND, ALLOWANCE), None);
    let bytes = set.parts.to_bytes();
    assert_eq!(BookParts::from_bytes(&bytes).unwrap(), set.parts);
    let mut cut = bytes.clone();
    cut.pop();
    assert!(PolicyBook::open(&cut).is_err());
}

#[test]
fn what_is_not_declared_or_of_another_kind_is_refused() {
    refused(r#"{ is = "local_hukou" }"#, r#"{ is = "left_handed" }"#, "unknown_fact");
    refused(r#"{ is = "local_hukou" }"#, r#"{ is = "age" }"#, "wrong_kind");
    refused(r#"values = ["large"]"#, r#"values = ["huge"]"#, "unknown_choice");
    refused(r#"of = "ui_paid""#, r#"of = "insured""#, "wrong_unit");
}

#[test]
fn a_number_without_its_unit_or_of_another_is_refused() {
    refused(r#"value = "80岁""#, r#"value = "80人""#, "wrong_unit");
    refused(r#"value = "80岁""#, "value = 80", "wrong_unit");
    refused(r#"from = "50元""#, r#"from = "50""#, "wrong_unit");
    refused(r#"percent = "30%""#, r#"percent = "0.3""#, "wrong_unit");
    refused(r#"value = "5.5%""#, r#"value = "5.55%""#, "wrong_unit");
}

#[test]
fn conditions_that_decide_nothing_are_refused() {
    let never = r#"{ all = [{ at_least = "age", value = "80岁" }, { at_most = "age", value = "79岁" }] }"#;
    refused(r#"{ at_least = "age", value = "80岁" }"#, never, "contradiction");
    let always = r#"{ any = [{ at_least = "age", value = "80岁" }, { at_most = "age", value = "80岁" }] }"#;
    refused(r#"{ at_least = "age", value = "80岁" }"#, always, "always");
    let dead = r#"{ any = [{ at_least = "age", value = "80岁" }, { at_least = "age", value = "90岁" }] }"#;
    refused(r#"{ at_least = "age", value = "80岁" }"#, dead, "dead_branch");
    refused(
        r#"when = { is = "labour_dispatch" }"#,
        r#"when = { at_most = "ui_months", value = "11个月" }"#,
        "dead_branch",
    );
}

#[test]
fn tiers_leave_no_gap_and_do_not_overlap() {
    refused(r#"min = "90岁""#, r#"min = "91岁""#, "tier_gap");
    refused(r#"min = "90岁""#, r#"min = "89岁""#, "tier_overlap");
    refused(r#"["medium", "small", "micro"]"#, r#"["medium", "small"]"#, "tier_gap");
    refused(r#"["medium", "small", "micro"]"#, r#"["large", "medium", "small", "micro"]"#, "tier_overlap");
    refused(
        r#"{ min = "80岁", max = "89岁","#,
        r#"{ max = "79岁", nothing = true }, { min = "80岁", max = "89岁","#,
        "dead_branch",
    );
}

#[test]
fn a_rule_ends_when_its_document_does() {
    refused("until = 2026-12-31", "until = 2024-12-31", "bad_dates");
    refused("until = 2026-12-31", "", "no_end");
    let ends = "checked_on = 2026-11-22\ndoc_until = 2026-06-30\n\n[[rule]]\nfrom = 2025-01-01";
    refused("checked_on = 2026-11-22\n\n[[rule]]\nfrom = 2025-01-01", ends, "expired_document");
}

#[test]
fn a_source_that_nobody_opened_is_no_source() {
    refused("sample = true\n", "", "no_source");
}

#[test]
fn cases_that_come_out_otherwise_are_red() {
    refused(r#"amount = "6万元""#, r#"amount = "5万元""#, "red_case");
    refused(r#"expect = "no""#, r#"expect = "yes""#, "red_case");
    refused(r#"missing = ["layoff_rate"]"#, r#"missing = ["insured"]"#, "red_case");
    refused(r#"change = ["layoff_rate"]"#, r#"change = ["insured"]"#, "red_case");
    refused(
        r#"mode = "AUTO"
trigger"#,
        r#"mode = "CONFIRM"
confirm = "核对账户"
trigger"#,
        "red_case",
    );
    let found = spoilt(&ALLOWANCE[ALLOWANCE.rfind("[[case]]").unwrap()..], "");
    assert_eq!(found.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), ["few_cases"]);
}

#[test]
fn what_must_be_confirmed_is_said() {
    refused(r#"mode = "APPLY""#, r#"mode = "CONFIRM""#, "no_confirm");
}

#[test]
fn a_key_nobody_knows_is_told_with_its_line() {
    assert_eq!(spoilt("summary = ", "sumary = \"\"\nsummary = ")[0], ("unreadable".to_owned(), 6));
}

#[test]
fn a_matter_that_is_not_published_is_told() {
    let found = faults(&files(REFUND, ALLOWANCE), Some(&BTreeSet::new()));
    assert_eq!(found.iter().map(|fault| fault.code).collect::<Vec<_>>(), ["unknown_item"]);
}

#[test]
fn the_policies_that_come_with_the_program_hold_what_they_say() {
    let files: Vec<File> = BUILTIN.iter().map(|(name, text)| File::new(name, text)).collect();
    assert_eq!(faults(&files, None), []);
}
