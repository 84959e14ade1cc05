//! What stands on several of the pages.

use sheet::address;
pub use sheet::parts::*;

/// The address of the form for a report that a window asked for more.
pub fn report(
    item: Option<&str>,
    region: Option<&str>,
    paper: &str,
    rule: Option<&str>,
    basis: Option<&str>,
) -> String {
    let (item, region, rule, basis) =
        (item.unwrap_or_default(), region.unwrap_or_default(), rule.unwrap_or_default(), basis.unwrap_or_default());
    let short: String = basis.chars().take(60).collect();
    address("/requests/new", &[("item", item), ("region", region), ("paper", paper), ("rule", rule), ("basis", &short)])
}
