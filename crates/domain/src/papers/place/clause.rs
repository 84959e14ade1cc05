//! Clauses around a paper's name: on what condition it is handed in, and who made it.
//!
//! Chinese puts the paper last: 申请人未满16周岁的交验户口簿, 与聘用单位签订的劳动合同.

/// Verbs whose object is handed in; what stands before them is a condition.
const HANDED_IN: &[&str] = &["交验", "提交", "提供", "出示", "报送", "须附", "应附", "需附", "附上", "携带", "上传"];
/// Verbs of those who make or hold a paper, before 的.
const MADE: &[&str] = &[
    "出具", "开具", "颁发", "核发", "签发", "制发", "发放", "发给", "印发", "签订", "签署", "订立", "开立", "办理",
    "取得", "持有", "领取", "盖章", "确认", "认可", "审批", "批准", "审定", "公证", "指定", "提供", "缴纳",
];
/// What is handed in, without the condition before; the condition comes first.
pub(super) fn handed_in(text: &str) -> Option<(&str, &str)> {
    let verbs = HANDED_IN.iter().filter_map(|verb| text.rfind(verb).map(|at| (at, at + verb.len())));
    let colon = text.rfind(':').map(|at| (at, at + 1));
    let (start, end) = verbs.chain(colon).max_by_key(|(_, end)| *end)?;
    let object = text[end..].trim_start_matches(['的', '了', '其', ',', '，']);
    (!object.is_empty()).then_some((&text[..start], object))
}

/// What was made, without who made it; the maker comes first.
pub(super) fn made(text: &str) -> Option<(&str, &str)> {
    let mut ends = text.match_indices('的').filter_map(|(at, of)| {
        let before = &text[..at];
        MADE.iter().any(|verb| before.ends_with(verb)).then_some((before, &text[at + of.len()..]))
    });
    ends.next_back().filter(|(_, paper)| !paper.is_empty())
}

/// The name without how many are handed in behind it: 2份, 一式三份, 各1张.
pub(super) fn without_count(text: &str) -> Option<&str> {
    let counted = COUNTED.iter().find_map(|unit| text.strip_suffix(unit))?;
    let name = counted.trim_end_matches(|c: char| c.is_ascii_digit() || NUMBERS.contains(c));
    let name = ["一式", "各", "共"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name);
    (name.len() < counted.len() && !name.is_empty()).then_some(name)
}

const COUNTED: &[&str] = &["份", "张", "套", "页", "式"];
const NUMBERS: &str = "一二两三四五六七八九十";

/// Words before a paper that say there is none: 无房产证明 is no proof of a house.
const NOT: &[&str] = &["无", "非", "未", "不", "没有"];

/// Whether what stands right before a paper's name turns it into its opposite.
pub(super) fn turns_around(about: &str) -> bool {
    NOT.iter().any(|word| about.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_handed_in_stands_behind_the_last_verb() {
        assert_eq!(handed_in("就学人员提交在学证明"), Some(("就学人员", "在学证明")));
        assert_eq!(handed_in("代开的需报送受托人身份证"), Some(("代开的需", "受托人身份证")));
        assert_eq!(handed_in("委托办理:委托书"), Some(("委托办理", "委托书")));
        assert_eq!(handed_in("提交"), None);
        assert_eq!(handed_in("身份证"), None);
    }

    #[test]
    fn who_made_it_stands_before_it() {
        assert_eq!(made("与单位签订的劳动合同"), Some(("与单位签订", "劳动合同")));
        assert_eq!(made("死者的户口簿"), None);
        assert_eq!(made("医院出具的"), None);
    }

    #[test]
    fn a_count_needs_a_number_and_a_name() {
        assert_eq!(without_count("照片2张"), Some("照片"));
        assert_eq!(without_count("身份证一式三份"), Some("身份证"));
        assert_eq!(without_count("身份"), None);
        assert_eq!(without_count("主页"), None);
        assert_eq!(without_count("一份"), None);
    }
}
