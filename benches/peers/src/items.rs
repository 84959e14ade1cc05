//! What is searched: the items that `banshi generate` makes.

use anyhow::{Result, bail};
use catalogue::generate::{Full, Ground, Size};
use domain::Item as Matter;
use search::Doc;

use crate::{args::Args, text};

/// Where `banshi generate` begins, too.
const SEED: u64 = 1;

/// How many fields a peer gets.
pub const FIELDS: [&str; 4] = ["name", "plain", "aliases", "department"];

/// One item, as the peers get it and as our engine gets it.
pub struct Item {
    /// Our code.
    pub code: String,
    /// The official name.
    pub name: String,
    /// The tokens of each field, separated by spaces.
    pub fields: [String; 4],
    /// Everything of the fields, folded, for a search that only looks through it.
    pub folded: String,
    /// What our engine is told.
    pub doc: Doc,
}

/// Makes all items; an item's position is its number everywhere.
pub fn make(args: &Args) -> Result<Vec<Item>> {
    let ground = match Ground::load(&args.data) {
        Ok(ground) => ground,
        Err(problems) => bail!("{}: {:?}", args.data.display(), problems.first()),
    };
    let mut items: Vec<Item> = match args.full {
        true => Full::new(&ground, Size::LIAONING, SEED).items().iter().map(item).collect(),
        false => ground.sample.items.iter().map(item).collect(),
    };
    items.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(items)
}

fn item(head: &Matter) -> Item {
    let plain = head.plain_name.clone().unwrap_or_default();
    let fields = [head.name.clone(), plain, head.aliases.join(" "), head.department.clone()];
    Item {
        code: head.code.to_string(),
        name: head.name.clone(),
        folded: text::fold(&fields.join("\n")),
        fields: fields.map(|field| text::tokens(&field).join(" ")),
        doc: Doc {
            name: head.name.clone(),
            plain_name: head.plain_name.clone(),
            aliases: head.aliases.clone(),
            department: head.department.clone(),
            themes: head.themes.clone(),
            kind: head.kind,
            audience: head.audience.clone(),
            popularity: head.popularity,
        },
    }
}

/// The item as a peer knows it: the same four fields and nothing else.
pub fn bare(doc: &Doc) -> Doc {
    Doc { themes: Vec::new(), audience: Vec::new(), popularity: 0, ..doc.clone() }
}
