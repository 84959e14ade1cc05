//! What says that somebody was served: a visit at a window or a case on the net, signed by whoever served them.
//!
//! The text form is bytes in base64 for addresses: what is signed, then the signature. Each ticket has exactly one
//! text, so that no character can change unnoticed. Who signed is for the keeper of the keys to check.

mod base64;
mod read;

pub use read::SealedTicket;

use super::RatingChannel;

/// The format that this code writes.
pub const FORMAT: u8 = 1;
/// What begins every signed message, so that no signature of ours can be taken for another.
const CONTEXT: &[u8] = b"banshi ticket 1\0";
/// Both Ed25519 and SM2 write as many bytes.
const SIGNATURE: usize = 64;
/// No code or number in a ticket is longer, in bytes.
pub const LONGEST: usize = 64;
/// Random bytes that tell one ticket from another.
pub const NONCE: usize = 12;

/// A ticket (评价凭证).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// What it proves.
    pub proof: Proof,
    /// Where the rating will come from.
    pub channel: &'static RatingChannel,
    /// When it was signed, in seconds since 1970.
    pub issued: u32,
    /// The last second in which it counts.
    pub expires: u32,
    /// What makes it unlike all others.
    pub nonce: [u8; NONCE],
    /// The code of the item.
    pub item: String,
    /// The code of the organ.
    pub organ: String,
    /// The place: a hall, a window, a station.
    pub place: String,
    /// The code of the region.
    pub region: String,
}

/// What a ticket proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A visit (一次一评) or a case (一事一评) with this number; it is rated once.
    Service(String),
    /// Nothing: a code that hangs at a window for everybody. Ratings by it are counted apart.
    Static,
}

/// Why a text is no ticket that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    /// There is none.
    #[error("no ticket")]
    Empty,
    /// Characters are missing or wrong.
    #[error("cannot be read")]
    Damaged,
    /// A newer server wrote it than this one knows.
    #[error("a newer format")]
    Newer,
    /// Signed by a key that is not ours.
    #[error("an unknown key")]
    UnknownKey,
    /// Signed when the key was not in use.
    #[error("a key that was not in use")]
    KeyNotInUse,
    /// What stands in it is not what was signed.
    #[error("a wrong signature")]
    WrongSignature,
    /// Its time is over.
    #[error("expired")]
    Expired,
    /// It is of a time to come.
    #[error("not yet valid")]
    NotYet,
}

/// Clocks of windows may be ahead of ours by as many seconds.
const SKEW: u32 = 300;

impl Ticket {
    /// Whether its parts can stand in a ticket: short codes of plain characters, and an end after the beginning.
    pub fn is_whole(&self) -> bool {
        let visit = match &self.proof {
            Proof::Service(visit) => is_code(visit),
            Proof::Static => true,
        };
        visit
            && [&self.item, &self.organ, &self.place, &self.region].into_iter().all(|code| is_code(code))
            && self.issued <= self.expires
    }

    /// Whether it counts at this time, in seconds since 1970.
    pub fn check_time(&self, now: u32) -> Result<(), TicketError> {
        if now > self.expires {
            Err(TicketError::Expired)
        } else if self.issued > now.saturating_add(SKEW) {
            Err(TicketError::NotYet)
        } else {
            Ok(())
        }
    }

    /// What may be used only once: the service, however often its ticket was printed. None for a static code.
    pub fn service(&self) -> Option<String> {
        match &self.proof {
            Proof::Service(visit) => Some([&self.organ, &self.item, visit].map(String::as_str).join("\n")),
            Proof::Static => None,
        }
    }

    /// The ticket as text, signed; `key` is the name of the key.
    pub fn seal(&self, key: [u8; 4], sign: impl FnOnce(&[u8]) -> [u8; SIGNATURE]) -> String {
        let mut bytes = vec![FORMAT];
        bytes.extend(key);
        let visit = match &self.proof {
            Proof::Service(visit) => visit.as_str(),
            Proof::Static => "",
        };
        bytes.extend([u8::from(self.proof == Proof::Static), self.channel.number]);
        bytes.extend(self.issued.to_be_bytes());
        bytes.extend(self.expires.to_be_bytes());
        bytes.extend(self.nonce);
        for text in [visit, &self.item, &self.organ, &self.place, &self.region] {
            bytes.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
            bytes.extend(text.as_bytes());
        }
        let signature = sign(&message(&bytes));
        bytes.extend(signature);
        base64::encode(&bytes)
    }
}

/// Codes and numbers: they travel in addresses and in lines of the public log, so they hold no space.
fn is_code(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.:".contains(&b))
}

/// What is signed for a ticket.
fn message(bytes: &[u8]) -> Vec<u8> {
    [CONTEXT, bytes].concat()
}

#[cfg(test)]
mod tests;
