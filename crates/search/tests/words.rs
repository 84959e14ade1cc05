//! Compiled words answer as the files do that they were made from.

mod support;

use search::{Engine, Lexicon};
use support::{project_file, read_cases, read_docs};

#[test]
fn an_engine_from_compiled_words_answers_every_known_query_as_one_from_the_files_does() {
    let lexicon = Lexicon::builtin();
    let compiled = Lexicon::from_bytes(&lexicon.to_bytes()).unwrap();
    let docs = read_docs(&project_file("data/catalogue/items.tsv"), false);
    let (one, other) = (Engine::build(docs.clone(), &lexicon), Engine::build(docs, &compiled));
    let cases = ["everyday", "aliases"].map(|name| read_cases(&project_file(&format!("data/queries/{name}.tsv"))));
    for case in cases.iter().flatten() {
        let answer = |engine: &Engine| {
            let query = engine.understand(&case.query);
            let hits = engine.rank(&query, &|_| true);
            let why: Vec<_> = hits.iter().take(5).map(|hit| engine.explain(&query, hit.doc)).collect();
            (query.shown.clone(), query.corrected.clone(), hits, why, engine.suggest(&case.query, &|_| true, 8))
        };
        assert_eq!(answer(&one), answer(&other), "{}", case.query);
    }
    assert!(cases.iter().flatten().count() > 500);
}
