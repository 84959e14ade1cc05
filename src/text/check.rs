//! The check of papers, as far as other pages speak of it. The words of its own pages are in `crates/bag`.

/// While the module is fetched; then, where it is not to be had, a sentence and the words of a link to the server's page.
/// Between them bars.
pub const WITHOUT: &str = "正在打开，请稍等……|这部手机没能打开这个功能。|换成网页版打开";
/// Leads from a guide's papers to the check.
pub const FROM_GUIDE: &str = "这次到底要带什么？";
/// What the check does, beside that link.
pub const FROM_GUIDE_WHY: &str = "答几个问题，算出您要带的和不用带的。";
