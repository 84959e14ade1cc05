//! One file a route: each reads its address, owns its data and puts parts together.

mod about;
mod check;
mod guide;
mod home;
mod not_found;
mod regions;
mod report;
mod request;
mod requests;
mod results;

pub use about::AboutPage;
pub use check::CheckPage;
pub use guide::GuidePage;
pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use regions::RegionsPage;
pub use report::ReportPage;
pub use request::RequestPage;
pub use requests::RequestsPage;
pub use results::ResultsPage;
