//! A list comes back as it was signed, and nothing else is ever taken for it.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use slip::{Day, Ed25519, KeyId, Matter, Method, Paper, PublicKey, Signer, Slip, SlipError, Told, Verdict};

fn signer() -> Ed25519 {
    Ed25519::new(KeyId(*b"key1"), &[42; 32])
}

fn keys() -> Vec<PublicKey> {
    vec![PublicKey { id: signer().id(), key: signer().public(), from: Day::from_number(0).unwrap(), until: None }]
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一-龥（）《》、]{0,12}",
        "[a-z0-9-]{0,12}",
        any::<String>(),
        Just("居民身份证原件及复印件".to_owned()),
    ]
}

fn paper() -> impl Strategy<Value = Paper> {
    let verdict =
        prop::sample::select(vec![Verdict::NotNeeded, Verdict::Conditional, Verdict::Unknown, Verdict::Bring]);
    let method = prop::option::of(prop::sample::select(vec![
        Method::Cancel,
        Method::Share,
        Method::ECert,
        Method::Verify,
        Method::Commit,
        Method::Tolerate,
    ]));
    (words(), verdict, method).prop_map(|(name, verdict, method)| Paper { name, verdict, method })
}

fn list() -> impl Strategy<Value = Slip> {
    let day = (0..292_000_u32).prop_map(|number| Day::from_number(number).unwrap());
    let matters = prop::collection::vec((words(), words()).prop_map(|(code, name)| Matter { code, name }), 0..5);
    let told = prop::collection::vec((words(), words()).prop_map(|(question, answer)| Told { question, answer }), 0..3);
    let papers = prop::collection::vec(paper(), 0..8);
    (day.clone(), day, words(), words(), matters, papers, told).prop_map(
        |(signed, on, region, region_name, matters, papers, told)| Slip {
            signed,
            on,
            region,
            region_name,
            matters,
            papers,
            told,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_list_comes_back_as_it_was_signed(list in list()) {
        let text = list.seal(&signer());
        if text.len() <= 2000 {
            prop_assert_eq!(Slip::open(&text, &keys()), Ok((list, signer().id())));
        }
    }

    #[test]
    fn text_that_nobody_signed_is_refused_and_never_a_panic(text in "[0-9A-Z.:/*-]{0,400}") {
        prop_assert!(Slip::open(&text, &keys()).is_err());
    }

    #[test]
    fn any_text_at_all_is_refused_and_never_a_panic(text in any::<String>()) {
        prop_assert!(Slip::open(&text, &keys()).is_err());
    }
}

/// A small list: every character of it is changed below.
fn small() -> Slip {
    Slip {
        signed: Day::parse("2026-11-22").unwrap(),
        on: Day::parse("2026-11-25").unwrap(),
        region: "210102000000".into(),
        region_name: "和平区".into(),
        matters: vec![Matter { code: "ln-sfz-bl".into(), name: "居民身份证补领".into() }],
        papers: vec![Paper {
            name: "居民户口簿".into(), verdict: Verdict::NotNeeded, method: Some(Method::ECert)
        }],
        told: Vec::new(),
    }
}

#[test]
fn one_changed_character_anywhere_is_refused() {
    let text = small().seal(&signer());
    let keys = keys();
    assert!(Slip::open(&text, &keys).is_ok());
    for at in 0..text.len() {
        // Others of the alphabet, and one that is in none.
        for other in ['0', 'Q', '*', 'a'] {
            let mut changed = text.clone();
            changed.replace_range(at..=at, &other.to_string());
            assert!(changed == text || Slip::open(&changed, &keys).is_err(), "{at}: {other}");
        }
        let mut shorter = text.clone();
        shorter.remove(at);
        assert!(Slip::open(&shorter, &keys).is_err(), "without {at}");
    }
}

#[test]
fn one_flipped_bit_anywhere_is_refused() {
    // Flipped in the bytes of the text: what a bad copy does to it.
    let text = small().seal(&signer()).into_bytes();
    let keys = keys();
    for at in 0..text.len() {
        for bit in 0..7 {
            let mut flipped = text.clone();
            flipped[at] ^= 1 << bit;
            let flipped = String::from_utf8(flipped).unwrap();
            assert!(Slip::open(&flipped, &keys).is_err(), "bit {bit} of {at}");
        }
    }
}

#[test]
fn every_reason_is_told_apart() {
    let text = small().seal(&signer());
    let other = Ed25519::new(KeyId(*b"key2"), &[7; 32]);
    let forged = Ed25519::new(signer().id(), &[7; 32]);
    let open = |text: &str, keys: &[PublicKey]| Slip::open(text, keys).map(|(_, id)| id);
    assert_eq!(open("", &keys()), Err(SlipError::Empty));
    assert_eq!(open(&text[..9], &keys()), Err(SlipError::Damaged));
    assert_eq!(open(&"0".repeat(2001), &keys()), Err(SlipError::Damaged));
    assert_eq!(open(&small().seal(&other), &keys()), Err(SlipError::UnknownKey));
    assert_eq!(open(&small().seal(&forged), &keys()), Err(SlipError::WrongSignature));
    let mut old = keys();
    old[0].until = Day::parse("2026-11-21");
    assert_eq!(open(&text, &old), Err(SlipError::KeyNotInUse));
    old[0].until = Day::parse("2026-11-22");
    assert_eq!(open(&text, &old), Ok(signer().id()), "the last day is a day");
    // The first two bytes are the first three characters, the format among them: 2 and what follows.
    assert!((0..41_usize).any(|at| {
        let digit = &"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./:*"[at..=at];
        open(&[&text[..1], digit, &text[2..]].concat(), &keys()) == Err(SlipError::Newer)
    }));
}
