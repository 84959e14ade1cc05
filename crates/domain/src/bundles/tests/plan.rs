use super::make::{days_off, item};
use crate::{
    bundles::{Opening, plan::*},
    terms::{TimeSpan, TimeUnit},
};

fn task(name: &str, after: &[&str], days: u16, places: &[usize]) -> Task {
    Task {
        item: item(name),
        after: after.iter().map(|name| item(name)).collect(),
        time: Some(TimeSpan { amount: days, unit: TimeUnit::WorkingDay }),
        visits: Some(1),
        places: places.to_vec(),
    }
}

fn stop(id: &str, hours: &str) -> Stop {
    Stop { id: id.into(), opening: Opening::read(hours) }
}

/// Plans from Monday 2026-11-23.
fn planned(tasks: &[Task], places: &[Stop]) -> Plan {
    planned_on("2026-11-23", None, tasks, places)
}

fn planned_on(today: &str, minute: Option<u16>, tasks: &[Task], places: &[Stop]) -> Plan {
    let calendar = days_off();
    plan(tasks, &Setting { today: today.parse().unwrap(), minute, calendar: &calendar, places }).unwrap()
}

fn shown(plan: &Plan) -> Vec<String> {
    let items = |visit: &Visit| visit.matters.iter().map(|m| m.item.to_string()).collect::<Vec<_>>().join("+");
    plan.visits.iter().map(|visit| format!("{} {}", &visit.on.date.to_string()[5..], items(visit))).collect()
}

#[test]
fn matters_at_one_place_are_one_visit() {
    let plan = planned(
        &[task("a", &[], 3, &[0]), task("b", &[], 5, &[0, 1]), task("c", &[], 0, &[1])],
        &[stop("x", "工作日"), stop("y", "工作日")],
    );
    assert_eq!(plan.visits.len(), 2);
    assert!(plan.visits.iter().any(|visit| visit.why.contains(&Why::Together { matters: 2 })));
    // Five working days after Monday end on the next Monday.
    assert_eq!(plan.finish.date, "2026-11-30".parse().unwrap());
}

#[test]
fn a_matter_waits_until_the_day_after_the_time_of_the_one_before() {
    let plan = planned(&[task("a", &[], 3, &[0]), task("b", &["a"], 0, &[0])], &[stop("x", "工作日")]);
    // Three working days end on Thursday the 26th; one relies on the result on Friday.
    assert_eq!(shown(&plan), ["11-23 a", "11-27 b"]);
    assert_eq!(plan.visits[1].why, [Why::After { item: item("b"), needs: item("a") }]);
    assert_eq!(plan.waits.len(), 1);
    assert_eq!(plan.waits[0].until.unwrap().date, "2026-11-26".parse().unwrap());
}

#[test]
fn what_is_done_at_once_is_followed_on_the_same_visit() {
    let plan = planned(&[task("a", &[], 0, &[0]), task("b", &["a"], 2, &[0])], &[stop("x", "工作日")]);
    assert_eq!(shown(&plan), ["11-23 a+b"]);
}

#[test]
fn a_matter_waits_for_another_when_that_saves_a_visit_and_the_plan_says_so() {
    let tasks = [task("a", &[], 2, &[0]), task("b", &["a"], 0, &[1]), task("c", &[], 0, &[1])];
    let plan = planned(&tasks, &[stop("x", "工作日"), stop("y", "工作日")]);
    assert_eq!(shown(&plan), ["11-23 a", "11-26 b+c"]);
    assert!(plan.visits[1].why.contains(&Why::Saves { item: item("c"), could: "2026-11-23".parse().unwrap() }));
}

#[test]
fn what_goes_online_takes_no_visit_and_starts_on_any_day() {
    let online = Task { visits: Some(0), ..task("a", &[], 0, &[]) };
    let plan = planned_on("2026-11-22", None, &[online, task("b", &["a"], 0, &[0])], &[stop("x", "工作日")]);
    assert_eq!(plan.online[0].on.date, "2026-11-22".parse().unwrap());
    assert_eq!(shown(&plan), ["11-23 b"]);
    assert_eq!(plan.visits[0].why, [Why::Closed { since: "2026-11-22".parse().unwrap() }]);
}

#[test]
fn a_matter_of_two_visits_is_gone_back_to_when_its_time_is_over() {
    let plan = planned(&[Task { visits: Some(2), ..task("a", &[], 2, &[0]) }], &[stop("x", "工作日")]);
    assert_eq!(shown(&plan), ["11-23 a", "11-26 a"]);
    assert_eq!((plan.visits[0].matters[0].turn, plan.visits[1].matters[0].turn), (Turn::Apply, Turn::Return));
    assert_eq!(plan.visits[1].why, [Why::Back { item: item("a") }]);
    let thrice = planned(&[Task { visits: Some(4), ..task("a", &[], 2, &[0]) }], &[stop("x", "工作日")]);
    assert_eq!((thrice.visit_count(), thrice.finish.at_least), (4, true));
}

#[test]
fn a_time_that_is_not_published_is_never_taken_as_none() {
    let unknown = Task { time: None, ..task("a", &[], 0, &[0]) };
    let plan = planned(&[unknown, task("b", &["a"], 0, &[0])], &[stop("x", "工作日")]);
    assert_eq!(shown(&plan), ["11-23 a", "11-24 b"]);
    assert!(!plan.visits[0].on.at_least && plan.visits[1].on.at_least && plan.finish.at_least);
    assert_eq!(plan.waits[0].until, None);
}

#[test]
fn visits_that_are_not_published_are_assumed_and_marked() {
    let plan = planned(&[Task { visits: None, ..task("a", &[], 0, &[0]) }], &[stop("x", "工作日")]);
    assert_eq!((plan.visits.len(), plan.visits[0].matters[0].assumed), (1, true));
}

#[test]
fn two_matters_whose_places_nobody_knows_are_not_thrown_together() {
    let plan = planned(&[task("a", &[], 0, &[]), task("b", &[], 0, &[])], &[]);
    assert_eq!((plan.visits.len(), plan.visits[0].place), (2, None));
}

#[test]
fn a_closed_day_a_holiday_and_a_late_hour_move_the_visit() {
    let tuesday = planned(&[task("a", &[], 0, &[0])], &[stop("x", "周二、周四 9:00-11:00")]);
    assert_eq!(shown(&tuesday), ["11-24 a"]);
    assert_eq!(tuesday.visits[0].hours.len(), 1);
    let holiday = planned_on("2026-10-01", None, &[task("a", &[], 0, &[0])], &[stop("x", "工作日")]);
    assert_eq!(shown(&holiday), ["10-08 a"]);
    let late = planned_on("2026-11-23", Some(16 * 60), &[task("a", &[], 0, &[0])], &[stop("x", "工作日 9:00-16:00")]);
    assert_eq!(shown(&late), ["11-24 a"]);
}

#[test]
fn a_day_beyond_the_announced_holidays_is_provisional() {
    let plan = planned_on("2026-12-28", None, &[task("a", &[], 10, &[0])], &[stop("x", "工作日")]);
    assert!(!plan.visits[0].on.provisional && plan.finish.provisional);
}

#[test]
fn one_place_that_is_named_twice_is_one_place() {
    let places = [stop("x", "工作日"), stop("x", "工作日")];
    let plan = planned(&[task("a", &[], 0, &[0]), task("b", &[], 0, &[1])], &places);
    assert_eq!(shown(&plan), ["11-23 a+b"]);
}

#[test]
fn nothing_to_do_is_a_plan_too_and_a_circle_is_none() {
    assert_eq!((planned(&[], &[]).visits.len(), planned(&[], &[]).exact), (0, true));
    let calendar = days_off();
    let setting = Setting { today: "2026-11-23".parse().unwrap(), minute: None, calendar: &calendar, places: &[] };
    assert_eq!(plan(&[task("a", &["b"], 0, &[]), task("b", &["a"], 0, &[])], &setting), Err(PlanProblem::Cycle));
    assert_eq!(plan(&[task("a", &["a"], 0, &[])], &setting), Err(PlanProblem::Cycle));
    assert_eq!(plan(&[task("a", &[], 0, &[]), task("a", &[], 1, &[])], &setting), Err(PlanProblem::Twice(item("a"))));
    let many: Vec<Task> = (0..61).map(|at| task(&format!("m{at}"), &[], 0, &[])).collect();
    assert_eq!(plan(&many, &setting), Err(PlanProblem::TooMany(61)));
}

#[test]
fn a_span_that_no_calendar_holds_does_not_break_the_plan() {
    let tasks = [task("a", &[], u16::MAX, &[0]), task("b", &["a"], 4095, &[0]), task("c", &["b"], 1, &[0])];
    let years = |task: Task| Task { time: task.time.map(|span| TimeSpan { unit: TimeUnit::Year, ..span }), ..task };
    assert_eq!(planned(&tasks, &[stop("x", "工作日")]).visits.len(), 3);
    assert_eq!(planned(&tasks.map(years), &[stop("x", "工作日")]).visits.len(), 3);
}
