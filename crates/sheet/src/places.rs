//! What pages read of the world around them, from whichever host they are written on.

use std::collections::BTreeMap;

use domain::RegionCode;

/// No region has more above it.
const DEEPEST: usize = 8;

/// What asking for something comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Got<T> {
    /// Here it is.
    Here(T),
    /// There is no such thing.
    Nowhere,
    /// It could not be had: no network, or a server in trouble.
    Unreachable,
    /// It must be fetched from this address of the API first.
    Ask(String),
}

impl<T> Got<T> {
    /// The same of something else; what cannot be made of it is as if it could not be had.
    pub fn and_then<U>(self, with: impl FnOnce(T) -> Option<U>) -> Got<U> {
        match self {
            Self::Here(value) => with(value).map_or(Got::Unreachable, Got::Here),
            Self::Nowhere => Got::Nowhere,
            Self::Unreachable => Got::Unreachable,
            Self::Ask(address) => Got::Ask(address),
        }
    }
}

/// A host's regions.
pub trait Places {
    /// A region with its parent.
    fn place(&self, code: &RegionCode) -> Got<Place>;
}

/// A region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: RegionCode,
    /// Its name with those of its parents.
    pub full_name: String,
    /// The region above.
    pub parent: Option<RegionCode>,
}

impl Place {
    /// Reads it from the JSON of the API.
    fn read(text: &str) -> Option<Self> {
        let value: serde_json::Value = serde_json::from_str(text).ok()?;
        let member = |name: &str| value.get(name).and_then(serde_json::Value::as_str);
        let code = |text: &str| RegionCode::parse(text).ok();
        Some(Self {
            code: code(member("code")?)?,
            full_name: member("full_name")?.to_owned(),
            parent: member("parent").and_then(code),
        })
    }
}

/// Answers of the API, as a device reads them.
#[derive(Debug, Clone, Default)]
pub struct Texts(BTreeMap<String, Option<Option<String>>>);

impl Texts {
    /// Takes an answer with its status.
    pub fn give(&mut self, address: String, status: u16, text: &str) {
        let kept = match status {
            200..=299 => Some(Some(text.to_owned())),
            404 | 422 => Some(None),
            _ => None,
        };
        self.0.insert(address, kept);
    }

    /// Forgets what could not be had, so that it is asked for again.
    pub fn retry(&mut self) {
        self.0.retain(|_, kept| kept.is_some());
    }

    /// What the API said at an address.
    pub fn at(&self, address: String) -> Got<&str> {
        match self.0.get(&address) {
            None => Got::Ask(address),
            Some(None) => Got::Unreachable,
            Some(Some(None)) => Got::Nowhere,
            Some(Some(Some(text))) => Got::Here(text),
        }
    }
}

impl Places for Texts {
    fn place(&self, code: &RegionCode) -> Got<Place> {
        self.at(["/regions/", code.as_str()].concat()).and_then(Place::read)
    }
}

/// Where somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The name of the region, when one is chosen and known.
    pub name: Option<String>,
    /// The region with all above it, nearest first.
    pub regions: Vec<RegionCode>,
}

/// The scope of a region, or the addresses to ask first. A region that nobody knows is as if none were chosen; without
/// one, and when it cannot be had, the rules of the province hold.
pub fn scope(places: &dyn Places, region: &mut Option<RegionCode>) -> Result<Scope, Vec<String>> {
    let mut scope = Scope::default();
    let mut next = region.clone();
    while let Some(code) = next.take().filter(|code| scope.regions.len() < DEEPEST && !scope.regions.contains(code)) {
        match places.place(&code) {
            Got::Here(place) => {
                scope.name = scope.name.or(Some(place.full_name));
                next = place.parent;
                scope.regions.push(code);
            }
            Got::Nowhere if scope.regions.is_empty() => *region = None,
            Got::Nowhere | Got::Unreachable => {}
            Got::Ask(address) => return Err(vec![address]),
        }
    }
    if scope.regions.last().is_none_or(|last| last.as_str() != RegionCode::PROVINCE) {
        scope.regions.extend(RegionCode::parse(RegionCode::PROVINCE));
    }
    Ok(scope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_had_is_asked_for_again_and_what_is_not_there_is_not() {
        let mut region = RegionCode::parse("210102").ok();
        let mut texts = Texts::default();
        let asked = "/regions/210102000000".to_owned();
        assert_eq!(scope(&texts, &mut region), Err(vec![asked.clone()]));
        texts.give(asked.clone(), 0, "");
        let province = RegionCode::parse(RegionCode::PROVINCE).unwrap();
        assert_eq!(scope(&texts, &mut region).unwrap().regions.first(), Some(&province));
        texts.retry();
        assert!(scope(&texts, &mut region).is_err());
        texts.give(asked, 404, "{}");
        texts.retry();
        assert_eq!(scope(&texts, &mut region), Ok(Scope { name: None, regions: vec![province] }));
        assert_eq!(region, None);
    }

    #[test]
    fn a_region_stands_before_those_above_it() {
        let mut texts = Texts::default();
        let say =
            |code: &str, parent: &str| format!(r#"{{"code":"{code}","full_name":"名 {code}","parent":{parent}}}"#);
        texts.give("/regions/210100000000".into(), 200, &say("210100000000", "\"210000000000\""));
        texts.give("/regions/210000000000".into(), 200, &say("210000000000", "null"));
        let scope = scope(&texts, &mut RegionCode::parse("2101").ok()).unwrap();
        assert_eq!(scope.name.as_deref(), Some("名 210100000000"));
        assert_eq!(scope.regions.iter().map(RegionCode::as_str).collect::<Vec<_>>(), ["210100000000", "210000000000"]);
    }
}
