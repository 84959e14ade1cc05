//! Where the portal runs: an ordinary browser, an app's webview, or a kiosk in a hall.

/// The host, as far as the page behaves differently in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Host {
    /// A browser, on a phone or a desk.
    #[default]
    Browser,
    /// The app 辽事通, which draws its own title bar and back button.
    Liaoshitong,
    /// Another app's webview.
    OtherApp,
    /// A kiosk: no printing dialog, no sharing, nothing kept.
    Kiosk,
}

/// Marks in the user agent. That of 辽事通 is assumed until its makers publish one.
const MARKS: [(&str, Host); 6] = [
    ("BanshiKiosk", Host::Kiosk),
    ("LiaoShiTong", Host::Liaoshitong),
    ("liaoshitong", Host::Liaoshitong),
    ("MicroMessenger", Host::OtherApp),
    ("AlipayClient", Host::OtherApp),
    ("DingTalk", Host::OtherApp),
];

impl Host {
    /// Reads the host from the user agent.
    pub fn from_user_agent(agent: &str) -> Self {
        MARKS.iter().find(|(mark, _)| agent.contains(mark)).map_or(Self::Browser, |(_, host)| *host)
    }

    /// The value of `data-host`, for styles.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Liaoshitong => "liaoshitong",
            Self::OtherApp => "app",
            Self::Kiosk => "kiosk",
        }
    }

    /// Whether paper and other people's phones are within reach.
    pub const fn can_share(self) -> bool {
        !matches!(self, Self::Kiosk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webview_is_told_from_a_browser() {
        assert_eq!(Host::from_user_agent("Mozilla/5.0 Chrome/120 MicroMessenger/8.0"), Host::OtherApp);
        assert_eq!(Host::from_user_agent("Mozilla/5.0 Chrome/120 Mobile"), Host::Browser);
    }
}
