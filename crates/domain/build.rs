//! Writes the tables of data/ratings as Rust, so that neither server nor phone reads TOML to know a tag.

use std::{env, error::Error, fs, path::Path};

use toml::{Table, Value};

const TAGS: &str = "../../data/ratings/tags.toml";
const CHANNELS: &str = "../../data/ratings/channels.toml";

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for (file, name, write) in [
        (TAGS, "rating_tags.rs", tags as fn(&Table) -> Option<String>),
        (CHANNELS, "rating_channels.rs", channels as fn(&Table) -> Option<String>),
    ] {
        println!("cargo::rerun-if-changed={file}");
        let table: Table = fs::read_to_string(file)?.parse()?;
        let code = write(&table).ok_or_else(|| format!("{file} is not as {name} needs it"))?;
        fs::write(Path::new(&out).join(name), code)?;
    }
    Ok(())
}

fn tags(file: &Table) -> Option<String> {
    let version = file.get("version")?.as_integer()?;
    let shown = usize::try_from(file.get("shown")?.as_integer()?).ok()?;
    let mut code =
        format!("/// The version of the table.\npub const VERSION: u16 = {version};\nstatic TABLE: &[Tag] = &[\n");
    for grade in file.get("grade")?.as_array()? {
        let level = grade.get("level")?.as_integer()?;
        for (at, tag) in grade.get("tags")?.as_array()?.iter().enumerate() {
            let promise =
                tag.get("promise").and_then(Value::as_str).map(|name| format!("Some(Promise::{})", camel(name)));
            code += &format!(
                "Tag {{ code: {}, grade: Grade::at({level}), text: {:?}, shown: {}, promise: {} }},\n",
                tag.get("code")?.as_integer()?,
                tag.get("text")?.as_str()?,
                at < shown,
                promise.unwrap_or_else(|| "None".into()),
            );
        }
    }
    code += "];\nstatic RETIRED: &[(u16, u16)] = &[";
    for range in file.get("retired")?.as_array()? {
        code += &format!("({}, {}),", range.get(0)?.as_integer()?, range.get(1)?.as_integer()?);
    }
    Some(code + "];\n")
}

fn channels(file: &Table) -> Option<String> {
    let mut code = String::from("static TABLE: &[RatingChannel] = &[\n");
    for channel in file.get("channel")?.as_array()? {
        let entered = match channel.get("entered")?.as_str()? {
            "citizen" => "Citizen",
            "gateway" => "Gateway",
            "staff" => "Staff",
            _ => return None,
        };
        code += &format!(
            "RatingChannel {{ number: {}, code: {:?}, label: {:?}, national: {}, entered: Entered::{entered} }},\n",
            channel.get("number")?.as_integer()?,
            channel.get("code")?.as_str()?,
            channel.get("label")?.as_str()?,
            channel.get("national")?.as_integer()?,
        );
    }
    Some(code + "];\n")
}

/// The name of a case in Rust: a part that does not exist stops the build.
fn camel(code: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    code.split('_').map(capital).collect()
}
