//! How often one machine may write, and how often one ticket may be tried. A hall's citizens share an address, so the
//! pace of a machine is a crowd's, not a person's.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Names remembered at most; the memory is bounded whoever calls.
const MOST: usize = 20_000;

/// When each name will have earned back all that it spent.
#[derive(Debug)]
pub struct Pace<K> {
    spent: Mutex<HashMap<K, Instant>>,
    /// Uses that may come at once.
    burst: u32,
    /// After a burst, one use is earned in this time.
    earn: Duration,
}

impl Pace<IpAddr> {
    /// The pace at which one machine may write.
    pub fn of_machines() -> Self {
        Self { spent: Mutex::default(), burst: 30, earn: Duration::from_secs(2) }
    }

    /// Takes one write of a machine, or says that it must wait. This machine itself is not paced.
    pub fn allows(&self, machine: Option<IpAddr>, now: Instant) -> bool {
        machine.filter(|address| !address.is_loopback()).is_none_or(|machine| self.takes(machine, now))
    }
}

impl Pace<[u8; 32]> {
    /// The pace at which one ticket may be tried: a device that has lost its network repeats itself, a script more so.
    pub fn of_tickets() -> Self {
        Self { spent: Mutex::default(), burst: 100, earn: Duration::from_secs(1) }
    }
}

impl<K: Eq + Hash> Pace<K> {
    /// Takes one use under a name, or says that it must wait.
    pub fn takes(&self, name: K, now: Instant) -> bool {
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        if spent.len() >= MOST {
            spent.retain(|_, whole_at| *whole_at > now);
        }
        if spent.len() >= MOST && !spent.contains_key(&name) {
            return false;
        }
        let whole_at = spent.entry(name).or_insert(now);
        let after = (*whole_at).max(now) + self.earn;
        if after > now + self.earn * self.burst {
            return false;
        }
        *whole_at = after;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_burst_a_machine_earns_one_write_at_a_time() {
        let pace = Pace::of_machines();
        let (start, machine) = (Instant::now(), Some("203.0.113.9".parse().unwrap()));
        let allowed = (0..100).filter(|_| pace.allows(machine, start)).count();
        assert_eq!(allowed, 30);
        assert!(pace.allows(Some("203.0.113.10".parse().unwrap()), start), "another machine is not held up");
        assert!(pace.allows(machine, start + pace.earn));
        assert!(!pace.allows(machine, start + pace.earn));
        assert!(pace.allows(Some("127.0.0.1".parse().unwrap()), start));
    }

    #[test]
    fn a_ticket_may_be_tried_again_and_again_but_not_without_end() {
        let (pace, now) = (Pace::of_tickets(), Instant::now());
        assert_eq!((0..1_000).filter(|_| pace.takes([1; 32], now)).count(), 100);
        assert!(pace.takes([2; 32], now));
    }
}
