//! The QR code of a list: its address byte by byte, the list in the mode for digits and capitals, which takes a third less.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode, Version, bits::Bits, types::QrError};

/// The largest code that a phone reads well from paper.
const LARGEST: i16 = 25;
const LEVEL: EcLevel = EcLevel::M;
/// White around it, in modules.
const QUIET: usize = 4;

/// A drawn code.
pub struct Code {
    modules: Vec<Color>,
    width: usize,
}

impl Code {
    /// The smallest code that holds an address and the list behind it; `None` when none does.
    pub fn draw(address: &str, list: &str) -> Result<Option<Self>, QrError> {
        for version in (1..=LARGEST).map(Version::Normal) {
            let mut bits = Bits::new(version);
            let put = bits
                .push_byte_data(address.as_bytes())
                .and_then(|()| bits.push_alphanumeric_data(list.as_bytes()))
                .and_then(|()| bits.push_terminator(LEVEL));
            match put {
                Ok(()) => {
                    let code = QrCode::with_bits(bits, LEVEL)?;
                    return Ok(Some(Self { width: code.width(), modules: code.to_colors() }));
                }
                Err(QrError::DataTooLong) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(None)
    }

    /// The picture, by attributes alone.
    pub fn svg(&self, label: &str) -> String {
        let size = self.width + 2 * QUIET;
        let mut path = String::new();
        for (y, row) in self.modules.chunks(self.width).enumerate() {
            let mut x = 0;
            while x < row.len() {
                let run = row[x..].iter().take_while(|module| **module == Color::Dark).count();
                if run > 0 {
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
        // Black on white in every mode: a reader that looks for dark on light must find it.
        format!(
            "<svg class=\"slip__code\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
             width=\"{px}\" height=\"{px}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\">\
             <path fill=\"white\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"black\" d=\"{path}\"/></svg>",
            px = size * 3,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_grows_with_its_list_and_ends_at_version_25() {
        let width =
            |length: usize| Code::draw("https://banshi.example/verify#", &"A".repeat(length)).unwrap().map(|c| c.width);
        assert!(width(100) < width(800));
        assert_eq!(width(1390), Some(17 + 4 * 25));
        assert_eq!(width(1500), None);
    }

    #[test]
    fn the_picture_needs_no_style_that_the_policy_would_refuse() {
        let svg = Code::draw("https://banshi.example/verify#", "ABC").unwrap().unwrap().svg("x");
        assert!(svg.contains("<path") && !svg.contains("style"), "{svg}");
    }
}
