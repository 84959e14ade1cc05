//! Which machine a request comes from: the peer, or whoever a proxy of ours says it speaks for.
//! Used to pace writes and for nothing else; an address is never logged or kept.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use axum::{extract::Request, http::HeaderMap};

/// The other end of the connection, put into each request by the accept loop.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// A range of addresses: `10.0.0.0/8`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cidr {
    base: IpAddr,
    bits: u8,
}

impl Cidr {
    /// Whether an address lies in the range.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let shift = 32 - u32::from(self.bits);
                u32::from(base).checked_shr(shift) == u32::from(address).checked_shr(shift)
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let shift = 128 - u32::from(self.bits);
                u128::from(base).checked_shr(shift) == u128::from(address).checked_shr(shift)
            }
            _ => false,
        }
    }
}

impl FromStr for Cidr {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("expected an address or a range such as 10.0.0.0/8, not {text:?}");
        let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.parse().map_err(|_| wrong())?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if bits <= most { Ok(Self { base, bits }) } else { Err(wrong()) }
    }
}

/// The client's address; `None` without a connection, as in tests.
pub fn of(trusted: &[Cidr], request: &Request) -> Option<IpAddr> {
    machine(trusted, request.extensions().get().copied(), request.headers())
}

/// Whether a request comes by one of our own proxies.
pub fn by_proxy(trusted: &[Cidr], request: &Request) -> bool {
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0.ip().to_canonical());
    peer.is_some_and(|peer| trusted.iter().any(|range| range.contains(peer)))
}

/// The same as `of`, for a handler that has no request any more.
pub fn machine(trusted: &[Cidr], peer: Option<Peer>, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = peer?.0.ip().to_canonical();
    let is_proxy = |address: IpAddr| trusted.iter().any(|range| range.contains(address));
    if !is_proxy(peer) {
        return Some(peer);
    }
    // From the right: what our own proxies wrote. The first address that is none of them is the client.
    let hops = forwarded(headers);
    Some(hops.into_iter().rev().find(|&hop| !is_proxy(hop)).unwrap_or(peer))
}

fn forwarded(headers: &HeaderMap) -> Vec<IpAddr> {
    let lists = headers.get_all("x-forwarded-for").into_iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).filter_map(|hop| hop.trim().parse().ok()).take(16).collect()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn seen_as(peer: &str, forwarded: &str) -> String {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()];
        let mut request = Request::get("/").header("x-forwarded-for", forwarded).body(Body::empty()).unwrap();
        request.extensions_mut().insert(Peer(SocketAddr::new(peer.parse().unwrap(), 1)));
        of(&trusted, &request).unwrap().to_string()
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        assert_eq!(seen_as("203.0.113.9", "198.51.100.1"), "203.0.113.9");
        assert_eq!(seen_as("10.1.2.3", "198.51.100.1"), "198.51.100.1");
        // What the client itself wrote stands left of what our proxies added.
        assert_eq!(seen_as("10.1.2.3", "1.1.1.1, 198.51.100.1, 10.9.9.9"), "198.51.100.1");
        assert_eq!(seen_as("::1", "nonsense"), "::1");
    }

    #[test]
    fn a_range_is_read_or_refused() {
        let all: Cidr = "0.0.0.0/0".parse().unwrap();
        assert!(all.contains("203.0.113.9".parse().unwrap()));
        for bad in ["10.0.0.0/33", "10.0.0", "x", "::1/129", "10.0.0.0/"] {
            assert!(bad.parse::<Cidr>().is_err(), "{bad}");
        }
    }
}
