//! Traditional script, folded to Simplified.

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

/// Folds Traditional text, and is quick to see that there is nothing to fold.
pub struct Traditional {
    opencc: Option<OpenCC>,
    /// One bit for each character from U+4E00 to U+9FFF that folding changes.
    marks: Vec<u64>,
}

const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;
/// Characters that Simplified texts use as well: in names, laws and words like 瞭望, 乾县, 甚么, and in names of
/// places such as 大菸沟, 崔家蓆坊, 鴜鷺树镇.
const SHARED: &str = "乾於瞭藉著覆徵鍾甯镕堃喆祎淼濬昇甦麽馀夥託佔餘鱀菸蓆鴜鷺";

impl Traditional {
    /// Builds the table of characters once; it takes some milliseconds.
    pub fn new() -> Self {
        let opencc = OpenCC::from_config(BuiltinConfig::T2s).ok();
        let mut marks = vec![0u64; ((LAST - FIRST) / 64 + 1) as usize];
        if let Some(opencc) = &opencc {
            for c in (FIRST..=LAST).filter_map(char::from_u32).filter(|c| !SHARED.contains(*c)) {
                let mut buffer = [0; 4];
                let text: &str = c.encode_utf8(&mut buffer);
                if opencc.convert(text) != text {
                    let bit = c as u32 - FIRST;
                    marks[(bit / 64) as usize] |= 1 << (bit % 64);
                }
            }
        }
        Self { opencc, marks }
    }

    /// Whether a character is Traditional only.
    pub fn is_traditional(&self, c: char) -> bool {
        let Some(bit) = (c as u32).checked_sub(FIRST).filter(|bit| *bit <= LAST - FIRST) else { return false };
        self.marks[(bit / 64) as usize] >> (bit % 64) & 1 == 1
    }

    /// The folded text and the byte range of the first Traditional character; `None` when there is none.
    pub fn fold(&self, text: &str) -> Option<(String, usize)> {
        let (at, _) = text.char_indices().find(|(_, c)| self.is_traditional(*c))?;
        Some((self.opencc.as_ref()?.convert(text), at))
    }
}

impl Default for Traditional {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Traditional {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Traditional").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traditional_text_is_folded() {
        let folded = Traditional::new().fold("營商環境工作開展情況報告").unwrap();
        assert_eq!(folded, ("营商环境工作开展情况报告".to_owned(), 0));
        assert_eq!(Traditional::new().fold("第一個").unwrap().1, "第一".len());
    }

    #[test]
    fn simplified_text_with_rare_names_is_left_alone() {
        for text in
            ["居民身份证补领", "瞭望哨所设置审批", "乾县、於先生、复印件", "著作权登记", "覆盖面", "藉此", "白鱀豚"]
        {
            assert_eq!(Traditional::new().fold(text), None, "{text}");
        }
    }

    #[test]
    fn no_region_of_liaoning_loses_its_official_name() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/regions");
        let regions = crate::regions::load(&folder).unwrap();
        let traditional = Traditional::new();
        let folded: Vec<_> = regions.iter().filter(|(_, region)| traditional.fold(&region.name).is_some()).collect();
        assert!(regions.len() > 18_000 && folded.is_empty(), "{folded:?}");
    }
}
