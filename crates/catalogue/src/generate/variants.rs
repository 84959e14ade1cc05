//! Business variants of a matter: real catalogues list 新办, 变更, 延续 … of one matter as items of their own.

use std::collections::HashSet;

use domain::{Item, ItemCode, ItemKind};

/// How one variant is called and the end of its code.
type Variant = (&'static str, &'static str);

const OF_LICENCES: &[Variant] = &[
    ("新办", "xb"),
    ("变更", "bg"),
    ("延续", "yx"),
    ("注销", "zx"),
    ("补证", "bz"),
    ("换证", "hz"),
    ("遗失声明", "ys"),
];
const OF_PAYMENTS: &[Variant] = &[
    ("申请", "sq"),
    ("变更", "bg"),
    ("停发", "tf"),
    ("补发", "bf"),
    ("复核", "fh"),
    ("进度查询", "jd"),
    ("账户变更", "zh"),
];
const OF_CONFIRMATIONS: &[Variant] = &[
    ("首次办理", "sc"),
    ("变更", "bg"),
    ("补办", "bb"),
    ("注销", "zx"),
    ("更正", "gz"),
    ("复核", "fh"),
    ("证明打印", "dy"),
];
const OF_FILINGS: &[Variant] = &[
    ("备案", "ba"),
    ("变更", "bg"),
    ("注销", "zx"),
    ("延期", "yq"),
    ("撤回", "ch"),
    ("信息更正", "gz"),
    ("材料补正", "bz"),
];
const OF_SERVICES: &[Variant] = &[
    ("申请", "sq"),
    ("变更", "bg"),
    ("查询", "cx"),
    ("证明打印", "dy"),
    ("取消", "qx"),
    ("预约", "yy"),
    ("信息更正", "gz"),
];
/// For matters whose name already says what is done: how it is done.
const OF_ACTIONS: &[Variant] = &[
    ("本人办理", "br"),
    ("委托代办", "dl"),
    ("跨省通办", "ks"),
    ("省内通办", "sn"),
    ("单位集中办理", "jz"),
    ("上门办理", "sm"),
    ("加急", "jj"),
];
/// Ends of names that say what is done.
const ACTIONS: &[&str] = &[
    "补领", "换领", "申领", "补办", "补发", "新办", "变更", "注销", "查询", "打印", "挂失", "迁移", "换证", "补证",
    "登记", ")", "）",
];

/// Adds variants, one round over all items after the other, until there are `most` items.
pub(super) fn add_variants(items: &mut Vec<Item>, most: usize) {
    let bases = items.len();
    let mut codes: HashSet<ItemCode> = items.iter().map(|item| item.code.clone()).collect();
    for round in 0.. {
        let mut found = false;
        for base in 0..bases {
            if items.len() >= most {
                return;
            }
            let Some(&variant) = variants_of(&items[base]).get(round) else { continue };
            found = true;
            let Some(item) = variant_of(&items[base], variant, round, items.len()) else { continue };
            if codes.insert(item.code.clone()) {
                items.push(item);
            }
        }
        if !found {
            return;
        }
    }
}

fn variants_of(item: &Item) -> &'static [Variant] {
    if ACTIONS.iter().any(|end| item.name.ends_with(end)) {
        return OF_ACTIONS;
    }
    match item.kind {
        ItemKind::License => OF_LICENCES,
        ItemKind::Payment | ItemKind::Award => OF_PAYMENTS,
        ItemKind::Confirmation | ItemKind::Ruling => OF_CONFIRMATIONS,
        ItemKind::OtherPower => OF_FILINGS,
        ItemKind::PublicService
        | ItemKind::Convenience
        | ItemKind::ThemeService
        | ItemKind::Penalty
        | ItemKind::Coercion
        | ItemKind::Levy
        | ItemKind::Inspection
        | ItemKind::InternalApproval
        | ItemKind::Other => OF_SERVICES,
    }
}

fn variant_of(base: &Item, (name, code): Variant, round: usize, number: usize) -> Option<Item> {
    Some(Item {
        code: ItemCode::parse(&format!("{}-{code}", base.code)).ok()?,
        source_code: format!("S{number:011}"),
        name: format!("{}（{name}）", base.name),
        plain_name: None,
        aliases: Vec::new(),
        popularity: base.popularity / (round as u16 + 2),
        ..base.clone()
    })
}
