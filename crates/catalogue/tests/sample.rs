//! The sample catalogue: a small one of faults, and the project's own.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, path::Path};

use catalogue::{
    Snapshot,
    cli::{GenerateArgs, Scale, generate},
    sample::{MOST_AT_TOWNSHIP, MOST_AT_VILLAGE, load},
};
use domain::{ItemCode, Level, RegionCode};
use tempfile::{TempDir, tempdir};

const HEADER: &str = "code\tname\tplain_name\taliases\tdepartment\ttheme\taudience\tlevels\tkind\tpopularity\tguide\n";
const GUIDE: &str = "# source: a test\n# checked_on: 2026-11-20\nsummary = \"丢了补办\"\nvisits = 1\n";
const REGIONS: &str =
    "code\tname\tvillages\n21\t辽宁省\n2101\t沈阳市\n210102\t和平区\n210102001\t浑河湾街道\t002水源地社区\n";
const ZONES: &str = "code\tname\tkind\tlevel\tparent\tsource\n21Z000000001\t某新区\tzone\tcity\t21\t测试\n";

fn data(rows: &str, guides: &[(&str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("catalogue/guides")).unwrap();
    fs::create_dir_all(at("regions")).unwrap();
    fs::write(at("catalogue/items.tsv"), format!("{HEADER}{rows}")).unwrap();
    fs::write(at("regions/all.tsv"), REGIONS).unwrap();
    fs::write(at("regions/zones.tsv"), ZONES).unwrap();
    for (name, text) in guides {
        fs::write(at("catalogue/guides").join(name), text).unwrap();
    }
    folder
}

const ROWS: &str = "\
a-bl\t身份证补领\t身份证丢了补办\t身份证挂失|补身份证\t公安局\t户籍证件\tnatural\tcity,county,township\t07\t970\ta-bl.toml
a-cx\t村务公开查询\t\t\t村(居)民委员会\t基层治理\tnatural\ttownship,village\t20\t300\t
a-xk\t农药经营许可\t\t\t农业农村局\t农业农村\tlegal\tcounty,village\t01\t200\t
";

fn made(folder: &Path, scale: Scale) -> (u8, String, Option<Snapshot>) {
    let out = folder.join("a.snapshot");
    let mut told = Vec::new();
    let args = GenerateArgs {
        scale,
        data: folder.into(),
        out: Some(out.clone()),
        table: None,
        seed: 1,
        phones: false,
        policies: None,
    };
    let code = generate(&args, &mut told).unwrap();
    (code, String::from_utf8(told).unwrap(), Snapshot::open(&out).ok())
}

#[test]
fn items_are_published_at_the_levels_of_their_row_as_sample_content() {
    let folder = data(ROWS, &[("a-bl.toml", GUIDE)]);
    let (code, told, snapshot) = made(folder.path(), Scale::Sample);
    assert_eq!(code, 0, "{told}");
    let snapshot = snapshot.unwrap();
    let region = |code: &str| snapshot.regions().find(&RegionCode::parse(code).unwrap()).unwrap();
    let codes = |code: &str| -> Vec<&str> {
        snapshot.published(region(code)).map(|id| snapshot.head(id).code.as_str()).collect()
    };
    assert_eq!(codes("21"), Vec::<&str>::new());
    assert_eq!(codes("2101"), ["a-bl"]);
    assert_eq!(codes("210102"), ["a-bl", "a-xk"]);
    assert_eq!(codes("210102001"), ["a-bl", "a-cx"]);
    // A licence is never a village's to give, whatever the row says.
    assert_eq!(codes("210102001002"), ["a-cx"]);

    let id = snapshot.find_item(&ItemCode::parse("a-bl").unwrap()).unwrap();
    let item = snapshot.item(id).unwrap();
    assert!(item.sample && snapshot.meta().sample);
    assert_eq!(item.guide.summary.as_deref(), Some("丢了补办"));
    assert_eq!(item.aliases, ["身份证挂失", "补身份证"]);
    assert_eq!(item.provenance.origin.file, "a-bl.toml");
    let publication = snapshot.publication(id, region("210102")).unwrap().unwrap();
    assert_eq!(publication.organ.as_deref(), Some("和平区公安局"));
    let organ = |code: &str| snapshot.brief(id, region(code)).unwrap().organ.map(str::to_owned);
    assert_eq!(organ("210102001").as_deref(), Some("浑河湾街道"));
    assert_eq!(organ("21Z000000001").as_deref(), Some("某新区"));
    assert_eq!(publication.consult, ["12345"]);
    let place = &publication.places[0];
    assert_eq!((place.name.as_str(), place.sample), ("样例办理点（和平区）", true));
    assert_eq!((place.address.as_ref(), place.phones.as_slice()), (None, &["12345".to_owned()][..]));
}

#[test]
fn every_faulty_row_and_guide_is_named_with_file_and_line() {
    let rows = "a b\t\t\t\t公安局\tt\tnatural\tcity\t07\t1\t\n\
        a-1\t甲\t\t\t公安局\tt\tnatural\tplanet\t77\t1001\t\n\
        a-2\t乙\t\n\
        a-3\t丙\t\t\t公安局\tt\tnatural\tcity\t07\t1\t\n\
        a-3\t丙\t\t\t公安局\tt\tnatural\tcity\t07\t1\t\n\
        a-4\t丁\t\t\t公安局\tt\tnatural\tcity\t07\t1\ta-4.toml\n";
    let guides = [("b.toml", "summary = \"x\"\n"), ("c.toml", "# checked_on: 2026-11-20\nvisits = 1\nfee = 3\n")];
    let problems = load(data(rows, &guides).path()).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    for start in [
        "items.tsv:2: code",
        "items.tsv:2: name",
        "items.tsv:3: levels",
        "items.tsv:3: kind",
        "items.tsv:3: popularity",
        "items.tsv:4: 3 cells",
        "items.tsv:6: a-3",
        "items.tsv:7: guide",
        "b.toml: no line",
        "c.toml:3: ",
    ] {
        assert!(told.iter().any(|text| text.starts_with(start)), "{start} in {told:#?}");
    }
}

#[test]
fn nothing_is_written_when_the_data_have_faults() {
    let folder = data("a-1\t甲\t\t\t公安局\tt\tnatural\tplanet\t07\t1\t\n", &[("a.toml", GUIDE)]);
    let (code, told, snapshot) = made(folder.path(), Scale::Sample);
    assert_eq!((code, snapshot.is_none()), (2, true));
    assert!(told.contains("error: items.tsv:2: levels"), "{told}");
}

#[test]
fn the_projects_own_catalogue_reaches_every_village() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let folder = tempdir().unwrap();
    let out = folder.path().join("sample.snapshot");
    let mut told = Vec::new();
    let args = GenerateArgs {
        scale: Scale::Sample,
        data,
        out: Some(out.clone()),
        table: None,
        seed: 1,
        phones: false,
        policies: None,
    };
    assert_eq!(generate(&args, &mut told).unwrap(), 0, "{}", String::from_utf8_lossy(&told));
    let snapshot = Snapshot::open(&out).unwrap();
    assert_eq!(snapshot.heads().len(), 481);
    assert!(snapshot.heads().iter().all(|head| head.sample));
    assert!(snapshot.meta().bytes < 10_000_000, "{} bytes", snapshot.meta().bytes);
    for (id, region) in snapshot.regions().iter() {
        let here = snapshot.published(id).len();
        match region.level {
            Level::Village => assert_eq!(here, MOST_AT_VILLAGE, "{region:?}"),
            Level::Township => assert_eq!(here, MOST_AT_TOWNSHIP, "{region:?}"),
            _ => assert!(here > 100, "{region:?}: {here}"),
        }
    }
}
