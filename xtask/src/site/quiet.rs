//! Takes out of a module what only tells where a panic came from. In the browser nobody hears it: std has nowhere to
//! print to there, and a panic ends in a trap all the same. Functions that tell of a panic trap at once, and the places in
//! our sources that they would name become zeros; `wasm-opt` then drops whatever nobody needs any more.

use anyhow::{Context, Result};

use super::wasm::leb;

/// A part of the names of functions that tell of a panic and never return.
const TELLERS: &[&str] = &[
    "panic",
    "unwrap_failed",
    "expect_failed",
    "assert_failed",
    "slice_error_fail",
    "slice_index_fail",
    "len_mismatch_fail",
    "capacity_overflow",
    "raw_vec::handle_error",
    "alloc_error",
];
/// No locals, then `unreachable` and the end.
const TRAP: &[u8] = &[0, 0, 0x0b];
/// A place in the sources: where its file's name stands, how long that is, line, column.
const PLACE: usize = 16;

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;

/// The module without them; it must still have the names of its functions.
pub fn quiet(module: &[u8]) -> Result<Vec<u8>> {
    let sections = sections(module).context("no wasm module")?;
    let find = |id: u8| sections.iter().find(|section| section.0 == id).map_or(&[][..], |section| section.1);
    let imported = imported_functions(find(IMPORTS)).context("imports that are not understood")?;
    let names = sections.iter().filter(|section| section.0 == CUSTOM).find_map(|section| function_names(section.1));
    let names = names.context("the module does not name its functions")?;
    let mut out = module[..8].to_vec();
    for &(id, section) in &sections {
        let changed = match id {
            CODE => quiet_code(section, imported, &names).context("code that is not understood")?,
            DATA => quiet_data(section).context("data that is not understood")?,
            _ => section.to_vec(),
        };
        out.push(id);
        put(&mut out, &changed);
    }
    Ok(out)
}

fn quiet_code(section: &[u8], imported: usize, names: &[(usize, &str)]) -> Option<Vec<u8>> {
    let (count, mut at) = leb(section, 0)?;
    let mut out = section[..at].to_vec();
    for number in imported..imported + count {
        let (length, from) = leb(section, at)?;
        at = from.checked_add(length)?;
        let body = section.get(from..at)?;
        let name = names.binary_search_by_key(&number, |name| name.0).map_or("", |place| names[place].1);
        let never_returns = body.ends_with(&TRAP[1..]);
        let tells = never_returns && TELLERS.iter().any(|teller| name.contains(teller));
        put(&mut out, if tells { TRAP } else { body });
    }
    Some(out)
}

/// A stretch of data: where it begins in memory, and where it stands in the section.
struct Stretch {
    address: usize,
    from: usize,
    to: usize,
}

fn quiet_data(section: &[u8]) -> Option<Vec<u8>> {
    let (count, mut at) = leb(section, 0)?;
    let mut stretches = Vec::new();
    for _ in 0..count {
        // An active stretch of the only memory at a constant address; nothing else is made by Rust.
        if section.get(at..at + 2)? != [0, 0x41] {
            return Some(section.to_vec());
        }
        let (address, end) = leb(section, at + 2)?;
        let (length, from) = leb(section, end + 1)?;
        at = from.checked_add(length)?;
        section.get(from..at)?;
        stretches.push(Stretch { address, from, to: at });
    }
    let mut out = section.to_vec();
    let mut files = Vec::new();
    for stretch in &stretches {
        let first = stretch.from + stretch.address.wrapping_neg() % 4;
        for place in (first..stretch.to.saturating_sub(PLACE - 1)).step_by(4) {
            if let Some(file) = file_of(section, &stretches, &section[place..place + PLACE]) {
                out[place..place + PLACE].fill(0);
                files.push(file);
            }
        }
    }
    for (from, to) in files {
        out[from..to].fill(0);
    }
    Some(out)
}

/// Where the name of a source file stands, if these bytes are a place in one.
fn file_of(section: &[u8], stretches: &[Stretch], bytes: &[u8]) -> Option<(usize, usize)> {
    let number = |at: usize| {
        let four = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(four) as usize)
    };
    let (address, length, line, column) = (number(0)?, number(4)?, number(8)?, number(12)?);
    if !(1..100_000).contains(&line) || !(1..1000).contains(&column) {
        return None;
    }
    let stretch = stretches.iter().find(|stretch| {
        (stretch.address..).contains(&address) && address - stretch.address < stretch.to - stretch.from
    })?;
    let from = stretch.from + address - stretch.address;
    let name = section.get(from..from.checked_add(length)?.min(stretch.to))?;
    let is_file = name.len() == length && name.is_ascii() && (name.ends_with(b".rs") || name.ends_with(b".rs\0"));
    is_file.then_some((from, from + length))
}

fn sections(module: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut found = Vec::new();
    let mut at = 8;
    while at < module.len() {
        let (size, from) = leb(module, at + 1)?;
        found.push((module[at], module.get(from..from.checked_add(size)?)?));
        at = from + size;
    }
    Some(found)
}

/// How many functions come from outside; they have the first numbers.
fn imported_functions(section: &[u8]) -> Option<usize> {
    let Some((count, mut at)) = leb(section, 0) else { return Some(0) };
    let mut functions = 0;
    for _ in 0..count {
        for _ in 0..2 {
            let (length, from) = leb(section, at)?;
            at = from.checked_add(length)?;
        }
        // bindgen's modules import nothing but functions.
        if *section.get(at)? != 0 {
            return None;
        }
        functions += 1;
        at = leb(section, at + 1)?.1;
    }
    Some(functions)
}

/// The numbers and names of functions, sorted, if this is the section of names.
fn function_names(section: &[u8]) -> Option<Vec<(usize, &str)>> {
    let (length, from) = leb(section, 0)?;
    let mut at = from + length;
    if section.get(from..at)? != b"name" {
        return None;
    }
    loop {
        let kind = *section.get(at)?;
        let (size, from) = leb(section, at + 1)?;
        at = from.checked_add(size)?;
        if kind != 1 {
            continue;
        }
        let (count, mut next) = leb(section, from)?;
        let mut names = Vec::with_capacity(count.min(section.len()));
        for _ in 0..count {
            let (number, start) = leb(section, next)?;
            let (length, from) = leb(section, start)?;
            next = from.checked_add(length)?;
            names.push((number, std::str::from_utf8(section.get(from..next)?).ok()?));
        }
        return Some(names);
    }
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut length = bytes.len();
    while length > 0x7f {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of two functions with one body and the given names, and data at address 4.
    fn module(names: [&str; 2], body: &[u8], data: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            module.push(id);
            put(&mut module, content);
        };
        let mut code = vec![2];
        put(&mut code, body);
        put(&mut code, body);
        section(CODE, &code);
        let mut stretch = vec![1, 0, 0x41, 4, 0x0b];
        put(&mut stretch, data);
        section(DATA, &stretch);
        let mut list = vec![2];
        for (number, name) in (0..).zip(names) {
            list.push(number);
            put(&mut list, name.as_bytes());
        }
        let mut named = vec![4];
        named.extend(b"name\x01");
        put(&mut named, &list);
        section(CUSTOM, &named);
        module
    }

    /// `nop`, `unreachable`.
    const ENDS_IN_TRAP: &[u8] = &[0, 1, 0, 0x0b];
    const RETURNS: &[u8] = &[0, 1, 0x0b];

    #[test]
    fn only_a_function_that_tells_of_a_panic_and_never_returns_becomes_a_trap() {
        let names = ["core::panicking::panic_fmt", "ours"];
        let made = quiet(&module(names, ENDS_IN_TRAP, b"")).unwrap();
        let code = [&[2, 3][..], TRAP, &[4], ENDS_IN_TRAP].concat();
        assert_eq!(sections(&made).unwrap()[0], (CODE, code.as_slice()));
        let plain = module(names, RETURNS, b"");
        assert_eq!(quiet(&plain).unwrap(), plain);
    }

    #[test]
    fn a_place_in_the_sources_is_zeroed_with_its_name_and_other_data_stays() {
        let mut data = b"a.rsdata".to_vec();
        for number in [4_u32, 4, 12, 7, 8, 4, 12, 7] {
            data.extend(number.to_le_bytes());
        }
        let made = quiet(&module(["a", "b"], RETURNS, &data)).unwrap();
        let kept = sections(&made).unwrap()[1].1.to_vec();
        let wanted = [&[0; 4][..], b"data", &[0; 16], &data[24..]].concat();
        assert!(kept.ends_with(&wanted), "{kept:?}");
    }

    #[test]
    fn a_module_without_names_is_refused() {
        assert!(quiet(b"\0asm\x01\0\0\0").is_err());
    }
}
