//! What citizens write, kept durably.
