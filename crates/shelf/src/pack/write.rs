//! Writing a pack: the server's side.

use chrono::Datelike;
use domain::Level;

use super::{BODY, MAGIC, PACK_FORMAT, PackParts, heads, lists, places, regions};
use crate::{bytes::Out, sha256};

impl PackParts<'_> {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Out(MAGIC.to_vec());
        out.0.push(PACK_FORMAT);
        out.0.resize(BODY, 0);
        out.0.extend(self.words.to_le_bytes());
        out.number(u32::try_from(self.data_date.num_days_from_ce()).unwrap_or_default());
        out.text(&self.snapshot);
        out.text(self.region.as_str());
        regions::write(&self.regions, &self.whole, &mut out);
        heads::write(self.heads, &mut out);
        out.number(self.shelves.len() as u32);
        lists::write(&self.shelves, self.heads, &self.regions, &mut out);
        self.shelves.iter().for_each(|shelved| places::write(&shelved.places, &mut out));
        match &self.anywhere {
            None => out.0.push(0),
            Some(all) => {
                out.0.push(1);
                out.0.extend(all.iter().map(|&(level, alone)| level.map_or(0, Level::number) << 1 | u8::from(alone)));
            }
        }
        let sum = sha256(out.0.get(BODY..).unwrap_or_default());
        out.0.splice(BODY - sum.len()..BODY, sum);
        out.0
    }
}
