//! Who finished a class and has no certificate of it.
use super::{
    Checked,
    issue::{answered_for, finisher},
    rows,
};
use crate::{House, Problem, classes::Class, people::MemberRow, staff::Officer};
use db::Tx;
use rules::{Act, ClassId};
use std::collections::HashSet;

/// Somebody who is due a certificate.
pub struct Due {
    /// The record.
    pub row: MemberRow,
    /// The name as it will be printed.
    pub name: String,
}

/// Those who finished a class the caller was let to see and have no certificate of it, by name. Who was
/// erased has no name to print.
pub fn due(tx: &mut Tx<'_>, house: &House, class: &Class) -> Result<Vec<Due>, Problem> {
    let have: HashSet<_> = rows::of_class(tx, class.id)?.iter().map(|row| row.member).collect();
    let mut due = Vec::new();
    for member in rows::finishers(tx, class.id)? {
        if have.contains(&member) {
            continue;
        }
        let row = finisher(tx, member)?;
        if let Some(known) = row.identity(&house.seal) {
            due.push((known.name.folded(), Due { name: known.name.as_str().to_owned(), row }));
        }
    }
    due.sort_by(|(one, a), (other, b)| one.cmp(other).then(a.row.position.cmp(&b.row.position)));
    Ok(due.into_iter().map(|(_, due)| due).collect())
}

/// Every certificate of a class as it was issued, and how many are due one, for whoever issues them.
pub fn for_issuer(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
) -> Result<(Vec<Checked>, usize), Problem> {
    officer.may(Act::IssueCertificates)?;
    let class = answered_for(tx, officer, class)?;
    let mut all = Vec::new();
    for row in rows::of_class(tx, class.id)? {
        all.push(Checked::of(tx, house, row)?);
    }
    Ok((all, due(tx, house, &class)?.len()))
}
