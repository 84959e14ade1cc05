//! What the citizen has chosen on this device: how the page looks, and where they live.
//!
//! Kept in one cookie that the server reads too: `mode=elder&size=large&region=210102000000`.

use domain::RegionCode;

/// The cookie's name.
pub const COOKIE: &str = "banshi_prefs";

/// How long the choices are kept, in seconds.
pub const MAX_AGE: u32 = 365 * 24 * 3600;

/// How the page looks. Larger text and stronger colours are two wishes: a citizen may have both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mode {
    /// 长辈版: large text, large targets, fewer things.
    pub elder: bool,
    /// High contrast.
    pub contrast: bool,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 4] = [
        Self { elder: false, contrast: false },
        Self { elder: true, contrast: false },
        Self { elder: false, contrast: true },
        Self { elder: true, contrast: true },
    ];

    /// The value in cookie, address and `data-mode`. Styles ask how it begins and how it ends.
    pub const fn code(self) -> &'static str {
        match (self.elder, self.contrast) {
            (false, false) => "standard",
            (true, false) => "elder",
            (false, true) => "contrast",
            (true, true) => "elder-contrast",
        }
    }

    /// Finds a mode by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.code() == code)
    }
}

/// Size of the text in the elder mode: 20, 25 or 30 px.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// 20 px.
    #[default]
    Large,
    /// 25 px.
    Larger,
    /// 30 px.
    Largest,
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Self; 3] = [Self::Large, Self::Larger, Self::Largest];

    /// The value in cookie, address and `data-size`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Larger => "larger",
            Self::Largest => "largest",
        }
    }

    /// Finds a size by its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.code() == code)
    }
}

/// All choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefs {
    /// How the page looks.
    pub mode: Mode,
    /// How large the text is in the elder mode.
    pub size: Size,
    /// Where the citizen lives; never required.
    pub region: Option<RegionCode>,
}

impl Prefs {
    /// Reads the cookie's value. What cannot be read is as if it were never chosen.
    pub fn parse(value: &str) -> Self {
        let mut prefs = Self::default();
        for (key, value) in value.split('&').filter_map(|pair| pair.split_once('=')) {
            prefs.apply(key, value);
        }
        prefs
    }

    /// Finds the choices in a `Cookie` header or in `document.cookie`.
    pub fn from_cookies(cookies: &str) -> Self {
        cookies
            .split(';')
            .filter_map(|cookie| cookie.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE)
            .map_or_else(Self::default, |(_, value)| Self::parse(value))
    }

    /// Makes one choice, as `/prefs?key=value` does; an empty region forgets it. False if it is no choice.
    pub fn apply(&mut self, key: &str, value: &str) -> bool {
        match key {
            "mode" => Mode::from_code(value).map(|mode| self.mode = mode).is_some(),
            "size" => Size::from_code(value).map(|size| self.size = size).is_some(),
            "region" if value.is_empty() => {
                self.region = None;
                true
            }
            "region" => RegionCode::parse(value).map(|code| self.region = Some(code)).is_ok(),
            _ => false,
        }
    }

    /// The cookie's value.
    pub fn to_value(&self) -> String {
        let mut value = format!("mode={}", self.mode.code());
        if self.size != Size::default() {
            value += &format!("&size={}", self.size.code());
        }
        if let Some(region) = &self.region {
            value += &format!("&region={region}");
        }
        value
    }

    /// The whole cookie, as in `Set-Cookie` and `document.cookie`.
    pub fn to_cookie(&self) -> String {
        format!("{COOKIE}={}; Path=/; Max-Age={MAX_AGE}; SameSite=Lax", self.to_value())
    }

    /// The attributes of `<html>` that carry the look, ready to stand in the start tag.
    pub fn html_attributes(&self) -> String {
        format!("data-mode=\"{}\" data-size=\"{}\"", self.mode.code(), self.size.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_cookie() {
        for mode in Mode::ALL {
            let prefs = Prefs { mode, size: Size::Largest, region: RegionCode::parse("210102").ok() };
            assert_eq!(Prefs::from_cookies(&format!("a=b; {COOKIE}={}; c=d", prefs.to_value())), prefs);
        }
    }

    #[test]
    fn cookies_of_before_both_modes_went_together_are_still_read() {
        assert_eq!(Prefs::parse("mode=contrast").mode, Mode { contrast: true, elder: false });
        assert_eq!(Prefs::parse("mode=elder&size=larger").mode, Mode { contrast: false, elder: true });
    }

    #[test]
    fn nonsense_in_the_cookie_is_as_if_nothing_was_chosen() {
        assert_eq!(Prefs::parse("mode=huge&region=<script>&x&=&size="), Prefs::default());
    }

    #[test]
    fn an_empty_region_forgets_it() {
        let mut prefs = Prefs::parse("region=210102");
        assert!(prefs.region.is_some());
        assert!(prefs.apply("region", ""));
        assert_eq!(prefs.region, None);
    }
}
