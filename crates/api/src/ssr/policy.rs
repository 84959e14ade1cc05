//! The Content-Security-Policy of a page: hashes of what really stands in it, so that pages are deterministic.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The source expression that allows exactly this text.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The policy of a page that holds these inline scripts and styles.
pub fn page_policy(scripts: &[String], styles: &[String], ancestors: &str) -> String {
    let list = |hashes: &[String]| hashes.iter().map(|hash| format!(" {hash}")).collect::<String>();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'{}; img-src 'self' data:; \
         connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
         base-uri 'self'; frame-ancestors {ancestors}",
        list(scripts),
        list(styles),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_browsers_compute() {
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
