//! One permit with everything that happened to it.
use super::{
    EvidenceRow, LicenceRow, StepRow,
    details::{self, Details, Said},
    rows,
};
use crate::{
    House, Problem,
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, LicenceId};

/// A permit with everything that happened to it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The permit.
    pub row: LicenceRow,
    /// Whose it is.
    pub member: MemberRow,
    /// What is written on it.
    pub details: Details,
    /// What happened, in order, with what was said.
    pub steps: Vec<(StepRow, Said)>,
    /// The files that prove it.
    pub evidence: Vec<EvidenceRow>,
}

/// Opens a permit of a member within scope.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    licence: LicenceId,
) -> Result<Seen, Problem> {
    officer.may(Act::OpenFile)?;
    let row = rows::licence(tx, licence)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, &officer.scope, row.member)?.ok_or(Problem::NotFound)?;
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let said = |step: StepRow| {
        let sealed = step.said.as_deref().unwrap_or_default();
        let said = details::opened(key.as_ref(), licence, sealed).unwrap_or_default();
        (step, said)
    };
    Ok(Seen {
        details: row.details(key.as_ref()),
        steps: rows::steps(tx, licence)?.into_iter().map(said).collect(),
        evidence: rows::evidence(tx, licence)?,
        member,
        row,
    })
}
