//! Life events and popular searches. Each leads to a search, so none can die with a code.

/// A link that is a search.
pub struct Search {
    /// The words of the link.
    pub label: &'static str,
    /// The words that are searched for.
    pub words: &'static str,
}

const fn search(label: &'static str, words: &'static str) -> Search {
    Search { label, words }
}

/// What happens in a life.
pub const EVENTS: [Search; 12] = [
    search("生孩子", "新生儿"),
    search("孩子上学", "入学"),
    search("结婚 离婚", "婚姻登记"),
    search("找工作 丢工作", "失业"),
    search("租房 买房", "住房"),
    search("看病报销", "医保"),
    search("退休养老", "退休"),
    search("家里困难", "低保"),
    search("残疾人", "残疾人"),
    search("开店办厂", "营业执照"),
    search("考驾照 买车", "驾驶证"),
    search("亲人去世", "死亡"),
];

/// What people look for most.
pub const POPULAR: [Search; 8] = [
    search("身份证补办", "身份证补办"),
    search("居住证", "居住证"),
    search("社保卡", "社保卡"),
    search("公积金提取", "公积金提取"),
    search("异地就医", "异地就医"),
    search("护照", "护照"),
    search("营业执照", "营业执照"),
    search("食品经营", "食品经营许可"),
];
