use super::*;

fn folded(text: &str) -> String {
    Characters::builtin().fold_text(text, &|c| c).into_iter().collect()
}

#[test]
fn traditional_full_width_and_upper_case_are_one_with_their_plain_forms() {
    assert_eq!(folded("異地就醫"), "异地就医");
    assert_eq!(folded("ＥＴＣ　辦理"), "etc 办理");
    assert_eq!(folded("戶口簿"), "户口簿");
}

#[test]
fn marks_become_single_gaps_and_none_stands_at_an_end() {
    assert_eq!(folded("（新办）——食品、许可？！"), "新办 食品 许可");
    assert_eq!(folded("。。。"), "");
}

#[test]
fn the_tables_are_sorted_for_their_searches() {
    let characters = Characters::builtin();
    assert!(characters.simplified.len() > 2500);
    assert!(characters.simplified.is_sorted_by(|a, b| a.0 < b.0));
    assert!(characters.readings.len() > 6700);
    assert!(characters.readings.is_sorted_by(|a, b| a.0 < b.0));
    assert!(characters.syllables.is_sorted_by(|a, b| a < b));
}

#[test]
fn a_character_has_its_usual_reading_with_v_for_u_umlaut() {
    let characters = Characters::builtin();
    let reading = |c| characters.reading(c);
    assert_eq!(
        [reading('证'), reading('绿'), reading('砬'), reading('a')],
        [Some("zheng"), Some("lv"), Some("la"), None]
    );
}
