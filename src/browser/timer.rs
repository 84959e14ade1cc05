//! Waiting for the reader to pause.

use std::{sync::Arc, time::Duration};

use leptos::prelude::{SetValue, StoredValue, TimeoutHandle, WriteValue, on_cleanup, set_timeout_with_handle};

/// Runs the last of many calls, once no other has come for a while. Forgotten with its owner.
#[derive(Clone, Copy)]
pub struct Pause {
    timer: StoredValue<Option<TimeoutHandle>>,
    length: Duration,
}

impl Pause {
    /// A pause of this length.
    pub fn new(length: Duration) -> Self {
        let pause = Self { timer: StoredValue::new(None), length };
        on_cleanup(move || pause.stop());
        pause
    }

    /// Runs `act` after the pause, instead of what was to run before.
    pub fn then(self, act: Arc<dyn Fn() + Send + Sync>) {
        self.stop();
        let timer = set_timeout_with_handle(move || act(), self.length).ok();
        self.timer.try_set_value(timer);
    }

    /// Runs nothing.
    pub fn stop(self) {
        let running = self.timer.try_write_value().and_then(|mut timer| timer.take());
        if let Some(timer) = running {
            timer.clear();
        }
    }
}
