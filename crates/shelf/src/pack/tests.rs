use std::sync::LazyLock;

use domain::{Audience, ItemCode, ItemKind, Region, RegionKind, place::PlaceKind, terms::TimeUnit};
use proptest::prelude::*;
use search::Lexicon;

use super::*;
use crate::{Answer, answer, hex, sha256};

static WORDS: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| parts(&heads()).to_bytes());
/// The same for a phone that knows no words at all.
static WORDLESS: LazyLock<Vec<u8>> = LazyLock::new(|| PackParts { words: 0, ..parts(&heads()) }.to_bytes());

fn code(text: &str) -> RegionCode {
    RegionCode::parse(text).unwrap()
}

fn promise(amount: u16) -> Option<ShownLimit> {
    Some(ShownLimit { amount, unit: TimeUnit::WorkingDay, legal: false })
}

fn legal(amount: u16) -> Option<ShownLimit> {
    Some(ShownLimit { amount, unit: TimeUnit::Month, legal: true })
}

fn regions() -> Vec<Region> {
    let region = |own: &str, name: &str, kind, level, parent: Option<&str>| Region {
        code: code(own),
        name: name.into(),
        kind,
        level,
        parent: parent.map(code),
    };
    vec![
        region("21", "辽宁省", RegionKind::Province, Level::Province, None),
        region("2101", "沈阳市", RegionKind::City, Level::City, Some("21")),
        region("2102", "大连市", RegionKind::City, Level::City, Some("21")),
        region("210102", "和平区", RegionKind::County, Level::County, Some("2101")),
    ]
}

fn heads() -> Vec<ItemHead> {
    let head = |own: &str, name: &str, source: &str, popularity| ItemHead {
        code: ItemCode::parse(own).unwrap(),
        source_code: source.into(),
        name: name.into(),
        plain_name: Some("补办身份证".into()),
        aliases: vec!["身份证丢了".into(), String::new()],
        department: "公安局".into(),
        kind: ItemKind::PublicService,
        audience: vec![Audience::Legal, Audience::Natural],
        levels: Vec::new(),
        themes: vec!["户籍证件".into(), "公安".into()],
        popularity,
        limit: promise(20),
        visits: None,
        fee: Some(true),
        channels: ChannelMask(3),
        sample: true,
    };
    let mut heads = vec![
        head("a-1", "居民身份证补领", "a-1", 900),
        head("a-2", "普通护照签发", "1121-0001", 700),
        head("a-3", "临时救助给付", "1121-0002", 300),
    ];
    heads[2].plain_name = None;
    heads[2].fee = None;
    heads
}

fn parts(heads: &[ItemHead]) -> PackParts<'_> {
    let brief = PubBrief {
        organ: Some("和平区公安分局"),
        limit: legal(10),
        visits: Some(1),
        fee: Some(false),
        channels: ChannelMask(1),
    };
    let same = PubBrief { organ: None, limit: None, visits: None, fee: None, channels: ChannelMask(3) };
    let published = |item, brief, phone: &str| Published { item, brief, phones: vec![phone.into()] };
    let place = Place {
        name: "和平区政务服务中心".into(),
        kind: Some(PlaceKind::Centre),
        address: Some("某路 1 号".into()),
        window: None,
        hours: None,
        phones: vec!["12345".into()],
        sample: true,
    };
    let shelved = |region: &str, publications, places| Shelved { region: code(region), publications, places };
    PackParts {
        region: code("210102"),
        snapshot: "5".repeat(64),
        words: WORDS.mark(),
        data_date: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        heads,
        regions: regions(),
        // Of 大连市 the districts are not known here.
        whole: vec![true, true, false, true],
        shelves: vec![
            shelved("210102", vec![published(0, brief, "024-1"), published(2, same, "024-1")], vec![place]),
            shelved("2101", vec![published(0, same, "024-2"), published(1, brief, "024-3")], Vec::new()),
            shelved("21", Vec::new(), Vec::new()),
        ],
        anywhere: None,
    }
}

fn body(pack: &Pack, address: &str) -> String {
    match answer(pack, address) {
        Answer::Body(body) => body,
        other => panic!("{address}: {other:?}"),
    }
}

#[test]
fn a_pack_holds_what_went_in() {
    let heads = heads();
    let pack = Pack::open(&SMALL, WORDS.clone()).unwrap();
    assert_eq!(pack.heads(), heads);
    assert_eq!((pack.region(), pack.checksum().len(), pack.snapshot()), (&code("210102"), 64, &*"5".repeat(64)));
    let own = pack.regions().find(&code("210102")).unwrap();
    let (at, brief) = pack.nearest(0, own).unwrap();
    assert_eq!((at, brief.organ, brief.limit), (own, Some("和平区公安分局"), legal(10)));
    let (at, brief) = pack.nearest(1, own).unwrap();
    assert_eq!((pack.regions().region(at).name.as_str(), brief.fee), ("沈阳市", Some(false)));
    assert_eq!((brief.organ, pack.nearest(2, own).unwrap().1.limit), (Some("和平区公安分局"), None));
    let phones = |item| pack.contact(item).unwrap().2;
    assert_eq!(
        (phones(0), phones(2), phones(1)),
        (&["024-1".into()][..], &["024-1".into()][..], &["024-3".into()][..])
    );
    let told = body(&pack, "/contacts/a-2");
    assert!(
        told.starts_with(
            r#"{"code":"a-2","name":"普通护照签发","organ":"和平区公安分局","region":{"code":"210100000000""#
        ),
        "{told}"
    );
    assert!(told.ends_with(r#""phones":["024-3"]}"#) && answer(&pack, "/contacts/a-9") == Answer::NotHere, "{told}");
    assert_eq!(pack.places(own).unwrap()[0].phones, ["12345"]);
}

#[test]
fn an_address_is_answered_for_the_region_and_what_is_above_it_only() {
    let pack = Pack::open(&SMALL, WORDS.clone()).unwrap();
    for region in ["210102000000", "2101", "21"] {
        assert!(body(&pack, &format!("/guides?q=%E8%BA%AB%E4%BB%BD%E8%AF%81&region={region}")).contains("\"total\":"));
    }
    assert!(body(&pack, "/suggest?q=%E8%BA%AB%E4%BB%BD&region=210102").contains("居民身份证补领"));
    for foreign in ["/guides?q=a", "/guides?region=2102", "/guides?region=3301", "/guides/a-1?region=2101", "/about"] {
        assert_eq!(answer(&pack, foreign), Answer::NotHere, "{foreign}");
    }
    let places = body(&pack, "/places?region=210102&kind=centre");
    assert!(places.contains("和平区政务服务中心") && places.contains("辽宁省 沈阳市 和平区"), "{places}");
    for empty in ["/places?region=2101", "/places", "/places?region=210102&kind=agency"] {
        assert_eq!(body(&pack, empty), "{\"items\":[]}", "{empty}");
    }
    for foreign in ["/places?region=2102", "/places?region=3301"] {
        assert_eq!(answer(&pack, foreign), Answer::NotHere, "{foreign}");
    }
    let Answer::Refused(fields) = answer(&pack, "/guides?page=0&region=x") else { panic!("bad values passed") };
    assert_eq!(fields.len(), 2);
}

#[test]
fn a_place_that_is_known_by_name_only_is_told_and_searched_at_home() {
    let pack = Pack::open(&SMALL, WORDS.clone()).unwrap();
    let found = body(&pack, "/guides?q=大连身份证补领&region=210102");
    assert!(found.contains("\"elsewhere\":true") && found.contains("\"name\":\"大连市\""), "{found}");
    assert!(found.contains("\"code\":\"a-1\""), "{found}");
    assert!(!body(&pack, "/guides?q=沈阳身份证补领&region=210102").contains("elsewhere"));
}

#[test]
fn the_picker_is_answered_as_far_as_the_phone_knows_the_tree() {
    let pack = Pack::open(&SMALL, WORDS.clone()).unwrap();
    let city = body(&pack, "/regions/2101");
    assert!(city.starts_with(r#"{"code":"210100000000","name":"沈阳市","full_name":"辽宁省 沈阳市""#), "{city}");
    assert!(
        city.ends_with(r#""parent":"210100000000"}]}"#) && city.contains(r#""children":[{"code":"210102"#),
        "{city}"
    );
    assert!(body(&pack, "/regions/210102000000").ends_with(r#""children":[]}"#));
    for (asked, found) in
        [("和平", 1), ("heping", 1), ("syhp", 1), ("xyz", 0), ("dls", 1), ("2101", 2), ("沈阳和平区", 1)]
    {
        match answer(&pack, &format!("/regions?q={asked}")) {
            Answer::Body(body) => assert_eq!(body.matches("full_name").count(), found, "{asked}: {body}"),
            other => assert_eq!((other, found), (Answer::NotHere, 0), "{asked}"),
        }
    }
    assert_eq!(body(&pack, "/regions?parent=21").matches("full_name").count(), 2);
    assert_eq!(body(&pack, "/regions").matches("full_name").count(), 1);
    // What lies below is not known, or the region is not: nobody is told that there is nothing.
    for foreign in ["/regions/2102", "/regions?parent=2102", "/regions/3301", "/regions/x"] {
        assert_eq!(answer(&pack, foreign), Answer::NotHere, "{foreign}");
    }
    assert!(matches!(answer(&pack, "/regions?parent=x"), Answer::Refused(_)));
}

#[test]
fn without_a_region_the_pack_of_the_topmost_answers() {
    let heads = heads();
    let mut parts = parts(&heads);
    parts.region = code("21");
    let own = parts.shelves.remove(0);
    parts.shelves.swap(0, 1);
    parts.shelves.truncate(1);
    parts.shelves.push(Shelved { publications: own.publications[..1].to_vec(), ..own });
    parts.anywhere = Some(vec![(Some(Level::County), true), (Some(Level::City), false), (None, false)]);
    let pack = Pack::open(&parts.to_bytes(), WORDS.clone()).unwrap();
    let (at, brief) = pack.for_everyone(0).unwrap();
    assert_eq!((pack.regions().region(at).name.as_str(), brief.visits), ("和平区", Some(1)));
    assert_eq!((pack.for_everyone(1), pack.highest(1), pack.highest(2)), (None, Some(Level::City), None));
    assert!(body(&pack, "/guides").contains("\"total\":3"));
}

#[test]
fn what_is_no_pack_of_ours_says_why() {
    let words = Lexicon::default();
    let open = |bytes: &[u8]| Pack::open(bytes, words.clone()).err().map(PackError::code);
    assert_eq!(open(b""), Some("pack_none"));
    assert_eq!(open(b"<!DOCTYPE html><title>some other page of more than forty bytes</title>"), Some("pack_none"));
    let mut newer = SMALL.clone();
    newer[8] = PACK_FORMAT + 1;
    assert_eq!(open(&newer), Some("pack_other_format"));
    assert_eq!(open(&SMALL[..SMALL.len() - 1]), Some("pack_damaged"));
    let hollow = |body: &[u8]| [&SMALL[..SUM], &sha256(body), body].concat();
    assert_eq!(open(&hollow(b"")), Some("pack_broken"));
    assert_eq!(open(&hollow(&[0; 8])), Some("pack_broken"));
    assert_eq!(open(&SMALL), Some("pack_other_words"));
    assert_eq!(open(&WORDLESS), None);
    assert_eq!(hex(&sha256(&SMALL[BODY..])).len(), 64);
}

proptest! {
    #[test]
    fn a_flipped_byte_is_never_taken_for_the_pack(at in any::<prop::sample::Index>(), flip in 1u8..) {
        let mut bytes = SMALL.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        prop_assert!(Pack::open(&bytes, WORDS.clone()).is_err());
    }

    /// A wrong writer, or someone who knows the checksum: an error or a pack, never a panic.
    #[test]
    fn a_pack_with_a_fitting_checksum_never_panics(
        at in any::<prop::sample::Index>(),
        to in any::<u8>(),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = WORDLESS.clone();
        let at = BODY + at.index(bytes.len() - BODY);
        bytes[at] = to;
        if !whole {
            bytes.truncate(BODY + cut.index(bytes.len() - BODY));
        }
        let sum = sha256(&bytes[BODY..]);
        bytes[SUM..BODY].copy_from_slice(&sum);
        if let Ok(pack) = Pack::open(&bytes, Lexicon::default()) {
            for address in ["/guides?region=210102&facets=1", "/suggest?q=%E8%BA%AB&region=210102", "/guides", "/regions/21", "/regions?q=a"] {
                answer(&pack, address);
            }
            assert!((0..9).filter_map(|item| pack.contact(item)).count() <= 3);
        }
    }
}
