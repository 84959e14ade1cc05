//! The guide.

use domain::{Audience, guide::Basis};

/// Where it is read, when a region is chosen.
pub fn in_region(name: &str) -> String {
    format!("按{name}的规定")
}
/// Where it is read, when no region is chosen but one publishes it.
pub fn for_example(name: &str) -> String {
    format!("没有选地区，先看{name}的规定")
}
/// Where it is read, when no region is chosen and none publishes it.
pub const NO_REGION: &str = "没有选地区，下面是通用的规定";
/// Chooses a region.
pub const PICK: &str = "选地区";
/// Chooses another.
pub const CHANGE: &str = "换地区";
/// The chosen region does not publish it.
pub fn not_here(name: &str) -> String {
    format!("{name}没有公布这件事，下面是通用的规定")
}
/// Who handles it.
pub fn organ(name: &str) -> String {
    format!("由{name}办理")
}
/// Also at other levels.
pub const ALSO_AT: &str = "这些地方也公布了：";
/// The facts at a glance.
pub const GLANCE: &str = "一眼看清";
/// How long.
pub const DAYS: &str = "几天办完";
/// How often.
pub const VISITS: &str = "要跑几次";
/// How much.
pub const FEE: &str = "多少钱";
/// How many papers.
pub const PAPERS: &str = "带几样材料";
/// The unit of papers.
pub const PAPERS_UNIT: &str = "样";
/// Papers may be missing.
pub const NO_PAPERS: &str = "不用带";
/// Some can be brought later.
pub fn later(count: usize) -> String {
    format!("其中 {count} 样可以后补")
}
/// Some depend on the case.
pub fn depends(count: usize) -> String {
    format!("另有 {count} 样看情况")
}
/// Working days need a word.
pub const WORKING_DAYS: &str = "从受理那天算，周末和节假日不算";
/// Parts of this page.
pub const CONTENTS: &str = "本页内容";
/// What it is.
pub const SUMMARY: &str = "什么事";
/// Who may.
pub const CONDITIONS: &str = "谁能办";
/// What to bring.
pub const MATERIALS: &str = "带什么";
/// Whom to see.
pub const PATH: &str = "找谁去哪";
/// How.
pub const STEPS: &str = "怎么办";
/// What no one may do.
pub const RED_LINES: &str = "红线";
/// Before the red lines.
pub const RED_LINES_WHY: &str = "办这件事，下面这些谁都不许做：";
/// After the red lines.
pub const RED_LINES_THEN: &str = "碰上了，可以当场要求说明理由，也可以打 12345 反映。";
/// What to do if refused.
pub const REFUSED: &str = "被拒了怎么办";
/// Questions.
pub const FAQ: &str = "大家常问";
/// The law.
pub const BASIS: &str = "依据";
/// What one gets.
pub const RESULT: &str = "办成后拿到什么";
/// Keep and pass on.
pub const KEEP: &str = "保存、转发、纠错";
/// What is wrong.
pub const CORRECTION: &str = "这条不对";
/// Where the data comes from.
pub const PROVENANCE: &str = "这条信息从哪来";
/// Where it can be handled.
pub const CHANNELS: &str = "办理方式";
/// Opens the online service.
pub const ONLINE: &str = "到网上办理";
/// In which area any window takes it.
pub fn area(area: &str) -> String {
    format!("通办范围：{area}")
}
/// The charges.
pub const CHARGES: &str = "收费明细";
/// A charge's basis.
pub fn charge_basis(basis: &str) -> String {
    format!("依据：{basis}")
}
/// A charge's reduction.
pub fn reduction(text: &str) -> String {
    format!("减免：{text}")
}
/// What does not count in the limit.
pub fn limit_note(note: &str) -> String {
    format!("不算在内：{note}")
}
/// The places.
pub const PLACES: &str = "办理地点";
/// An address.
pub const ADDRESS: &str = "地址";
/// A window.
pub const WINDOW: &str = "窗口";
/// Opening hours.
pub const HOURS: &str = "时间";
/// A phone.
pub const PHONE: &str = "电话";
/// Phones for questions.
pub const CONSULT: &str = "咨询电话";
/// Phones for complaints.
pub const COMPLAIN: &str = "投诉电话";
/// No region was chosen, or it does not publish this.
pub const PICK_FOR_PLACES: &str = "各地的地点和电话不一样：在上面选好地区就能看到，或打 12345 问清楚。";
/// No place is known.
pub const NO_PLACES: &str = "办理地点未公布。去之前打 12345 问清楚。";
/// A part was not published.
pub const PART_UNPUBLISHED: &str = "办理条件未公布。";
/// Heading of the parts that were not published.
pub const UNPUBLISHED: &str = "还没公布的";
/// The parts that were not published.
pub fn unpublished(parts: &[&str]) -> String {
    format!("这些内容未公布：{}。去之前请问清楚。", parts.join("、"))
}
/// Why one must go in person.
pub fn visits_why(note: &str) -> String {
    format!("为什么要跑：{note}")
}
/// A law's article was not checked.
pub const ARTICLE_UNCHECKED: &str = "条款待核";
/// The source of a law's words; empty when only its address is known.
pub fn read_in(said: &str, basis: &Basis) -> String {
    match said {
        "" => ["条文来源：公开网页上的", &law(basis)].concat(),
        said => ["条文来源：", said].concat(),
    }
}
/// Opens the page where a law's words were read.
pub const SOURCE_PAGE: &str = "看来源网页";
/// A law by its name in book marks.
pub fn law(basis: &Basis) -> String {
    if basis.law.starts_with('《') { basis.law.clone() } else { format!("《{}》", basis.law) }
}
/// How a result is delivered.
pub fn delivery(text: &str) -> String {
    format!("怎么拿：{text}")
}
/// How long a result is valid.
pub fn validity(text: &str) -> String {
    format!("有效期：{text}")
}
/// A red line's rule.
pub fn red_line_basis(text: &str) -> String {
    format!("规定：{text}")
}
/// Prints.
pub const PRINT: &str = "打印";
/// Shares.
pub const SHARE: &str = "转发给别人";
/// After copying.
pub const COPIED: &str = "网址已复制，可以粘贴给别人";
/// When neither sharing nor copying works.
pub const COPY_BY_HAND: &str = "请长按下面的网址复制：";
/// Shows the picture.
pub const QR: &str = "用二维码带走";
/// What to do with the picture.
pub const QR_HELP: &str = "用手机扫一扫，在手机上打开这一页。";
/// The picture in words.
pub const QR_ALT: &str = "打开这一页的二维码";
/// The banner of a sample.
pub const SAMPLE: &str = "这是样例，用来展示指南的样子，不能当作办事依据。真要办事，请先问清楚。";
/// The item's code as published.
pub const SOURCE_CODE: &str = "事项编码";
/// The type.
pub const KIND: &str = "事项类型";
/// The file.
pub const FILE: &str = "来源文件";
/// The file and row.
pub fn file_row(file: &str, row: u32) -> String {
    if row == 0 { file.into() } else { format!("{file}，第 {row} 行") }
}
/// The date of the source.
pub const SOURCE_DATE: &str = "来源日期";
/// Who approved.
pub const APPROVER: &str = "审核人";
/// The date of the data.
pub const DATA_DATE: &str = "数据日期";
/// Repairs of the import.
pub const REPAIRS: &str = "整理时改过";
/// Whom it serves.
pub fn audience(audience: &[Audience]) -> String {
    let names: Vec<_> = audience.iter().map(|a| a.label()).collect();
    format!("服务对象：{}", names.join("、"))
}
/// For search engines.
pub fn description(name: &str) -> String {
    format!("{name}怎么办：要几天、跑几次、多少钱、带什么、找谁去哪。")
}
/// The province.
pub const PROVINCE: &str = "辽宁省";
