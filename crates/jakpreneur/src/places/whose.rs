//! Whose NIK it is that was read out at the desk.
use crate::{
    Code, FieldError, House, Problem, classes,
    people::{self, nik_code},
    staff::Officer,
};
use db::Tx;
use rules::{ClassId, MemberId, Nik};

/// The record within scope that a NIK means for a class: of the class's own agency, else the earliest.
pub fn of_nik(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    nik: &str,
) -> Result<MemberId, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("nik", code)]);
    let nik = Nik::parse(nik).map_err(|refused| wrong(nik_code(refused)))?;
    let agency = classes::seats(tx, officer, class)?.agency;
    let (shard, hash) = (house.seal.shard(&nik), house.seal.nik_hash(&nik));
    let records = people::records_by_nik(tx, &officer.scope, shard, &hash)?;
    let best = records.into_iter().min_by_key(|row| (row.agency != agency, row.position));
    best.map(|row| row.id).ok_or_else(|| wrong(Code::NikUnknown))
}
