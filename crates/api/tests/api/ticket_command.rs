//! Tickets and the log on the command line, as an operator uses them.

use std::{path::Path, process::Output};

use api::{clock, keys::KeyRing, tickets};
use domain::rating::{TicketError, ticket::Proof};
use ledger::{Head, Line, MemoryTree, Opening, root};
use serde_json::Value;
use tempfile::TempDir;

use crate::process::banshi;

fn run(arguments: &[&str]) -> Output {
    banshi().args(arguments).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn keys(folder: &Path) -> KeyRing {
    assert!(run(&["keys", "new", "--dir", folder.to_str().unwrap()]).status.success());
    KeyRing::load(folder).unwrap()
}

fn issue(folder: &Path, more: &[&str]) -> Output {
    let mut all = vec!["ticket", "issue", "--keys", folder.to_str().unwrap(), "--item", "t-sfz-bl"];
    all.extend(["--organ", "O1", "--place", "hall-1.3", "--channel", "3"]);
    run(&[&all, more].concat())
}

#[test]
fn a_ticket_is_printed_with_its_link_and_its_code_and_the_server_believes_it() {
    let folder = TempDir::new().unwrap();
    let ring = keys(&folder.path().join("keys"));
    let picture = folder.path().join("ticket.svg");
    let more = ["--visit", "A1", "--public-url", "https://banshi.example", "--qr", picture.to_str().unwrap()];
    let told = issue(&folder.path().join("keys"), &more);
    let told = text(&told.stdout);
    let (ticket, link) = told.trim().split_once('\n').unwrap();
    assert_eq!(link, format!("https://banshi.example/rate?ticket={ticket}"));
    assert!(std::fs::read_to_string(picture).unwrap().contains("<svg"));
    let opened = tickets::open(ticket, ring.public(), clock::unix()).unwrap();
    assert_eq!(opened.proof, Proof::Service("A1".into()));
    assert_eq!((opened.channel.code, opened.region.as_str()), ("qr", "210000000000"));
    let late = clock::unix() + 31 * 86_400;
    assert_eq!(tickets::open(ticket, ring.public(), late), Err(TicketError::Expired));
}

#[test]
fn a_static_code_is_marked_and_what_cannot_stand_in_a_ticket_is_told() {
    let folder = TempDir::new().unwrap();
    let ring = keys(folder.path().join("keys").as_path());
    let folder = folder.path().join("keys");
    let told = text(&issue(&folder, &["--static"]).stdout);
    let opened = tickets::open(told.lines().next().unwrap(), ring.public(), clock::unix()).unwrap();
    assert_eq!(opened.proof, Proof::Static);
    for wrong in [&["--visit", "a b"][..], &["--visit", "a", "--static"], &[], &["--visit", "a", "--region", "xx"]] {
        let told = issue(&folder, wrong);
        assert!(!told.status.success() && !told.stderr.is_empty() && told.stdout.is_empty(), "{wrong:?}");
    }
}

#[test]
fn an_export_is_recounted_and_a_changed_one_is_refused() {
    let folder = TempDir::new().unwrap();
    let ring = keys(&folder.path().join("keys"));
    let mut tree = MemoryTree::default();
    let rating = |n: u8| {
        format!("rating 2026-11-22 210102000000 O1 t-sfz-bl qr 5 510 - ticket {}", format!("{n:02x}").repeat(16))
    };
    (0..3).for_each(|n| tree.push(rating(n).as_bytes()));
    let head = Head { at: clock::now(), size: 3, root: root(&tree, 3).unwrap() };
    // Dated as the key is: today.
    let head = head.sign(ring.signer());
    let key_lines = ring.public().iter().map(|key| key.line()).collect();
    let opening = Opening { banshi_log: 1, size: 3, small_n: 20, keys: key_lines };
    let (at, root) = (head.head.at.clone(), head.head.root.to_string());
    let last = Line::Head { at, size: 3, root, key_id: head.key, signature: head.signature };
    let lines: Vec<String> = (0..3).map(|n| serde_json::to_string(&Line::Leaf(rating(n))).unwrap()).collect();
    let whole =
        [serde_json::to_string(&opening).unwrap(), lines.join("\n"), serde_json::to_string(&last).unwrap()].join("\n");
    let path = folder.path().join("log.jsonl");
    std::fs::write(&path, &whole).unwrap();
    let keys_file = folder.path().join("keys/public.json");
    let check = || run(&["verify-log", path.to_str().unwrap(), "--public-keys", keys_file.to_str().unwrap()]);
    let told = check();
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stdout));
    let account: Value = serde_json::from_str(text(&told.stdout).lines().last().unwrap()).unwrap();
    assert_eq!((&account["leaves"], &account["levels"][0], &account["faults"]), (&3.into(), &3.into(), &0.into()));

    std::fs::write(&path, whole.replacen(" qr 5 510", " qr 1 108", 1)).unwrap();
    let told = check();
    assert_eq!(told.status.code(), Some(1));
    assert!(text(&told.stdout).contains("\"code\":\"other_leaves\""), "{}", text(&told.stdout));
}
