//! Partners with their agreements, what they take part in, and whom they reached.
use super::{AgreementRow, PartRow, PartnerRow, Reached, reached::reached, rows};
use crate::{Problem, staff::Officer};
use db::Tx;
use rules::{Act, PartnerId};

/// A partner with everything known of it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The partner.
    pub row: PartnerRow,
    /// Its agreements, the latest first.
    pub agreements: Vec<AgreementRow>,
    /// What it takes part in, the latest first.
    pub parts: Vec<PartRow>,
    /// Whom it reached within the officer's scope.
    pub reached: Reached,
}

fn seen(tx: &mut Tx<'_>, officer: &Officer, row: PartnerRow) -> Result<Seen, Problem> {
    Ok(Seen {
        agreements: rows::agreements(tx, row.id)?,
        parts: rows::parts(tx, row.id)?,
        reached: reached(tx, officer, &row)?,
        row,
    })
}

/// Every partner, by name.
pub fn list(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<Seen>, Problem> {
    officer.may(Act::ReadFigures)?;
    let all = rows::partners(tx)?;
    all.into_iter().map(|row| seen(tx, officer, row)).collect()
}

/// One partner.
pub fn see(tx: &mut Tx<'_>, officer: &Officer, id: PartnerId) -> Result<Seen, Problem> {
    officer.may(Act::ReadFigures)?;
    let row = rows::partner(tx, id)?.ok_or(Problem::NotFound)?;
    seen(tx, officer, row)
}
