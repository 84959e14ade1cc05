//! Progress on the terminal; nothing when stderr is no terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How many rows pass between two updates.
const EVERY: u64 = 512;

/// Rows read so far.
pub struct Progress {
    bar: ProgressBar,
    rows: u64,
}

impl Progress {
    /// A new line of progress. The terminal is told by indicatif itself.
    pub fn new() -> Self {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}: {human_pos} rows, {per_sec}, {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar, rows: 0 }
    }

    /// Names the table that is being read.
    pub fn table(&self, file: &str, table: &str) {
        self.bar.set_message(if file.contains(table) { file.to_owned() } else { format!("{file} [{table}]") });
    }

    /// One more row.
    pub fn row(&mut self) {
        self.rows += 1;
        if self.rows.is_multiple_of(EVERY) {
            self.bar.set_position(self.rows);
        }
    }

    /// Clears the line.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}
