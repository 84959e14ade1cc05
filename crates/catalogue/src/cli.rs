//! What the command line does, without the parsing of flags: each writes to the output it is given
//! and returns the exit code.

mod check;
mod diff;
mod generate;
mod import;
mod lexicon;
mod papers;
mod regions;
mod template;

pub use check::{CheckArgs, check};
pub use diff::{DiffArgs, diff};
pub use generate::{GenerateArgs, Scale, generate};
pub use import::{ImportArgs, import};
pub use lexicon::{LexiconCheckArgs, LexiconDiffArgs, lexicon_check, lexicon_diff};
pub use papers::{PapersImportArgs, UnplacedArgs, papers_import, papers_unplaced};
pub use template::{TemplateArgs, template};
