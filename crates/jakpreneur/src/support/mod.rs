//! Support of agencies beside the seven stages: raw material, consultation and the like, with its value.
mod bring;
mod evidence;
mod figures;
mod form;
mod give;
mod list;
mod pages;
mod reference;
mod rows;
mod see;
mod told;
mod void;
mod written;

pub use bring::{Same, bring, would_bring};
pub use evidence::{SupportProved, add_evidence, replay as replay_evidence, take_evidence};
pub use figures::{Counts, Figures, Line, Span, count, figures};
pub use form::{SupportForm, Understood};
pub use give::{SupportGiven, give, replay as replay_given};
pub use list::{Listed, Wanted, list};
pub use pages::routes;
pub use reference::{kind_name, kinds};
pub use rows::{EvidenceRow, SupportRow, of_member};
pub use see::{Seen, evidence_of, see};
pub use told::Told;
pub use void::{SupportVoided, replay as replay_voided, void};
