//! Whose NIK it is that was read out at a desk.
use super::{nik_code, records_by_nik};
use crate::{Code, FieldError, House, Problem, staff::Scope};
use db::Tx;
use rules::{Agency, MemberId, Nik};

/// The record within scope that a NIK means to an agency: its own, else the earliest.
pub fn meant(
    tx: &mut Tx<'_>,
    house: &House,
    scope: &Scope,
    agency: Agency,
    nik: &str,
) -> Result<MemberId, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("nik", code)]);
    let nik = Nik::parse(nik).map_err(|refused| wrong(nik_code(refused)))?;
    let (shard, hash) = (house.seal.shard(&nik), house.seal.nik_hash(&nik));
    let records = records_by_nik(tx, scope, shard, &hash)?;
    let best = records.into_iter().min_by_key(|row| (row.agency != agency, row.position));
    best.map(|row| row.id).ok_or_else(|| wrong(Code::NikUnknown))
}
