//! Partners of the programme, their agreements, what they took part in, and whom that reached.
mod agree;
mod keep;
mod pages;
mod part;
mod reached;
mod rows;
mod see;
mod written;

pub use agree::{AgreementForm, AgreementSigned, agree, replay as replay_agreed};
pub use keep::{PartnerForm, PartnerKept, keep, replay as replay_kept};
pub use pages::routes;
pub use part::{
    PartForm, PartGone, PartTaken, gone, replay as replay_part, replay_gone, take_part,
};
pub use reached::{Reached, people, reached};
pub use rows::{AgreementRow, PartRow, PartnerRow};
pub use see::{Seen, list, see};
