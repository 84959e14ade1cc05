//! The citizen portal.
