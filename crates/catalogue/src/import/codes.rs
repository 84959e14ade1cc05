//! Published texts of code tables: our codes, the labels, the numbers of the national exchange.

use domain::{
    Audience, Channel, Handling, ItemKind, Level,
    material::{MaterialFormat, MaterialSource, Necessity},
    place::PlaceKind,
};

/// The type: 01, 1, 行政许可.
pub fn kind(text: &str) -> Option<ItemKind> {
    let padded = format!("{text:0>2}");
    ItemKind::from_code(&padded).or_else(|| ItemKind::from_label(text))
}

/// The level: 2, 省级, 省, province.
pub fn level(text: &str) -> Option<Level> {
    let number = text.parse().ok().and_then(Level::from_number);
    number.or_else(|| Level::from_code(text)).or_else(|| Level::from_label(text)).or(match text {
        "国家级" => Some(Level::Nation),
        "省" => Some(Level::Province),
        "市" | "地市级" => Some(Level::City),
        "县" | "区" | "区级" | "区县级" | "县（市、区）" => Some(Level::County),
        "乡级" | "镇级" | "乡镇" | "街道" | "乡镇级" | "镇（乡、街道）级" => Some(Level::Township),
        "村" | "社区" | "村级" | "村居" => Some(Level::Village),
        _ => None,
    })
}

/// The audience: 自然人, 法人, natural.
pub fn audience(text: &str) -> Option<Audience> {
    Audience::from_code(text).or_else(|| Audience::from_label(text)).or(match text {
        "自然人" | "个人" | "1" => Some(Audience::Natural),
        "法人"
        | "企业"
        | "企业法人"
        | "事业法人"
        | "社会组织法人"
        | "非法人企业"
        | "行政机关"
        | "其他组织"
        | "法人及其他组织" => Some(Audience::Legal),
        _ => None,
    })
}

/// Whether it is done at once.
pub fn handling(text: &str) -> Option<Handling> {
    Handling::from_code(text).or_else(|| Handling::from_label(text)).or(match text {
        "1" | "即办" => Some(Handling::Instant),
        "2" | "承诺" | "承诺办件" => Some(Handling::Promised),
        _ => None,
    })
}

/// A channel.
pub fn channel(text: &str) -> Option<Channel> {
    Channel::from_code(text).or_else(|| Channel::from_label(text)).or(match text {
        "窗口办理" | "窗口" => Some(Channel::Window),
        "网上办理" | "网上" => Some(Channel::Web),
        "掌上办理" | "手机办理" => Some(Channel::App),
        "快递申请" | "邮寄" => Some(Channel::Post),
        "自助终端" | "自助" => Some(Channel::Kiosk),
        _ => None,
    })
}

/// Necessity: 1 必要, 2 非必要, 3 容缺后补.
pub fn necessity(text: &str) -> Option<Necessity> {
    Necessity::from_code(text).or_else(|| Necessity::from_label(text)).or(match text {
        "1" => Some(Necessity::Required),
        "2" => Some(Necessity::Optional),
        "3" | "容缺后补" => Some(Necessity::Later),
        _ => None,
    })
}

/// Source of a material: 10, 20, 30, 99.
pub fn source(text: &str) -> Option<MaterialSource> {
    MaterialSource::from_code(text).or_else(|| MaterialSource::from_label(text)).or(match text {
        "10" => Some(MaterialSource::Applicant),
        "20" => Some(MaterialSource::Government),
        "30" => Some(MaterialSource::Intermediary),
        "99" => Some(MaterialSource::Other),
        _ => None,
    })
}

/// Format of a material: 1 to 9.
pub fn format(text: &str) -> Option<MaterialFormat> {
    MaterialFormat::from_code(text).or_else(|| MaterialFormat::from_label(text)).or(match text {
        "1" => Some(MaterialFormat::Original),
        "2" => Some(MaterialFormat::Copy),
        "3" => Some(MaterialFormat::OriginalOrCopy),
        "4" => Some(MaterialFormat::PaperForm),
        "5" | "9" | "PDF" => Some(MaterialFormat::Electronic),
        "6" => Some(MaterialFormat::Automatic),
        "7" => Some(MaterialFormat::AutomaticOrSubmit),
        "8" => Some(MaterialFormat::Scan),
        _ => None,
    })
}

/// Kind of a place: 1 to 6.
pub fn place_kind(text: &str) -> Option<PlaceKind> {
    PlaceKind::from_code(text).or_else(|| PlaceKind::from_label(text)).or(match text {
        "1" | "行政服务中心" => Some(PlaceKind::Centre),
        "2" => Some(PlaceKind::Window),
        "3" => Some(PlaceKind::Office),
        "4" => Some(PlaceKind::Agency),
        "5" | "6" | "便民服务中心" | "便民服务站" => Some(PlaceKind::Station),
        _ => None,
    })
}

/// Yes or no.
pub fn yes(text: &str) -> Option<bool> {
    match text {
        "是" | "1" | "true" | "收费" | "有" => Some(true),
        "否" | "0" | "false" | "不收费" | "免费" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_may_be_a_code_a_bare_number_or_a_label() {
        for text in ["01", "1", "行政许可"] {
            assert_eq!(kind(text), Some(ItemKind::License), "{text}");
        }
        assert_eq!(kind("20"), Some(ItemKind::PublicService));
        assert_eq!(kind("21"), None);
    }

    #[test]
    fn levels_are_the_numbers_of_the_exchange() {
        assert_eq!(level("2"), Some(Level::Province));
        assert_eq!(level("市级"), Some(Level::City));
        assert_eq!(level("4"), Some(Level::County));
        assert_eq!(level("7"), None);
    }

    #[test]
    fn every_code_and_label_is_read_back() {
        assert!(ItemKind::ALL.iter().all(|k| kind(k.code()) == Some(*k) && kind(k.label()) == Some(*k)));
        assert!(Channel::ALL.iter().all(|c| channel(c.code()) == Some(*c) && channel(c.label()) == Some(*c)));
        assert!(MaterialFormat::ALL.iter().all(|f| format(f.label()) == Some(*f)));
        assert!(PlaceKind::ALL.iter().all(|p| place_kind(p.label()) == Some(*p)));
    }
}
