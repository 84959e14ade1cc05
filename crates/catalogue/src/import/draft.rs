//! One row as an item and its publication.

use domain::{
    Guide, Item, ItemCode, ItemKind, Publication, RegionCode,
    guide::ResultDocument,
    provenance::{Origin, Provenance, Repair},
    publication::LocalTerms,
};
use sha2::{Digest, Sha256};

use super::{child, codes, overlay, problem::Found, terms, value::Values};
use crate::{
    lint::{Code, Severity, limits, materials, visits},
    mapping::Field,
    parse::{basis, faq},
};

/// An item of which nothing is known.
pub fn blank_item() -> Item {
    Item {
        // 1 to 64 letters, digits and hyphens are a code.
        code: item_code("", ""),
        source_code: String::new(),
        name: String::new(),
        plain_name: None,
        aliases: Vec::new(),
        department: String::new(),
        kind: ItemKind::Other,
        audience: Vec::new(),
        levels: Vec::new(),
        themes: Vec::new(),
        popularity: 0,
        guide: Guide::default(),
        sample: false,
        provenance: Provenance::default(),
    }
}

/// Our code of an item: the same after every import of the same source.
#[allow(clippy::expect_used, reason = "ten letters and digits are always a code")]
pub fn item_code(source: &str, identity: &str) -> ItemCode {
    const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let digest = Sha256::new().chain_update(source).chain_update([0]).chain_update(identity).finalize();
    let bits = digest[..8].iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let code: String = (0..10).map(|at| char::from(ALPHABET[(bits >> (59 - at * 5) & 31) as usize])).collect();
    ItemCode::parse(&code).expect("ten letters and digits are always a code")
}

/// The guide that a row tells.
pub fn guide(values: &mut Values, problems: &mut Vec<Found>) -> Guide {
    let basis = values.take(Field::Basis).unwrap_or_default();
    Guide {
        summary: values.text(Field::Summary),
        scenario: values.text(Field::Scenario),
        handling: child::coded(values, Field::Handling, codes::handling, problems),
        limits: terms::limits(values, problems),
        visits: child::visits(values, problems),
        visits_note: values.text(Field::VisitsNote),
        fee: terms::fee(values, problems),
        channels: child::coded_list(values, Field::Channels, codes::channel, problems),
        online_url: values.text(Field::OnlineUrl),
        area: values.text(Field::Area),
        conditions: values.list(Field::Conditions),
        steps: child::steps(values),
        materials: child::materials(values, problems),
        path: child::path(values),
        red_lines: child::red_lines(values),
        basis: basis.texts.iter().map(|text| basis::parse(text, basis.article_after.as_deref())).collect(),
        faq: faq::parse(&values.list(Field::Faq)),
        result: values.text(Field::Result).map(|name| ResultDocument {
            name,
            delivery: values.text(Field::ResultDelivery),
            validity: values.text(Field::ResultValidity),
        }),
        if_refused: values.list(Field::IfRefused),
    }
}

/// The item that a row tells. Its name and codes were asked for before.
pub fn item(values: &mut Values, code: ItemCode, problems: &mut Vec<Found>) -> Item {
    let source_code = values.text(Field::SourceCode).unwrap_or_default();
    if !is_sound(&source_code) {
        problems.push(Found::of(Code::BadCode, Field::SourceCode, &source_code));
    }
    let popularity = child::coded(values, Field::Popularity, |text| text.parse().ok().filter(|p| *p <= 1000), problems);
    Item {
        code,
        source_code,
        name: values.text(Field::Name).unwrap_or_default(),
        plain_name: values.text(Field::PlainName),
        aliases: values.list(Field::Aliases),
        department: values.text(Field::Department).unwrap_or_default(),
        kind: child::coded(values, Field::Kind, codes::kind, problems).unwrap_or(ItemKind::Other),
        audience: child::coded_list(values, Field::Audience, codes::audience, problems),
        levels: child::coded_list(values, Field::Levels, codes::level, problems),
        themes: values.list(Field::Themes),
        popularity: popularity.unwrap_or(0),
        sample: child::coded(values, Field::Sample, codes::yes, problems).unwrap_or(false),
        guide: guide(values, problems),
        provenance: Provenance::default(),
    }
}

/// What of a row belongs to one region.
pub fn publication(
    values: &mut Values,
    item: ItemCode,
    region: RegionCode,
    sample: bool,
    problems: &mut Vec<Found>,
) -> Publication {
    let organ = values.text(Field::Organ);
    let place = child::place(values, organ.as_deref(), sample, problems);
    Publication {
        item,
        region,
        source_code: values.text(Field::LocalCode),
        places: place.into_iter().collect(),
        organ,
        consult: values.list(Field::Consult),
        complain: values.list(Field::Complain),
        terms: LocalTerms::default(),
        provenance: Provenance::default(),
    }
}

/// What a row of publications says otherwise than the item's guide.
pub fn local_terms(values: &mut Values, common: &Guide, problems: &mut Vec<Found>) -> LocalTerms {
    overlay::difference(guide(values, problems), common)
}

/// The lints of a whole guide.
pub fn judge(guide: &Guide, problems: &mut Vec<Found>) {
    for material in guide.materials.iter().filter(|material| materials::is_catch_all(material)) {
        problems.push(Found::of(Code::CatchAllMaterial, Field::Materials, &material.name));
    }
    if limits::promise_is_over_legal(&guide.limits) {
        let shown = |span: Option<_>| span.map(crate::parse::span::canonical).unwrap_or_default();
        let text = format!("法定{}，承诺{}", shown(guide.limits.legal), shown(guide.limits.promise));
        problems.push(Found::of(Code::PromiseOverLegal, Field::Promise, text));
    }
    if visits::zero_without_online(guide) {
        problems.push(Found::of(Code::ZeroVisitsNoOnline, Field::Visits, "0"));
    }
}

/// Where a row's values come from, with the repairs of the fields that `keeps` holds.
pub fn provenance(origin: &Origin, problems: &[Found], keeps: impl Fn(Field) -> bool) -> Provenance {
    let repair = |found: &Found| {
        let field = found.field.filter(|field| found.code.severity() == Severity::Repair && keeps(*field))?;
        Some(Repair { field: field.name().into(), code: found.code.name().into(), original: found.text.clone() })
    };
    Provenance { origin: origin.clone(), fields: Vec::new(), repairs: problems.iter().filter_map(repair).collect() }
}

/// Whether a field belongs to the publication and not to the item.
pub fn is_local(field: Field) -> bool {
    matches!(
        field,
        Field::Region
            | Field::LocalCode
            | Field::Organ
            | Field::Consult
            | Field::Complain
            | Field::PlaceName
            | Field::PlaceKind
            | Field::Address
            | Field::Window
            | Field::Hours
            | Field::PlacePhones
    )
}

/// Whether a published code looks like one; any length is kept as text.
fn is_sound(code: &str) -> bool {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !code.is_empty() && code.len() <= 64 && code.chars().all(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_code_depends_on_the_source_and_the_identity_only() {
        let code = item_code("guangdong-2021", "11440000");
        assert_eq!(code, item_code("guangdong-2021", "11440000"));
        assert_ne!(code, item_code("other", "11440000"));
        assert_ne!(item_code("a", "bc"), item_code("ab", "c"));
        assert_eq!(code.as_str().len(), 10);
        // A change of this value would break every link to a guide.
        assert_eq!(item_code("", "").as_str(), "ny2axhh7wn");
    }

    #[test]
    fn codes_of_31_and_33_characters_and_of_local_shapes_are_sound() {
        for code in
            ["11440232MB2D06811W4000117051000", "511Z07001006-511602000000-000-11511301008778183N-1-00", "000524018000"]
        {
            assert!(is_sound(code), "{code}");
        }
        assert!(!is_sound("编码 1"));
    }
}
