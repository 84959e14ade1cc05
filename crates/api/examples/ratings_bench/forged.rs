//! A million tickets that must not count.

use std::{error::Error, time::Instant};

use api::{clock, tickets};
use rand::{Rng, SeedableRng, rngs::StdRng};
use slip::{Day, Ed25519, KeyId, PublicKey};

use crate::hall::ticket;

const TICKETS: u32 = 1_000_000;
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Forged, foreign, expired, changed by one letter, cut off, prolonged and invented ones, an equal share of each.
pub fn run() -> Result<(), Box<dyn Error>> {
    let mut random = StdRng::seed_from_u64(66);
    let id = KeyId([1, 2, 3, 4]);
    let (own, thief) = (Ed25519::new(id, &random.random()), Ed25519::new(id, &random.random()));
    let foreign = Ed25519::new(KeyId([9; 4]), &random.random());
    let from = Day::parse("2020-01-01").ok_or("a day")?;
    let keys = [PublicKey { id, key: own.public(), from, until: None }];
    let (mut accepted, mut seen) = (0, 0);
    let start = Instant::now();
    let good = tickets::issue(&ticket(1), &own);
    if tickets::open(&good, &keys, clock::unix()).is_err() {
        return Err("a good ticket is refused".into());
    }
    for n in 0..TICKETS {
        let text = match n % 7 {
            0 => tickets::issue(&ticket(n), &thief),
            1 => tickets::issue(&ticket(n), &foreign),
            2 => {
                let mut late = ticket(n);
                late.expires = clock::unix() - random.random_range(1..100_000_000);
                late.issued = late.expires - 1;
                tickets::issue(&late, &own)
            }
            3 => {
                let mut letters = good.clone().into_bytes();
                let at = random.random_range(0..letters.len());
                let old = letters[at];
                while letters[at] == old {
                    letters[at] = LETTERS[random.random_range(0..64)];
                }
                String::from_utf8(letters)?
            }
            4 => good[..random.random_range(0..good.len())].to_owned(),
            5 => good.clone() + &"A".repeat(random.random_range(1..40)),
            _ => (0..random.random_range(0..400)).map(|_| char::from(LETTERS[random.random_range(0..64)])).collect(),
        };
        accepted += u32::from(tickets::open(&text, &keys, clock::unix()).is_ok());
        seen += 1;
    }
    println!("{seen} bad tickets, {accepted} accepted, {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
