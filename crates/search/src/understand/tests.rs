use domain::ItemKind;

use crate::{Doc, Engine, Lexicon};

fn engine() -> Engine {
    let names = [
        "居民身份证补领",
        "居民身份证换领",
        "居民身份证首次申领",
        "机动车驾驶证遗失补证",
        "机动车驾驶证期满换证",
        "住房公积金贷款申请",
        "租房提取住房公积金",
        "死亡户口注销",
        "失业登记",
        "失业保险金申领",
        "生育登记",
        "社会团体成立登记",
        "社会团体注销登记",
        "个体工商户设立登记",
        "个体工商户注销登记",
        "异地就医备案(跨省)",
        "犬只登记",
    ];
    let doc = |name: &&str| Doc {
        name: (*name).into(),
        plain_name: None,
        aliases: Vec::new(),
        department: String::new(),
        themes: Vec::new(),
        kind: ItemKind::PublicService,
        audience: Vec::new(),
        popularity: 0,
    };
    Engine::build(names.iter().map(doc).collect(), &Lexicon::builtin())
}

fn first(engine: &Engine, text: &str) -> String {
    let hits = engine.rank(&engine.understand(text), &|_| true);
    hits.first().map_or_else(String::new, |hit| engine.shown[hit.doc as usize].clone())
}

#[test]
fn question_phrases_are_dropped_and_said_so() {
    let query = engine().understand("公积金贷款怎么办？需要什么材料");
    assert_eq!(query.shown, "公积金贷款");
    assert!(query.dropped.contains(&"需要什么材料".to_owned()), "{:?}", query.dropped);
}

#[test]
fn what_is_lost_is_replaced_and_what_is_past_its_date_is_renewed() {
    let engine = engine();
    assert_eq!(first(&engine, "身份证丢了咋整"), "居民身份证补领");
    assert_eq!(first(&engine, "身份证过期了"), "居民身份证换领");
    assert_eq!(first(&engine, "驾照丢了"), "机动车驾驶证遗失补证");
    assert_eq!(first(&engine, "驾照到期"), "机动车驾驶证期满换证");
}

#[test]
fn a_new_application_comes_before_a_cancellation_unless_asked_otherwise() {
    let engine = engine();
    assert_eq!(first(&engine, "个体户"), "个体工商户设立登记");
    assert_eq!(first(&engine, "个体户注销"), "个体工商户注销登记");
    assert_eq!(first(&engine, "协会注销"), "社会团体注销登记");
}

#[test]
fn a_turn_of_life_names_its_matters() {
    let engine = engine();
    assert_eq!(first(&engine, "人没了"), "死亡户口注销");
    assert_eq!(first(&engine, "下岗了"), "失业登记");
    assert_eq!(first(&engine, "要当爸爸了"), "生育登记");
    assert_eq!(first(&engine, "店不干了"), "个体工商户注销登记");
}

#[test]
fn pinyin_initials_and_mixtures_are_read_as_words() {
    let engine = engine();
    for text in ["shenfenzheng buling", "sfz buling", "身份zheng补领", "ＳＦＺ补领", "shen fen zheng bu ling"]
    {
        assert_eq!(first(&engine, text), "居民身份证补领", "{text}");
    }
    assert_eq!(first(&engine, "shēnfènzhèng bǔlǐng"), "居民身份证补领");
    let query = engine.understand("sfz");
    assert_eq!(query.corrected, [("sfz".to_owned(), "身份证".to_owned())]);
}

#[test]
fn initials_are_cut_into_the_words_that_are_said_most() {
    let query = engine().understand("jszdl");
    assert_eq!(query.corrected[0].1, "驾驶证丢了");
}

#[test]
fn a_small_word_of_every_sentence_is_no_slip() {
    let engine = engine();
    for text in ["几个月不营业", "小车驾照"] {
        assert!(engine.understand(text).corrected.is_empty(), "{text}: {:?}", engine.understand(text).corrected);
    }
}

#[test]
fn slips_of_sound_and_shape_are_mended_and_said_so() {
    let engine = engine();
    for text in ["公基金贷款", "公积巾贷款", "住房公积积金贷款"] {
        assert_eq!(first(&engine, text), "住房公积金贷款申请", "{text}");
    }
    let query = engine.understand("公基金贷款");
    assert_eq!(query.corrected, [("公基金贷款".to_owned(), "公积金贷款".to_owned())]);
}

#[test]
fn a_slip_is_mended_when_the_word_is_all_that_was_typed() {
    let engine = engine();
    let query = engine.understand("公基金");
    assert_eq!(query.corrected, [("公基金".to_owned(), "公积金".to_owned())]);
    assert!(engine.understand("基金会").corrected.is_empty());
}

#[test]
fn a_short_form_of_a_name_is_no_slip() {
    let engine = engine();
    assert!(engine.understand("社团成登").corrected.is_empty());
    assert_eq!(first(&engine, "社团成登"), "社会团体成立登记");
}

#[test]
fn an_unknown_word_is_not_mended_into_another() {
    let engine = engine();
    for text in ["沈阳天气", "法院把房子封了", "司机"] {
        assert!(engine.understand(text).corrected.is_empty(), "{text}: {:?}", engine.understand(text).corrected);
    }
}

#[test]
fn traditional_script_is_the_same_query() {
    let engine = engine();
    assert_eq!(first(&engine, "異地就醫"), "异地就医备案(跨省)");
}

#[test]
fn two_matters_in_one_query_give_both_first() {
    let engine = engine();
    let hits = engine.rank(&engine.understand("身份证和驾照都丢了"), &|_| true);
    let two: Vec<&str> = hits.iter().take(2).map(|hit| engine.shown[hit.doc as usize].as_str()).collect();
    assert!(two.contains(&"居民身份证补领") && two.contains(&"机动车驾驶证遗失补证"), "{two:?}");
}

#[test]
fn an_action_alone_finds_what_has_it() {
    let engine = engine();
    let hits = engine.rank(&engine.understand("注销"), &|_| true);
    assert!(!hits.is_empty());
    assert!(hits.iter().all(|hit| engine.shown[hit.doc as usize].contains("注销")));
}

#[test]
fn letters_and_figures_that_mean_nothing_here_find_nothing() {
    let engine = engine();
    for text in ["hello", "12345", "qqq", "x", "vpn", "zzzzqqqq", "qwertyuiop"] {
        let query = engine.understand(text);
        assert!(engine.rank(&query, &|_| true).is_empty(), "{text} {:?}", query.corrected);
    }
}

#[test]
fn plain_text_beside_a_matter_belongs_to_it() {
    let query = engine().understand("公积金贷款和地址");
    assert_eq!(query.parts.len(), 1);
}

#[test]
fn dialect_is_read_as_plain_words() {
    let engine = engine();
    assert_eq!(first(&engine, "媳妇查出来有了"), "生育登记");
}

#[test]
fn in_a_long_story_the_question_at_its_end_weighs_most() {
    let engine = engine();
    assert_eq!(first(&engine, "前年失业登记过后来一直在外地打工今年回来了现在想问异地就医备案"), "异地就医备案(跨省)");
    assert_eq!(first(&engine, "前年异地就医备案过后来一直在外地打工今年回来了现在想问失业登记"), "失业登记");
}
