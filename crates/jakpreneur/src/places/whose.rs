//! Whose NIK it is that was read out at the desk.
use crate::{House, Problem, classes, people, staff::Officer};
use db::Tx;
use rules::{ClassId, MemberId};

/// The record within scope that a NIK means for a class: of the class's own agency, else the earliest.
pub fn of_nik(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    nik: &str,
) -> Result<MemberId, Problem> {
    let agency = classes::seats(tx, officer, class)?.agency;
    people::meant(tx, house, &officer.scope, agency, nik)
}
