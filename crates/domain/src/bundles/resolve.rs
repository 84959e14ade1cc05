//! A bundle in one case: which matters, which papers, how long, how often, and when to go where.

use chrono::NaiveDate;

use super::{
    BeforeAfter, Bundle, Member, Opening, Thing, Total, members,
    needs::{Need, needs, smallest, together},
    plan::{Plan, PlanProblem, Setting, Stop, Task, Turn, plan},
    predecessors,
    totals::{Timed, days},
};
use crate::{
    ItemCode,
    calendar::WorkCalendar,
    logic::Truth,
    order::Set,
    papers::{self, Case, Rulebook},
    place::Place,
    terms::{ShownLimit, TimeSpan},
};

/// A matter as it is published here.
#[derive(Debug, Clone, Copy)]
pub struct MatterHere<'a> {
    /// Its materials.
    pub papers: papers::Matter<'a>,
    /// The promise, or what the law allows; [`ShownLimit::AT_ONCE`] for what is done while one waits.
    pub limit: Option<ShownLimit>,
    /// Visits in person.
    pub visits: Option<u8>,
    /// Where it is handled.
    pub places: &'a [Place],
}

/// One thing of the bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carry {
    /// What.
    pub thing: Thing,
    /// For which matters.
    pub needed_by: Vec<ItemCode>,
    /// Whether it is certain to be asked for.
    pub sure: bool,
    /// The matter of the bundle whose result it is; then there is nothing to bring from elsewhere.
    pub given_by: Option<ItemCode>,
}

/// A bundle in one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved<'a> {
    /// Every matter, and whether it is done in this case.
    pub members: Vec<Member<'a>>,
    /// Papers one by one and all together.
    pub papers: BeforeAfter,
    /// Working days one after the other and by the longest chain.
    pub days: BeforeAfter,
    /// Visits one by one and by the plan.
    pub visits: BeforeAfter,
    /// Some limit is what the law allows, since no promise is published.
    pub by_law: bool,
    /// The one bag: the smallest over all alternatives, with everything that is still open in it.
    pub bag: Vec<Carry>,
    /// The places of the plan.
    pub places: Vec<Place>,
    /// The plan over everything that is or may be done.
    pub plan: Plan,
    /// What to bring on each visit of the plan; nothing where one only comes back.
    pub bring: Vec<Vec<Carry>>,
}

/// Works a bundle out. A matter that is not among those published here stays unknown in every respect.
pub fn resolve<'a>(
    bundle: &'a Bundle,
    here: &[MatterHere<'_>],
    case: &Case<'_>,
    book: &Rulebook,
    calendar: &WorkCalendar,
    minute: Option<u16>,
) -> Result<Resolved<'a>, PlanProblem> {
    let members = members(bundle, case.facts);
    let done: Vec<&Member<'_>> = members.iter().filter(|member| member.is_in != Truth::No).collect();
    let items: Vec<ItemCode> = done.iter().map(|member| member.matter.item.clone()).collect();
    let waits = predecessors(bundle, &items);
    let published = |item: &ItemCode| here.iter().find(|matter| matter.papers.item == item);
    let is_sure = |at: usize| done[at].is_in == Truth::Yes;

    let mut places = Places::default();
    let tasks: Vec<Task> = items
        .iter()
        .zip(&waits)
        .map(|(item, after)| {
            let at = published(item);
            Task {
                item: item.clone(),
                after: after.clone(),
                time: at.and_then(|at| at.limit).map(ShownLimit::span),
                visits: at.and_then(|at| at.visits),
                places: at.map_or_else(Vec::new, |at| at.places.iter().map(|place| places.at(place)).collect()),
            }
        })
        .collect();
    let stops = places.stops();
    let setting = Setting { today: case.on, minute, calendar, places: &stops };
    let the_plan = plan(&tasks, &setting)?;

    let all_needs: Vec<Need> = items
        .iter()
        .filter_map(published)
        .flat_map(|here| needs(&here.papers, &papers::lines(case, &here.papers, book)))
        .collect();
    let given = givers(bundle, &items, &waits);
    let bags = Bags {
        needs: &all_needs,
        given: &given,
        sure: items.iter().enumerate().filter(|(at, _)| is_sure(*at)).map(|(_, item)| item).collect(),
    };
    let no_list: Vec<ItemCode> =
        items.iter().filter(|item| published(item).is_none_or(|at| at.papers.materials.is_empty())).cloned().collect();
    let (bag, bring) = bags.carry(&the_plan);
    let visits = visits(&tasks, &setting, &the_plan, is_sure)?;
    Ok(Resolved {
        papers: bags.totals(no_list),
        days: working_days(&tasks, is_sure, case.on, calendar),
        visits,
        by_law: items.iter().filter_map(published).any(|at| at.limit.is_some_and(|limit| limit.legal)),
        bag,
        bring,
        places: places.places,
        plan: the_plan,
        members,
    })
}

/// Places of all matters, each once.
#[derive(Default)]
struct Places {
    places: Vec<Place>,
}

impl Places {
    fn at(&mut self, place: &Place) -> usize {
        let same = |other: &Place| other.name == place.name && other.address == place.address;
        self.places.iter().position(same).unwrap_or_else(|| {
            self.places.push(place.clone());
            self.places.len() - 1
        })
    }

    fn stops(&self) -> Vec<Stop> {
        let id = |place: &Place| [&place.name, place.address.as_deref().unwrap_or_default()].join("\n");
        let opening = |place: &Place| place.hours.as_deref().and_then(Opening::read);
        self.places.iter().map(|place| Stop { id: id(place), opening: opening(place) }).collect()
    }
}

/// For each matter the papers that matters before it give, and which one gives each.
fn givers(bundle: &Bundle, items: &[ItemCode], waits: &[Set<ItemCode>]) -> Vec<Given> {
    let waits_of = |item: &ItemCode| items.iter().position(|other| other == item).and_then(|at| waits.get(at));
    let given = |item: &ItemCode| {
        let (mut given, mut seen) = (Given { item: item.clone(), papers: Vec::new() }, Set::new());
        let mut open: Vec<&ItemCode> = waits_of(item).into_iter().flatten().collect();
        while let Some(before) = open.pop() {
            if seen.insert(before) {
                let gives = bundle.matter(before).into_iter().flat_map(|matter| &matter.gives);
                gives.for_each(|paper| given.add(paper, before));
                open.extend(waits_of(before).into_iter().flatten());
            }
        }
        given
    };
    items.iter().map(given).collect()
}

/// What a matter gets from those before it.
struct Given {
    item: ItemCode,
    /// Each paper, and the matter that gives it.
    papers: Vec<(String, ItemCode)>,
}

impl Given {
    fn add(&mut self, paper: &str, by: &ItemCode) {
        self.papers.retain(|(known, _)| known != paper);
        self.papers.push((paper.to_owned(), by.clone()));
    }

    fn giver(&self, paper: &str) -> Option<&ItemCode> {
        self.papers.iter().find(|(known, _)| known == paper).map(|(_, by)| by)
    }
}

struct Bags<'a> {
    needs: &'a [Need],
    given: &'a [Given],
    /// Matters that are certain to be done.
    sure: Set<&'a ItemCode>,
}

impl Bags<'_> {
    fn of(&self, item: &ItemCode) -> Option<&Given> {
        self.given.iter().find(|given| given.item == *item)
    }

    fn given(&self, item: &ItemCode) -> Set<String> {
        self.of(item).into_iter().flat_map(|given| given.papers.iter().map(|(paper, _)| paper.clone())).collect()
    }

    fn totals(&self, unknown: Vec<ItemCode>) -> BeforeAfter {
        let certain: Vec<Need> =
            self.needs.iter().filter(|need| need.sure && self.sure.contains(&&need.item)).cloned().collect();
        let size = |bag: Set<Thing>| u32::try_from(bag.len()).unwrap_or(u32::MAX);
        let alone = |needs: &[Need]| {
            let of = |item: &ItemCode| needs.iter().filter(|need| need.item == *item).cloned().collect::<Vec<_>>();
            self.given.iter().map(|given| size(smallest(&of(&given.item)).things)).sum::<u32>()
        };
        let as_one = |needs: &[Need]| size(smallest(&together(needs, |item| self.given(item))).things);
        BeforeAfter {
            before: Total::of(alone(&certain), alone(self.needs), unknown.clone()),
            after: Total::of(as_one(&certain), as_one(self.needs), unknown),
        }
    }

    /// The one bag, and the part of it for each visit.
    fn carry(&self, plan: &Plan) -> (Vec<Carry>, Vec<Vec<Carry>>) {
        let one = together(self.needs, |item| self.given(item));
        let chosen = smallest(&one).chosen;
        let way = |at: usize, of: &Need| of.alternatives.get(chosen[at]).cloned().unwrap_or_default();
        let mut bag = Vec::new();
        for (at, need) in one.iter().enumerate() {
            way(at, need).into_iter().for_each(|thing| self.add(&mut bag, need, thing));
        }
        let on_visit = |visit: &super::plan::Visit| {
            let mut bring = Vec::new();
            let handed_in =
                |item: &ItemCode| visit.matters.iter().any(|matter| matter.item == *item && matter.turn == Turn::Apply);
            for (at, need) in self.needs.iter().enumerate().filter(|(_, need)| handed_in(&need.item)) {
                for thing in way(at, need) {
                    let thing = if matches!(thing, Thing::Form(_)) { Thing::OneForm } else { thing };
                    self.add(&mut bring, need, thing);
                }
            }
            bring
        };
        (bag, plan.visits.iter().map(on_visit).collect())
    }

    fn add(&self, bag: &mut Vec<Carry>, need: &Need, thing: Thing) {
        let sure = need.sure && self.sure.contains(&&need.item);
        let given_by = match &thing {
            Thing::Paper(paper) if paper.whose.is_none() => {
                self.of(&need.item).and_then(|given| given.giver(&paper.paper)).cloned()
            }
            _ => None,
        };
        match bag.iter_mut().find(|carry| carry.thing == thing) {
            Some(carry) => {
                carry.sure |= sure;
                // Somebody needs it who does not get it from the bundle: then it is brought.
                carry.given_by = carry.given_by.take().filter(|_| given_by.is_some());
                if !carry.needed_by.contains(&need.item) {
                    carry.needed_by.push(need.item.clone());
                }
            }
            None => bag.push(Carry { thing, needed_by: vec![need.item.clone()], sure, given_by }),
        }
    }
}

/// Visits one by one against those of the plan.
fn visits(
    tasks: &[Task],
    setting: &Setting<'_>,
    planned: &Plan,
    is_sure: impl Fn(usize) -> bool,
) -> Result<BeforeAfter, PlanProblem> {
    let unknown: Vec<ItemCode> =
        tasks.iter().filter(|task| task.visits.is_none()).map(|task| task.item.clone()).collect();
    let sum = |all: bool| {
        let counted = tasks.iter().enumerate().filter(|(at, _)| all || is_sure(*at));
        counted.map(|(_, task)| u32::from(task.visits.unwrap_or(0))).sum::<u32>()
    };
    let most = planned.visit_count();
    // At least: nobody goes for what is open, nor for what does not say how often.
    let least = if unknown.is_empty() && (0..tasks.len()).all(&is_sure) {
        most
    } else {
        let certain: Vec<Task> = tasks
            .iter()
            .enumerate()
            .map(|(at, task)| Task { visits: task.visits.filter(|_| is_sure(at)).or(Some(0)), ..task.clone() })
            .collect();
        plan(&certain, setting)?.visit_count().min(most)
    };
    Ok(BeforeAfter {
        before: Total::of(sum(false), sum(true), unknown.clone()),
        after: Total::of(least, most, unknown),
    })
}

fn working_days(
    tasks: &[Task],
    is_sure: impl Fn(usize) -> bool,
    today: NaiveDate,
    calendar: &WorkCalendar,
) -> BeforeAfter {
    // Every task behind those that it waits for; the plan has found no circle.
    let mut order: Vec<usize> = Vec::with_capacity(tasks.len());
    while order.len() < tasks.len() {
        let is_free = |at: &usize| {
            let waits = |other: usize| tasks[*at].after.contains(&tasks[other].item) && !order.contains(&other);
            !order.contains(at) && !(0..tasks.len()).any(waits)
        };
        let Some(next) = (0..tasks.len()).find(is_free) else { break };
        order.push(next);
    }
    let time = |task: &Task| -> Option<TimeSpan> { task.time.filter(|span| span.amount <= ShownLimit::LONGEST) };
    let timed: Vec<Timed<'_>> = order
        .iter()
        .map(|&at| Timed {
            item: &tasks[at].item,
            sure: is_sure(at),
            time: time(&tasks[at]),
            before: (0..order.len()).filter(|other| tasks[at].after.contains(&tasks[order[*other]].item)).collect(),
        })
        .collect();
    days(&timed, today, calendar)
}
