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
    if is_mark(c) {
        return GAP;
    }
    lower(c)
}

/// Whether a character beyond ASCII is no letter and no figure. Blocks and not Unicode's own tables: what
/// names and queries are written in is told right, and the tables weigh more than all of this file.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{A9}' | '\u{AB}'..='\u{B1}' | '\u{B4}' | '\u{B6}'..='\u{B8}' | '\u{BB}' | '\u{BF}'
        | '\u{D7}' | '\u{F7}' | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{245F}'
        | '\u{249C}'..='\u{24B5}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2BFF}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30A0}' | '\u{30FB}' | '\u{E000}'..='\u{F8FF}'
        | '\u{FE10}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Small letters of Latin, Greek and Cyrillic, and of Roman figures.
fn lower(c: char) -> char {
    let up = match c {
        '\u{C0}'..='\u{DE}' | '\u{391}'..='\u{3A9}' | '\u{410}'..='\u{42F}' => 32,
        '\u{400}'..='\u{40F}' => 80,
        '\u{2160}'..='\u{216F}' => 16,
        _ => 0,
    };
    char::from_u32(c as u32 + up).unwrap_or(c)
}

/// Whether a folded character is written without spaces and paired into bigrams.
pub fn is_han(c: char) -> bool {
    !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_marks_of_everyday_writing_are_told_as_unicode_tells_them() {
        let blocks = ['\u{80}'..='\u{FF}', '\u{391}'..='\u{3A9}', '\u{3B1}'..='\u{3C9}', '\u{400}'..='\u{45F}']
            .into_iter()
            .chain(['\u{2010}'..='\u{2069}', '\u{2160}'..='\u{217F}', '\u{2190}'..='\u{2426}'])
            .chain(['\u{2460}'..='\u{249B}', '\u{2500}'..='\u{2775}', '\u{3000}'..='\u{3020}'])
            .chain(['\u{4E00}'..='\u{9FFF}', '\u{FF00}'..='\u{FF64}']);
        for c in blocks.flatten().filter(|c| !matches!(c, '\u{3A2}' | '\u{2070}'..='\u{208F}')) {
            let wide = char::from_u32(c as u32 - 0xFEE0 * u32::from(('\u{FF01}'..='\u{FF5E}').contains(&c)));
            let c2 = wide.unwrap_or(c);
            let told = if c2.is_alphanumeric() { c2.to_lowercase().next().unwrap_or(c2) } else { GAP };
            assert_eq!(plain(c), told, "{:x}", c as u32);
        }
    }
}
