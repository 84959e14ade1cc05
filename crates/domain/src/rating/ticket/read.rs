//! Reading a ticket, before anybody has looked at its signature.

use super::{FORMAT, NONCE, Proof, RatingChannel, SIGNATURE, Ticket, TicketError, base64, message};

/// No ticket that we write is longer.
const LONGEST_TEXT: usize = 640;

/// A ticket as it came: to be believed only when a key of ours signed the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedTicket {
    /// What it says.
    pub ticket: Ticket,
    /// The name of the key.
    pub key: [u8; 4],
    /// What was signed.
    pub message: Vec<u8>,
    /// By which signature.
    pub signature: [u8; SIGNATURE],
}

impl SealedTicket {
    /// Reads the text of a ticket.
    pub fn read(text: &str) -> Result<Self, TicketError> {
        if text.is_empty() {
            return Err(TicketError::Empty);
        }
        if text.len() > LONGEST_TEXT {
            return Err(TicketError::Damaged);
        }
        let bytes = base64::decode(text).ok_or(TicketError::Damaged)?;
        match bytes.first() {
            Some(&FORMAT) => {}
            Some(&format) if format > FORMAT => return Err(TicketError::Newer),
            _ => return Err(TicketError::Damaged),
        }
        let (signed, signature) = bytes.split_last_chunk::<SIGNATURE>().ok_or(TicketError::Damaged)?;
        let (key, ticket) = parts(signed).ok_or(TicketError::Damaged)?;
        Ok(Self { ticket, key, message: message(signed), signature: *signature })
    }
}

fn parts(bytes: &[u8]) -> Option<([u8; 4], Ticket)> {
    let mut from = bytes.get(1..)?;
    let key = *take::<4>(&mut from)?;
    let [fixed, channel] = *take::<2>(&mut from)?;
    let issued = u32::from_be_bytes(*take::<4>(&mut from)?);
    let expires = u32::from_be_bytes(*take::<4>(&mut from)?);
    let nonce = *take::<NONCE>(&mut from)?;
    let mut texts = [const { String::new() }; 5];
    for text in &mut texts {
        let [length] = *take::<1>(&mut from)?;
        let (own, rest) = from.split_at_checked(usize::from(length))?;
        *text = std::str::from_utf8(own).ok()?.to_owned();
        from = rest;
    }
    let [visit, item, organ, place, region] = texts;
    let proof = match fixed {
        0 => Proof::Service(visit),
        1 if visit.is_empty() => Proof::Static,
        _ => return None,
    };
    let channel = RatingChannel::from_number(channel)?;
    let ticket = Ticket { proof, channel, issued, expires, nonce, item, organ, place, region };
    (from.is_empty() && ticket.is_whole()).then_some((key, ticket))
}

fn take<'a, const N: usize>(from: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (taken, rest) = from.split_first_chunk::<N>()?;
    *from = rest;
    Some(taken)
}
