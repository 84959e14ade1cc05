//! Reading a list and checking who signed it.

use crate::{
    Day, FORMAT, KeyId, Matter, Method, Paper, PublicKey, Slip, SlipError, Told, Verdict, bytes::Reader, code41,
    key::SIGNATURE,
};

/// No QR code that we draw holds more characters.
const LONGEST: usize = 2000;

impl Slip {
    /// Opens a list; only one that a published key signed, exactly as it stands, comes back.
    pub fn open(text: &str, keys: &[PublicKey]) -> Result<(Self, KeyId), SlipError> {
        if text.is_empty() {
            return Err(SlipError::Empty);
        }
        if text.len() > LONGEST {
            return Err(SlipError::Damaged);
        }
        let bytes = code41::decode(text)?;
        let (list, signature) = bytes.split_last_chunk::<SIGNATURE>().ok_or(SlipError::Damaged)?;
        let mut from = Reader(list);
        match from.byte()? {
            FORMAT => {}
            format if format > FORMAT => return Err(SlipError::Newer),
            _ => return Err(SlipError::Damaged),
        }
        let id = KeyId(from.take(4)?.try_into().map_err(|_| SlipError::Damaged)?);
        // Several keys may have one name; then any of them may have signed.
        let mut named = keys.iter().filter(|key| key.id == id).peekable();
        named.peek().ok_or(SlipError::UnknownKey)?;
        let key = named.find(|key| key.signed(list, signature)).ok_or(SlipError::WrongSignature)?;
        let slip = read(&mut from)?;
        if !from.0.is_empty() {
            return Err(SlipError::Damaged);
        }
        if !key.in_use(slip.signed) {
            return Err(SlipError::KeyNotInUse);
        }
        Ok((slip, id))
    }
}

fn read(from: &mut Reader<'_>) -> Result<Slip, SlipError> {
    Ok(Slip {
        signed: day(from)?,
        on: day(from)?,
        region: from.text()?,
        region_name: from.text()?,
        matters: from.several(|from| Ok(Matter { code: from.text()?, name: from.text()? }))?,
        papers: from.several(paper)?,
        told: from.several(|from| Ok(Told { question: from.text()?, answer: from.text()? }))?,
    })
}

fn day(from: &mut Reader<'_>) -> Result<Day, SlipError> {
    Day::from_number(from.number()?).ok_or(SlipError::Damaged)
}

fn paper(from: &mut Reader<'_>) -> Result<Paper, SlipError> {
    let byte = from.byte()?;
    let verdict = Verdict::ALL[usize::from(byte & 3)];
    let method = match byte >> 2 {
        0 => None,
        number => {
            let found = Method::ALL.into_iter().find(|method| *method as u8 == number);
            Some(found.ok_or(SlipError::Damaged)?)
        }
    };
    Ok(Paper { name: from.text()?, verdict, method })
}
