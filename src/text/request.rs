//! Reports: 这条不对.

/// The heading of the form.
pub const TITLE: &str = "这条不对？";
/// What becomes of it.
pub const WHY: &str = "指南写错了、窗口另外要材料，都可以告诉我们。不用登录。";
/// The part that is wrong.
pub const PART_LABEL: &str = "哪里不对";
/// The text.
pub const TEXT_LABEL: &str = "实际是怎样的";
/// What not to write.
pub const TEXT_HINT: &str = "最多 500 字。请不要写姓名、身份证号和电话。";
/// Sends.
pub const SEND: &str = "提交";
/// While sending.
pub const SENDING: &str = "正在提交……";
/// Without a text.
pub const EMPTY: &str = "请先写一下实际是怎样的。";
/// The kind of report, as a choice.
pub const KIND_LABEL: &str = "您要说的是";
/// The kind: the guide is wrong.
pub const KIND_CORRECTION: &str = "指南写得不对";
/// The kind: a window asked for more.
pub const KIND_EXTRA: &str = "窗口要的比指南多";
/// The parts of a guide, by their names in the API.
pub const PARTS: [(&str, &str); 9] = [
    ("", "说不清"),
    ("materials", "带什么"),
    ("limits", "几天办完"),
    ("visits", "跑几次"),
    ("fee", "多少钱"),
    ("places", "地点、时间、电话"),
    ("conditions", "谁能办"),
    ("steps", "怎么办"),
    ("basis", "依据"),
];
/// The heading of the form for a paper that a window asks for on top.
pub const EXTRA_TITLE: &str = "窗口还要我交";
/// What comes of it.
pub const EXTRA_WHY: &str = "材料和依据已经替您填好，补上是哪个窗口、哪一天就能交。不用登录，请不要写姓名和身份证号。";
/// What the form begins with: the paper, the rule and its basis.
pub fn extra(paper: Option<&str>, rule: Option<&str>, basis: Option<&str>) -> String {
    let Some(paper) = paper else { return String::new() };
    let rule = rule.map(|rule| ["，规则 ", rule].concat()).unwrap_or_default();
    let basis = basis.map(|basis| ["，依据", basis].concat()).unwrap_or_default();
    ["窗口还要我交“", paper, "”（查到的清单里没有要求必须带", &rule, &basis, "）。\n哪个窗口、哪一天、怎么说的："]
        .concat()
}
/// The heading after sending.
pub const RECEIVED: &str = "收到了，谢谢您";
/// Before the number.
pub const NUMBER: &str = "编号";
/// Before the code.
pub const CODE: &str = "查询码";
/// What to do with them.
pub const KEEP: &str = "请把编号和查询码一起记下来或拍下来。查询码只显示这一次，丢了找不回来。";
/// Leads to the lookup.
pub const LOOK_UP_LATER: &str = "以后用它们查处理情况";
/// The heading when a plain form was refused.
pub const NOT_DONE: &str = "没有成功";
/// Before a refused form.
pub const STILL_THERE: &str = "您写的都还在下面，改好了再交一次。";
/// How to mend a refused form that could not be read.
pub const GO_BACK: &str = "请按浏览器的“返回”，改好了再交一次。";
/// Leads from a refused form to the guide it is about.
pub const BACK_TO_GUIDE: &str = "回到这条指南";
/// The heading of the lookup.
pub const LOOKUP_TITLE: &str = "查我提交的反馈";
/// What is needed.
pub const LOOKUP_WHY: &str = "填提交时得到的编号和查询码。";
/// Looks it up.
pub const LOOK_UP: &str = "查询";
/// Nothing has both.
pub const NOT_FOUND: &str = "没有找到。请核对编号和查询码，大小写不要紧。";
/// The heading of a report.
pub fn report(id: &str) -> String {
    format!("反馈 {id}")
}
/// Where it stands.
pub const STATE: &str = "处理情况";
/// The state in words.
pub fn state(code: &str) -> &'static str {
    match code {
        "received" => "已收到，等待核对",
        _ => "处理中",
    }
}
/// When it was received.
pub const RECEIVED_AT: &str = "收到时间";
/// What was written.
pub const WRITTEN: &str = "您写的";
/// The guide it is about.
pub const ABOUT_GUIDE: &str = "说的是";
/// Opens that guide.
pub const OPEN_GUIDE: &str = "这条指南";
