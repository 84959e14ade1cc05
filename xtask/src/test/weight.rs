//! What a first visit costs a phone: the budget is a test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::tally::Tally;
use crate::places::Places;
use crate::shell;
use crate::site::wasm;
use crate::stamp::files_below;

/// wasm, glue and styles of a first visit together, brotli.
const ALL: u64 = 200_000;
/// The phone's own search with all its scripts, which follow when the page is idle. May only sink: the aim is 50 000.
const PHONE: u64 = 110_000;
/// The check of papers with its scripts, which are loaded on its pages. May only sink: the aim is 120 000.
const POCKET: u64 = 160_000;
/// The lookup of benefits with its scripts, which are loaded on its pages. May only sink.
const WALLET: u64 = 112_000;
/// How the files of each of them are called, and those that draw the pages of the last two.
const LATER: [&str; 4] = ["phone-", "pocket-", "wallet-", "fragment-"];
/// The check of signed lists with its script, which are loaded on its page alone.
const VERIFIER: u64 = 40_000;
/// How its files are called.
const VERIFY: &str = "verif";
/// The page itself before any content is in it: it must leave room in 30 KB for that.
const PAGE: u64 = 20_000;

/// Checks the sizes and the engine floor of the built site.
pub fn check(places: &Places, tally: &mut Tally) {
    let site = places.site();
    tally.check("weight of the site", weigh(&site));
    tally.check("weight of the check of lists", verifier(&site));
    tally.check("engine floor of the wasm", floor(&site));
}

fn weigh(site: &Path) -> Result<()> {
    let page = brotli(&site.join("index.html"))?;
    let [[script, later_script, pocket_script, wallet_script, draws], [wasm, later_wasm, pocket_wasm, wallet_wasm, _]] =
        [sum(site, ".js")?, sum(site, ".wasm")?];
    let [files, ..] = sum(site, ".css")?;
    let inlined = inlined_style(&fs::read_to_string(site.join("index.html"))?);
    let total = script + wasm + files + page;
    shell::say(&format!(
        "brotli bytes: wasm {wasm}, script {script}, style files {files}, page {page} (its style is {inlined} raw); {total} in all"
    ));
    let service = brotli(&site.join("sw.js"))?;
    let later = later_script + later_wasm + service;
    shell::say(&format!(
        "later, for the phone's own search: wasm {later_wasm}, scripts {later_script}, service worker {service}; {later} in all"
    ));
    let drawn = [
        ("the check of papers", pocket_wasm, pocket_script + draws, POCKET),
        ("benefits", wallet_wasm, wallet_script + draws, WALLET),
    ];
    for (name, wasm, scripts, budget) in drawn {
        let all = wasm + scripts;
        shell::say(&format!("on pages of {name}: wasm {wasm}, scripts {scripts}; {all} in all"));
        if all > budget {
            bail!("{all} bytes of {name} are over the budget of {budget}");
        }
    }
    if later > PHONE {
        bail!("{later} bytes of the phone's own search are over the budget of {PHONE}");
    }
    if total > ALL {
        bail!("{total} bytes of wasm, script, style and page are over the budget of {ALL}");
    }
    if page > PAGE {
        bail!("{page} bytes of an empty page are over the budget of {PAGE}");
    }
    Ok(())
}

/// What the page that checks signed lists loads besides.
fn verifier(site: &Path) -> Result<()> {
    let mut total = 0;
    for ending in [".wasm", ".js"] {
        for file in pkg(site, ending)?.iter().filter(|file| starts(file, VERIFY)) {
            total += brotli(file)?;
        }
    }
    shell::say(&format!("on the page that checks signed lists: {total}"));
    if total == 0 || total > VERIFIER {
        bail!("{total} bytes of the check of lists are none, or over the budget of {VERIFIER}");
    }
    Ok(())
}

fn starts(file: &Path, name: &str) -> bool {
    file.file_name().is_some_and(|own| own.to_string_lossy().starts_with(name))
}

fn inlined_style(page: &str) -> usize {
    page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).map_or(0, |(css, _)| css.len())
}

fn floor(site: &Path) -> Result<()> {
    for file in pkg(site, ".wasm")? {
        wasm::floor(&fs::read(&file)?).with_context(|| file.display().to_string())?;
    }
    Ok(())
}

/// What the first visit loads of a kind, then what belongs to each name that follows later.
fn sum(site: &Path, ending: &str) -> Result<[u64; 5]> {
    let mut sums = [0; 5];
    for file in pkg(site, ending)?.into_iter().filter(|file| !starts(file, VERIFY)) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let part = LATER.iter().position(|later| name.starts_with(later)).map_or(0, |at| at + 1);
        sums[part] += brotli(&file)?;
    }
    Ok(sums)
}

fn pkg(site: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let files = files_below(&site.join("pkg"))?;
    Ok(files.into_iter().filter(|file| file.to_string_lossy().ends_with(ending)).collect())
}

fn brotli(file: &Path) -> Result<u64> {
    let small = PathBuf::from(format!("{}.br", file.display()));
    Ok(fs::metadata(&small).with_context(|| small.display().to_string())?.len())
}
