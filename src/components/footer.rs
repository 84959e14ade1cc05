//! The end of every page.

use leptos::prelude::*;

use super::mode_switch::mode_switch;
use crate::{routes, text::site};

/// The footer.
pub fn footer() -> AnyView {
    view! {
        <footer class="footer">
            <div class="footer__inner">
                <p class="footer__hotline"><a href="tel:12345">{site::HOTLINE}</a>" "{site::HOTLINE_NOTE}</p>
                {mode_switch()}
                <nav class="footer__links" aria-label=site::FOOTER>
                    <a href=routes::ABOUT>{site::ABOUT}</a>
                    <a href="/about#privacy">{site::PRIVACY}</a>
                    <a href="/about#access">{site::ACCESSIBILITY}</a>
                    <a href=routes::REQUESTS>{site::REQUESTS}</a>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}
