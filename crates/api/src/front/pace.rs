//! How often one machine may write. A hall's citizens share an address, so the pace is a crowd's, not a person's.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Writes that may come at once.
const BURST: u32 = 30;
/// After a burst, one write is earned in this time.
const EARN: Duration = Duration::from_secs(2);
/// Machines remembered at most; the memory is bounded whoever calls.
const MACHINES: usize = 20_000;

/// When each machine will have earned back all that it spent.
#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<IpAddr, Instant>>);

impl Pace {
    /// Takes one write of a machine, or says that it must wait. This machine itself is not paced.
    pub fn allows(&self, machine: Option<IpAddr>, now: Instant) -> bool {
        let Some(machine) = machine.filter(|address| !address.is_loopback()) else { return true };
        let mut spent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if spent.len() >= MACHINES {
            spent.retain(|_, whole_at| *whole_at > now);
        }
        if spent.len() >= MACHINES && !spent.contains_key(&machine) {
            return false;
        }
        let whole_at = spent.entry(machine).or_insert(now);
        let after = (*whole_at).max(now) + EARN;
        if after > now + EARN * BURST {
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
        let pace = Pace::default();
        let (start, machine) = (Instant::now(), Some("203.0.113.9".parse().unwrap()));
        let allowed = (0..100).filter(|_| pace.allows(machine, start)).count();
        assert_eq!(allowed, BURST as usize);
        assert!(pace.allows(Some("203.0.113.10".parse().unwrap()), start), "another machine is not held up");
        assert!(pace.allows(machine, start + EARN));
        assert!(!pace.allows(machine, start + EARN));
        assert!(pace.allows(Some("127.0.0.1".parse().unwrap()), start));
    }
}
