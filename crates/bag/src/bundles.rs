//! Bundles (一件事) as the API tells them.

use domain::{
    bundles::{Bundle, BundleMatter, predecessors},
    wire::{BundleBrief, BundleDetail, BundleList, BundleMatterView, BundleStageView, FormFieldView},
};

use crate::World;

/// All bundles.
pub fn bundles(world: &World) -> BundleList {
    BundleList { items: world.bundles().iter().map(brief).collect() }
}

/// A bundle by its id.
pub fn bundle(world: &World, id: &str) -> Option<BundleDetail> {
    let bundle = world.bundles().iter().find(|bundle| bundle.id == id)?;
    let items: Vec<_> = bundle.matters().map(|matter| matter.item.clone()).collect();
    let mut after = predecessors(bundle, &items).into_iter();
    let mut matter = |matter: &BundleMatter| BundleMatterView {
        item: matter.item.clone(),
        after: after.next().unwrap_or_default().into_iter().collect(),
        when: matter.when_text.clone(),
        gives: matter.gives.clone(),
        note: matter.note.clone(),
    };
    let stages = bundle.stages.iter().map(|stage| BundleStageView {
        name: stage.name.clone(),
        matters: stage.matters.iter().map(&mut matter).collect(),
    });
    let fields = bundle.fields.iter().map(|field| FormFieldView {
        name: field.name.clone(),
        source: field.source,
        from: field.from.clone(),
    });
    Some(BundleDetail {
        brief: brief(bundle),
        lead_organ: bundle.lead_organ.clone(),
        stages: stages.collect(),
        fields: fields.collect(),
        basis: bundle.basis.clone(),
        data_date: world.data_date(),
    })
}

fn brief(bundle: &Bundle) -> BundleBrief {
    BundleBrief {
        id: bundle.id.clone(),
        name: bundle.name.clone(),
        question: bundle.question.clone(),
        summary: bundle.summary.clone(),
        audience: bundle.audience.clone(),
        life_stage: bundle.life_stage,
        batch: bundle.batch,
        matters: bundle.matters().count(),
        sample: bundle.sample,
    }
}
