use domain::{Level, Region, RegionCode, RegionKind, RegionTable};

use super::*;

fn table() -> RegionTable {
    let region = |code: &str, name: &str, level: Level, parent: Option<&str>| Region {
        code: RegionCode::parse(code).unwrap(),
        name: name.into(),
        kind: RegionKind::County,
        level,
        parent: parent.map(|p| RegionCode::parse(p).unwrap()),
    };
    RegionTable::build(vec![
        region("21", "辽宁省", Level::Province, None),
        region("2101", "沈阳市", Level::City, Some("21")),
        region("210102", "和平区", Level::County, Some("2101")),
        region("210103", "沈河区", Level::County, Some("2101")),
        region("2112", "铁岭市", Level::City, Some("21")),
        region("211221", "铁岭县", Level::County, Some("2112")),
        region("211221100", "新台子镇", Level::Township, Some("211221")),
        region("211221100201", "三家子村委会", Level::Village, Some("211221100")),
        region("211231", "铁岭银州新区", Level::County, Some("2112")),
        region("2113", "朝阳市", Level::City, Some("21")),
        region("211321", "朝阳县", Level::County, Some("2113")),
        region("211321100", "光荣镇", Level::Township, Some("211321")),
        region("211321100201", "三家子村委会", Level::Village, Some("211321100")),
        region("211324", "喀喇沁左翼蒙古族自治县", Level::County, Some("2113")),
    ])
    .unwrap()
}

fn found(text: &str) -> Vec<String> {
    let table = table();
    RegionSearch::build(&table, &Lexicon::builtin()).find(text, 5).into_iter().map(|id| table.full_name(id)).collect()
}

#[test]
fn a_region_is_found_without_its_suffix_by_sound_by_initials_and_by_code() {
    for text in ["沈阳", "沈阳市", "瀋陽", "shenyang", "sy", "2101"] {
        assert_eq!(found(text)[0], "辽宁省 沈阳市", "{text}");
    }
    for text in ["喀喇沁左翼", "喀左", "喀左县", "kz"] {
        assert_eq!(found(text)[0], "辽宁省 朝阳市 喀喇沁左翼蒙古族自治县", "{text}");
    }
}

#[test]
fn a_region_is_found_with_its_parents_with_and_without_spaces() {
    for text in ["沈阳和平", "沈阳 和平", "辽宁省沈阳市和平区", "shenyang heping", "syhp"] {
        assert_eq!(found(text), ["辽宁省 沈阳市 和平区"], "{text}");
    }
    assert_eq!(found("铁岭 三家子"), ["辽宁省 铁岭市 铁岭县 新台子镇 三家子村委会"]);
}

#[test]
fn an_ambiguous_name_gives_all_higher_levels_first() {
    assert_eq!(found("铁岭")[..2], ["辽宁省 铁岭市", "辽宁省 铁岭市 铁岭县"]);
    assert_eq!(found("三家子").len(), 2);
}

#[test]
fn a_beginning_comes_after_a_whole_name() {
    assert_eq!(found("沈")[0], "辽宁省 沈阳市");
    assert_eq!(found("银州新区"), ["辽宁省 铁岭市 铁岭银州新区"]);
    assert!(found("不存在的地方").is_empty());
}

fn place(text: &str) -> Option<(String, String)> {
    let table = table();
    let (id, range) = RegionSearch::build(&table, &Lexicon::builtin()).in_query(text)?;
    Some((table.region(id).name.clone(), text[range].into()))
}

#[test]
fn a_place_word_is_found_inside_a_query() {
    assert_eq!(place("沈阳怎么办身份证"), Some(("沈阳市".into(), "沈阳".into())));
    assert_eq!(place("办身份证 沈阳市和平区"), Some(("和平区".into(), "沈阳市和平区".into())));
    assert_eq!(place("铁岭 三家子办低保"), Some(("三家子村委会".into(), "铁岭 三家子".into())));
    assert_eq!(place("瀋陽戶口"), Some(("沈阳市".into(), "瀋陽".into())));
}

#[test]
fn an_ordinary_word_or_a_name_of_several_regions_is_no_place() {
    assert_eq!(place("光荣牌悬挂"), None);
    assert_eq!(place("和平解决"), None);
    assert_eq!(place("三家子村低保"), None);
    assert_eq!(place(""), None);
}
