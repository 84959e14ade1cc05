//! Taking phones, identity numbers and other long numbers out of what a citizen wrote. The same function shows the
//! preview on the device and guards the server.
//!
//! Rather too much than too little: seven digits in a row, however they are written and whatever little stands between
//! them, are a number that could find somebody. Dates stay.

/// What stands in place of a number: as many characters as the shortest number, so that masked words never grow.
pub const MASK: &str = "〔号码已隐去〕";
/// Fewer digits find nobody.
const FEWEST: usize = 7;
/// So many signs between two digits still hold them together.
const GAP: usize = 3;

/// Masked words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// The words.
    pub text: String,
    /// How many numbers were taken out.
    pub numbers: usize,
}

/// Takes numbers out of words. Masking what is masked changes nothing.
pub fn mask(text: &str) -> Masked {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Masked { text: String::with_capacity(text.len()), numbers: 0 };
    let mut at = 0;
    while at < chars.len() {
        let Some((end, digits)) = number_at(&chars[at..]) else {
            out.text.push(chars[at]);
            at += 1;
            continue;
        };
        let run = &chars[at..at + end];
        if digits < FEWEST || is_date(run) {
            out.text.extend(run);
        } else {
            out.text.push_str(MASK);
            out.numbers += 1;
            // The last sign of an identity number may be a letter.
            let letter = chars.get(at + end).is_some_and(|c| matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ'));
            at += usize::from(letter);
        }
        at += end;
    }
    out
}

/// The longest number that begins here: its end and its digits.
fn number_at(chars: &[char]) -> Option<(usize, usize)> {
    let (mut end, mut digits) = (0, 0);
    for (at, &c) in chars.iter().enumerate() {
        if is_digit(c) {
            (end, digits) = (at + 1, digits + 1);
        } else if digits == 0 || !is_gap(c) || at - end >= GAP {
            break;
        }
    }
    (digits > 0).then_some((end, digits))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric()) || "零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖".contains(c)
}

/// What people put between digits, seen or unseen.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{fe00}'..='\u{fe0f}')
        || "-－—–‐‑‒―−_.．·•。()（）[]【】/／\\~～*＊+＋:：,，、|｜#＃'\"“”‘’".contains(c)
}

/// A day as people write it, 2026-11-22 or 2026/11/22, alone or with hours and minutes behind it.
fn is_date(run: &[char]) -> bool {
    let text: String = run.iter().collect();
    let (day, time) = text.split_once(' ').unwrap_or((&text, "00:00"));
    ['-', '/', '.'].iter().any(|&sign| {
        let parts: Vec<Option<u32>> = day.split(sign).map(small).collect();
        matches!(parts[..], [Some(1949..=2099), Some(1..=12), Some(1..=31)])
    }) && matches!(time.split(':').map(small).collect::<Vec<_>>()[..], [Some(0..=23), Some(0..=59)])
}

/// A plain number of at most four digits.
fn small(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn masked(text: &str) -> String {
        mask(text).text
    }

    #[test]
    fn phones_and_identity_numbers_are_gone_however_they_are_written() {
        for number in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 138 1234 5678",
            "(024)12345678",
            "024-1234567",
            "１３８１２３４５６７８",
            "1.3.8.1.2.3.4.5.6.7.8",
            "一三八一二三四五六七八",
            "幺三八12345678",
            "210102199001011234",
            "21010219900101123X",
            "21010219900101123x",
            "210102900101123",
            "1\u{200b}3\u{200b}8\u{200b}1\u{200b}2345678",
            "①③⑧①②③④⑤⑥⑦⑧",
            "138，1234，5678",
            "19912345678",
            "1991-12-3 45678",
            "6222 0212 3456 7890 123",
        ] {
            let told = masked(&format!("请打{number}找我"));
            assert!(told.contains(MASK) && !told.chars().any(is_digit), "{number} became {told}");
        }
    }

    #[test]
    fn dates_amounts_and_short_numbers_stay() {
        for text in [
            "2026-11-22去的",
            "2026/1/2 09:30到",
            "2026年11月22日",
            "等了3个小时，跑了2次",
            "拨打12345",
            "收了1200元",
            "3号窗口1号工作人员",
            "第一百二十条",
            "",
        ] {
            assert_eq!(mask(text), Masked { text: text.into(), numbers: 0 });
        }
    }

    fn digits(text: &str) -> usize {
        let (mut run, mut longest) = (0, 0);
        for c in text.chars() {
            run = if c.is_ascii_digit() { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    }

    proptest! {
        #[test]
        fn no_number_is_left_and_masking_again_changes_nothing(text in "[0-9０-９一二 x,，.\\-年电话a]{0,60}") {
            let once = mask(&text);
            prop_assert!(digits(&once.text) < FEWEST, "{:?}", once.text);
            prop_assert_eq!(masked(&once.text), once.text.clone());
            prop_assert!(once.text.chars().count() <= text.chars().count());
        }

        #[test]
        fn a_phone_among_words_is_found_with_any_gaps(
            before in "[a-z我你他，。]{0,10}",
            phone in "1[3-9][0-9]{9}",
            gaps in prop::collection::vec("[ \\-.·]{0,2}", 10),
            after in "[a-z我你他。]{0,10}",
        ) {
            let spread: String =
                phone.chars().enumerate().flat_map(|(at, c)| {
                    std::iter::once(c).chain(gaps.get(at).cloned().unwrap_or_default().chars().collect::<Vec<_>>())
                }).collect();
            let result = masked(&format!("{before}{spread}{after}"));
            prop_assert!(result.contains(MASK) && digits(&result) == 0, "{spread:?} became {result:?}");
        }

        #[test]
        fn any_words_at_all_can_be_masked(text in "\\PC{0,80}") {
            let once = masked(&text);
            prop_assert_eq!(masked(&once), once);
        }
    }
}
