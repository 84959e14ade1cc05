//! A promise that is longer than the law allows.

use domain::terms::Limits;

/// Whether the promise is longer than the legal limit, where the units can be compared.
pub fn promise_is_over_legal(limits: &Limits) -> bool {
    limits.promise_exceeds_legal() == Some(true)
}

#[cfg(test)]
mod tests {
    use domain::terms::{TimeSpan, TimeUnit};

    use super::*;

    #[test]
    fn only_a_longer_promise_in_the_same_unit_is_wrong() {
        let span = |amount, unit| Some(TimeSpan { amount, unit });
        let limits = |legal, promise| Limits { legal, promise, note: None };
        let day = TimeUnit::WorkingDay;
        assert!(promise_is_over_legal(&limits(span(20, day), span(30, day))));
        assert!(!promise_is_over_legal(&limits(span(20, day), span(20, day))));
        assert!(!promise_is_over_legal(&limits(span(1, TimeUnit::Month), span(20, day))));
        assert!(!promise_is_over_legal(&limits(None, span(20, day))));
    }
}
