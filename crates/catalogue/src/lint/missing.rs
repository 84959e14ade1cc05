//! Gaps that citizens see as 未公布: limits, fees, contacts, organs.

use domain::{Item, Publication};

use super::Code;
use crate::mapping::Field;

/// The gaps of an item and of the publication that came with it.
pub fn find(item: &Item, publication: Option<&Publication>) -> Vec<Code> {
    let mut codes = Vec::new();
    if item.guide.limits.legal.is_none() && item.guide.limits.promise.is_none() && item.guide.handling.is_none() {
        codes.push(Code::MissingLimit);
    }
    if item.guide.fee.is_none() {
        codes.push(Code::MissingFee);
    }
    let reachable = |publication: &Publication| {
        !publication.consult.is_empty() || publication.places.iter().any(|place| !place.phones.is_empty())
    };
    if !publication.is_some_and(reachable) {
        codes.push(Code::MissingContact);
    }
    if item.department.is_empty() && publication.is_none_or(|publication| publication.organ.is_none()) {
        codes.push(Code::MissingOrgan);
    }
    codes
}

/// The field that a gap is in.
pub fn field(gap: Code) -> Field {
    match gap {
        Code::MissingLimit => Field::Promise,
        Code::MissingFee => Field::Fee,
        Code::MissingContact => Field::Consult,
        _ => Field::Organ,
    }
}

#[cfg(test)]
mod tests {
    use domain::{Guide, terms::Fee};

    use super::*;
    use crate::import::draft::blank_item;

    #[test]
    fn each_gap_is_told_and_a_free_matter_is_no_gap() {
        let mut item = blank_item();
        assert_eq!(find(&item, None), [Code::MissingLimit, Code::MissingFee, Code::MissingContact, Code::MissingOrgan]);
        item.guide = Guide { fee: Some(Fee::default()), handling: Some(domain::Handling::Instant), ..Guide::default() };
        item.department = "公安局".into();
        assert_eq!(find(&item, None), [Code::MissingContact]);
    }
}
