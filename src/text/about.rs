//! About the site and its data.

/// The title.
pub const TITLE: &str = "关于本站与数据";
/// What the site is.
pub const WHAT: &str = "“办事”把全省各级公布的办事指南放在一起，让您不登录、不找关系，用自己的话就能查清：要几天、跑几次、多少钱、带什么、找谁去哪。";
/// The data's heading.
pub const DATA: &str = "这里的数据";
/// The data's date.
pub const DATE: &str = "数据日期";
/// Items.
pub const ITEMS: &str = "事项";
/// Publications.
pub const PUBLICATIONS: &str = "各地公布的条目";
/// Regions.
pub const REGIONS: &str = "地区";
/// Places.
pub const PLACES: &str = "办理地点";
/// The checksum.
pub const CHECKSUM: &str = "数据指纹";
/// The sources.
pub const SOURCES: &str = "来源";
/// The warning about samples.
pub const SAMPLE: &str = "这里有样例内容，每处都标着“样例”。样例不能当作办事依据，办事前请打 12345。";
/// The figures' heading.
pub const FIGURES: &str = "公开发布过的数字";
/// Before the figures.
pub const FIGURES_WHY: &str = "下面的数字都有出处。年份不同、口径不同的数字不能相加，也不能互相比较。";
/// The figures' columns.
pub const FIGURE_COLUMNS: [&str; 4] = ["内容", "数值", "时间", "出处"];
/// The heading of what is to come.
pub const COMING: &str = "正在做的";
/// Before what is to come.
pub const COMING_WHY: &str = "下面两件事还没有做好。做好之前，您可以这样办：";

/// Something that is not built yet, and what helps today.
pub struct Coming {
    /// The fragment of its address.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it will do.
    pub text: &'static str,
    /// What helps today.
    pub today: &'static str,
    /// Searches that help today: label and words.
    pub searches: &'static [(&'static str, &'static str)],
}

/// What is not built yet.
pub const TWO: [Coming; 2] = [
    Coming {
        id: "benefits",
        name: "免申即享",
        text: "告诉您哪些补贴和优惠该有您的、有多少、什么时候到账。",
        today: "现在可以先查这些补贴和津贴的指南，看看条件和申请办法。",
        searches: &[
            ("高龄津贴", "高龄津贴"),
            ("残疾人补贴", "残疾人补贴"),
            ("失业保险金", "失业保险金"),
            ("生育津贴", "生育津贴"),
            ("临时救助", "临时救助"),
        ],
    },
    Coming {
        id: "ratings",
        name: "好差评",
        text: "办完事给窗口打分，差评有人核实、有人整改、有人回话。",
        today: "现在办事受了委屈，可以打 12345，或者在指南页用“这条不对”告诉我们窗口多要了什么。",
        searches: &[],
    },
];
/// The privacy heading.
pub const PRIVACY: &str = "隐私";
/// The privacy text.
pub const PRIVACY_TEXT: [&str; 6] = [
    "查指南不用登录，不收集姓名、身份证号和电话。",
    "您选的地区和显示方式记在这台设备的一个小文件（cookie）里，一年后自动失效。",
    "您查的词不写进日志。页面不请求任何第三方网站。",
    "离线包存好以后，您在本站查的词不离开手机。看过的指南也留在手机里，到上面的“手机离线包”可以忘掉。",
    "查“要带什么”时，您的回答在这台设备上算，不发出去，也不保存；没有脚本的旧手机要发到本网站的服务器算，算完就忘，页面上会先说明。",
    "您提交的反馈只有拿着查询码的人能看；请不要在里面写个人信息。",
];
/// The accessibility heading.
pub const ACCESS: &str = "无障碍";
/// The accessibility text.
pub const ACCESS_TEXT: [&str; 4] = [
    "页面可以只用键盘操作，可以用读屏软件朗读。",
    "字看不清，页脚可以换成长辈版或高对比，长辈版的字可以再调大。",
    "不支持脚本的旧手机也能查指南、提交反馈。",
    "哪里用着不方便，打 12345 告诉我们。",
];
