//! `banshi template`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use crate::template::{MAPPING, workbook};

/// The flags of `banshi template`.
#[derive(Debug, Clone)]
pub struct TemplateArgs {
    /// The workbook to write.
    pub out: PathBuf,
}

/// Writes the empty workbook of the five lists; exit code 0 written, 2 nothing written.
pub fn template(args: &TemplateArgs, out: &mut impl Write) -> io::Result<u8> {
    match workbook().and_then(|mut book| book.save(&args.out)) {
        Ok(()) => {
            writeln!(out, "{}: fill it in and import it with --mapping {MAPPING}", args.out.display())?;
            Ok(0)
        }
        Err(error) => {
            writeln!(out, "error: {}: {error}", args.out.display())?;
            Ok(2)
        }
    }
}
