//! The empty workbook.

use domain::papers::{Method, PaperKind, RulebookSource};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::columns::{Column, PAPER_SHEET, PROOF_SHEET, PROOFS, RULE_SHEET, RULES};
use crate::report::{NOTES, style_header};

/// How many rows get the lists of allowed values.
const ROWS: u32 = 5_000;

/// The workbook, not yet saved; the lists of its cells are the papers and e-certificates of this rulebook.
pub fn workbook(source: &RulebookSource) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    write_notes(book.add_worksheet())?;
    write_table(book.add_worksheet(), PROOF_SHEET, PROOFS, source)?;
    write_table(book.add_worksheet(), RULE_SHEET, RULES, source)?;
    write_papers(book.add_worksheet(), source)?;
    Ok(book)
}

fn write_table(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[Column],
    source: &RulebookSource,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    let optional = style_header();
    let required = optional.clone().set_background_color(Color::RGB(0x9C_2B_2B));
    for (at, column) in (0u16..).zip(columns) {
        let format = if column.required { &required } else { &optional };
        sheet.write_with_format(0, at, column.name, format)?;
        sheet.set_column_width(at, if column.note.chars().count() > 30 { 30.0 } else { 18.0 })?;
        // Codes keep their leading zeros only as text.
        sheet.set_column_format(at, &Format::new().set_num_format("@").set_text_wrap())?;
        sheet.insert_note(0, at, &Note::new(column.note).set_author("banshi"))?;
        if let Some(list) = allowed(column.name, source)? {
            sheet.add_data_validation(1, at, ROWS, at, &list)?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// The values a cell may have, one of them.
fn allowed(column: &str, source: &RulebookSource) -> Result<Option<DataValidation>, XlsxError> {
    let listed = |letter: char, count: usize| {
        let range = format!("='{PAPER_SHEET}'!${letter}$2:${letter}${}", count + 1);
        DataValidation::new().allow_list_formula(Formula::new(range))
    };
    let only = |list: DataValidation| {
        list.set_error_title("取值不在规定范围内")?.set_error_message("请从下拉列表中选择，或留空。")
    };
    Ok(Some(match column {
        "免交方式" => {
            let labels: Vec<&str> = Method::ALL.iter().map(|method| method.label()).collect();
            only(DataValidation::new().allow_list_strings(&labels)?)?
        }
        "计入办理时限" => only(DataValidation::new().allow_list_strings(&["是", "否"])?)?,
        "电子证照" => only(listed('D', source.ecert.len()))?,
        // Other ways to write a paper are understood too, so the list only offers.
        "材料名称" => listed('A', source.paper.len()).set_error_style(DataValidationErrorStyle::Information),
        _ => return Ok(None),
    }))
}

fn write_papers(sheet: &mut Worksheet, source: &RulebookSource) -> Result<(), XlsxError> {
    sheet.set_name(PAPER_SHEET)?;
    for (at, (name, width)) in
        (0u16..).zip([("材料名称", 36.0), ("类别", 22.0), ("签发单位", 36.0), ("电子证照", 28.0)])
    {
        sheet.write_with_format(0, at, name, &style_header())?;
        sheet.set_column_width(at, width)?;
    }
    for (row, paper) in (1u32..).zip(&source.paper) {
        sheet.write(row, 0, &paper.name)?.write(row, 1, PaperKind::label(paper.kind))?;
        sheet.write(row, 2, paper.issuer.as_deref().unwrap_or_default())?;
    }
    for (row, ecert) in (1u32..).zip(&source.ecert) {
        sheet.write(row, 3, &ecert.name)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn write_notes(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const LINES: &[&str] = &[
        "证明清单和免证规则填报表",
        "1. 红色表头为必填。没有公布的内容请留空，不要写“无”“暂无”“/”。鼠标停在表头上可看填写说明。",
        "2. 《证明清单》只填要去别的单位开的证明。本人手里已有的证件不是证明：无证明≠不需要证明。",
        "3. 《免证规则》一行一条：哪种材料、在哪里、哪些事项、用什么方式免交或后补。材料名称可从《材料名录》选择。",
        "4. 同一材料有几条规则时，地区越近、事项越具体的越优先；分不出先后的两行会被退回。",
        "5. 直接取消要写批次和依据；告知承诺不能用于公共安全、金融、食品药品、生态环境等事项。",
        "6. 检查：banshi check 本文件.xlsx",
        "7. 导入：banshi papers import 本文件.xlsx --out 规则文件夹 --report 问题表.xlsx",
        "8. 有问题的行会写入问题表，改好后用同一条命令重新导入即可。导入后：banshi import … --papers 规则文件夹",
    ];
    sheet.set_name(NOTES)?;
    sheet.set_column_width(0, 110.0)?;
    for (row, line) in (0u32..).zip(LINES) {
        sheet.write(row, 0, *line)?;
    }
    Ok(())
}
