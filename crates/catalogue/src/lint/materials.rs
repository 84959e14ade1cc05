//! Catch-all materials: 其他材料 tells no one what to bring.

use domain::material::Material;

/// Whether a material names nothing in particular.
pub fn is_catch_all(material: &Material) -> bool {
    let name = material.name.trim_end_matches(['。', '；', ';', '.', ' ']);
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    const ENDS: &[&str] = &[
        "其他材料",
        "其他相关材料",
        "其他有关材料",
        "其他证明材料",
        "其他佐证材料",
        "其他申请材料",
        "其他必要材料",
        "其他资料",
        "其他相关资料",
        "其他文件",
        "其他证明文件",
        "其他业务相应材料",
    ];
    const WHOLE: &[&str] = &["材料", "相关材料", "有关材料", "相关资料", "相关证明", "有关证明", "相关证明材料", "等"];
    const INSIDE: &[&str] =
        &["规定的其他", "要求的其他", "需要的其他", "提交的其他", "提供的其他", "认为需要提供的", "认为必要的其他"];
    let name = name.replace('它', "他");
    WHOLE.contains(&name.as_str())
        || ENDS.iter().any(|end| name.ends_with(end))
        || INSIDE.iter().any(|words| name.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catch_alls_are_told_from_materials() {
        for name in [
            "其他材料",
            "法律、法规规定的其他材料",
            "其他证明文件。",
            "登记机关要求提交的其他文件",
            "附件-其它佐证材料",
            "其它业务相应材料（因其它原因的）。",
        ] {
            assert!(is_catch_all(&Material::named(name)), "{name}");
        }
        for name in
            ["居民身份证", "证明婚姻关系的相关材料", "其他股东放弃优先购买权的声明", "变更其他登记事项的证明材料"]
        {
            assert!(!is_catch_all(&Material::named(name)), "{name}");
        }
    }
}
