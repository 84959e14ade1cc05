//! `banshi template`.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use crate::{
    papers::{self, office},
    template::{MAPPING, workbook},
};

/// The flags of `banshi template`.
#[derive(Debug, Clone)]
pub struct TemplateArgs {
    /// The workbook to write.
    pub out: PathBuf,
    /// Whether it is the one of proofs and rules about papers, and not that of the five lists.
    pub rules: bool,
}

/// Writes the empty workbook of the five lists, or of proofs and rules; exit code 0 written, 2 nothing written.
pub fn template(args: &TemplateArgs, out: &mut impl Write) -> io::Result<u8> {
    let made = if args.rules { office::workbook(&papers::builtin().rules) } else { workbook() };
    match made.and_then(|mut book| book.save(&args.out)) {
        Ok(()) => {
            let how = if args.rules { "`banshi papers import`".to_owned() } else { format!("--mapping {MAPPING}") };
            writeln!(out, "{}: fill it in and import it with {how}", args.out.display())?;
            Ok(0)
        }
        Err(error) => {
            writeln!(out, "error: {}: {error}", args.out.display())?;
            Ok(2)
        }
    }
}
