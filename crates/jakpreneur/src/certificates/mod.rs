//! Certificates and member cards: issued, replaced, revoked, and checked by anybody; and the papers of a class.
mod check;
mod due;
mod issue;
mod pages;
mod papers;
mod printed;
mod reissue;
mod revoke;
mod rows;
mod signing;

pub use check::{Answer, Checked, Standing, check};
pub use due::{Due, due, for_issuer};
pub use issue::{CertificatesIssued, Issued, issue, replay as replay_issued};
pub(crate) use pages::Mine;
pub use pages::routes;
pub use papers::{letterhead, own_card, taken_away, unprinted};
pub use printed::Printed;
pub use reissue::{CertificateReissued, reissue, replay as replay_reissued};
pub use revoke::{CertificateRevoked, replay as replay_revoked, revoke};
pub use rows::{CertificateRow, of_class, of_member};
pub use signing::{Signing, SigningForm};
