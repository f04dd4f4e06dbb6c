//! From which door a page is opened: the member's own, or an officer's.
use crate::{Problem, residents::Resident, staff::Officer, web::Visit};
use rules::MemberId;
use std::sync::Arc;

/// Who asks, for whom, and where the pages are.
#[derive(Clone)]
pub(super) struct Door {
    pub officer: Arc<Officer>,
    pub member: MemberId,
    /// Where the pages of this member's referrals begin.
    pub base: String,
    pub own: bool,
}

impl Door {
    pub(super) fn own(resident: Resident) -> Self {
        let (officer, member) = (resident.officer(), resident.member());
        Self { officer, member, base: "/saya/modal".to_owned(), own: true }
    }

    pub(super) fn office(visit: &Visit, member: &str) -> Result<Self, Problem> {
        let member: MemberId = id(member)?;
        let base = format!("/warga/{member}/modal");
        Ok(Self { officer: visit.officer()?, member, base, own: false })
    }

    /// Where one referral is.
    pub(super) fn one(&self, id: impl std::fmt::Display) -> String {
        if self.own { format!("/saya/modal/{id}") } else { format!("/rujukan/{id}") }
    }
}

pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}
