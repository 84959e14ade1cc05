//! Settings of the server: each has a flag and a `BANSHI_` twin in the environment.

use std::{net::SocketAddr, path::PathBuf, str::FromStr};

use clap::Args;
use sha2::{Digest, Sha256};

use crate::front::client::Cidr;

/// `banshi serve`
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Address to listen on
    #[arg(long, env = "BANSHI_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// The snapshot to serve; a new file under this name is taken while serving
    #[arg(long, env = "BANSHI_SNAPSHOT", value_name = "FILE")]
    pub snapshot: Option<PathBuf>,
    /// Where citizens' reports are kept
    #[arg(long, env = "BANSHI_STORE", default_value = "sqlite:banshi.db", value_name = "sqlite:FILE")]
    pub store: StoreUrl,
    /// Folder of the built portal; without it pages are served as plain HTML
    #[arg(long, env = "BANSHI_SITE", value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// The address citizens use, for links and QR codes: https://banshi.example
    #[arg(long, env = "BANSHI_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<PublicUrl>,
    /// Addresses of our own proxies, whose X-Forwarded-For is believed
    #[arg(long, env = "BANSHI_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    pub trusted_proxy: Vec<Cidr>,
    /// Origins of static bundles that may use the API from elsewhere
    #[arg(long, env = "BANSHI_ALLOW_ORIGIN", value_name = "ORIGIN", value_delimiter = ',')]
    pub allow_origin: Vec<PublicUrl>,
    /// Sites that may show our pages in a frame, as in CSP frame-ancestors
    #[arg(long, env = "BANSHI_FRAME_ANCESTORS", value_name = "SOURCE", value_delimiter = ',')]
    pub frame_ancestors: Vec<FrameAncestor>,
    /// Folder of the keys that sign lists of papers, from `banshi keys new`; without it nothing is signed
    #[arg(long, env = "BANSHI_KEYS", value_name = "DIR")]
    pub keys: Option<PathBuf>,
    /// Fewer ratings than this are told as too few, and kept back in the export of the log
    #[arg(long, env = "BANSHI_SMALL_N", default_value_t = 20, value_name = "N")]
    pub small_n: u64,
    /// For so many days something may be added to a rating
    #[arg(long, env = "BANSHI_ADDITION_DAYS", default_value_t = 30, value_name = "N")]
    pub addition_days: u16,
    /// What gateways of telephone and text messages, and staff who type in paper, send as `Authorization: Bearer …`
    #[arg(long, env = "BANSHI_GATEWAY_TOKEN", value_name = "SECRET", hide_env_values = true)]
    pub gateway_token: Option<Secret>,
    /// Requests answered at once; more get 503
    #[arg(long, env = "BANSHI_MAX_IN_FLIGHT", default_value_t = 1024, value_name = "N")]
    pub max_in_flight: usize,
    /// Connections held at once; more wait in the system's queue
    #[arg(long, env = "BANSHI_MAX_CONNECTIONS", default_value_t = 8192, value_name = "N")]
    pub max_connections: usize,
}

impl ServeArgs {
    /// Whether a token is that of our gateways. Compared as checksums, so that the time it takes tells nothing.
    pub fn is_gateway(&self, token: Option<&str>) -> bool {
        let sum = |text: &str| Sha256::digest(text.as_bytes());
        matches!((&self.gateway_token, token), (Some(own), Some(told)) if sum(&own.0) == sum(told))
    }
}

/// A word that no log and no error message may repeat.
#[derive(Clone)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Secret")
    }
}

impl FromStr for Secret {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.len() < 16 { Err("a secret of at least 16 characters is wanted".into()) } else { Ok(Self(text.into())) }
    }
}

/// Which store to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreUrl {
    /// An embedded database in one file.
    Sqlite(PathBuf),
    /// A server that this version cannot use. Its address holds a password, so it is not even kept.
    Postgres,
}

impl FromStr for StoreUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("sqlite", file)) if !file.is_empty() => Ok(Self::Sqlite(file.into())),
            // Refused when serving starts: an error of the command line would repeat the address, password and all.
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres),
            _ => Err("expected sqlite:FILE".into()),
        }
    }
}

/// Scheme and authority of a site, without a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// `https://banshi.example`, as browsers write an origin.
    pub fn origin(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim_end_matches('/').to_ascii_lowercase();
        let authority = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._:[]".contains(c);
        match authority {
            Some(authority) if !authority.is_empty() && authority.chars().all(plain) => Ok(Self(text)),
            _ => Err("expected http(s)://host[:port] without a path".into()),
        }
    }
}

/// One source of CSP `frame-ancestors`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameAncestor(pub String);

impl FromStr for FrameAncestor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._:/*'[]".contains(c);
        if !text.is_empty() && text.chars().all(plain) {
            Ok(Self(text.to_owned()))
        } else {
            Err("expected a CSP source such as 'self' or https://app.example".into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_an_origin_and_nothing_more() {
        assert_eq!("https://Banshi.example/".parse::<PublicUrl>().unwrap().origin(), "https://banshi.example");
        for bad in ["banshi.example", "https://", "https://a/b", "https://a b", "javascript://x"] {
            assert!(bad.parse::<PublicUrl>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_frame_ancestor_cannot_add_a_directive() {
        assert!("https://a.example; script-src *".parse::<FrameAncestor>().is_err());
        assert!("'self'".parse::<FrameAncestor>().is_ok());
    }
}
