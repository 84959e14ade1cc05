//! The empty workbook of the five lists. Its columns are those of the mapping that reads it back.

use domain::{
    Audience, Channel, Handling, ItemKind, Level,
    material::{MaterialFormat, MaterialSource, Necessity},
    place::PlaceKind,
};
use rust_xlsxwriter::{DataValidation, Format, Note, Workbook, Worksheet, XlsxError};

use crate::{
    import::value::CLEAR,
    mapping::{Field, Holds, Mapping, TableMapping, find_builtin},
    report::NOTES,
};

/// How many rows get the lists of allowed values.
const ROWS: u32 = 20_000;

/// The mapping that reads the workbook.
pub const MAPPING: &str = "banshi-template";

/// The workbook, not yet saved.
pub fn workbook() -> Result<Workbook, XlsxError> {
    let text = find_builtin(MAPPING).unwrap_or_default();
    let mapping = Mapping::parse(text).map_err(|_| XlsxError::ParameterError("the mapping is broken".into()))?;
    let mut book = Workbook::new();
    for table in &mapping.tables {
        write_table(book.add_worksheet(), table)?;
    }
    write_notes(book.add_worksheet())?;
    Ok(book)
}

fn write_table(sheet: &mut Worksheet, table: &TableMapping) -> Result<(), XlsxError> {
    sheet.set_name(table.table.as_deref().unwrap_or_default())?;
    let optional = crate::report::style_header();
    let required = optional.clone().set_background_color(rust_xlsxwriter::Color::RGB(0x9C_2B_2B));
    let mut fields: Vec<_> = table.fields.iter().collect();
    fields.sort_by_key(|(field, _)| *field);
    for (column, (field, source)) in (0u16..).zip(fields) {
        let name = source.column.as_deref().unwrap_or_default();
        let format = if is_required(table, *field) { &required } else { &optional };
        sheet.write_with_format(0, column, name, format)?;
        sheet.set_column_width(column, if is_long(*field) { 40.0 } else { 18.0 })?;
        // Codes keep their leading zeros only as text.
        sheet.set_column_format(column, &Format::new().set_num_format("@").set_text_wrap())?;
        if let Some(note) = note(*field) {
            sheet.insert_note(0, column, &Note::new(note).set_author("banshi"))?;
        }
        if let Some(mut allowed) = allowed(*field) {
            allowed.push(CLEAR[0]);
            let validation = DataValidation::new()
                .allow_list_strings(&allowed)?
                .set_error_title("取值不在规定范围内")?
                .set_error_message("请从下拉列表中选择，或留空。")?;
            sheet.add_data_validation(1, column, ROWS, column, &validation)?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(())
}

fn is_required(table: &TableMapping, field: Field) -> bool {
    field == table.identity
        || match table.holds {
            Holds::Items => field == Field::Name,
            Holds::Path | Holds::Steps => field == Field::Action,
            Holds::RedLines => field == Field::Text,
            Holds::Materials | Holds::Tolerances => field == Field::MaterialName,
            Holds::Places => matches!(field, Field::Region | Field::PlaceName),
            Holds::Publications => field == Field::Region,
            Holds::Guides => false,
        }
}

fn is_long(field: Field) -> bool {
    matches!(
        field,
        Field::Name | Field::Action | Field::Text | Field::Conditions | Field::Steps | Field::Faq | Field::Address
    )
}

fn labels<T: Copy>(all: &[T], label: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| label(*value)).collect()
}

/// The values a cell may have, one of them.
fn allowed(field: Field) -> Option<Vec<&'static str>> {
    Some(match field {
        Field::Kind => labels(ItemKind::ALL, ItemKind::label),
        Field::Handling => labels(Handling::ALL, Handling::label),
        Field::Fee => vec!["是", "否"],
        Field::Necessity => labels(Necessity::ALL, Necessity::label),
        Field::MaterialSource => labels(MaterialSource::ALL, MaterialSource::label),
        // 255 characters is all Excel takes for a list of its own.
        Field::Format => labels(MaterialFormat::ALL, MaterialFormat::label),
        Field::PlaceKind => labels(PlaceKind::ALL, PlaceKind::label),
        _ => return None,
    })
}

/// What a clerk should know about a column.
fn note(field: Field) -> Option<String> {
    let several = |values: Vec<&str>| format!("可填多项，用顿号分隔：{}", values.join("、"));
    Some(match field {
        Field::Code => "平台已有事项的编码，用于修改；新事项留空。".into(),
        Field::SourceCode => "实施清单编码（31或33位），或本单位自编的固定编码。各表用它对应同一事项。".into(),
        Field::Audience => several(labels(Audience::ALL, Audience::label)),
        Field::Levels => several(labels(Level::ALL, Level::label)),
        Field::Channels => several(labels(Channel::ALL, Channel::label)),
        Field::Legal | Field::Promise | Field::Makeup => {
            "写成“20个工作日”“3天”“1个月”。没有公布的留空，不要写“无”。".into()
        }
        Field::Region => "发布地区的区划代码，2、4、6、9或12位。".into(),
        Field::Aliases | Field::Themes | Field::Conditions | Field::IfRefused => {
            "多项时每项一行（Alt+Enter换行）。".into()
        }
        Field::Steps => "每步一行，写成“受理：窗口当场核对材料”。".into(),
        Field::Faq => "每问两行：“问：……”“答：……”。".into(),
        Field::Basis => "法律法规名称和条款之间空一格，每条依据一行。没有核实的条款不要写。".into(),
        Field::Visits => "需要到现场的次数，只填数字。".into(),
        Field::Tags => "差评标签编码，如108、109，用顿号分隔。".into(),
        Field::Consult | Field::Complain | Field::PlacePhones => "多个电话用顿号分隔。".into(),
        Field::MaterialName => "写明具体材料，不要写“其他材料”。".into(),
        Field::AnyOf => "几种材料任选其一时，给它们填同一个组名。".into(),
        _ => return None,
    })
}

fn write_notes(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const LINES: &[&str] = &[
        "办事不找关系指南五张清单填报表",
        "1. 红色表头为必填。没有公布的内容请留空，不要写“无”“暂无”“/”，群众会看到“未公布”。",
        "2. 各表用“事项编码”对应同一事项。先填《权力事项清单》，再填其余各表。",
        "3. 路径、禁办情形、材料、地点填写行政区划代码的，只适用于该地区；不填的适用于所有地区。",
        "4. 带下拉箭头的列只能选择列表中的值。",
        "5. 导入：banshi import 本文件.xlsx --mapping banshi-template --out 快照文件 --report 问题表.xlsx",
        "6. 有问题的行会写入问题表，改好后用同一条命令重新导入即可。",
        "7. 修改已导入的事项：命令加 --base 原快照文件。空格子不改动原内容；要把一栏改成没有公布，填“（清空）”。",
    ];
    sheet.set_name(NOTES)?;
    sheet.set_column_width(0, 110.0)?;
    for (row, line) in (0u32..).zip(LINES) {
        sheet.write(row, 0, *line)?;
    }
    Ok(())
}
