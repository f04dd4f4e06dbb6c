//! What is told of a member's business for a month: measured, corrected, taken back with a reason (BR-27).
mod bring;
pub mod figures;
mod form;
mod from_books;
mod measure;
mod news;
mod pages;
mod rows;
mod series;
mod told;
mod void;

pub use bring::{bring, would_bring};
pub use form::{MeasureForm, Understood};
pub use from_books::from_books;
pub use measure::{MeasurementRecorded, measure, replay as replay_measured};
pub use news::{measured_news_of, voided_news_of};
pub use pages::routes;
pub(crate) use pages::{definition, said};
pub use series::{Standing, series_of};
pub use told::Told;
pub use void::{MeasurementVoided, replay as replay_voided, void};
