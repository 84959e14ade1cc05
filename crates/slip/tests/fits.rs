//! What a QR code of version 25 at level M holds.

#![allow(clippy::unwrap_used)]

use qrcode::{EcLevel, Version, bits::Bits};
use slip::{Day, Ed25519, KeyId, Matter, Method, Paper, Slip, Told, Verdict};

/// Twelve matters of the sample catalogue, taken by chance.
const MATTERS: [(&str, &str); 12] = [
    ("ln-yl-rz", "养老保险待遇资格认证"),
    ("ln-yb-zgcb", "职工基本医疗保险参保登记"),
    ("ln-cj-shbt", "困难残疾人生活补贴"),
    ("ln-sbk-qy", "社会保障卡启用"),
    ("ln-jy-rx", "义务教育阶段入学报名"),
    ("ln-hy-lh", "内地居民离婚登记"),
    ("ln-hk-sn", "户口迁移(市内)"),
    ("ln-gdbt", "耕地地力保护补贴"),
    ("ln-yb-xse", "新生儿医保参保"),
    ("ln-gs-nb", "企业年度报告"),
    ("ln-jtwf", "道路交通违法处理"),
    ("ln-hkb-bf", "户口簿补发"),
];
/// All their papers.
const PAPERS: [&str; 42] = [
    "居民身份证或社会保障卡",
    "国外居住的健在证明",
    "职工的居民身份证",
    "营业执照",
    "劳动合同",
    "参保登记表",
    "居民户口簿或居住证",
    "残疾人两项补贴申请审批表",
    "残疾人证",
    "居民身份证",
    "最低生活保障证",
    "银行卡或社会保障卡",
    "代办人的身份证",
    "社会保障卡",
    "监护人的身份证",
    "委托书和代办人的身份证",
    "居民户口簿",
    "居住证",
    "房产或租住的材料",
    "预防接种证",
    "双方的居民身份证",
    "双方的结婚证",
    "离婚协议书",
    "离婚登记申请书",
    "双方各自的近期半身免冠照片",
    "受理回执",
    "不动产权证书",
    "购房合同（已备案）",
    "结婚证、出生医学证明等亲属关系材料",
    "房主或户主同意落户的声明",
    "农村土地承包经营权证或承包合同",
    "土地流转合同",
    "出生医学证明",
    "电子营业执照",
    "上一年的财务数据",
    "年度报告纸质表",
    "机动车驾驶证",
    "机动车行驶证",
    "营业执照和经办人的身份证",
    "证明违章不是自己造成的材料",
    "户口簿补发申请",
    "集体户口的单位或学校同意的材料",
];

#[test]
fn twelve_matters_with_forty_papers_fit_one_code() {
    let signer = Ed25519::new(KeyId(*b"key1"), &[42; 32]);
    let verdicts = [Verdict::NotNeeded, Verdict::Conditional, Verdict::Unknown, Verdict::Bring];
    let slip = Slip {
        signed: Day::parse("2026-11-22").unwrap(),
        on: Day::parse("2026-11-25").unwrap(),
        region: "210102000000".into(),
        region_name: "辽宁省沈阳市和平区".into(),
        matters: MATTERS.map(|(code, name)| Matter { code: code.into(), name: name.into() }).into(),
        papers: (0..)
            .zip(PAPERS)
            .map(|(at, name): (usize, _)| Paper {
                name: name.into(),
                verdict: verdicts[at % 4],
                method: (at % 4 < 2).then_some(Method::ECert),
            })
            .collect(),
        told: vec![Told { question: "是请别人替您去办吗？".into(), answer: "是".into() }],
    };
    let text = slip.seal(&signer);
    let version = (1..=40).find(|version| {
        let mut bits = Bits::new(Version::Normal(*version));
        bits.push_byte_data(b"https://zwfw-banshi.liaoning.example/verify#").is_ok()
            && bits.push_alphanumeric_data(text.as_bytes()).is_ok()
            && bits.push_terminator(EcLevel::M).is_ok()
    });
    println!("{} characters, version {version:?}", text.len());
    assert!(version.is_some_and(|version| version <= 25), "{version:?} for {} characters", text.len());
}
