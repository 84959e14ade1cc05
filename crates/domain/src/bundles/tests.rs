mod brute;
mod make;
mod opening;
mod order;
mod plan;
mod plan_is_best;
mod wrong_bundles;
