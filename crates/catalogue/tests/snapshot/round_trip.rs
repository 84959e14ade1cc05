use catalogue::snapshot::{BuildError, ChannelMask, ItemId, PubBrief, Snapshot, SnapshotBuilder, load_for_base};
use domain::{
    Channel, RegionId,
    publication::LocalTerms,
    terms::{Limits, ShownLimit, TimeUnit},
};
use proptest::prelude::*;
use tempfile::tempdir;

use super::fixture::*;

fn open(builder: SnapshotBuilder) -> Snapshot {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    builder.write(&path).unwrap();
    Snapshot::open(&path).unwrap()
}

fn region(snapshot: &Snapshot, code: &str) -> RegionId {
    snapshot.regions().find(&region_code(code)).unwrap()
}

fn promise(amount: u16) -> Option<ShownLimit> {
    Some(ShownLimit { amount, unit: TimeUnit::WorkingDay, legal: false })
}

#[test]
fn every_item_publication_and_place_comes_out_as_it_went_in() {
    let snapshot = open(filled());
    let (a1, b2) = (ItemId(0), ItemId(1));
    assert_eq!(snapshot.item(a1).unwrap(), item("a1", "居民身份证补领"));
    assert_eq!(snapshot.head(b2).name, "出生登记");
    let county = region(&snapshot, COUNTY);
    assert_eq!(snapshot.publication(b2, county).unwrap(), Some(own_terms()));
    assert_eq!(snapshot.publication(b2, region(&snapshot, VILLAGE)).unwrap(), None);
    assert_eq!(snapshot.places(county).unwrap(), vec![place("样例办理点")]);
    assert_eq!(snapshot.places(region(&snapshot, "210100000000")).unwrap(), vec![]);
    assert_eq!(snapshot.regions().full_name(county), "辽宁省 沈阳市 和平区");
}

#[test]
fn the_meta_tells_counts_dates_and_sources() {
    let snapshot = open(filled());
    let meta = snapshot.meta();
    let counts = meta.counts;
    assert_eq!((counts.items, counts.publications, counts.regions, counts.places), (3, 4, 5, 3));
    assert_eq!((meta.data_date, meta.sample), (date(), true));
    assert_eq!(meta.built_at.to_rfc3339(), "2026-11-22T04:00:00+08:00");
    assert_eq!(meta.checksum.len(), 64);
    assert_eq!(meta.sources[0].file, "items.tsv");
}

#[test]
fn an_item_is_found_by_our_code_and_by_the_code_as_imported() {
    let snapshot = open(filled());
    assert_eq!(snapshot.find_item(&item_code("b2")), Some(ItemId(1)));
    assert_eq!(snapshot.find_item(&item_code("SRCb2")), Some(ItemId(1)));
    assert_eq!(snapshot.find_item(&item_code("b3")), None);
}

#[test]
fn the_nearest_publication_wins_and_the_highest_stands_for_anywhere() {
    let snapshot = open(filled());
    let (a1, b2, c3) = (ItemId(0), ItemId(1), ItemId(2));
    let (province, county) = (region(&snapshot, PROVINCE), region(&snapshot, COUNTY));
    let (village, street) = (region(&snapshot, VILLAGE), region(&snapshot, "210102001000"));
    assert_eq!(snapshot.nearest(a1, village).unwrap().0, village);
    assert_eq!(snapshot.nearest(a1, street).unwrap().0, county);
    assert_eq!(snapshot.nearest(b2, village).unwrap().0, county);
    assert_eq!(snapshot.nearest(b2, province), None);
    assert_eq!(snapshot.anywhere(a1).unwrap().0, province);
    assert_eq!(snapshot.anywhere(b2).unwrap().0, county);
    assert_eq!(snapshot.anywhere(c3), None);
    assert!(snapshot.speaks_alone(a1), "the province stands above the rest");
    assert!(!snapshot.speaks_alone(c3), "nobody publishes it");
}

#[test]
fn a_brief_holds_the_items_terms_unless_the_region_has_its_own() {
    let snapshot = open(filled());
    let county = region(&snapshot, COUNTY);
    let organ = format!("{COUNTY}公安局");
    let common = PubBrief {
        organ: Some(&organ),
        limit: promise(20),
        visits: Some(1),
        fee: Some(true),
        channels: ChannelMask::of(&[Channel::Window, Channel::Kiosk]),
    };
    assert_eq!(snapshot.brief(ItemId(0), county), Some(common));
    let own = PubBrief {
        limit: promise(5),
        visits: Some(0),
        fee: Some(false),
        channels: ChannelMask::of(&[Channel::Web]),
        ..common
    };
    assert_eq!(snapshot.brief(ItemId(1), county), Some(own));
    let listed: Vec<_> = snapshot.briefs(county).collect();
    assert_eq!(listed, vec![(ItemId(0), common), (ItemId(1), own)]);
}

#[test]
fn a_region_that_sets_limits_without_a_promise_has_no_promise() {
    let mut builder = filled();
    let mut publication = publication("b2", VILLAGE);
    publication.terms = LocalTerms { limits: Some(Limits::default()), ..LocalTerms::default() };
    builder.add_publication(publication);
    let snapshot = open(builder);
    assert_eq!(snapshot.brief(ItemId(1), region(&snapshot, VILLAGE)).unwrap().limit, None);
}

#[test]
fn a_later_record_replaces_an_earlier_one_with_all_it_brought() {
    let mut builder = filled();
    let mut newer = publication("a1", VILLAGE);
    newer.places = vec![place("新办理点")];
    builder.add_publication(newer.clone());
    builder.add_item(item("a1", "换了名字"));
    let snapshot = open(builder);
    let village = region(&snapshot, VILLAGE);
    assert_eq!(snapshot.meta().counts.publications, 4);
    assert_eq!(snapshot.publication(ItemId(0), village).unwrap(), Some(newer));
    assert_eq!(snapshot.places(village).unwrap(), vec![place("新办理点")]);
    assert_eq!(snapshot.item(ItemId(0)).unwrap().name, "换了名字");
}

#[test]
fn publications_without_item_or_region_are_all_named_and_nothing_is_written() {
    let mut builder = filled();
    builder.add_publication(publication("zz", COUNTY));
    builder.add_publication(publication("a1", "220000000000"));
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    let Err(BuildError::Orphans { count, first }) = builder.write(&path) else { panic!("it was written") };
    assert_eq!(count, 2);
    assert!(first.iter().any(|text| text.contains("zz")) && first.iter().any(|text| text.contains("2200")));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_snapshot_without_anything_can_be_opened() {
    let snapshot = open(builder());
    assert_eq!(snapshot.heads().len(), 0);
    assert_eq!(snapshot.publications().count(), 0);
    assert!(snapshot.in_scope(region(&snapshot, VILLAGE)).is_empty());
    assert!(!snapshot.meta().sample);
}

#[test]
fn a_base_gives_everything_back_and_builds_the_same_file() {
    let folder = tempdir().unwrap();
    let (one, two) = (folder.path().join("one"), folder.path().join("two"));
    filled().write(&one).unwrap();
    let base = load_for_base(&one).unwrap();
    assert_eq!((base.items.len(), base.publications.len()), (3, 4));
    let mut again = builder();
    base.items.into_iter().for_each(|item| again.add_item(item));
    base.publications.into_iter().for_each(|publication| again.add_publication(publication));
    again.write(&two).unwrap();
    assert_eq!(std::fs::read(one).unwrap(), std::fs::read(two).unwrap());
}

#[test]
fn many_records_are_read_back_across_blocks() {
    let mut builder = builder();
    let code = |n: u32| format!("i{n:05}");
    for n in 0..1500 {
        builder.add_item(item(&code(n), &format!("事项{n}")));
        builder.add_publication(publication(&code(n), [PROVINCE, COUNTY, VILLAGE][n as usize % 3]));
    }
    let snapshot = open(builder);
    for n in [0, 1, 299, 700, 1499] {
        assert_eq!(snapshot.item(ItemId(n)).unwrap(), item(&code(n), &format!("事项{n}")));
        let (region, brief) = snapshot.anywhere(ItemId(n)).unwrap();
        let read = snapshot.publication(ItemId(n), region).unwrap().unwrap();
        assert_eq!(brief.organ, read.organ.as_deref());
        assert_eq!(read.item, item_code(&code(n)));
    }
    let read: Vec<_> = snapshot.publications().map(Result::unwrap).collect();
    assert_eq!(read.len(), 1500);
    let village = region(&snapshot, VILLAGE);
    assert_eq!(snapshot.in_scope(village).len(), 1500);
    assert_eq!(snapshot.published(village).count(), 500);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_published_is_what_was_added_in_whatever_order(
        pairs in prop::collection::vec((0u32..200, 0usize..5), 0..400),
        turn in 0usize..400,
    ) {
        let table = regions();
        let codes: Vec<String> = table.iter().map(|(_, region)| region.code.to_string()).collect();
        let fill = |pairs: &[(u32, usize)]| {
            let mut builder = builder();
            for &(item_at, region_at) in pairs {
                builder.add_publication(publication(&format!("i{item_at:03}"), &codes[region_at]));
            }
            (0..200).for_each(|n| builder.add_item(item(&format!("i{n:03}"), "事项")));
            builder
        };
        let mut turned = pairs.clone();
        turned.rotate_left(turn.min(pairs.len()));
        let folder = tempdir().unwrap();
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        fill(&pairs).write(&one).unwrap();
        fill(&turned).write(&two).unwrap();
        prop_assert_eq!(std::fs::read(&one).unwrap(), std::fs::read(&two).unwrap());
        let snapshot = Snapshot::open(&one).unwrap();
        for (at, code) in codes.iter().enumerate() {
            let here = region(&snapshot, code);
            let scope = snapshot.in_scope(here);
            for n in 0..200 {
                let added = pairs.contains(&(n, at));
                prop_assert_eq!(snapshot.is_published(here, ItemId(n)), added);
                prop_assert_eq!(snapshot.brief(ItemId(n), here).is_some(), added);
                prop_assert_eq!(scope.contains(ItemId(n)), snapshot.nearest(ItemId(n), here).is_some());
            }
        }
    }
}
