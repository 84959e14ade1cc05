//! Rows of the list of proofs.

use domain::{
    ItemCode,
    papers::{NotFrom, Paper, PaperKind, ProofTerms},
};
use sha2::{Digest, Sha256};

use super::{
    fault::{OfficeCode, OfficeFault},
    known::{Known, Named},
    rules::basis,
    sheet::Entry,
};

/// One proof.
#[derive(Debug)]
pub(super) struct ReadProof {
    /// The paper's id.
    pub paper: String,
    /// The paper, when the table does not have it yet.
    pub new: Option<Paper>,
    /// What is published of it.
    pub terms: ProofTerms,
}

/// Bodies of villages and neighbourhoods.
const VILLAGE: &[&str] = &["村委会", "居委会", "村民委员会", "居民委员会", "村（居）", "村(居)", "社区"];
/// Names that say nothing.
const CATCH_ALLS: &[&str] =
    &["其他材料", "其他", "其他证明", "其他证明材料", "相关证明", "有关证明", "相关材料", "证明", "证明材料"];

pub(super) fn read(entries: &[Entry], known: &Known, faults: &mut Vec<OfficeFault>) -> Vec<ReadProof> {
    let mut proofs: Vec<ReadProof> = Vec::new();
    for entry in entries {
        let Some(proof) = one(entry, known, faults) else { continue };
        match proofs.iter().any(|other| other.paper == proof.paper) {
            true => faults.push(entry.fault(OfficeCode::Duplicate, "证明名称")),
            false => proofs.push(proof),
        }
    }
    proofs
}

fn one(entry: &Entry, known: &Known, faults: &mut Vec<OfficeFault>) -> Option<ReadProof> {
    let name = entry.get("证明名称");
    if is_catch_all(name) {
        faults.push(entry.fault(OfficeCode::CatchAll, "证明名称"));
    }
    let found = match known.paper(name) {
        Named::Paper(paper) => Some(paper),
        Named::Unknown => None,
        Named::Several => {
            faults.push(entry.fault(OfficeCode::SeveralPapers, "证明名称"));
            return None;
        }
    };
    if found.is_some_and(|paper| paper.kind != PaperKind::Proof) {
        faults.push(entry.fault(OfficeCode::NoProof, "证明名称"));
    }
    let forbidden = found.and_then(|paper| paper.proof.as_ref()).map_or(&[][..], |terms| terms.not_from.as_slice());
    let issuer = entry.get("开具单位");
    let is_village = |body: &str| VILLAGE.iter().any(|word| body.contains(word));
    if is_village(issuer) && forbidden.iter().any(|not| is_village(&not.body)) {
        let basis = forbidden.first().map_or("", |not| not.basis.as_str());
        faults.push(entry.fault_about(OfficeCode::VillageProof, "开具单位", format!("{issuer}（{basis}）")));
    }
    let guide = entry.get("办理指南");
    let code = ItemCode::parse(guide).ok().filter(|code| known.has_matter(code));
    match (guide.is_empty(), &code) {
        (true, _) => faults.push(entry.fault_about(OfficeCode::NoGuide, "办理指南", name)),
        (false, None) => faults.push(entry.fault(OfficeCode::BadMatter, "办理指南")),
        (false, Some(_)) => {}
    }
    let terms = ProofTerms {
        basis: basis(entry),
        asked_by: entry.list("索要单位"),
        issued_by: entry.some("开具单位"),
        guide: code,
        not_from: not_from(entry, forbidden, faults),
        instead: entry.some("替代方式"),
        sample: false,
    };
    let new = found.is_none().then(|| Paper {
        id: id_of(name),
        name: name.to_owned(),
        kind: PaperKind::Proof,
        issuer: entry.some("开具单位"),
        ecert: None,
        written: Vec::new(),
        ends: Vec::new(),
        not: Vec::new(),
        proof: None,
    });
    let paper = found.map(|paper| paper.id.clone()).or_else(|| new.as_ref().map(|paper| paper.id.clone()))?;
    (!name.is_empty()).then_some(ReadProof { paper, new, terms })
}

/// Who must not issue it, by the row and by what was known before.
fn not_from(entry: &Entry, forbidden: &[NotFrom], faults: &mut Vec<OfficeFault>) -> Vec<NotFrom> {
    let basis = entry.get("不得开具依据");
    let bodies = entry.list("不得开具单位");
    if !bodies.is_empty() && basis.is_empty() {
        faults.push(entry.fault_about(OfficeCode::Missing, "不得开具依据", "不得开具依据"));
    }
    let said = bodies.into_iter().map(|body| NotFrom { body, basis: basis.to_owned() });
    let mut all = forbidden.to_vec();
    for not in said {
        if !all.iter().any(|known| known.body == not.body) {
            all.push(not);
        }
    }
    all
}

pub(super) fn is_catch_all(name: &str) -> bool {
    CATCH_ALLS.contains(&name)
}

/// The same for the same name, whichever office lists it.
fn id_of(name: &str) -> String {
    let hash: String = Sha256::digest(name).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("proof-{hash}")
}
