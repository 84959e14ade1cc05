use super::make::{days_off, item};
use crate::{
    bundles::{plan::*, *},
    terms::{TimeSpan, TimeUnit},
};

#[test]
fn a_plan_is_drawn_by_days_with_what_is_off_and_what_is_open() {
    let calendar = days_off();
    let task = |name: &str, after: &[&str], days: Option<u16>, visits| Task {
        item: item(name),
        after: after.iter().map(|name| item(name)).collect(),
        time: days.map(|amount| TimeSpan { amount, unit: TimeUnit::WorkingDay }),
        visits: Some(visits),
        places: vec![0],
    };
    let places = [Stop { id: "x".into(), opening: None }];
    let today = "2026-12-28".parse().unwrap();
    let setting = Setting { today, minute: None, calendar: &calendar, places: &places };
    let tasks = [task("a", &[], Some(2), 2), task("b", &["a"], None, 1), task("c", &[], Some(0), 0)];
    let drawn = timeline(&plan(&tasks, &setting).unwrap(), today, &calendar);
    // a: handed in on Monday, two working days, back on Thursday; b with it, its time unknown.
    let marks = |at: usize| drawn.rows[at].marks.iter().map(|mark| (mark.day, mark.kind)).collect::<Vec<_>>();
    let row = |name: &str| drawn.rows.iter().position(|row| row.item == item(name)).unwrap();
    assert_eq!(marks(row("a")), [(0, MarkKind::Go), (3, MarkKind::Return)]);
    assert_eq!(drawn.rows[row("a")].span, Some(Span { from: 0, until: Some(2) }));
    assert_eq!(marks(row("b")), [(3, MarkKind::Go)]);
    assert_eq!(drawn.rows[row("b")].span, Some(Span { from: 3, until: None }));
    assert_eq!((marks(row("c")), drawn.rows[row("c")].span), (vec![(0, MarkKind::Online)], None));
    assert_eq!((drawn.from, drawn.provisional_from), (today, Some(4)));
    assert_eq!(drawn.off, Vec::<u32>::new());
    assert_eq!(drawn.days, 5);
}
