//! The first sheet: how many rows, how many problems of each kind, what to do.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{SUMMARY, style};
use crate::{
    import::Summary,
    lint::{Code, Severity},
};

pub(super) fn write(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    sheet.set_name(SUMMARY)?;
    for (column, width) in [26.0, 26.0, 12.0, 10.0, 80.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
    }
    let counts = [
        ("读取行数", summary.rows),
        ("已导入", summary.imported),
        ("与其他行重复、已合并", summary.merged),
        ("未导入", summary.rejected),
        ("其中已自动修复的行", summary.repaired),
        ("事项", summary.items),
        ("发布记录", summary.publications),
    ];
    let mut row = 0;
    for (label, count) in counts {
        sheet.write(row, 0, label)?.write(row, 1, count as f64)?;
        row += 1;
    }
    row += 1;
    for (column, name) in ["问题代码", "问题", "处理", "数量", "怎么改"].into_iter().enumerate() {
        sheet.write_with_format(row, column as u16, name, &style::header())?;
    }
    for severity in [Severity::Reject, Severity::Warn, Severity::Repair] {
        let counts = match severity {
            Severity::Reject => &summary.rejections,
            Severity::Warn => &summary.warnings,
            Severity::Repair => &summary.repairs,
        };
        let format = style::problem(severity);
        for (code, count) in Code::ALL.iter().filter_map(|code| Some((code, counts.get(code.name())?))) {
            row += 1;
            sheet.write_with_format(row, 0, code.name(), &format)?;
            sheet.write_with_format(row, 1, code.label(), &format)?;
            sheet.write_with_format(row, 2, severity.label(), &format)?;
            sheet.write_with_format(row, 3, *count as f64, &format)?;
            sheet.write_with_format(row, 4, code.advice(), &format)?;
        }
    }
    Ok(())
}
