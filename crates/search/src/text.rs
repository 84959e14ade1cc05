//! Text normalisation: one form in which names and queries are compared.

/// What separates words after folding.
pub const GAP: char = ' ';

/// A character in half width and lower case; every mark is a gap.
pub fn plain(c: char) -> char {
    let c = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(GAP),
        _ => c,
    };
    if c.is_ascii() {
        return if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { GAP };
    }
    if !c.is_alphanumeric() {
        return GAP;
    }
    c.to_lowercase().next().unwrap_or(c)
}

/// Whether a folded character is written without spaces and paired into bigrams.
pub fn is_han(c: char) -> bool {
    !c.is_ascii()
}
