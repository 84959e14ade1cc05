//! An office's workbook of proofs and rules: empty, filled, faulty, mended.

use std::path::{Path, PathBuf};

use catalogue::{
    Snapshot,
    cli::{CheckArgs, ImportArgs, PapersImportArgs, TemplateArgs, papers_import, template},
    papers::{self, office},
};
use serde_json::Value;

use crate::{
    check::{faults, has},
    support::*,
    template::fill,
};

type Cells<'a> = &'a [(&'a str, &'a str)];

const PROOF: Cells<'_> = &[
    ("证明名称", "居住证明"),
    ("设定依据", "《样例条例》 第一条"),
    ("索要单位", "样例教育局、样例人社局"),
    ("开具单位", "公安派出所"),
    ("办理指南", "ln-jz-bl"),
];
const RULE: Cells<'_> = &[
    ("规则编号", "office-residence"),
    ("材料名称", "住址证明"),
    ("地区", "2101"),
    ("免交方式", "部门核验"),
    ("核验单位", "公安派出所"),
    ("核验时限", "3个工作日"),
    ("计入办理时限", "否"),
    ("生效日期", "2026-01-01"),
    ("批次", "样例第一批"),
    ("设定依据", "《样例条例》 第一条"),
];

/// A row like another, with some cells changed; an empty text takes a cell out.
fn but<'a>(row: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = row.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().filter(|(_, text)| !text.is_empty()).collect()
}

/// The empty workbook with these rows, from row 2.
fn filled(folder: &Path, proofs: &[Cells<'_>], rules: &[Cells<'_>]) -> PathBuf {
    let empty = folder.join("empty.xlsx");
    assert_eq!(template(&TemplateArgs { out: empty.clone(), rules: true }, &mut Vec::new()).unwrap(), 0);
    let mut book = office::workbook(&papers::builtin().rules).unwrap();
    for (sheet, rows) in [("证明清单", proofs), ("免证规则", rules)] {
        for (row, cells) in (1..).zip(rows) {
            fill(&mut book, &empty, sheet, row, cells);
        }
    }
    let path = folder.join("office.xlsx");
    book.save(&path).unwrap();
    path
}

fn args(file: PathBuf, folder: &Path) -> PapersImportArgs {
    PapersImportArgs {
        file,
        out: folder.join("rules"),
        base: None,
        report: Some(folder.join("report.xlsx")),
        regions: Some(liaoning()),
        snapshot: None,
        date: "2026-11-22".parse().unwrap(),
    }
}

/// The exit code and every line as JSON, the account last.
fn imported(args: &PapersImportArgs) -> (u8, Vec<Value>) {
    let mut out = Vec::new();
    let code = papers_import(args, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    (code, text.lines().map(|line| serde_json::from_str(line).unwrap_or(Value::String(line.into()))).collect())
}

#[test]
fn a_filled_workbook_becomes_rules_that_an_import_puts_into_the_snapshot() {
    let folder = tempfile::tempdir().unwrap();
    let own = but(PROOF, &[("证明名称", "样例农机使用情况证明"), ("办理指南", "")]);
    let dropped = but(
        RULE,
        &[("规则编号", ""), ("材料名称", "样例农机使用情况证明"), ("免交方式", "直接取消"), ("核验时限", "")],
    );
    let file = filled(folder.path(), &[PROOF, &own], &[RULE, &dropped]);
    let args = args(file, folder.path());
    let (code, lines) = imported(&args);
    let account = lines.last().unwrap();
    assert_eq!((code, &account["proofs"], &account["rules"]), (0, &2.into(), &2.into()), "{lines:?}");
    assert_eq!(lines[0]["code"], "missing_guide", "what is only worth a look keeps nothing back");

    let text = std::fs::read_to_string(folder.path().join("rules/rulebook.toml")).unwrap();
    assert!(text.contains("# source: office.xlsx\n# checked_on: 2026-11-22\n"));
    assert_eq!(faults(&CheckArgs { files: vec![args.out.clone()], ..CheckArgs::default() }), (0, vec![]));

    let snapshot = folder.path().join("s");
    let (code, _, said) = run(&ImportArgs {
        files: vec![fixture("province.jsonl")],
        mapping: province(folder.path()),
        out: snapshot.clone(),
        papers: Some(args.out),
        ..ImportArgs::default()
    });
    assert_eq!(code, 0, "{said}");
    let world = Snapshot::open(&snapshot).unwrap();
    let book = world.world().book();
    let rule = book.rule("office-residence").unwrap();
    assert_eq!(
        (rule.paper.as_str(), rule.region.to_string().as_str(), rule.sample),
        ("residence-proof", "210100000000", false)
    );
    assert_eq!(rule.verify.unwrap().counts, Some(false));
    let others: Vec<_> = book.rules_of("residence-proof").filter(|rule| rule.sample).collect();
    assert!(others.is_empty(), "a published list takes the place of examples");
    assert!(book.rules_of("income-proof").any(|rule| rule.sample), "and of no other paper's");
    let terms = book.paper("residence-proof").unwrap().proof.as_ref().unwrap();
    assert_eq!(terms.asked_by, ["样例教育局", "样例人社局"]);
    assert_eq!(terms.basis[0].article.as_deref(), Some("第一条"));
    let (placed, _) = book.placer().place("申请人的样例农机使用情况证明").unwrap();
    assert_eq!(book.rules_of(&placed.papers[0].paper).count(), 1);
}

#[test]
fn every_fault_of_a_dirty_workbook_is_told_in_its_row_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let proofs: Vec<Vec<(&str, &str)>> = vec![
        PROOF.to_vec(),
        but(PROOF, &[("设定依据", "")]),
        but(PROOF, &[("证明名称", "婚姻状况证明"), ("索要单位", ""), ("开具单位", "")]),
        but(PROOF, &[("证明名称", "亲属关系证明"), ("开具单位", "样例村民委员会")]),
        but(PROOF, &[("证明名称", "居民身份证")]),
        but(PROOF, &[("证明名称", "其他材料")]),
        but(PROOF, &[("证明名称", "收入证明、无房证明")]),
        but(PROOF, &[("证明名称", "收入证明"), ("不得开具单位", "街道办")]),
    ];
    let wanted_proofs = [
        ("duplicate", 3),
        ("missing_basis", 3),
        ("missing_value", 4),
        ("village_may_not_issue", 5),
        ("no_proof", 6),
        ("catch_all_material", 7),
        ("several_papers", 8),
        ("missing_value", 9),
    ];
    let of = |id, changed: Cells<'static>| but(RULE, &[&[("规则编号", id)], changed].concat());
    let rules: Vec<Vec<(&str, &str)>> = vec![
        of("a", &[("材料名称", "什么都不是的纸")]),
        of("b", &[("地区", "219900")]),
        of("c", &[("免交方式", "看情况")]),
        of("d", &[("生效日期", "2026年2月30日")]),
        of("e", &[("失效日期", "2025-12-31")]),
        of("f", &[("免交方式", "直接取消"), ("批次", "")]),
        of("g", &[("免交方式", "直接取消"), ("设定依据", "")]),
        of("h", &[("免交方式", "直接取消"), ("材料名称", "营业执照")]),
        of("i", &[("免交方式", "告知承诺"), ("承诺书名称", "样例承诺书"), ("适用主题", "公共安全")]),
        of("j", &[("免交方式", "告知承诺"), ("承诺书名称", "样例承诺书")]),
        of("k", &[("免交方式", "告知承诺"), ("适用主题", "户籍证件")]),
        of("l", &[("免交方式", "电子证照"), ("电子证照", "样例没有的证照")]),
        of("m", &[("免交方式", "容缺后补"), ("补正期限", "过几天")]),
        of("n", &[("适用事项", "不 是 编 码")]),
        of("N", &[]),
        of("a", &[("计入办理时限", "也许")]),
    ];
    let wanted_rules = [
        ("unknown_paper", 2),
        ("unknown_region", 3),
        ("unknown_method", 4),
        ("bad_date", 5),
        ("backwards", 6),
        ("cancel_without_batch", 7),
        ("missing_basis", 8),
        ("no_proof", 9),
        ("commit_not_allowed", 10),
        ("commit_not_allowed", 11),
        ("method_incomplete", 12),
        ("unknown_certificate", 13),
        ("bad_span", 14),
        ("unknown_matter", 15),
        ("bad_id", 16),
        ("bad_yes_no", 17),
    ];
    fn slices<'a>(rows: &'a [Vec<(&'a str, &'a str)>]) -> Vec<Cells<'a>> {
        rows.iter().map(Vec::as_slice).collect()
    }
    let file = filled(folder.path(), &slices(&proofs), &slices(&rules));
    let (code, found) =
        faults(&CheckArgs { files: vec![file.clone()], regions: Some(liaoning()), ..CheckArgs::default() });
    assert_eq!(code, 1);
    for (sheet, wanted) in [("证明清单", &wanted_proofs[..]), ("免证规则", &wanted_rules[..])] {
        for (code, row) in wanted {
            let is = |fault: &&Value| fault["code"] == *code && fault["line"] == *row;
            let told = found.iter().filter(is).any(|fault| fault["text"].as_str().unwrap().starts_with(sheet));
            assert!(told, "{sheet} {row}: no {code} in {found:#?}");
        }
    }
    assert!(has(&found, "village_may_not_issue", "民发〔2020〕20号"), "with the document that says so");

    let args = args(file, folder.path());
    let (code, lines) = imported(&args);
    assert_eq!((code, &lines.last().unwrap()["written"]), (2, &Value::Null));
    assert_eq!(lines.len() - 1, found.len(), "the same faults as the check tells");
    assert!(!args.out.exists());
}

/// Every cell of a sheet.
fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    use calamine::{Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_annotated_workbook_is_mended_and_imported_again() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = but(RULE, &[("生效日期", "2026-13-01")]);
    let args = args(filled(folder.path(), &[PROOF], &[&faulty]), folder.path());
    assert_eq!(imported(&args).0, 2);

    let report = args.report.clone().unwrap();
    let mut rows = sheet(&report, "免证规则");
    let told = rows[1].join("|");
    assert!(told.starts_with("未导入|2|日期写法不对|生效日期|2026-13-01|请写成2026-01-01"), "{told}");
    let date = rows[0].iter().position(|name| name == "生效日期").unwrap();
    rows[1][date] = "2026-01-01".into();
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [("免证规则", rows), ("证明清单", sheet(&report, "证明清单"))] {
        let worksheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            worksheet.write_row(row, 0, cells).unwrap();
        }
    }
    let mended = folder.path().join("mended.xlsx");
    book.save(&mended).unwrap();
    let again = PapersImportArgs { file: mended, report: None, ..args };
    let (code, lines) = imported(&again);
    assert_eq!(code, 0, "{lines:?}");
}

#[test]
fn two_rules_that_are_equally_special_are_sent_back_and_a_nearer_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let rival = but(RULE, &[("规则编号", "rival"), ("免交方式", "数据共享")]);
    let (code, lines) = imported(&args(filled(folder.path(), &[], &[RULE, &rival]), folder.path()));
    assert_eq!((code, &lines[0]["code"], &lines[0]["line"]), (2, &"tie".into(), &3.into()), "{lines:?}");
    let nearer = but(&rival, &[("地区", "210102")]);
    let (code, lines) = imported(&args(filled(folder.path(), &[], &[RULE, &nearer]), folder.path()));
    assert_eq!(code, 0, "{lines:?}");
}

#[test]
fn a_second_office_adds_to_what_the_first_one_gave_and_rules_are_never_written_beside_others() {
    let folder = tempfile::tempdir().unwrap();
    let first = args(filled(folder.path(), &[PROOF], &[RULE]), folder.path());
    assert_eq!(imported(&first).0, 0);
    let other = but(RULE, &[("规则编号", "second"), ("材料名称", "收入证明")]);
    let base = Some(first.out.clone());
    let second = PapersImportArgs {
        base,
        out: folder.path().join("both"),
        ..args(filled(folder.path(), &[], &[&other]), folder.path())
    };
    assert_eq!(imported(&second).0, 0);
    let both = papers::load(&second.out).unwrap().source.rules.build().unwrap();
    assert!(both.rule("office-residence").is_some() && both.rule("second").is_some());

    std::fs::write(second.out.join("more.toml"), "[[proof]]\npaper = \"kinship-proof\"\n").unwrap();
    let (code, lines) = imported(&second);
    assert_eq!(code, 2);
    assert!(lines[0].as_str().unwrap().contains("more.toml"), "{lines:?}");
}

#[test]
fn a_sheet_without_its_columns_and_a_workbook_without_rows_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let (code, lines) = imported(&args(filled(folder.path(), &[], &[]), folder.path()));
    assert_eq!((code, &lines[0]["code"]), (2, &"no_rows".into()));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("证明清单").unwrap();
    sheet.write_row(0, 0, ["证明名称", "索要单位", "开具单位"]).unwrap();
    sheet.write_row(1, 0, ["居住证明", "样例局", "公安派出所"]).unwrap();
    let file = folder.path().join("short.xlsx");
    book.save(&file).unwrap();
    let (code, found) = faults(&CheckArgs { files: vec![file], ..CheckArgs::default() });
    assert_eq!(code, 1);
    assert!(has(&found, "missing_column", "设定依据"), "{found:?}");
}
