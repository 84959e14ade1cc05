//! Mapping files: which column of a source is which canonical field. A new province needs no code.

mod field;
mod file;
mod source;

pub use field::{Field, FieldKind};
pub use file::{Holds, Mapping, MappingError, PublishAt, TableMapping};
pub use source::{Source, Unit};

/// The mappings that come with the program, by the name they are asked for.
const BUILTIN: &[(&str, &str)] = &[
    ("banshi-template", include_str!("../../../data/mappings/banshi-template.toml")),
    ("banshi-full", include_str!("../../../data/mappings/banshi-full.toml")),
    ("guangdong-2021", include_str!("../../../data/mappings/guangdong-2021.toml")),
    ("liaoning-sample-2025", include_str!("../../../data/mappings/liaoning-sample-2025.toml")),
    ("sichuan-guangan-2025", include_str!("../../../data/mappings/sichuan-guangan-2025.toml")),
];

/// Finds the text of a mapping that comes with the program.
pub fn find_builtin(name: &str) -> Option<&'static str> {
    BUILTIN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mapping_that_comes_with_the_program_is_sound() {
        for (name, text) in BUILTIN {
            let mapping = Mapping::parse(text).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
            assert_eq!(mapping.id, *name);
        }
    }

    #[test]
    fn every_problem_of_a_mapping_is_told_at_once() {
        let text = r#"
            id = "x"
            name = "x"
            data_date = "2025-01-01"
            [[tables]]
            holds = "items"
            [tables.fields]
            nmae = "A"
            visits = { column = "B", each = { name = "C" } }
        "#;
        let problems = Mapping::parse(text).unwrap_err();
        assert_eq!(problems.len(), 4, "{problems:?}");
    }
}
