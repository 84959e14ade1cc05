//! What passed and what failed, over all parts.

use anyhow::{Result, bail};

/// Counts tests and keeps what is to be said about each part that failed.
#[derive(Default)]
pub struct Tally {
    passed: u64,
    failed: u64,
    complaints: Vec<String>,
}

impl Tally {
    /// Adds the figures of a part that counts its own tests.
    pub fn add(&mut self, part: &str, passed: u64, failed: u64) {
        self.passed += passed;
        self.failed += failed;
        if failed > 0 {
            self.complaints.push(format!("{part}: {failed} failed"));
        }
    }

    /// Adds one check.
    pub fn check(&mut self, part: &str, result: Result<()>) {
        match result {
            Ok(()) => self.passed += 1,
            Err(error) => self.fail(part, &error),
        }
    }

    /// Adds one check that did not hold, or a part that could not begin.
    pub fn fail(&mut self, part: &str, error: &anyhow::Error) {
        self.failed += 1;
        eprintln!("\n{part}: {error:#}\n");
        self.complaints.push(format!("{part}: {error:#}"));
    }

    /// Prints the closing line; an error if anything failed.
    pub fn close(self) -> Result<()> {
        println!();
        for complaint in &self.complaints {
            println!("  {}", complaint.lines().next().unwrap_or_default());
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed > 0 {
            bail!("not all tests passed");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failure_anywhere_fails_the_whole() {
        let mut tally = Tally::default();
        tally.add("unit", 3, 0);
        tally.check("format", Ok(()));
        tally.check("clippy", Err(anyhow::anyhow!("a warning")));
        assert_eq!((tally.passed, tally.failed), (4, 1));
        assert!(tally.close().is_err());
    }

    #[test]
    fn all_well_is_well() {
        let mut tally = Tally::default();
        tally.add("unit", 3, 0);
        assert!(tally.close().is_ok());
    }
}
