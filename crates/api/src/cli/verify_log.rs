//! `banshi verify-log`

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
};

use clap::Args;
use domain::wire::{KeyList, KeyView, LogHead, LogHeads};
use ledger::{Fault, Head, SignedHead, audit};
use serde_json::json;
use slip::PublicKey;

/// Recount an export of the log of ratings.
#[derive(Debug, Args)]
pub struct VerifyLogFlags {
    /// The export, from `/api/v1/log/export`
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The published keys, from `/api/v1/keys`; without them the keys in the export are believed
    #[arg(long, env = "BANSHI_PUBLIC_KEYS", value_name = "FILE")]
    public_keys: Option<PathBuf>,
    /// Heads that you kept, from `/api/v1/log/heads`: with them even a history that was written anew is found
    #[arg(long, env = "BANSHI_HEADS", value_name = "FILE")]
    heads: Option<PathBuf>,
}

/// Tells what was counted as JSON, and every fault before it on a line of its own; 1 when there is any.
pub fn run(flags: &VerifyLogFlags) -> Result<u8, String> {
    let keys = flags.public_keys.as_deref().map(read_keys).transpose()?.unwrap_or_default();
    let heads = flags.heads.as_deref().map(read_heads).transpose()?.unwrap_or_default();
    let file = File::open(&flags.file).map_err(|cause| format!("{}: {cause}", flags.file.display()))?;
    let mut broken = None;
    // A line that cannot be read ends the file; the cause is told below.
    let lines = BufReader::new(file).lines().map_while(|line| line.map_err(|cause| broken = Some(cause)).ok());
    let (account, faults) = audit::audit(lines, &keys, &heads);
    if let Some(cause) = broken {
        return Err(format!("{}: {cause}", flags.file.display()));
    }
    for fault in &faults {
        println!("{}", json!({ "code": code(fault), "text": fault.to_string() }));
    }
    println!(
        "{}",
        json!({
            "leaves": account.leaves,
            "held_back": account.held_back,
            "levels": account.levels,
            "unproven": account.unproven,
            "additions": account.additions,
            "erasures": account.erasures,
            "heads": account.heads,
            "root": account.root.map(|root| root.to_string()),
            "faults": faults.len(),
        })
    );
    Ok(u8::from(!faults.is_empty()))
}

fn read_keys(path: &Path) -> Result<Vec<PublicKey>, String> {
    let list: KeyList = read_json(path)?;
    let lines: Vec<String> = list.keys.iter().map(KeyView::line).collect();
    Ok(PublicKey::parse_all(&lines.join("\n")))
}

fn read_heads(path: &Path) -> Result<Vec<SignedHead>, String> {
    let heads: LogHeads = read_json(path)?;
    let signed = |head: LogHead| {
        let root =
            head.root.parse().map_err(|cause| format!("{}: the head of {}: {cause}", path.display(), head.at))?;
        let own = Head { at: head.at, size: head.size, root };
        Ok(SignedHead { head: own, key: head.key_id, signature: head.signature })
    };
    heads.days.into_iter().chain(heads.now).map(signed).collect()
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = fs::read(path).map_err(|cause| format!("{}: {cause}", path.display()))?;
    serde_json::from_slice(&text).map_err(|cause| format!("{}: {cause}", path.display()))
}

fn code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Unreadable(_) => "unreadable",
        Fault::Count { .. } => "count",
        Fault::BackDated(_) => "back_dated",
        Fault::Reference(_) => "reference",
        Fault::Unsigned(_) => "unsigned",
        Fault::OtherLeaves(_) => "other_leaves",
        Fault::Missing(_) => "missing",
        Fault::ClosedDay(_) => "closed_day",
        Fault::Uncovered(_) => "uncovered",
    }
}
