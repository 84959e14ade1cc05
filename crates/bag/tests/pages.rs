//! The pages of the check over the rules, guides and events of data/.

#![allow(clippy::unwrap_used, clippy::panic, dead_code)]

#[path = "given/world.rs"]
mod given;

use bag::{
    Matter, World, bundles,
    pages::{Found, Got, Guides, Page, Place, Places, Turn, turn},
    proofs,
};
use chrono::NaiveDate;
use domain::{ItemCode, RegionCode, terms::Limits};

/// Every sample guide; an item without a whole guide has a name only.
struct Shelf(Vec<Matter>);

impl Guides for Shelf {
    fn matter(&self, code: &ItemCode, _: Option<&RegionCode>) -> Got<Matter> {
        let bare = || Matter {
            code: code.clone(),
            name: code.to_string(),
            plain_name: None,
            themes: vec![],
            audience: vec![],
            region: None,
            materials: vec![],
            limits: Limits::default(),
            handling: None,
            visits: None,
            fee: None,
            places: vec![],
            sample: true,
        };
        Got::Here(self.0.iter().find(|matter| matter.code == *code).cloned().unwrap_or_else(bare))
    }

    fn find(&self, _: &str, _: Option<&RegionCode>) -> Got<Vec<Found>> {
        Got::Nowhere
    }
}

impl Places for Shelf {
    fn place(&self, _: &RegionCode) -> Got<Place> {
        Got::Nowhere
    }
}

fn page(world: &World, shelf: &Shelf, path: &str, form: &str) -> Page {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    match turn(world, shelf, path, form, today) {
        Turn::Page(page) => page,
        other => panic!("{path}?{form}: {other:?}"),
    }
}

/// Every element that is opened is closed, in order, and nothing has a style of its own.
fn assert_whole(page: &Page, path: &str) {
    assert!(page.found, "{path}");
    let mut open: Vec<&str> = Vec::new();
    for tag in page.html.split('<').skip(1) {
        let name = tag.split([' ', '>']).next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{path}"),
            None if name == "input" || name == "br" => {}
            None => open.push(name),
        }
        assert!(!tag.split('>').next().unwrap().contains(" style="), "{path}");
    }
    assert!(open.is_empty(), "{path}: {open:?}");
    assert_eq!(page.html.matches("<h1").count(), 1, "{path}");
}

#[test]
fn every_paper_and_every_occasion_has_its_page() {
    let (world, shelf) = (given::world(), Shelf(given::matters()));
    for path in ["/proofs", "/events", "/checklist"] {
        assert_whole(&page(&world, &shelf, path, ""), path);
    }
    for paper in proofs(&world, "").items {
        let path = format!("/proofs/{}", paper.id);
        assert_whole(&page(&world, &shelf, &path, ""), &path);
    }
    for bundle in bundles(&world).items {
        let path = format!("/events/{}", bundle.id);
        for form in ["", "do=start", "do=list", "do=list&on=2027-02-01"] {
            assert_whole(&page(&world, &shelf, &path, form), &path);
        }
        let plan = page(&world, &shelf, &path, "do=list");
        assert!(plan.html.contains("class=\"gains\"") && plan.html.contains("<svg"), "{path}");
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert!(matches!(turn(&world, &shelf, &path, "do=ics", today), Turn::File(_)), "{path}");
    }
}

#[test]
fn every_guide_is_checked_to_its_end_by_never_knowing() {
    let (world, shelf) = (given::world(), Shelf(given::matters()));
    for matter in &shelf.0 {
        let mut form = format!("item={}", matter.code);
        for asked in 0.. {
            assert!(asked < 20, "{form}");
            let page = page(&world, &shelf, "/checklist", &form);
            assert_whole(&page, &form);
            let Some((_, rest)) = page.html.split_once("name=\"ask\" value=\"") else { break };
            form += &format!("&a.{}=%3F", rest.split('"').next().unwrap());
        }
        let list = page(&world, &shelf, "/checklist", &form);
        assert!(list.html.contains("data-group=") || matter.materials.is_empty(), "{form}");
    }
}
