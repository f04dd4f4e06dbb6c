//! What happened to a member's products in curation, for the timeline of their file.
use super::{
    entries::{self, StepRow},
    see,
};
use crate::{House, Problem, people::MemberRow, products};
use db::Tx;
use rules::{CurationEntryId, marketing::curation::EntryState};

/// A step of a product in curation.
#[derive(Clone, Debug)]
pub struct Curated {
    /// The entry.
    pub entry: CurationEntryId,
    /// What happened.
    pub step: StepRow,
    /// What the product is called; empty once the person is erased.
    pub product: String,
    /// The grade, where it was graded then.
    pub grade: Option<String>,
    /// Why it was sent back; empty where it was not, and once erased.
    pub reason: String,
}

/// Every step of every entry of a member whom the caller was let to see.
pub fn curated(
    tx: &mut Tx<'_>,
    house: &House,
    member: &MemberRow,
) -> Result<Vec<Curated>, Problem> {
    let mut all = Vec::new();
    for row in entries::of_member(tx, member.id)? {
        let (_, told) = products::told_of(tx, house, member, row.product)?;
        for (step, reason) in see::steps(tx, house, member, row.id)? {
            let graded = step.state == EntryState::Graded;
            all.push(Curated {
                entry: row.id,
                product: told.name.clone(),
                grade: row.grade.clone().filter(|_| graded),
                step,
                reason,
            });
        }
    }
    Ok(all)
}
