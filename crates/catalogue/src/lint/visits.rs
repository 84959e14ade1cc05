//! No visit in person, and no way online either.

use domain::{Channel, Guide};

/// Whether a guide promises 0 visits without saying how else it is done.
pub fn zero_without_online(guide: &Guide) -> bool {
    let remote = |channel: &Channel| matches!(channel, Channel::Web | Channel::App | Channel::Post);
    guide.visits == Some(0) && guide.online_url.is_none() && !guide.channels.iter().any(remote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_visits_need_another_way() {
        let mut guide = Guide { visits: Some(0), channels: vec![Channel::Window], ..Guide::default() };
        assert!(zero_without_online(&guide));
        guide.channels.push(Channel::Post);
        assert!(!zero_without_online(&guide));
        assert!(!zero_without_online(&Guide { visits: Some(1), ..Guide::default() }));
        assert!(!zero_without_online(&Guide::default()));
    }
}
