use catalogue::{
    ItemId, Snapshot,
    cli::{ImportArgs, TemplateArgs, template},
    template::workbook,
};
use domain::{ItemKind, RegionCode, material::Necessity};

use crate::support::*;

/// Fills a row of a sheet by the names of its columns.
pub fn fill(
    book: &mut rust_xlsxwriter::Workbook,
    path: &std::path::Path,
    sheet: &str,
    row: u32,
    cells: &[(&str, &str)],
) {
    use calamine::{Reader, Xlsx, open_workbook};
    let mut written: Xlsx<_> = open_workbook(path).unwrap();
    let header = written.worksheet_range(sheet).unwrap();
    let worksheet = book.worksheet_from_name(sheet).unwrap();
    for (name, text) in cells {
        let column = header.rows().next().unwrap().iter().position(|cell| *cell == **name);
        let column = column.unwrap_or_else(|| panic!("{sheet} has no column {name}"));
        worksheet.write(row, column as u16, *text).unwrap();
    }
}

#[test]
fn a_filled_template_is_imported_with_all_five_lists() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.xlsx");
    assert_eq!(template(&TemplateArgs { out: empty.clone(), rules: false }, &mut Vec::new()).unwrap(), 0);
    let mut book = workbook().unwrap();
    let item = ("事项编码", "LOCAL-001");
    let mut add =
        |sheet: &str, row, cells: &[(&str, &str)]| fill(&mut book, &empty, sheet, row, &[&[item], cells].concat());
    add(
        "权力事项清单",
        1,
        &[
            ("事项名称", "样例证书补领"),
            ("事项类型", "行政确认"),
            ("主管部门", "公安局"),
            ("行政区划代码", "210102"),
            ("实施主体", "样例分局"),
            ("服务对象", "个人"),
            ("承诺办结时限", "3个工作日"),
            ("法定办结时限", "20个工作日"),
            ("是否收费", "是"),
            ("收费金额（元）", "10"),
            ("办理形式", "窗口办、网上办"),
            ("设定依据", "居民身份证法 第十一条"),
            ("咨询电话", "12345"),
            ("到现场次数", "1"),
        ],
    );
    add("办事不找关系路径", 1, &[("谁来办", "您"), ("做什么", "到窗口提交申请"), ("到哪里", "户籍窗口")]);
    add("办事不找关系路径", 2, &[("谁来办", "窗口"), ("做什么", "当场核对材料")]);
    add(
        "合规办事业务指南",
        1,
        &[("办事场景", "证书丢了"), ("办理流程", "申请：提交材料\n受理"), ("常见问题", "问：收费吗？\n答：10元。")],
    );
    add("违规禁办事项清单", 1, &[("禁办情形", "要求提交清单以外的材料"), ("评价标签", "108、109")]);
    add("申请材料", 1, &[("材料名称", "申请表"), ("必要性", "必要"), ("份数", "1")]);
    add("申请材料", 2, &[("材料名称", "照片"), ("必要性", "必要"), ("材料形式", "原件")]);
    add("容缺办理事项清单", 1, &[("材料名称", "照片"), ("补正期限", "5个工作日"), ("资料来源", "申请人")]);
    add(
        "办理地点",
        1,
        &[("行政区划代码", "210102"), ("办理地点名称", "样例政务服务中心"), ("地点类型", "政务服务中心")],
    );
    let filled = folder.path().join("filled.xlsx");
    book.save(&filled).unwrap();

    let args = ImportArgs {
        files: vec![filled],
        mapping: "banshi-template".into(),
        out: folder.path().join("a.snapshot"),
        regions: Some(liaoning()),
        ..ImportArgs::default()
    };
    let (code, account, text) = run(&args);
    assert_eq!(code, 0, "{text}");
    assert_accounted(&account);
    assert_eq!(
        (count(&account, "/rows"), count(&account, "/rejected"), count(&account, "/items")),
        (9, 0, 1),
        "{account}"
    );
    assert_eq!(account["warnings"], serde_json::json!({}), "{account}");
    let snapshot = Snapshot::open(&args.out).unwrap();
    let item = snapshot.item(ItemId(0)).unwrap();
    let guide = &item.guide;
    assert_eq!((item.kind, guide.visits, guide.channels.len()), (ItemKind::Confirmation, Some(1), 2));
    assert_eq!(guide.fee.as_ref().unwrap().rows[0].amount_fen, Some(1000));
    assert_eq!(guide.basis[0].article.as_deref(), Some("第十一条"));
    assert_eq!((guide.path.len(), guide.steps.len(), guide.faq.len(), guide.red_lines.len()), (2, 2, 1, 1));
    assert_eq!(guide.red_lines[0].tags, ["108", "109"]);
    let photo = guide.materials.iter().find(|material| material.name == "照片").unwrap();
    assert_eq!(photo.necessity, Some(Necessity::Later));
    assert_eq!(photo.tolerance.as_ref().unwrap().makeup.unwrap().amount, 5);
    let region = snapshot.regions().find(&RegionCode::parse("210102").unwrap()).unwrap();
    assert!(snapshot.is_published(region, ItemId(0)));
    assert_eq!(snapshot.places(region).unwrap()[0].name, "样例政务服务中心");
}

#[test]
fn an_empty_template_imports_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.xlsx");
    template(&TemplateArgs { out: empty.clone(), rules: false }, &mut Vec::new()).unwrap();
    let out = folder.path().join("a.snapshot");
    let args = ImportArgs {
        files: vec![empty],
        mapping: "banshi-template".into(),
        out: out.clone(),
        regions: Some(liaoning()),
        ..ImportArgs::default()
    };
    assert_eq!(run(&args).0, 2);
    assert!(!out.exists());
}
