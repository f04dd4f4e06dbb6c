//! The bazaars a person asked for, for themselves.
use super::{BazaarRow, Standing, rows, standing};
use crate::Problem;
use db::{Tx, sql};
use rules::{ApplicationId, BazaarId, PersonId, bazaar::SellingDay};

/// A bazaar, and how the person stands to it.
#[derive(Clone, Debug)]
pub struct Mine {
    /// The bazaar.
    pub bazaar: BazaarRow,
    /// Their application.
    pub standing: Standing,
    /// What is told of their days.
    pub days: Vec<SellingDay>,
}

sql!(
    MINE = "
    select a.bazaar_id, a.id
    from bazaar_application a
    join member m on m.shard = a.shard and m.id = a.member_id
    join bazaar b on b.id = a.bazaar_id
    where m.shard = $1 and m.person_id = $2
    order by b.first_on desc, a.position desc"
);
/// The bazaars of a person, the newest first, by whatever record of theirs.
pub fn of_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Mine>, Problem> {
    let asked: Vec<(BazaarId, ApplicationId)> = tx.all(MINE, (person.shard(), person))?;
    let mut mine = Vec::with_capacity(asked.len());
    for (id, application) in asked {
        let bazaar = rows::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
        let all = standing::public(tx, &bazaar)?;
        let own = all.into_iter().find(|it| it.row.id == application);
        let standing = own.ok_or(Problem::NotFound)?;
        mine.push(Mine { bazaar, standing, days: rows::days_of(tx, id, application)? });
    }
    Ok(mine)
}
