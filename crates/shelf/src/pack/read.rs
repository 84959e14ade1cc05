//! Opening a pack: every bound is checked, and nothing is trusted before its checksum was.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{Level, RegionCode, RegionTable};
use search::{Engine, Lexicon, RegionSearch};

use super::{
    Anywhere, BODY, LONGEST_PACK, MAGIC, PACK_FORMAT, Pack, PackError, SUM, heads,
    lists::{self, Lists},
    places, regions,
};
use crate::{ItemHead, Masks, bytes::In, hex, sha256};

/// What stands in the file.
struct Content {
    data_date: NaiveDate,
    snapshot: String,
    region: RegionCode,
    regions: RegionTable,
    whole: Vec<bool>,
    heads: Vec<ItemHead>,
    lists: Lists,
    anywhere: Option<Vec<Anywhere>>,
}

impl Pack {
    /// Opens a pack; `words` is the lexicon of the server that made it.
    pub fn open(bytes: &[u8], words: Lexicon) -> Result<Self, PackError> {
        let head = bytes.get(..BODY).ok_or(PackError::NoPack)?;
        if !head.starts_with(MAGIC) || bytes.len() > LONGEST_PACK {
            return Err(PackError::NoPack);
        }
        if head.get(MAGIC.len()) != Some(&PACK_FORMAT) {
            return Err(PackError::OtherFormat);
        }
        let body = bytes.get(BODY..).unwrap_or_default();
        let sum = sha256(body);
        if head.get(SUM..) != Some(&sum) {
            return Err(PackError::Damaged);
        }
        let (mark, body) = body.split_first_chunk().ok_or(PackError::Broken)?;
        if u64::from_le_bytes(*mark) != words.mark() {
            return Err(PackError::OtherWords);
        }
        let content = Content::read(&mut In(body)).ok_or(PackError::Broken)?;
        let region = content.regions.find(&content.region).ok_or(PackError::Broken)?;
        let region_search = RegionSearch::for_queries(&content.regions, &words);
        let engine = Engine::lean(content.heads.iter().map(ItemHead::doc), Arc::new(words));
        Ok(Self {
            checksum: hex(&sum),
            snapshot: content.snapshot,
            data_date: content.data_date,
            region,
            masks: Masks::build(&content.heads, &engine),
            region_search,
            regions: content.regions,
            whole: content.whole,
            heads: content.heads,
            organs: content.lists.organs,
            lists: content.lists.lists,
            anywhere: content.anywhere,
            engine,
        })
    }
}

impl Content {
    fn read(from: &mut In<'_>) -> Option<Self> {
        let data_date = NaiveDate::from_num_days_from_ce_opt(i32::try_from(from.number()?).ok()?)?;
        let snapshot = from.text()?.to_owned();
        let region = RegionCode::parse(from.text()?).ok()?;
        let (regions, whole) = regions::read(from)?;
        let heads = heads::read(from)?;
        let count = from.count()?;
        let mut lists = lists::read(from, count, &heads, regions.len())?;
        for list in &mut lists.lists {
            list.places = places::read(from)?;
        }
        let anywhere = match from.byte()? {
            0 => None,
            1 => Some(from.take(heads.len())?.iter().map(|&how| Anywhere::read(how)).collect::<Option<_>>()?),
            _ => return None,
        };
        from.0.is_empty().then_some(Self { data_date, snapshot, region, regions, whole, heads, lists, anywhere })
    }
}

impl Anywhere {
    fn read(how: u8) -> Option<Self> {
        let level = match how >> 1 {
            0 => None,
            number => Some(Level::from_number(number)?),
        };
        Some(Self { level, alone: how & 1 == 1 })
    }
}
