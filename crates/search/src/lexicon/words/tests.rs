use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::characters::Characters;

fn parsed(toml: &str) -> Lexicon {
    let whole = format!("source = \"a\"\nchecked_on = \"2026-11-22\"\n{toml}");
    Lexicon::parse(&[("a.toml", &whole)]).unwrap()
}

/// A lexicon with something of every kind, and little of it.
fn small() -> Vec<u8> {
    static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
    SMALL.get_or_init(write_small).clone()
}

fn write_small() -> Vec<u8> {
    let lexicon = parsed(
        "drop = [\"怎么\"]\nbetween = [\"和\"]\nedges = \"的\"\nalone = \"办\"\nsame = [[\"户口\", \"户籍\"]]\n\
         together = [{ said = [\"车|汽车\", \"过户\"], means = [\"转移登记\"] }]\n\
         [say]\n\"咋整\" = \"怎么办\"\n[lookalike]\n\"曰\" = \"日\"\n[readings]\n\"银行\" = \"yin hang\"\n\
         [means]\n\"下岗\" = [\"失业登记\", \"就业登记\"]\n[[audience]]\nid = \"natural\"\nsaid = [\"个人\"]\n\
         [[action]]\nid = \"new\"\nnames = [\"新办\"]\nsaid = [\"新办\"]\nprior = 1000\n",
    );
    let few = |c: char| "户车行银".contains(c);
    let Characters { mut simplified, syllables, mut readings, .. } = lexicon.characters.as_ref().clone();
    readings.retain(|&(c, _)| few(c));
    simplified.retain(|&(_, to)| readings.iter().any(|&(c, _)| c == to));
    Lexicon { characters: Characters::new(simplified, syllables, readings).into(), ..lexicon }.to_bytes()
}

fn sealed(body: &[u8]) -> Vec<u8> {
    [&MAGIC[..], &check(body).to_le_bytes(), body].concat()
}

#[test]
fn the_words_of_the_project_come_back_as_they_were() {
    let lexicon = Lexicon::builtin();
    let bytes = lexicon.to_bytes();
    assert_eq!(Lexicon::from_bytes(&bytes), Ok(lexicon));
}

#[test]
fn a_lexicon_without_words_comes_back_too() {
    let bytes = Lexicon::default().to_bytes();
    assert_eq!(Lexicon::from_bytes(&bytes).map(|lexicon| lexicon.to_bytes()), Ok(bytes));
}

#[test]
fn bytes_with_any_one_changed_or_cut_off_anywhere_are_refused() {
    let whole = small();
    assert!(Lexicon::from_bytes(&whole).is_ok());
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        assert!(Lexicon::from_bytes(&bytes).is_err(), "byte {at}");
        assert!(Lexicon::from_bytes(&whole[..at]).is_err(), "{at} bytes");
    }
}

#[test]
fn another_version_is_told_from_damage() {
    let mut bytes = small();
    bytes[3] += 1;
    assert_eq!(Lexicon::from_bytes(&bytes), Err(WordsError::Unknown));
    assert_eq!(Lexicon::from_bytes(b""), Err(WordsError::Unknown));
    let last = bytes.len() - 1;
    bytes[3] -= 1;
    bytes[last] ^= 1;
    assert_eq!(Lexicon::from_bytes(&bytes), Err(WordsError::Damaged));
}

/// Asks an engine whatever the words say.
fn ask(lexicon: &Lexicon) {
    let names = ["户籍转移登记", "失业登记（新办）"];
    let doc = |name: &&str| crate::Doc {
        name: (*name).into(),
        plain_name: None,
        aliases: Vec::new(),
        department: "公安局".into(),
        themes: Vec::new(),
        kind: domain::ItemKind::Confirmation,
        audience: Vec::new(),
        popularity: 0,
    };
    let engine = crate::Engine::build(names.iter().map(doc).collect(), lexicon);
    for text in ["下岗的人怎么办新办", "户口和汽车过户", "yinhang", "咋整曰"] {
        let query = engine.understand(text);
        for hit in engine.rank(&query, &|_| true) {
            engine.explain(&query, hit.doc);
        }
        engine.suggest(text, &|_| true, 5);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sealed_nonsense_gives_an_error_or_a_lexicon_that_works(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut body = small()[HEAD..].to_vec();
        for (at, byte) in changes {
            let at = at.index(body.len());
            body[at] = byte;
        }
        if let Ok(lexicon) = Lexicon::from_bytes(&sealed(&body)) {
            ask(&lexicon);
        }
    }

    #[test]
    fn any_bytes_at_all_give_no_panic(body in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(lexicon) = Lexicon::from_bytes(&sealed(&body)) {
            ask(&lexicon);
        }
    }
}
