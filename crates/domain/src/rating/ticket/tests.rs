use proptest::prelude::*;

use super::*;

fn ticket(visit: &str) -> Ticket {
    Ticket {
        proof: Proof::Service(visit.into()),
        channel: RatingChannel::from_code("qr").unwrap(),
        issued: 1_000,
        expires: 2_000,
        nonce: [7; NONCE],
        item: "ln-sfz-bl".into(),
        organ: "11210100001".into(),
        place: "hall-1.3".into(),
        region: "210102000000".into(),
    }
}

/// Not a signature: enough to see that what is signed covers every bit.
fn sum(message: &[u8]) -> [u8; SIGNATURE] {
    let half = crate::sum::sha256(message);
    let mut whole = [0; SIGNATURE];
    whole[..32].copy_from_slice(&half);
    whole[32..].copy_from_slice(&half);
    whole
}

#[test]
fn a_ticket_is_read_as_it_was_written_and_is_short() {
    for proof in [Proof::Service("20261122-0001".into()), Proof::Static] {
        let one = Ticket { proof, ..ticket("") };
        let text = one.seal([1, 2, 3, 4], sum);
        assert!(text.len() < 240, "{}", text.len());
        let read = SealedTicket::read(&text).unwrap();
        assert_eq!((read.ticket, read.key), (one, [1, 2, 3, 4]));
        assert_eq!(read.signature, sum(&read.message));
    }
}

#[test]
fn a_ticket_counts_until_it_expires_and_not_before_it_was_signed() {
    let ticket = ticket("1");
    assert_eq!(ticket.check_time(1_500), Ok(()));
    assert_eq!(ticket.check_time(2_000), Ok(()));
    assert_eq!(ticket.check_time(2_001), Err(TicketError::Expired));
    assert_eq!(ticket.check_time(900), Ok(()), "clocks differ");
    assert_eq!(ticket.check_time(600), Err(TicketError::NotYet));
}

#[test]
fn a_service_is_the_same_however_often_its_ticket_is_printed_and_a_static_code_is_none() {
    let again = Ticket { nonce: [9; NONCE], channel: RatingChannel::from_code("kiosk").unwrap(), ..ticket("1") };
    assert_eq!(again.service(), ticket("1").service());
    assert_ne!(ticket("1").service(), ticket("2").service());
    assert_eq!(Ticket { proof: Proof::Static, ..ticket("1") }.service(), None);
}

#[test]
fn what_is_no_ticket_is_refused_in_one_of_few_ways() {
    assert_eq!(SealedTicket::read(""), Err(TicketError::Empty));
    for text in ["A", "AQ", "零", "<script>", &"A".repeat(700)] {
        assert_eq!(SealedTicket::read(text), Err(TicketError::Damaged), "{text}");
    }
    assert_eq!(SealedTicket::read("_w"), Err(TicketError::Newer));
    for bad in ["a b", "", "a\nb", "中"] {
        let text = Ticket { item: bad.into(), ..ticket("1") }.seal([0; 4], sum);
        assert_eq!(SealedTicket::read(&text), Err(TicketError::Damaged), "{bad}");
    }
}

proptest! {
    #[test]
    fn no_character_of_a_ticket_can_change_unnoticed(at in 0_usize..200, other in "[A-Za-z0-9_-]") {
        let text = ticket("20261122-0001").seal([1, 2, 3, 4], sum);
        let at = at % text.len();
        prop_assume!(text[at..=at] != other);
        let mut changed = text.clone();
        changed.replace_range(at..=at, &other);
        let unnoticed = SealedTicket::read(&changed).is_ok_and(|read| read.signature == sum(&read.message));
        prop_assert!(!unnoticed);
    }

    #[test]
    fn no_text_makes_reading_fail_badly(text in "[A-Za-z0-9_-]{0,300}") {
        let _ = SealedTicket::read(&text);
    }
}
