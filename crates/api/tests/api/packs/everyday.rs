//! Every known query, on the server and on a phone: the same bytes.

use std::path::Path;

use catalogue::generate::Ground;
use search::Lexicon;
use shelf::{Answer, Pack, answer};

use crate::harness::TestApp;

/// 辽宁省, 沈阳市, 和平区, one of its sub-districts and one of the communities there.
const REGIONS: [&str; 5] = ["210000000000", "210100000000", "210102000000", "210102001000", "210102001002"];
/// What may stand beside the words; each query gets one of them, another in each region.
const BESIDE: [&str; 8] = [
    "",
    "&facets=1",
    "&page=2&size=5",
    "&audience=legal&facets=1",
    "&channel=web",
    "&level=city&facets=1",
    "&kind=20",
    "&theme=%E6%88%B7%E7%B1%8D%E8%AF%81%E4%BB%B6&size=100",
];

fn queries() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/queries/everyday.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_known_query_is_answered_by_a_phone_with_the_bytes_of_the_server() {
    let app = TestApp::of(|path| {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
        Ground::load(&data).unwrap().sample_snapshot().write(path).unwrap();
    });
    let words = Lexicon::from_bytes(&app.get("/api/v1/packs/words").await.body).unwrap();
    let mut packs = Vec::new();
    for region in REGIONS {
        let sent = app.get(&format!("/api/v1/packs/{region}")).await;
        packs.push((format!("&region={region}"), Pack::open(&sent.body, words.clone()).unwrap()));
    }
    let whole = app.get("/api/v1/packs/210000000000").await;
    packs.push((String::new(), Pack::open(&whole.body, words.clone()).unwrap()));
    let queries = queries();
    assert!(queries.len() > 600);
    let (mut same, mut elsewhere) = (0, 0);
    for (at, query) in queries.iter().enumerate() {
        let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
        // Two of the six: each of them is asked hundreds.
        for which in [at % packs.len(), (at / 2 + 3) % packs.len()] {
            let (region, pack) = &packs[which];
            let beside = BESIDE[(at + which) % BESIDE.len()];
            let address = format!("/guides?q={query}{region}{beside}");
            let Answer::Body(phone) = answer(pack, &address) else { panic!("{address}") };
            // A place that the phone knows by name only: it says so, and offers to ask the server.
            if phone.contains("\"elsewhere\":true") {
                elsewhere += 1;
                continue;
            }
            assert_eq!(phone, app.get(&format!("/api/v1{address}")).await.text(), "{address}");
            same += 1;
        }
        let (region, pack) = &packs[at % packs.len()];
        let address = format!("/suggest?q={query}{region}");
        assert_eq!(
            answer(pack, &address),
            Answer::Body(app.get(&format!("/api/v1{address}")).await.text()),
            "{address}"
        );
    }
    println!("{same} lists are the same, {elsewhere} name a place elsewhere");
    assert!(elsewhere * 20 < same, "{elsewhere} of {same}");
}
