//! What a business needs: asked in six groups, again and again, with advice that binds nobody (BR-11).
mod assess;
mod form;
mod needs;
pub mod pages;
mod rows;

pub use assess::{Assessed, assess, replay};
pub use form::AssessmentForm;
pub use needs::{Assessment, Needs, needs_of};
