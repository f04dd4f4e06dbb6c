//! Recording one row, through the same acts as the counter.
use super::{
    Outcome,
    lines::{
        Content, LicenceLine, Line, MeasurementLine, ServiceLine, Setting, SupportLine, placed,
    },
};
use crate::{
    House, Problem, growth,
    journal::Change,
    licences,
    people::{self, JustNow, Registration},
    stages, support, targets,
};
use db::Tx;
use rules::{Agency, Nik};

/// Does what the row says. A refused row has written nothing.
pub fn enter(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    just_now: &mut JustNow,
    line: &Line,
) -> Result<Outcome, Problem> {
    let outcome = match &line.content {
        Content::Member(new) => member(tx, house, setting, just_now, new),
        Content::Service(service) => received(tx, house, setting, service),
        Content::Licence(line) => licence(tx, house, setting, line),
        Content::Measurement(line) => measured(tx, house, setting, line),
        Content::Support(line) => supported(tx, house, setting, line),
        Content::Target(draft) => {
            targets::enter(tx, house, &setting.asking(house), draft).map(Outcome::entered)
        }
        Content::Wrong(reasons) => return Ok(Outcome::Rejected(reasons.clone())),
    };
    outcome.or_else(Outcome::refused)
}

fn member(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    just_now: &mut JustNow,
    new: &Registration,
) -> Result<Outcome, Problem> {
    let asking = setting.asking(house);
    let done = people::register_of_many(tx, house, &asking, new, just_now)?;
    Ok(Outcome::registered(!done.event.similar.is_empty()))
}

fn received(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    line: &ServiceLine,
) -> Result<Outcome, Problem> {
    let Some(row) = record_of(tx, house, setting, (&line.nik, line.agency))? else {
        return Ok(Outcome::unknown_nik());
    };
    let asking = setting.asking(house);
    let new = line.form.check(house, &asking, &row)?;
    if stages::same_service(tx, row.id, new.stage, new.occurred_on, new.agency)?.is_some() {
        return Ok(Outcome::Existing);
    }
    stages::enter(tx, house, &asking, &row, &new, Some(setting.import))?;
    Ok(Outcome::New)
}

fn licence(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    line: &LicenceLine,
) -> Result<Outcome, Problem> {
    let whose = (&line.nik, line.agency);
    let Some(row) = record_of(tx, house, setting, whose)? else {
        return Ok(Outcome::unknown_nik());
    };
    let asking = setting.asking(house);
    let new = licences::bring(tx, house, &asking, &row, &line.form, setting.import)?;
    Ok(if new { Outcome::New } else { Outcome::Existing })
}

fn measured(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    line: &MeasurementLine,
) -> Result<Outcome, Problem> {
    let whose = (&line.nik, line.agency);
    let Some(row) = record_of(tx, house, setting, whose)? else {
        return Ok(Outcome::unknown_nik());
    };
    let asking = setting.asking(house);
    growth::bring(tx, house, &asking, &row, &line.form, setting.import).map(Outcome::entered)
}

fn supported(
    tx: &mut Change<'_>,
    house: &House,
    setting: &Setting,
    line: &SupportLine,
) -> Result<Outcome, Problem> {
    let whose = (&line.nik, line.agency);
    let Some(row) = record_of(tx, house, setting, whose)? else {
        return Ok(Outcome::unknown_nik());
    };
    let asking = setting.asking(house);
    let brought = support::bring(tx, house, &asking, &row, &line.form, setting.import);
    brought.map(Outcome::entered).map_err(placed)
}

/// The record that a service or a permit belongs to: the agency's own, else the earliest of the person.
pub(super) fn record_of(
    tx: &mut Tx<'_>,
    house: &House,
    setting: &Setting,
    (nik, agency): (&Nik, Agency),
) -> Result<Option<people::MemberRow>, Problem> {
    let (shard, hash) = (house.seal.shard(nik), house.seal.nik_hash(nik));
    let records = people::records_by_nik(tx, &setting.officer.scope, shard, &hash)?;
    let key = |row: &people::MemberRow| (row.agency != agency, row.registered_on, row.position);
    Ok(records.into_iter().min_by_key(key))
}
