//! The simplest count there is, straight from the rebuilt rows, against what is shown.
use super::{Difference, NotVerified};
use crate::{
    App, House,
    journal::Db,
    reports::{self, Narrowing},
};
use db::sql;
use rules::{Date, StageKind};

sql!(
    REACHED = "
    select s.stage, count(distinct m.person_id)
    from service s join member m on m.shard = s.shard and m.id = s.member_id
    where s.state = 'completed' and s.voided_at_position is null
      and s.occurred_on <= $1 and m.registered_on <= $1
    group by s.stage order by s.stage"
);
sql!(PERSONS = "select count(distinct person_id) from member where registered_on <= $1");

/// Compares the figures as known now; answers how many there were.
pub(super) fn compare(app: &App, rebuilt: &Db, house: &House) -> Result<u64, NotVerified> {
    let today: Date = house.today();
    let position = house.board().position;
    let narrowing =
        Narrowing { as_at: Some(today), known_at: Some(position), ..Narrowing::default() };
    let shown = reports::ask(&app.db, &app.house, &app.operator(), &narrowing)?;
    let (persons, stages) = rebuilt.look(|tx| {
        let persons: Option<(i64,)> = tx.maybe(PERSONS, (today,))?;
        let stages: Vec<(StageKind, i64)> = tx.all(REACHED, (today,))?;
        Ok::<_, NotVerified>((persons.map_or(0, |(persons,)| persons), stages))
    })?;
    for row in &shown.rows {
        let services = stages.iter().find(|(stage, _)| *stage == row.stage).map_or(0, |(_, n)| *n);
        let counted = if row.stage == StageKind::Registration { persons } else { services };
        if u64::try_from(counted) != Ok(row.reached) {
            return Err(Difference::Figure {
                what: format!("{} reached as at {today}", row.stage),
                shown: row.reached.to_string(),
                counted: counted.to_string(),
            }
            .into());
        }
    }
    Ok(u64::try_from(shown.rows.len()).unwrap_or_default())
}
