use super::*;

/// Reads one row of one table; cells stand in the order of the columns.
fn read(fields: &str, columns: &[&str], cells: &[Cell]) -> (Values, Vec<Code>) {
    let text = format!(
        "id = \"x\"\nname = \"x\"\ndata_date = \"2025-01-01\"\n[[tables]]\nholds = \"items\"\n[tables.fields]\n\
         source_code = \"no\"\nname = \"no\"\n{fields}"
    );
    let mapping = Mapping::parse(&text).unwrap();
    let lints = TextLints::new().unwrap();
    let common = common_null_words();
    let columns: Vec<String> = columns.iter().map(|c| (*c).to_owned()).collect();
    let reader = Reader::new(&mapping, &mapping.tables[0], &columns, &common, &lints);
    let mut problems = Vec::new();
    let values = reader.read(cells, &mut problems);
    (values, problems.into_iter().map(|p| p.code).collect())
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

#[test]
fn a_null_word_is_nothing_and_is_told() {
    let (mut values, codes) = read("organ = \"a\"", &["a"], &[text(" 无 ")]);
    assert_eq!(values.text(Field::Organ), None);
    assert_eq!(codes, [Code::NullWord]);
}

#[test]
fn a_value_table_is_asked_before_the_null_words() {
    let fields = "channels = [{ column = \"a\", values = { \"无\" = \"\", \"*\" = \"window\" } }, { column = \"b\", values = { \"1\" = \"web\" } }]";
    let (mut values, codes) = read(fields, &["a", "b"], &[text("某路1号"), text("1")]);
    assert_eq!(values.list(Field::Channels), ["window", "web"]);
    let (mut none, more) = read(fields, &["a", "b"], &[text("无"), Cell::Empty]);
    assert!(none.list(Field::Channels).is_empty());
    assert_eq!([codes, more], [[], []]);
}

#[test]
fn lists_may_be_json_or_text_in_a_cell() {
    for cell in [Cell::List(vec!["甲".into(), "乙、丙".into()]), text("[\"甲\", \"乙、丙\"]"), text("甲\n乙、丙")]
    {
        let (mut values, _) = read("materials = \"a\"", &["a"], &[cell]);
        assert_eq!(values.list(Field::Materials), ["甲", "乙、丙"]);
    }
}

#[test]
fn a_nested_list_of_objects_is_read_by_its_own_fields() {
    let fields = "materials = { column = \"a\", each = { material_name = \"n\", necessity = { column = \"k\", values = { \"1\" = \"required\" } } } }";
    let cell = Cell::List(vec![serde_json::json!({ "n": "户口簿", "k": 1 }), serde_json::json!({ "n": "无" })]);
    let (mut values, codes) = read(fields, &["a"], &[cell]);
    let mut objects = values.take(Field::Materials).unwrap().objects;
    assert_eq!(objects.len(), 1);
    assert_eq!(objects[0].text(Field::MaterialName).as_deref(), Some("户口簿"));
    assert_eq!(objects[0].text(Field::Necessity).as_deref(), Some("required"));
    assert_eq!(codes, [Code::NullWord]);
}

#[test]
fn a_label_before_the_value_is_taken_off_and_kept_as_original() {
    let fields = "address = { column = \"a\", strip_prefix = [\"办理地点：\"] }";
    let (mut values, codes) = read(fields, &["a"], &[text("办理地点：某路1号")]);
    assert_eq!(values.text(Field::Address).as_deref(), Some("某路1号"));
    assert_eq!(codes, [Code::LabelPrefix]);
}

#[test]
fn phones_are_taken_out_of_a_paragraph_and_the_paragraph_is_kept_as_original() {
    let (mut values, codes) = read("consult = \"a\"", &["a"], &[text("电话：020-86350597；周一至周五受理")]);
    assert_eq!(values.list(Field::Consult), ["020-86350597"]);
    assert_eq!(codes, [Code::PhoneText]);
    assert_eq!(read("consult = \"a\"", &["a"], &[text("登录网站查询")]).1, [Code::BadValue]);
}

#[test]
fn the_first_column_that_says_something_counts() {
    let (mut values, _) = read("organ = [\"a\", \"b\"]", &["a", "b"], &[Cell::Empty, text("公安局")]);
    assert_eq!(values.text(Field::Organ).as_deref(), Some("公安局"));
}

#[test]
fn the_unit_of_a_bare_number_may_stand_in_another_column() {
    let fields = "legal = { column = \"a\", unit_column = \"b\", unit_values = { \"1\" = \"工作日\" } }";
    let (mut values, _) = read(fields, &["a", "b"], &[text("20"), text("1")]);
    assert_eq!(values.take(Field::Legal).unwrap().unit, Some(TimeUnit::WorkingDay));
}
