//! Writes the life events of data/events.toml that stand on the home page as Rust, so that no phone reads TOML.
//! Tapping one searches for its title.

use std::{env, error::Error, fs, path::Path};

use toml::{Table, Value};

const EVENTS: &str = "data/events.toml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={EVENTS}");
    let file: Table = fs::read_to_string(EVENTS)?.parse()?;
    let events = file.get("events").and_then(Value::as_array).ok_or("no [[events]]")?;
    let mut code = String::from("&[");
    for event in events {
        if event.get("at_home").and_then(Value::as_bool) == Some(true) {
            let title = event.get("title").and_then(Value::as_str).ok_or("an event without a title")?;
            code += &format!("search({title:?}, {title:?}),");
        }
    }
    code += "]";
    fs::write(Path::new(&env::var("OUT_DIR")?).join("events.rs"), code)?;
    Ok(())
}
