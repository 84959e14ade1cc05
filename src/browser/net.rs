//! Time limits of requests, and whether the device has a connection at all.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use web_sys::{AbortController, AbortSignal};

/// How long a request may take. On a slow phone network an answer of this age is no longer coming.
const LIMIT: Duration = Duration::from_secs(12);

/// Ends a request that takes too long. Dropping it stops the clock.
pub struct Deadline {
    controller: Option<AbortController>,
    over: Rc<Cell<bool>>,
    timer: Option<TimeoutHandle>,
}

impl Deadline {
    /// Starts the clock.
    pub fn start() -> Self {
        let controller = AbortController::new().ok();
        let over = Rc::new(Cell::new(false));
        let end = {
            let (controller, over) = (controller.clone(), over.clone());
            move || {
                over.set(true);
                if let Some(controller) = controller {
                    controller.abort();
                }
            }
        };
        Self { controller, over, timer: set_timeout_with_handle(end, LIMIT).ok() }
    }

    /// What the request listens to.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Whether the time is over.
    pub fn is_over(&self) -> bool {
        self.over.get()
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

/// Whether the device says that it has no connection.
pub fn is_offline() -> bool {
    super::window().is_some_and(|window| !window.navigator().on_line())
}
