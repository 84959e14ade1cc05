use super::*;

#[test]
fn the_lexicon_of_the_project_has_no_problem() {
    let problems = Lexicon::parse(builtin::FILES).err().unwrap_or_default();
    assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
    assert!(Lexicon::builtin().phrases.len() > 2000);
}

const HEAD: &str = "source = \"a\"\nchecked_on = \"2026-11-22\"\n";

fn problems(toml: &str) -> Vec<String> {
    let whole = format!("{HEAD}{toml}");
    let found = Lexicon::parse(&[("a.toml", &whole)]).err().unwrap_or_default();
    found.into_iter().map(|problem| format!("{} {}", problem.key, problem.what)).collect()
}

#[test]
fn every_wrong_entry_is_reported_not_only_the_first() {
    let found = problems("drop = [\"怎 么\", \"戶口\"]\nsame = [[\"驾照\"]]\n[means]\n\"下岗\" = []\n");
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn a_meaning_that_leads_back_to_itself_is_reported() {
    let found = problems("[means]\n\"甲乙\" = [\"丙丁\"]\n\"丙丁\" = [\"戊己\"]\n\"戊己\" = [\"甲乙\"]\n");
    assert!(found.iter().any(|problem| problem.contains("means itself")), "{found:?}");
}

#[test]
fn what_is_found_at_the_end_names_the_file_that_has_the_entry() {
    let first = format!("{HEAD}[means]\n\"甲乙\" = [\"丙丁\"]\n");
    let second = format!("{HEAD}[means]\n\"丙丁\" = [\"丙丁\"]\n");
    let found = Lexicon::parse(&[("a.toml", &first), ("b.toml", &second)]).err().unwrap_or_default();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].key == "丙丁" && !found[0].file.is_empty(), "{found:?}");
}

#[test]
fn a_file_without_source_or_date_is_reported() {
    let found = Lexicon::parse(&[("a.toml", "source = \"\"\nchecked_on = \"soon\"\n")]).err().unwrap_or_default();
    assert_eq!(found.len(), 2);
    assert!(Lexicon::parse(&[("a.toml", "drop = []\n")]).is_err());
}

#[test]
fn a_word_in_two_groups_or_with_two_meanings_is_reported() {
    assert_eq!(problems("same = [[\"户口\", \"户籍\"], [\"户籍\", \"籍贯\"]]\n").len(), 1);
    assert_eq!(problems("[[situation]]\nsaid = [\"下岗\"]\nmeans = [\"失业登记\"]\n[[situation]]\nsaid = [\"下岗\"]\nmeans = [\"就业登记\"]\n").len(), 1);
}

#[test]
fn an_action_near_an_unknown_one_is_reported() {
    let found =
        problems("[[action]]\nid = \"new\"\nnames = [\"新办\"]\nsaid = [\"新办\"]\nprior = 1000\nnear = [\"old\"]\n");
    assert_eq!(found, ["old is no action"]);
}

#[test]
fn words_of_a_dialect_are_read_as_plain_words_and_may_not_hide_a_phrase() {
    let whole = format!("{HEAD}[say]\n\"干仗\" = \"打架\"\n");
    let lexicon = Lexicon::parse(&[("a.toml", &whole)]).unwrap();
    let mut replaced = Vec::new();
    let plain = lexicon.plainly("两口子干仗".chars().collect(), &|_| false, &mut replaced);
    assert_eq!(plain.into_iter().collect::<String>(), "两口子打架");
    assert_eq!(replaced, [("干仗".to_owned(), "打架".to_owned())]);
    assert_eq!(problems("drop = [\"天天干仗\"]\n[say]\n\"干仗\" = \"打架\"\n").len(), 1);
}

#[test]
fn words_together_need_at_least_two_places_and_a_meaning() {
    assert_eq!(problems("together = [{ said = [\"车\"], means = [\"机动车\"] }]\n").len(), 1);
    assert_eq!(problems("together = [{ said = [\"车\", \"过户\"], means = [] }]\n").len(), 1);
    assert_eq!(problems("together = [{ said = [\"车|汽车\", \"过户\"], means = [\"转移登记\"] }]\n").len(), 0);
}

#[test]
fn every_file_of_the_folder_is_built_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/lexicon");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = files.filter(|name| name.ends_with(".toml")).collect();
    names.sort();
    assert_eq!(names, builtin::FILES.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
}
