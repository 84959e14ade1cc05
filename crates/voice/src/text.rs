//! Every word of this room that a citizen reads.

/// The heading of the first page.
pub const TITLE: &str = "这次办事，您满意吗？";
/// What it is.
pub const VOLUNTARY: &str = "评不评由您，评几分都一样，不影响您办事。一次办事评一次。";
/// A code that hangs at a window.
pub const STATIC: &str = "您扫的是窗口的固定二维码，它不能证明您来办过事。您的评价会照样收下，单独统计。";
/// What is rated.
pub const ABOUT: &str = "您评的是";
/// The matter.
pub const ITEM: &str = "办的事";
/// The organ.
pub const ORGAN: &str = "部门";
/// The place.
pub const PLACE: &str = "地点";
/// The region.
pub const REGION: &str = "地区";
/// The heading of the second page.
pub fn chosen(grade: &str) -> String {
    format!("您选的是：{grade}")
}
/// Chooses again.
pub const CHANGE: &str = "重新选";
/// The tags.
pub const TAGS: &str = "哪些地方让您这样觉得？（可以不选，可以选几个）";
/// More tags.
pub const MORE_TAGS: &str = "还有别的";
/// The words.
pub const TEXT_LABEL: &str = "还想说几句（可以不写）";
/// What not to write.
pub const TEXT_HINT: &str = "最多 150 字。请不要写姓名、电话和证件号；写了号码的，会先隐去再保存。";
/// Calling back.
pub const NAMED: &str = "可以按这次办事的编号找我核实、回访";
/// What is kept without.
pub const NAMED_HINT: &str = "不勾就是匿名：不保存办事编号，没有人能找到您，也没有人能给您回话。";
/// On to the preview.
pub const PREVIEW: &str = "看看会提交什么";
/// Where it goes for the preview.
pub const PREVIEW_HINT: &str = "写的话会先发到本网站，隐去号码后给您看。您没有点“提交评价”，就不会留下。";
/// The heading of the preview.
pub const PREVIEW_TITLE: &str = "这样提交，可以吗？";
/// What is sent.
pub const GRADE: &str = "评价";
/// What is sent.
pub const TAGS_SHORT: &str = "标签";
/// What is sent.
pub const TEXT_SHORT: &str = "您的话";
/// What is sent.
pub const WHO: &str = "怎样署名";
/// Anonymous.
pub const ANONYMOUS: &str = "匿名，不能回访";
/// With the number of the visit.
pub const WITH_NUMBER: &str = "保存办事编号，可以回访";
/// Nothing was chosen or written.
pub const NONE: &str = "没有";
/// Numbers were taken out.
pub fn masked(numbers: usize) -> String {
    format!("隐去了 {numbers} 处号码。")
}
/// Sends.
pub const SEND: &str = "提交评价";
/// Back to tags and words.
pub const BACK: &str = "回去改";
/// It is kept.
pub const KEPT: &str = "评价已经收下";
/// The receipt.
pub const RECEIPT: &str = "回执码";
/// What it is for.
pub const RECEIPT_WHY: &str = "凭它可以查看这次评价、补充一次，也能证明它没有被删改。";
/// It cannot be had again.
pub const RECEIPT_ONCE: &str = "没有账号，回执码丢了就找不回来。请现在抄下、截图或打印。";
/// The place in the log.
pub fn log_index(index: u64) -> String {
    format!("它是公开记录里的第 {} 条。任何人都可以核对这份记录有没有少、有没有改。", index + 1)
}
/// Looks at it.
pub const LOOK: &str = "查看这次评价";
/// The heading of the overview.
pub const OVERVIEW: &str = "评价";
/// What stands there.
pub const OVERVIEW_WHY: &str = "凭回执码查看您评过的，或看各地的评价情况。";
/// The field of the code.
pub const CODE_LABEL: &str = "评价回执码";
/// Looks it up.
pub const FIND: &str = "查询";
/// The figures.
pub const FIGURES: &str = "评价情况";
/// How many.
pub fn count(n: u64) -> String {
    format!("共 {n} 条评价")
}
/// Too few.
pub fn too_few(small_n: u64) -> String {
    format!("评价不到 {small_n} 条，先不公布数字，免得认出是谁评的。")
}
/// The average.
pub fn average(hundredths: u32) -> String {
    format!("平均 {}.{:02} 分（满分 10 分）", hundredths / 100, hundredths % 100)
}
/// Unknown and never good.
pub const NOT_RATED: &str = "没有评的不算满意，也不算不满意。";
/// No figures now.
pub const NO_FIGURES: &str = "评价情况暂时看不了，请过一会儿再来。";
/// The heading of a rating that was found.
pub const FOUND: &str = "您的评价";
/// When.
pub const WHEN: &str = "时间";
/// The words were erased.
pub const ERASED: &str = "这段话已依法删除，记录里留有删除的痕迹。";
/// An addition.
pub const ADDED: &str = "补充的";
/// Adds.
pub const ADD: &str = "补充一次";
/// By when.
pub fn add_until(day: &str) -> String {
    format!("到 {day} 为止，可以补充一次，原来的评价不会改。")
}
/// What to add.
pub const ADD_TEXT: &str = "要补充的话";
/// Sends it.
pub const ADD_SEND: &str = "提交补充";
/// The proof.
pub const PROOF: &str = "下载证明（给懂技术的人核对）";
/// Not taken.
pub const REFUSED: &str = "没有提交成功";
/// Again.
pub const AGAIN: &str = "返回修改";
/// A link to the promise that a tag judges.
pub const TO_GUIDE: &str = "看指南上怎么承诺的";
