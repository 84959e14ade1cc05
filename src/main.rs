//! Starts the portal in a browser: takes over the server's page, or draws one where there is none.

#[cfg(target_arch = "wasm32")]
fn main() {
    portal::browser::start::start();
}

/// The portal itself runs in a browser; natively it is a library of the server.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
