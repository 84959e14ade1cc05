//! The words by which policies are sorted and paid, as closed enums.

use serde::{Deserialize, Serialize};

use crate::codes::code_table;

code_table! {
    /// What a policy is about (政策类别).
    PolicyClass {
        Tax = "tax", "税费减免";
        Sme = "sme", "中小企业扶持";
        Innovation = "innovation", "科技创新";
        Talent = "talent", "人才";
        Jobs = "jobs", "稳岗就业";
        Startup = "startup", "创业";
        Elderly = "elderly", "养老";
        Disabled = "disabled", "助残";
        Family = "family", "生育托育教育";
        Health = "health", "医疗";
        Housing = "housing", "住房";
        Farming = "farming", "农业农村";
        Consumption = "consumption", "消费";
        Relief = "relief", "社会救助";
        Veterans = "veterans", "退役军人";
    }
}

code_table! {
    /// In which form it helps (政策工具).
    Instrument {
        TaxCut = "tax_cut", "减税";
        FeeCut = "fee_cut", "降费";
        Award = "award", "奖补";
        Refund = "refund", "返还";
        Subsidy = "subsidy", "补贴";
        Interest = "interest", "贴息";
        Deduction = "deduction", "税前扣除";
        Right = "right", "权益";
    }
}

code_table! {
    /// What its amount is to a citizen.
    Means {
        Cash = "cash", "到手的钱";
        Less = "less", "少交的钱";
        Deduction = "deduction", "计税时先扣掉的数";
        Worth = "worth", "权益或额度";
    }
}

impl Means {
    /// Whether amounts of this kind may be summed: the others are no money in the hand.
    pub const fn is_money(self) -> bool {
        matches!(self, Self::Cash | Self::Less)
    }
}

code_table! {
    /// What the citizen has to do for it.
    PayMode {
        Auto = "AUTO", "免申即享";
        Confirm = "CONFIRM", "确认后发放";
        Apply = "APPLY", "需要申请";
    }
}

code_table! {
    /// How often it is paid; amounts are for one cycle.
    Cycle {
        Once = "once", "一次";
        Monthly = "monthly", "每月";
        Quarterly = "quarterly", "每季度";
        Yearly = "yearly", "每年";
        PerEvent = "per_event", "每次";
    }
}

impl Cycle {
    /// How many cycles a year has; what comes once or by events counts once.
    pub const fn a_year(self) -> i64 {
        match self {
            Self::Monthly => 12,
            Self::Quarterly => 4,
            Self::Once | Self::Yearly | Self::PerEvent => 1,
        }
    }
}

code_table! {
    /// Whether somebody can change what a question asks for.
    Change {
        Any = "any", "可以改变";
        Up = "up", "只会增加";
        Never = "never", "不能改变";
    }
}

code_table! {
    /// What an exception does.
    Then {
        No = "no", "不能享受";
        Confirm = "confirm", "要确认";
        Apply = "apply", "要申请";
    }
}

code_table! {
    /// What is paid of policies that stand in one group.
    Take {
        Highest = "highest", "只享受最高的一项";
        Cap = "cap", "合计不超过上限";
    }
}
