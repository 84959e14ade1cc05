//! Tickets: issued with a key of ours, and believed only when one of ours signed them.

use domain::rating::{Ticket, TicketError, ticket::SealedTicket};
use slip::{Day, KeyId, PublicKey, Signer};

/// Days from 1970 to the first day that keys know, 2020-01-01.
const DAYS_TO_2020: u32 = 18_262;
/// China is ahead of Greenwich by as many seconds.
const CHINA: u32 = 8 * 3600;

/// The text of a ticket.
pub fn issue(ticket: &Ticket, signer: &dyn Signer) -> String {
    ticket.seal(signer.id().0, |message| signer.sign(message))
}

/// Opens a ticket that counts now, `now` in seconds since 1970.
pub fn open(text: &str, keys: &[PublicKey], now: u32) -> Result<Ticket, TicketError> {
    let sealed = SealedTicket::read(text)?;
    let id = KeyId(sealed.key);
    let mut named = keys.iter().filter(|key| key.id == id).peekable();
    named.peek().ok_or(TicketError::UnknownKey)?;
    // The cheap questions first: what is over need not be checked for its signature.
    sealed.ticket.check_time(now)?;
    let signed = named.find(|key| key.verifies(&sealed.message, &sealed.signature));
    let key = signed.ok_or(TicketError::WrongSignature)?;
    if !day_of(sealed.ticket.issued).is_some_and(|day| key.in_use(day)) {
        return Err(TicketError::KeyNotInUse);
    }
    Ok(sealed.ticket)
}

/// The day in China of a second since 1970.
fn day_of(second: u32) -> Option<Day> {
    Day::from_number((second.checked_add(CHINA)? / 86_400).checked_sub(DAYS_TO_2020)?)
}

#[cfg(test)]
mod tests {
    use domain::rating::{RatingChannel, ticket::Proof};
    use slip::Ed25519;

    use super::*;

    /// 2026-11-22, 12:00 in China.
    const NOON: u32 = 1_795_320_000;

    fn ticket() -> Ticket {
        Ticket {
            proof: Proof::Service("A1".into()),
            channel: RatingChannel::from_code("qr").unwrap(),
            issued: NOON,
            expires: NOON + 86_400,
            nonce: [1; 12],
            item: "t-sfz-bl".into(),
            organ: "O1".into(),
            place: "P1".into(),
            region: "210102000000".into(),
        }
    }

    fn key(secret: u8, until: Option<&str>) -> (Ed25519, PublicKey) {
        let signer = Ed25519::new(KeyId([1; 4]), &[secret; 32]);
        let from = Day::parse("2026-11-22").unwrap();
        let until = until.map(|day| Day::parse(day).unwrap());
        let key = PublicKey { id: KeyId([1; 4]), key: signer.public(), from, until };
        (signer, key)
    }

    #[test]
    fn only_a_key_of_ours_that_was_in_use_opens_a_ticket_and_only_in_its_time() {
        let (signer, own) = key(1, None);
        let text = issue(&ticket(), &signer);
        assert_eq!(open(&text, std::slice::from_ref(&own), NOON + 5), Ok(ticket()));
        assert_eq!(open(&text, std::slice::from_ref(&own), NOON + 86_401), Err(TicketError::Expired));
        assert_eq!(open(&text, &[], NOON), Err(TicketError::UnknownKey));
        let (_, foreign) = key(2, None);
        assert_eq!(open(&text, &[foreign], NOON), Err(TicketError::WrongSignature));
        let late = Ticket { issued: NOON - 86_400, ..ticket() };
        assert_eq!(open(&issue(&late, &signer), &[own], NOON), Err(TicketError::KeyNotInUse));
        let (_, retired) = key(1, Some("2026-11-22"));
        assert_eq!(open(&text, &[retired], NOON + 5), Ok(ticket()), "tickets outlive the key that signed them");
    }

    #[test]
    fn a_day_begins_at_midnight_in_china() {
        assert_eq!(day_of(NOON).unwrap().to_string(), "2026-11-22");
        assert_eq!(day_of(NOON - 43_201).unwrap().to_string(), "2026-11-21");
        assert_eq!(day_of(0), None);
    }
}
