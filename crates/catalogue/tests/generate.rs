//! The generated province: its size, its sameness, its truthfulness, and its tables.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::{HashMap, HashSet},
    convert::Infallible,
    fs,
    path::Path,
    sync::LazyLock,
};

use catalogue::{
    Snapshot,
    generate::{Full, Ground, Size, write_tables},
};
use domain::{Item, Level, Publication};
use tempfile::tempdir;

static GROUND: LazyLock<Ground> =
    LazyLock::new(|| Ground::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap());

const SMALL: Size =
    Size { items: 1_000, province: 50, cities: 400, counties: 1_500, townships: 3_000, villages: 17_000 };

fn each(full: &Full, mut see: impl FnMut(&Item, Publication)) {
    let Ok(()) = full.publications(&mut |item, publication| {
        see(item, publication);
        Ok::<(), Infallible>(())
    });
}

#[test]
fn the_real_scale_has_as_many_publications_as_liaoning_said_and_none_twice() {
    let full = Full::new(&GROUND, Size::LIAONING, 1);
    assert_eq!(full.items().len(), 3_200);
    let mut counts: HashMap<Level, usize> = HashMap::new();
    let mut seen = HashSet::new();
    each(&full, |item, publication| {
        let region = GROUND.regions.region(GROUND.regions.find(&publication.region).unwrap());
        assert!(item.levels.contains(&region.level));
        *counts.entry(region.level).or_default() += 1;
        assert!(seen.insert((publication.item, publication.region)));
    });
    let upper = counts[&Level::Province] + counts[&Level::City] + counts[&Level::County];
    assert_eq!((upper, counts[&Level::Township], counts[&Level::Village]), (52_000, 37_000, 384_000));
}

#[test]
fn the_same_seed_makes_the_same_file_and_another_seed_another() {
    let folder = tempdir().unwrap();
    let write = |name: &str, seed| {
        let path = folder.path().join(name);
        GROUND.full_snapshot(&Full::new(&GROUND, SMALL, seed)).write(&path).unwrap();
        fs::read(path).unwrap()
    };
    let first = write("a", 7);
    assert!(first == write("b", 7));
    assert!(first != write("c", 8));
}

#[test]
fn every_item_is_a_sample_with_a_name_and_code_of_its_own_and_all_lists() {
    let full = Full::new(&GROUND, SMALL, 1);
    let names: HashSet<&str> = full.items().iter().map(|item| item.name.as_str()).collect();
    let codes: HashSet<&str> = full.items().iter().map(|item| item.code.as_str()).collect();
    let sources: HashSet<&str> = full.items().iter().map(|item| item.source_code.as_str()).collect();
    assert_eq!([names.len(), codes.len(), sources.len()], [1_000; 3]);
    for item in full.items() {
        let guide = &item.guide;
        assert!(item.sample, "{}", item.name);
        let lists = [guide.conditions.len(), guide.materials.len(), guide.path.len(), guide.red_lines.len()];
        assert!(lists.iter().all(|length| *length > 0), "{}: {lists:?}", item.name);
    }
    let tolerances = full.items().iter().filter(|item| item.guide.materials.iter().any(|m| m.tolerance.is_some()));
    assert!(tolerances.count() > 100);
}

#[test]
fn nothing_of_another_matters_law_is_claimed_and_the_only_phone_is_12345() {
    let full = Full::new(&GROUND, SMALL, 1);
    for item in full.items().iter().filter(|item| item.guide.summary.as_deref().is_some_and(|s| s.starts_with("样例")))
    {
        let guide = &item.guide;
        assert!(guide.basis.is_empty() && guide.faq.is_empty() && guide.result.is_none(), "{}", item.name);
    }
    each(&full, |_, publication| {
        assert!(publication.consult.iter().chain(&publication.complain).all(|phone| phone == "12345"));
        for place in &publication.places {
            assert!(place.sample && place.name.starts_with("样例") && place.address.is_none(), "{place:?}");
        }
    });
}

#[test]
fn a_generated_snapshot_opens_and_reaches_every_village() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("a.snapshot");
    let written = GROUND.full_snapshot(&Full::new(&GROUND, SMALL, 1)).write(&path).unwrap();
    assert_eq!(written.counts.publications, 50 + 400 + 1_500 + 3_000 + 17_000);
    let snapshot = Snapshot::open(&path).unwrap();
    assert!(snapshot.meta().sample);
    for (id, region) in snapshot.regions().iter() {
        assert!(snapshot.published(id).len() > 0, "{region:?}");
    }
}

#[test]
fn the_tables_have_a_row_for_every_item_and_publication_and_whole_cells() {
    let folder = tempdir().unwrap();
    let full = Full::new(&GROUND, SMALL, 1);
    assert_eq!(write_tables(&full, folder.path()).unwrap(), (1_000, 21_950));
    let mut tables = Vec::new();
    for (name, rows) in [("items.tsv", 1_000), ("publications.tsv", 21_950)] {
        let text = fs::read_to_string(folder.path().join(name)).unwrap();
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
        let header = lines.next().unwrap();
        let table: Vec<HashMap<String, String>> = lines
            .map(|cells| {
                assert_eq!(cells.len(), header.len(), "{name}: {cells:?}");
                header.iter().cloned().zip(cells).collect()
            })
            .collect();
        assert_eq!(table.len(), rows, "{name}");
        tables.push(table);
    }
    let [items, publications] = &tables[..] else { unreachable!("two tables") };
    let sources: HashSet<&str> = items.iter().map(|row| row["source_code"].as_str()).collect();
    assert!(publications.iter().all(|row| sources.contains(row["item"].as_str())));
    for (item, row) in full.items().iter().zip(items) {
        let materials: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&row["materials"]).unwrap();
        let names = materials.iter().map(|material| material["name"].as_str().unwrap());
        assert!(names.eq(item.guide.materials.iter().map(|material| material.name.as_str())));
        assert_eq!(row["legal"].is_empty(), item.guide.limits.legal.is_none());
    }
    let spelled = |end: &str| publications.iter().filter(|row| row["promise"].ends_with(end)).count();
    // Now and then, as in real exports; how many depends on how many whole guides promise nothing.
    let (odd, usual) = (spelled("(工作日)"), spelled("个工作日"));
    assert!(odd > 0 && usual > 10 * odd, "{odd} and {usual}");
}
