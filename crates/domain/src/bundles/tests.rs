mod make;
mod order;
mod wrong_bundles;
