//! Parts of a guide that have rows, or objects, of their own: materials, steps, red lines, places.

use domain::{
    guide::{PathStep, RedLine, Step},
    material::{Material, Tolerance},
    place::Place,
};

use super::{codes, problem::Found, terms, value::Values};
use crate::{lint::Code, mapping::Field, parse::step};

/// Reads a text of a code table; a text that is none of it is told, and left out.
pub fn coded<T>(
    values: &mut Values,
    field: Field,
    read: fn(&str) -> Option<T>,
    problems: &mut Vec<Found>,
) -> Option<T> {
    let text = values.text(field)?;
    let value = read(&text);
    if value.is_none() {
        problems.push(Found::of(Code::BadValue, field, text));
    }
    value
}

/// Reads a list of texts of a code table, each value once.
pub fn coded_list<T: Copy + PartialEq>(
    values: &mut Values,
    field: Field,
    read: fn(&str) -> Option<T>,
    problems: &mut Vec<Found>,
) -> Vec<T> {
    let mut list = Vec::new();
    for text in values.list(field) {
        match read(&text) {
            Some(value) if list.contains(&value) => {}
            Some(value) => list.push(value),
            None => problems.push(Found::of(Code::BadValue, field, text)),
        }
    }
    list
}

fn small_number(values: &mut Values, field: Field, problems: &mut Vec<Found>) -> Option<u8> {
    coded(values, field, |text| text.trim_end_matches(['次', '份']).parse().ok(), problems)
}

/// Visits in person.
pub fn visits(values: &mut Values, problems: &mut Vec<Found>) -> Option<u8> {
    small_number(values, Field::Visits, problems)
}

/// A material; `None` without a name.
pub fn material(values: &mut Values, problems: &mut Vec<Found>) -> Option<Material> {
    let name = values.text(Field::MaterialName)?;
    Some(Material {
        necessity: coded(values, Field::Necessity, codes::necessity, problems),
        source: coded(values, Field::MaterialSource, codes::source, problems),
        format: coded(values, Field::Format, codes::format, problems),
        copies: small_number(values, Field::Copies, problems),
        issuer: values.text(Field::Issuer),
        note: values.text(Field::Note),
        when: values.text(Field::When),
        any_of: values.text(Field::AnyOf),
        tolerance: tolerance(values, problems),
        ..Material::named(name)
    })
}

/// The terms on which a material may be brought later; `None` when none are said.
pub fn tolerance(values: &mut Values, problems: &mut Vec<Found>) -> Option<Tolerance> {
    let tolerance = Tolerance {
        makeup: terms::time(values, Field::Makeup, problems),
        ways: values.list(Field::MakeupWays),
        overdue: values.text(Field::Overdue),
    };
    (tolerance != Tolerance::default()).then_some(tolerance)
}

/// Materials of a list: names, or objects with fields of their own.
pub fn materials(values: &mut Values, problems: &mut Vec<Found>) -> Vec<Material> {
    let Some(value) = values.take(Field::Materials) else { return Vec::new() };
    let named = value.texts.into_iter().map(Material::named);
    let mut materials: Vec<Material> = named.collect();
    materials.extend(value.objects.into_iter().filter_map(|mut object| material(&mut object, problems)));
    materials
}

/// One step of a path; `None` without an action.
pub fn path_step(values: &mut Values) -> Option<PathStep> {
    let action = values.text(Field::Action)?;
    Some(PathStep { actor: values.text(Field::Actor).unwrap_or_default(), action, at: values.text(Field::At) })
}

/// A path of a list.
pub fn path(values: &mut Values) -> Vec<PathStep> {
    let Some(value) = values.take(Field::Path) else { return Vec::new() };
    let mut steps: Vec<PathStep> = value.texts.iter().map(|line| step::path(line)).collect();
    steps.extend(value.objects.into_iter().filter_map(|mut object| path_step(&mut object)));
    steps
}

/// One step of the handling; `None` without a name.
pub fn handling_step(values: &mut Values) -> Option<Step> {
    let name = values.text(Field::Action)?;
    Some(Step { name, text: values.text(Field::Text).unwrap_or_default(), time: values.text(Field::Time) })
}

/// The steps of a list.
pub fn steps(values: &mut Values) -> Vec<Step> {
    let Some(value) = values.take(Field::Steps) else { return Vec::new() };
    let mut steps: Vec<Step> = value.texts.iter().map(|line| step::handling(line)).collect();
    steps.extend(value.objects.into_iter().filter_map(|mut object| handling_step(&mut object)));
    steps
}

/// One red line; `None` without a text.
pub fn red_line(values: &mut Values) -> Option<RedLine> {
    let text = values.text(Field::Text)?;
    Some(RedLine { text, basis: values.text(Field::Rule), tags: values.list(Field::Tags) })
}

/// The red lines of a list.
pub fn red_lines(values: &mut Values) -> Vec<RedLine> {
    let Some(value) = values.take(Field::RedLines) else { return Vec::new() };
    let mut lines: Vec<RedLine> = value.texts.into_iter().map(|text| RedLine { text, ..RedLine::default() }).collect();
    lines.extend(value.objects.into_iter().filter_map(|mut object| red_line(&mut object)));
    lines
}

/// A place; `None` when nothing is said of one. Without a name of its own it bears the organ's, or its address.
pub fn place(values: &mut Values, organ: Option<&str>, sample: bool, problems: &mut Vec<Found>) -> Option<Place> {
    let name = values.text(Field::PlaceName);
    let kind = coded(values, Field::PlaceKind, codes::place_kind, problems);
    let address = values.text(Field::Address);
    let window = values.text(Field::Window);
    let hours = values.text(Field::Hours);
    let phones = values.list(Field::PlacePhones);
    let named = name.or_else(|| address.as_ref().map(|address| organ.unwrap_or(address).to_owned()));
    Some(Place { name: named?, kind, address, window, hours, phones, sample })
}
