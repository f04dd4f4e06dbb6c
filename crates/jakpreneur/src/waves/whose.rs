//! Whose NIK it is that was read out for a wave.
use super::see;
use crate::{House, Problem, people, staff::Officer};
use db::Tx;
use rules::{MemberId, WaveId};

/// The record within scope that a NIK means for a wave: of the wave's own agency, else the earliest.
pub fn of_nik(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wave: WaveId,
    nik: &str,
) -> Result<MemberId, Problem> {
    let agency = see::wave(tx, &officer.scope, wave)?.agency;
    people::meant(tx, house, &officer.scope, agency, nik)
}
