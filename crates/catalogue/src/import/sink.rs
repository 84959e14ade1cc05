//! Where imported records go.

use domain::{Item, Publication};

/// Takes what an import makes: the snapshot builder, or nothing when a table is only checked.
pub trait Sink {
    /// Takes an item.
    fn item(&mut self, item: Item) -> Result<(), String>;
    /// Takes a publication.
    fn publication(&mut self, publication: Publication) -> Result<(), String>;
}

/// Keeps everything in memory.
#[derive(Debug, Default)]
pub struct Kept {
    /// The items.
    pub items: Vec<Item>,
    /// The publications.
    pub publications: Vec<Publication>,
}

impl Sink for Kept {
    fn item(&mut self, item: Item) -> Result<(), String> {
        self.items.push(item);
        Ok(())
    }

    fn publication(&mut self, publication: Publication) -> Result<(), String> {
        self.publications.push(publication);
        Ok(())
    }
}

/// Forgets everything.
#[derive(Debug)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn item(&mut self, _: Item) -> Result<(), String> {
        Ok(())
    }

    fn publication(&mut self, _: Publication) -> Result<(), String> {
        Ok(())
    }
}
