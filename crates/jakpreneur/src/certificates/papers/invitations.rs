//! Letters to those who are invited to a class.
use super::{class, letterhead, letterhead::place};
use crate::{
    Code, House, Problem,
    classes::{self, Session},
    staff::Officer,
};
use db::Tx;
use documents::print::Invitation;
use rules::{
    Act, ClassId, Date, MemberId,
    training::{ClassState, PlaceState},
};

/// Signed by hand.
const TO_SIGN: &str = "( ................................................ )";

/// A letter to each who is invited and has not answered, or to one of them, for whoever manages places.
pub fn invitations(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: ClassId,
    only: Option<MemberId>,
    (written_on, url): (Date, &str),
) -> Result<Vec<Invitation>, Problem> {
    officer.may(Act::ManagePlaces)?;
    let class = classes::open(tx, officer, id)?;
    if class.state != ClassState::Announced {
        return Err(Problem::Refused(Code::ClassOver));
    }
    let mut people = class::people(tx, house, officer, id, PlaceState::Invited)?;
    people.retain(|one| !one.name.is_empty() && only.is_none_or(|only| one.member == only));
    let about = &class.announced;
    let line = |it: &Session| {
        let place = about.place_of(it).to_owned();
        [class::weekday(it.held_on), class::hours(it), place, it.topic.clone()]
    };
    let letter = Invitation {
        letterhead: letterhead::letterhead(house, &about.agency, about.area),
        written: format!("Jakarta, {}", rules::date::words(written_on)),
        name: String::new(),
        area: String::new(),
        title: about.title.clone(),
        trade: class::trade(tx, about)?.to_lowercase(),
        organisers: class::organisers(house, about),
        sessions: about.sessions.iter().map(line).collect(),
        closes: rules::date::words(about.closes_on),
        notes: about
            .notes
            .lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
        signer: TO_SIGN.to_owned(),
        position: house.agency_name(&about.agency),
        address: class::address(url, &class),
    };
    let to = |one: crate::places::Participant| Invitation {
        area: place(house, one.office),
        name: one.name,
        ..letter.clone()
    };
    Ok(people.into_iter().map(to).collect())
}
