//! Drawing the stands: once, after the last day to ask, in an order that anybody can compute again.
use super::{BazaarRow, form, rows, sealed, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, ApplicationId, BazaarId, Date, PersonId,
    bazaar::{Applicant, earlier_stands_on},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The stands of a bazaar were drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandsDrawn {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// The day.
    pub on: Date,
    /// The seed, in hexadecimal, for everybody to see.
    pub seed: String,
    /// Everybody who asked and did not give up, in the order that was drawn, each with the stands they had before.
    pub order: Vec<(ApplicationId, u32)>,
}

impl Event for StandsDrawn {
    const ACT: &'static str = "bazaar.draw";
}

/// Draws the stands of a bazaar of the officer's. The officer chooses nothing: the seed was made when the bazaar
/// was announced.
pub fn draw(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: BazaarId,
) -> Result<Done<StandsDrawn>, Problem> {
    asking.officer.may(Act::ManageBazaars)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let bazaar = whose::managed(tx, &asking.officer, id)?;
    whose::not_called_off(&bazaar)?;
    let on = asking.at.date();
    bazaar.announced.terms().may_draw(bazaar.seed.is_some(), on).map_err(form::refused)?;
    let seed = sealed::open_seed(house, id, &bazaar.sealed_seed)?;
    let applicants = applicants(tx, &bazaar)?;
    let order = rules::bazaar::draw(&applicants, seed).into_iter();
    let order =
        order.map(|it| (ApplicationId(it.applicant.application), it.applicant.earlier_stands));
    let event = StandsDrawn { bazaar: id, on, seed: seed.published(), order: order.collect() };
    let done = journal::record(tx, asking, Some(id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Everybody who asked and did not give up, with the stands they had in the window before.
fn applicants(tx: &mut Tx<'_>, bazaar: &BazaarRow) -> Result<Vec<Applicant>, Problem> {
    let terms = bazaar.announced.terms();
    let (window, first_on) = (terms.window, terms.first_on);
    let mut held: HashMap<PersonId, Vec<Date>> = HashMap::new();
    for (person, on) in rows::held(tx, window.since(first_on), first_on)? {
        held.entry(person).or_default().push(on);
    }
    let asked = rows::applicants(tx, bazaar.id)?.into_iter();
    let applicant = |(application, person): (ApplicationId, Option<PersonId>)| Applicant {
        application: application.0,
        is_member: person.is_some(),
        earlier_stands: person
            .and_then(|person| held.get(&person))
            .map_or(0, |days| earlier_stands_on(days, window, first_on)),
    };
    Ok(asked.map(applicant).collect())
}

/// The rows of a draw.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &StandsDrawn) -> Result<(), Problem> {
    Ok(written::draw(tx, stamp, event)?)
}
