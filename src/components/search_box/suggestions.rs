//! Suggestions while typing: an accessible combobox that never reads half-composed pinyin.

use std::{sync::Arc, time::Duration};

use domain::wire::Suggestion;
use leptos::{
    ev::{InputEvent, KeyboardEvent},
    html::Input,
    prelude::*,
    task::spawn_local,
};
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::LIST_NAME;
use crate::{
    backend::{SharedBackend, backend},
    browser::{page, phone_answers, timer::Pause},
    components::here::Here,
    routes,
    text::results as words,
    ui::{IntoNode, Node},
};

/// The id of the list.
pub const LIST: &str = "suggestions";
/// How long the reader must pause before the network is asked.
const PAUSE: Duration = Duration::from_millis(180);
/// The key code of a key that the input method has taken.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// Goes to an address.
type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

/// The state of the suggestions of one field.
#[derive(Clone, Copy)]
pub struct Suggester {
    field: NodeRef<Input>,
    here: Here,
    backend: StoredValue<SharedBackend>,
    navigate: StoredValue<Navigate>,
    ready: RwSignal<bool>,
    items: RwSignal<Vec<Suggestion>>,
    active: RwSignal<Option<usize>>,
    asked: StoredValue<u32>,
    pause: Pause,
}

impl Suggester {
    /// Suggestions for a field, in the citizen's region.
    pub fn new(field: NodeRef<Input>, here: Here) -> Self {
        let ready = RwSignal::new(false);
        // Effects do not run on the server: until the wasm is there it is an ordinary field.
        Effect::new(move || ready.set(true));
        Self {
            field,
            here,
            backend: StoredValue::new(backend()),
            navigate: StoredValue::new(Arc::new(use_navigate())),
            ready,
            items: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
            asked: StoredValue::new(0),
            pause: Pause::new(PAUSE),
        }
    }

    /// Whether the field is a combobox yet.
    pub fn ready(self) -> bool {
        self.ready.get()
    }

    /// Whether the list is seen.
    pub fn is_open(self) -> bool {
        self.items.with(|items| !items.is_empty())
    }

    /// The id of the option that the keyboard is on.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(option_id)
    }

    /// A character came. Half-composed text is not looked at.
    pub fn typed(self, event: &leptos::ev::Event) {
        use wasm_bindgen::JsCast;
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if !composing {
            self.ask_soon();
        }
    }

    /// The input method has finished a word.
    pub fn composed(self) {
        self.ask_soon();
    }

    /// Closes the list and forgets what is on its way.
    pub fn close(self) {
        self.hold();
        self.show(Vec::new());
    }

    /// Lets no answer that is still on its way change the list.
    fn hold(self) {
        self.pause.stop();
        self.asked.update_value(|number| *number += 1);
    }

    /// Arrows move, Enter takes, Escape closes.
    pub fn key(self, event: &KeyboardEvent) {
        if event.is_composing() || event.key_code() == TAKEN_BY_INPUT_METHOD || !self.is_open_now() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => self.move_by(event, 1),
            "ArrowUp" => self.move_by(event, -1),
            "Escape" => {
                event.prevent_default();
                self.close();
            }
            "Enter" => {
                if let Some(at) = self.active.get_untracked() {
                    event.prevent_default();
                    self.take(at);
                }
            }
            _ => {}
        }
    }

    /// The list itself.
    pub fn list(self) -> Node {
        let options = move || {
            let items = self.items.get();
            items.into_iter().enumerate().map(|(at, item)| self.option(at, item.text)).collect::<Vec<_>>()
        };
        view! {
            <ul class="suggestions" id=LIST role="listbox" aria-label=LIST_NAME hidden=move || !self.is_open()>
                {options}
            </ul>
        }
        .node()
    }

    fn option(self, at: usize, text: String) -> Node {
        let chosen = move || if self.active.get() == Some(at) { "true" } else { "false" };
        // Pressing must not take the focus from the field, which would close the list before the click.
        view! {
            <li class="suggestions__item" role="option" id=option_id(at) aria-selected=chosen
                on:mousedown=|event| event.prevent_default() on:click=move |_| self.take(at)>{text}</li>
        }
        .node()
    }

    fn is_open_now(self) -> bool {
        self.items.with_untracked(|items| !items.is_empty())
    }

    fn move_by(self, event: &KeyboardEvent, step: isize) {
        event.prevent_default();
        // Who walks through the list does not want it to change under the hand.
        self.hold();
        let count = self.items.with_untracked(Vec::len) as isize;
        // One place more than options: between last and first the field itself is active again.
        let now = self.active.get_untracked().map_or(count, |at| at as isize);
        let next = (now + step).rem_euclid(count + 1);
        self.active.set((next < count).then_some(next as usize));
    }

    fn take(self, at: usize) {
        let Some(item) = self.items.with_untracked(|items| items.get(at).cloned()) else { return };
        self.close();
        if let Some(field) = self.field.get_untracked() {
            field.set_value(&item.text);
        }
        let region = self.here.named.get_untracked().map(String::from);
        let address = match item.code {
            Some(code) => routes::guide(code.as_str(), region.as_deref()),
            None => routes::search(&item.text),
        };
        self.navigate.with_value(|navigate| navigate(&address, NavigateOptions::default()));
    }

    /// The network is spared while the citizen goes on typing; the phone itself need not be.
    fn ask_soon(self) {
        if phone_answers() {
            self.pause.stop();
            return self.ask();
        }
        self.pause.then(Arc::new(move || self.ask()));
    }

    fn ask(self) {
        let Some(field) = self.field.try_get_untracked().flatten() else { return };
        let text = field.value().trim().to_owned();
        if text.is_empty() {
            return self.close();
        }
        let number = self.asked.try_update_value(|number| {
            *number += 1;
            *number
        });
        let answer = self
            .backend
            .with_value(|backend| backend.0.suggest(text, self.here.code.get_untracked().map(String::from)));
        spawn_local(async move {
            // A suggestion that fails is simply not there: the form works without.
            let found = answer.await.unwrap_or_default();
            if self.asked.try_get_value() == number {
                let count = found.items.len();
                self.show(found.items);
                if count > 0 {
                    page::announce(&words::suggestions(count));
                }
            }
        });
    }

    fn show(self, items: Vec<Suggestion>) {
        self.active.try_set(None);
        self.items.try_set(items);
    }
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}
