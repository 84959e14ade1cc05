//! Figures for Prometheus. Labels are routes, methods and statuses, never what anyone asked for.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use axum::http::{Method, StatusCode};

/// Upper bounds of the duration buckets, in seconds.
const BUCKETS: [f64; 10] = [0.000_1, 0.000_25, 0.000_5, 0.001, 0.005, 0.025, 0.1, 0.5, 2.0, 10.0];

/// One answered request.
pub struct Seen<'a> {
    /// The route's pattern.
    pub route: &'a str,
    /// The method.
    pub method: &'a Method,
    /// The status.
    pub status: StatusCode,
    /// How long it took.
    pub took: Duration,
}

/// Counters of one route, method and status.
#[derive(Debug, Default)]
struct Series {
    count: AtomicU64,
    micros: AtomicU64,
    buckets: [AtomicU64; BUCKETS.len()],
}

/// The series of a route by method and status: so few that looking through them is fastest.
type ByRoute = BTreeMap<String, Vec<(&'static str, u16, Arc<Series>)>>;

/// All figures of this process.
#[derive(Debug, Clone, Default)]
pub struct Metrics(Arc<RwLock<ByRoute>>);

impl Metrics {
    /// Counts one answered request.
    pub fn count(&self, seen: &Seen<'_>) {
        let series = self.series(seen);
        series.count.fetch_add(1, Ordering::Relaxed);
        series.micros.fetch_add(seen.took.as_micros() as u64, Ordering::Relaxed);
        let seconds = seen.took.as_secs_f64();
        if let Some(at) = BUCKETS.iter().position(|bound| seconds <= *bound) {
            series.buckets[at].fetch_add(1, Ordering::Relaxed);
        }
    }

    fn series(&self, seen: &Seen<'_>) -> Arc<Series> {
        let (method, status) = (method_name(seen.method), seen.status.as_u16());
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(seen.route)
            && let Some((.., series)) = known.iter().find(|(m, s, _)| (*m, *s) == (method, status))
        {
            return series.clone();
        }
        // Routes, methods and statuses are few, so this cannot grow by what is asked.
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let known = all.entry(seen.route.to_owned()).or_default();
        match known.binary_search_by_key(&(method, status), |(m, s, _)| (*m, *s)) {
            Ok(at) => known[at].2.clone(),
            Err(at) => {
                let series = Arc::<Series>::default();
                known.insert(at, (method, status, series.clone()));
                series
            }
        }
    }

    /// The figures in Prometheus' text format.
    pub fn render(&self) -> String {
        let mut out = String::from("# TYPE banshi_request_seconds histogram\n");
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let every = all.iter().flat_map(|(route, known)| known.iter().map(move |series| (route, series)));
        for (route, (method, status, series)) in every {
            let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
            let mut below = 0;
            for (bound, bucket) in BUCKETS.iter().zip(&series.buckets) {
                below += bucket.load(Ordering::Relaxed);
                let _ = writeln!(out, "banshi_request_seconds_bucket{{{labels},le=\"{bound}\"}} {below}");
            }
            let count = series.count.load(Ordering::Relaxed);
            let seconds = series.micros.load(Ordering::Relaxed) as f64 / 1e6;
            let _ = writeln!(out, "banshi_request_seconds_bucket{{{labels},le=\"+Inf\"}} {count}");
            let _ = writeln!(out, "banshi_request_seconds_sum{{{labels}}} {seconds}");
            let _ = writeln!(out, "banshi_request_seconds_count{{{labels}}} {count}");
        }
        out
    }
}

/// A closed set, since clients may send any word as a method.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_add_up_and_labels_hold_no_query() {
        let metrics = Metrics::default();
        for micros in [50, 300, 20_000_000] {
            let took = Duration::from_micros(micros);
            let seen = Seen { route: "/api/v1/guides", method: &Method::GET, status: StatusCode::OK, took };
            metrics.count(&seen);
        }
        let text = metrics.render();
        assert!(text.contains("le=\"0.0001\"} 1\n") && text.contains("le=\"10\"} 2\n"), "{text}");
        assert!(text.contains("le=\"+Inf\"} 3\n"), "{text}");
    }
}
