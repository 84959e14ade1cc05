//! Forged, expired, foreign and mutated tickets.

use api::{clock, front::client::Peer, tickets};
use domain::rating::Ticket;
use rand::{Rng, SeedableRng, rngs::StdRng};
use slip::{Ed25519, KeyId};

use super::{Hall, body, request, ticket};

/// Small here; a million is `cargo run -p api --example ratings_bench`.
const TICKETS: u32 = 10_000;
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A ticket that must never count, of one of seven kinds.
fn bad(hall: &Hall, n: u32, random: &mut StdRng) -> String {
    let good = hall.ticket("A1");
    let own: [u8; 4] = KeyId::parse(&hall.ring.id()).unwrap().0;
    match n % 7 {
        // Another's key, under our key's name and under its own.
        0 => tickets::issue(&ticket("A1"), &Ed25519::new(KeyId(own), &random.random())),
        1 => tickets::issue(&ticket("A1"), &Ed25519::new(KeyId(random.random()), &random.random())),
        2 => {
            let ago = random.random_range(1..1_000_000);
            let late = Ticket { issued: 1_000, expires: clock::unix() - ago, ..ticket("A1") };
            tickets::issue(&late, hall.ring.signer())
        }
        3 => {
            let at = random.random_range(0..good.len());
            let mut letters = good.into_bytes();
            let old = letters[at];
            while letters[at] == old {
                letters[at] = LETTERS[random.random_range(0..LETTERS.len())];
            }
            String::from_utf8(letters).unwrap()
        }
        4 => good[..random.random_range(0..good.len())].to_owned(),
        5 => good + &"A".repeat(random.random_range(1..40)),
        _ => (0..random.random_range(0..400)).map(|_| char::from(LETTERS[random.random_range(0..64)])).collect(),
    }
}

#[test]
fn no_forged_expired_foreign_or_mutated_ticket_is_ever_accepted() {
    let hall = Hall::open();
    let mut random = StdRng::seed_from_u64(6);
    for n in 0..TICKETS {
        let text = bad(&hall, n, &mut random);
        assert!(tickets::open(&text, hall.ring.public(), clock::unix()).is_err(), "{n}: {text}");
    }
}

#[tokio::test]
async fn the_server_refuses_them_and_keeps_nothing() {
    let hall = Hall::open();
    let mut random = StdRng::seed_from_u64(7);
    for n in 0..70 {
        let text = bad(&hall, n, &mut random);
        let answer = hall.send(&format!("k{n}"), &body(&text, 5, "")).await;
        assert_eq!(answer.problem().code, "ticket_invalid", "{n}: {text}");
    }
    assert_eq!(hall.rate("A1", 5).await.log_index, 0);
}

#[tokio::test]
async fn a_machine_that_tries_tickets_out_is_held_up_and_its_neighbours_are_not() {
    let hall = Hall::with(&["--trusted-proxy", "10.0.0.0/8"]);
    let from_hall = async |key: &str, body: &str| {
        let mut request = request(key, body);
        request.headers_mut().insert("x-forwarded-for", "203.0.113.9".parse().unwrap());
        request.extensions_mut().insert(Peer("10.0.0.1:9".parse().unwrap()));
        hall.app.send(request).await
    };
    let mut last = from_hall("k", &body("AAAA", 5, "")).await;
    for _ in 0..40 {
        last = from_hall("k", &body("AAAA", 5, "")).await;
    }
    assert_eq!((last.status.as_u16(), last.problem().code.as_str()), (429, "too_often"));
    for n in 0..50 {
        let own = body(&hall.ticket(&format!("A{n}")), 5, "");
        assert_eq!(from_hall(&format!("own-{n}"), &own).await.status, 201, "everybody in the hall may rate");
    }
}
