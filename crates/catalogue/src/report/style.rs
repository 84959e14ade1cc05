//! How the report looks: grave problems red, repairs green, the rest yellow.

use rust_xlsxwriter::{Color, Format, FormatAlign};

use crate::lint::Severity;

/// Names of columns.
pub fn header() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0x1F_4E_79)).set_font_color(Color::White).set_text_wrap()
}

/// A cell with a problem of this gravity.
pub fn problem(severity: Severity) -> Format {
    let colour = match severity {
        Severity::Reject => 0xF8_CB_AD,
        Severity::Repair => 0xE2_EF_DA,
        Severity::Warn => 0xFF_F2_CC,
    };
    Format::new().set_background_color(Color::RGB(colour)).set_text_wrap().set_align(FormatAlign::Top)
}

/// Any other cell.
pub fn plain() -> Format {
    Format::new().set_align(FormatAlign::Top)
}
