//! Referrals of members to partner banks: what the bank may see, tick by tick, and what it answered (BR-32,
//! BR-33). The city passes an application on and never pays anything out.
mod bind;
mod figures;
mod form;
mod list;
mod pages;
mod reference;
mod rows;
mod see;
mod send;
mod shown;
mod slik;
mod stage;
mod step;
mod take_back;
mod told;
mod whose;
mod withdraw;
mod written;

pub use bind::{AccountBound, bank_of, bind, replay as replay_bound};
pub use figures::{Days, Figures, Line, figures};
pub use form::ReferralForm;
pub use list::{Listed, Wanted, list};
pub use pages::routes;
pub use reference::{Banks, banks};
pub use rows::{ReferralRow, StepRow, of_person};
pub use see::{Document, Seen, SeenStep, own, see, take_document};
pub use send::{Enclosed, ReferralSent, replay as replay_sent, send, would_send};
pub use shown::Shown;
pub use slik::{SlikChecked, check_slik, replay as replay_slik};
pub use step::{AnswerForm, ReferralStepped, answer, replay as replay_stepped, reply};
pub use take_back::{AnswerTakenBack, replay as replay_taken_back, take_back};
pub use whose::Side;
pub use withdraw::{ReferralWithdrawn, replay as replay_withdrawn, withdraw};
