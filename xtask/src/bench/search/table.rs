//! The rows as one table of docs/BENCHMARKS.md.

use serde_json::Value;

use crate::server::Scale;

/// Prints the table of one scale.
pub fn print(scale: Scale, rows: &[Value]) {
    let blind = rows.iter().any(|row| row["blind"].is_object());
    let queries = |set: &str| rows.iter().find_map(|row| row[set]["queries"].as_f64()).unwrap_or(0.0);
    println!(
        "\n{scale:?}, {} open queries{}\n",
        queries("open"),
        match blind {
            true => format!(", {} blind", queries("blind")),
            false => String::new(),
        }
    );
    let more = if blind { " hit@1 | @3 | @10 | MRR, blind |" } else { "" };
    println!("| | hit@1 | @3 | @10 | MRR, open |{more} p50 µs | p95 µs | p99 µs | built in ms | KB |");
    println!("|---|---:|---:|---:|---:|{}---:|---:|---:|---:|---:|", if blind { "---:|---:|---:|---:|" } else { "" });
    for row in rows {
        println!("{}", line(row, blind));
    }
    let mut versions: Vec<String> = Vec::new();
    for row in rows {
        // `SQLite FTS5, bigrams + our words` is SQLite FTS5.
        let name = row["name"].as_str().unwrap_or_default().split([',', ':']).next().unwrap_or_default();
        let own =
            row["version"].as_str().filter(|version| !version.is_empty()).map(|version| format!("{name} {version}"));
        for version in own.into_iter().chain(row["browser"].as_str().map(str::to_owned)) {
            if !versions.contains(&version) {
                versions.push(version);
            }
        }
    }
    println!("\nVersions: {}", versions.join(", "));
}

fn line(row: &Value, blind: bool) -> String {
    let mut line = format!("| {} |", row["name"].as_str().unwrap_or_default());
    for set in ["open", "blind"].into_iter().take(if blind { 2 } else { 1 }) {
        for figure in ["hit1", "hit3", "hit10", "mrr"] {
            let share = row[set][figure].as_f64().map(|share| format!("{share:.3}"));
            line += &format!(" {} |", share.unwrap_or_default());
        }
    }
    for figure in 0..3 {
        line += &format!(" {} |", row["us"][figure].as_f64().map(short).unwrap_or_default());
    }
    line += &format!(" {} |", row["build_ms"].as_f64().map(short).unwrap_or_default());
    let place = row["where"].as_str().unwrap_or_default();
    let bytes = row["bytes"].as_f64().map(|bytes| format!("{} {place}", short(bytes / 1000.0)));
    line + &format!(" {} |", bytes.unwrap_or_default().trim())
}

/// Three digits that count.
fn short(figure: f64) -> String {
    match figure {
        small if small < 0.995 => format!("{small:.2}"),
        small if small < 9.95 => format!("{small:.1}"),
        large => format!("{large:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_quality_keeps_its_columns() {
        let row = serde_json::json!({ "name": "call", "us": [0.25, 12.0, 130.4], "bytes": null });
        assert_eq!(line(&row, false), "| call |  |  |  |  | 0.25 | 12 | 130 |  |  |");
        assert_eq!(line(&row, true).matches('|').count(), line(&row, false).matches('|').count() + 4);
    }
}
