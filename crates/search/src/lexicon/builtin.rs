//! The files of data/lexicon, inside the program.

/// File names and contents.
pub(super) const FILES: &[(&str, &str)] = &[
    ("actions.toml", include_str!("../../../../data/lexicon/actions.toml")),
    ("audiences.toml", include_str!("../../../../data/lexicon/audiences.toml")),
    ("dialect.toml", include_str!("../../../../data/lexicon/dialect.toml")),
    ("fillers.toml", include_str!("../../../../data/lexicon/fillers.toml")),
    ("lookalikes.toml", include_str!("../../../../data/lexicon/lookalikes.toml")),
    ("readings.toml", include_str!("../../../../data/lexicon/readings.toml")),
    ("same-words.toml", include_str!("../../../../data/lexicon/same-words.toml")),
    ("situations.toml", include_str!("../../../../data/lexicon/situations.toml")),
    ("together.toml", include_str!("../../../../data/lexicon/together.toml")),
    ("words-city.toml", include_str!("../../../../data/lexicon/words-city.toml")),
    ("words-driving.toml", include_str!("../../../../data/lexicon/words-driving.toml")),
    ("words-family.toml", include_str!("../../../../data/lexicon/words-family.toml")),
    ("words-housing.toml", include_str!("../../../../data/lexicon/words-housing.toml")),
    ("words-identity.toml", include_str!("../../../../data/lexicon/words-identity.toml")),
    ("words-insurance.toml", include_str!("../../../../data/lexicon/words-insurance.toml")),
    ("words-trade.toml", include_str!("../../../../data/lexicon/words-trade.toml")),
    ("words-welfare.toml", include_str!("../../../../data/lexicon/words-welfare.toml")),
];
