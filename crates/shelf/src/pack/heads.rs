//! Item heads, column by column.

use domain::{Audience, ItemCode, ItemKind, terms::ShownLimit};

use crate::{
    ChannelMask, ItemHead,
    bytes::{In, Out},
    masks::place,
};

/// Writes all heads.
pub(super) fn write(heads: &[ItemHead], out: &mut Out) {
    out.number(heads.len() as u32);
    let mut last = "";
    for head in heads {
        out.after(last, head.code.as_str());
        last = head.code.as_str();
    }
    let mut last = "";
    for head in heads {
        // Many sources have no other code than ours.
        let same = head.source_code == head.code.as_str();
        out.0.push(u8::from(same));
        if !same {
            out.after(last, &head.source_code);
            last = &head.source_code;
        }
    }
    // Ordered by code, variants of one matter are neighbours and begin alike.
    let mut last = "";
    for head in heads {
        out.after(last, &head.name);
        last = &head.name;
    }
    heads.iter().for_each(|head| out.maybe(head.plain_name.as_deref()));
    heads.iter().for_each(|head| out.texts(&head.aliases));
    words(heads.iter().map(|head| std::slice::from_ref(&head.department)), out);
    words(heads.iter().map(|head| head.themes.as_slice()), out);
    heads.iter().for_each(|head| out.0.push(place(ItemKind::ALL, head.kind)));
    for head in heads {
        out.0.push(head.audience.len() as u8);
        out.0.extend(head.audience.iter().map(|&audience| place(Audience::ALL, audience)));
    }
    heads.iter().for_each(|head| out.number(head.popularity.into()));
    heads.iter().for_each(|head| out.number(head.limit.map_or(0, |limit| u32::from(limit.to_bits()) + 1)));
    heads.iter().for_each(|head| out.number(head.visits.map_or(0, |visits| u32::from(visits) + 1)));
    heads.iter().for_each(|head| out.0.push(terms(head.fee, head.channels)));
    heads.iter().for_each(|head| out.0.push(u8::from(head.sample)));
}

/// A column of lists of words that recur: each word where it first occurs, then by its number.
fn words<'a>(lists: impl Iterator<Item = &'a [String]>, out: &mut Out) {
    let mut known: Vec<&str> = Vec::new();
    for list in lists {
        out.number(list.len() as u32);
        for word in list {
            match known.iter().position(|other| other == word) {
                Some(at) => out.number(at as u32 + 1),
                None => {
                    out.number(0);
                    out.text(word);
                    known.push(word);
                }
            }
        }
    }
}

/// Fee and channels in one byte.
pub(super) fn terms(fee: Option<bool>, channels: ChannelMask) -> u8 {
    channels.0 & 0x1f | fee.map_or(0, |charged| if charged { 0x40 } else { 0x20 })
}

/// Fee and channels of such a byte.
pub(super) fn read_terms(terms: u8) -> Option<(Option<bool>, ChannelMask)> {
    let fee = match terms >> 5 {
        0 => None,
        1 => Some(false),
        2 => Some(true),
        _ => return None,
    };
    Some((fee, ChannelMask(terms & 0x1f)))
}

/// Reads all heads.
pub(super) fn read(from: &mut In<'_>) -> Option<Vec<ItemHead>> {
    let count = from.count()?;
    let mut heads: Vec<ItemHead> = Vec::with_capacity(count);
    let mut last = String::new();
    for _ in 0..count {
        last = from.after(&last)?;
        heads.push(empty(ItemCode::parse(&last).ok()?));
    }
    if !heads.is_sorted_by(|a, b| a.code < b.code) {
        return None;
    }
    let mut last = String::new();
    for head in &mut heads {
        head.source_code = match from.byte()? {
            0 => {
                last = from.after(&last)?;
                last.clone()
            }
            1 => head.code.as_str().to_owned(),
            _ => return None,
        };
    }
    let mut last = String::new();
    for head in &mut heads {
        last = from.after(&last)?;
        head.name.clone_from(&last);
    }
    for head in &mut heads {
        head.plain_name = from.maybe()?.map(str::to_owned);
    }
    for head in &mut heads {
        head.aliases = from.texts()?;
    }
    let mut known = Vec::new();
    for head in &mut heads {
        let [department] = <[String; 1]>::try_from(read_words(from, &mut known)?).ok()?;
        head.department = department;
    }
    known.clear();
    for head in &mut heads {
        head.themes = read_words(from, &mut known)?;
    }
    for head in &mut heads {
        head.kind = *ItemKind::ALL.get(usize::from(from.byte()?))?;
    }
    for head in &mut heads {
        let count = from.count()?;
        let audience = from.take(count)?.iter().map(|&at| Audience::ALL.get(usize::from(at)).copied());
        head.audience = audience.collect::<Option<_>>()?;
    }
    for head in &mut heads {
        head.popularity = u16::try_from(from.number()?).ok()?;
    }
    for head in &mut heads {
        head.limit = match from.number()?.checked_sub(1) {
            Some(limit) => Some(ShownLimit::from_bits(limit.try_into().ok()?)?),
            None => None,
        };
    }
    for head in &mut heads {
        head.visits = from.number()?.checked_sub(1).map(u8::try_from).transpose().ok()?;
    }
    for head in &mut heads {
        (head.fee, head.channels) = read_terms(from.byte()?)?;
    }
    for head in &mut heads {
        head.sample = from.byte()? == 1;
    }
    Some(heads)
}

fn read_words(from: &mut In<'_>, known: &mut Vec<String>) -> Option<Vec<String>> {
    let count = from.count()?;
    let mut words = Vec::new();
    for _ in 0..count {
        words.push(match from.number()?.checked_sub(1) {
            Some(at) => known.get(at as usize)?.clone(),
            None => {
                known.push(from.text()?.to_owned());
                known.last()?.clone()
            }
        });
    }
    Some(words)
}

fn empty(code: ItemCode) -> ItemHead {
    ItemHead {
        code,
        source_code: String::new(),
        name: String::new(),
        plain_name: None,
        aliases: Vec::new(),
        department: String::new(),
        kind: ItemKind::Other,
        audience: Vec::new(),
        levels: Vec::new(),
        themes: Vec::new(),
        popularity: 0,
        limit: None,
        visits: None,
        fee: None,
        channels: ChannelMask::default(),
        sample: false,
    }
}
