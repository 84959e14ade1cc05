//! The code tables of GB/T 39554 as closed enums: type, level, audience, channel, way of handling.

use serde::{Deserialize, Serialize};

/// Declares an enum whose wire form is one short text per case, with a Chinese label.
macro_rules! code_table {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $case:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $name { $($(#[$doc])* #[doc = $label] #[serde(rename = $code)] $case,)+ }

        impl $name {
            /// Every case, in the order of the code table.
            pub const ALL: &'static [Self] = &[$(Self::$case,)+];

            /// The code as it is published and sent.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$case => $code,)+ }
            }

            /// The name a citizen reads.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$case => $label,)+ }
            }

            /// Finds a case by its code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|c| c.code() == code)
            }

            /// Finds a case by its Chinese label.
            pub fn from_label(label: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|c| c.label() == label)
            }
        }
    };
}
pub(crate) use code_table;

code_table! {
    /// Type of an item (事项类型).
    ItemKind {
        License = "01", "行政许可";
        Penalty = "02", "行政处罚";
        Coercion = "03", "行政强制";
        Levy = "04", "行政征收";
        Payment = "05", "行政给付";
        Inspection = "06", "行政检查";
        Confirmation = "07", "行政确认";
        Award = "08", "行政奖励";
        Ruling = "09", "行政裁决";
        OtherPower = "10", "其他行政权力";
        PublicService = "20", "公共服务";
        InternalApproval = "30", "政府内部审批";
        Convenience = "31", "依申请便民服务";
        ThemeService = "32", "主题服务";
        Other = "99", "其他";
    }
}

impl ItemKind {
    /// Whether a citizen or firm starts the matter (依申请); the rest the organ starts itself.
    pub fn is_on_application(self) -> bool {
        !matches!(self, Self::Penalty | Self::Coercion | Self::Levy | Self::Inspection | Self::InternalApproval)
    }
}

code_table! {
    /// Level of an organ or region (行使层级); numbers 1 to 6 in the exchange.
    Level {
        Nation = "nation", "国家";
        Province = "province", "省级";
        City = "city", "市级";
        County = "county", "县级";
        Township = "township", "乡镇（街道）";
        Village = "village", "村（社区）";
    }
}

impl Level {
    /// The number of the exchange: 1 nation to 6 village.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// Finds a level by the number of the exchange.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number.checked_sub(1)?)).copied()
    }
}

code_table! {
    /// Whom an item serves (服务对象).
    Audience {
        Natural = "natural", "个人";
        Legal = "legal", "法人和其他组织";
    }
}

code_table! {
    /// Where a matter can be handled (办理形式).
    Channel {
        Window = "window", "窗口办";
        Web = "web", "网上办";
        App = "app", "掌上办";
        Post = "post", "邮寄办";
        Kiosk = "kiosk", "自助办";
    }
}

code_table! {
    /// Whether a matter is done at once or within a promised time (办件类型).
    Handling {
        Instant = "instant", "即办件";
        Promised = "promised", "承诺件";
    }
}
