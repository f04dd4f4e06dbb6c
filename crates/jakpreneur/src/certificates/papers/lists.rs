//! The lists that participants sign, session by session.
use super::{class, letterhead};
use crate::{
    House, Problem,
    classes::{self, Class, Session},
    places,
    staff::Officer,
};
use db::Tx;
use documents::print::{AttendanceList, Participant};
use rules::{Act, ClassId, training::PlaceState};

/// Empty lines for those who come without having asked.
const WALK_INS: u8 = 5;

/// The lists of one session, or of all, for whoever marks attendance.
pub fn lists(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: ClassId,
    session: Option<i16>,
    url: &str,
) -> Result<Vec<AttendanceList>, Problem> {
    officer.may(Act::MarkAttendance)?;
    let class = classes::open(tx, officer, id)?;
    let people = class::people(tx, house, officer, id, PlaceState::Confirmed)?;
    let wanted = |it: &&Session| session.is_none_or(|number| it.number == number);
    let sessions = class.announced.sessions.iter().filter(wanted);
    let on_paper = Paper { house, class: &class, people: &people, url };
    let lists: Vec<AttendanceList> = sessions.map(|it| on_paper.list(it)).collect();
    if lists.is_empty() { Err(Problem::NotFound) } else { Ok(lists) }
}

struct Paper<'p> {
    house: &'p House,
    class: &'p Class,
    people: &'p [places::Participant],
    url: &'p str,
}

impl Paper<'_> {
    fn list(&self, session: &Session) -> AttendanceList {
        let about = &self.class.announced;
        let (id, number) = (self.class.id, session.number);
        let code = self.house.seal.list_code(id, number, &class::order(self.people));
        AttendanceList {
            letterhead: letterhead(self.house, &about.agency, about.area),
            facts: self.facts(session),
            participants: self.people.iter().map(|one| self.line(one)).collect(),
            walk_ins: WALK_INS,
            code: code.to_string(),
            address: format!("{}/kelas-kerja/{id}/hadir?sesi={number}", self.url),
        }
    }

    fn facts(&self, session: &Session) -> Vec<(String, String)> {
        let about = &self.class.announced;
        let nth = about.sessions.iter().position(|it| it.number == session.number).unwrap_or(0) + 1;
        let every = class::trainers(about).join(", ");
        let trainer = if session.trainer.is_empty() { every } else { session.trainer.clone() };
        let facts = [
            ("Pelatihan", about.title.clone()),
            ("Sesi", format!("{nth} dari {}", about.sessions.len())),
            ("Hari, tanggal", class::weekday(session.held_on)),
            ("Waktu", class::hours(session)),
            ("Tempat", about.place_of(session).to_owned()),
            ("Materi", session.topic.clone()),
            ("Pengajar", trainer),
        ];
        facts.map(|(label, value)| (label.to_owned(), value)).into()
    }

    fn line(&self, one: &places::Participant) -> Participant {
        let name = if one.name.is_empty() { &one.number } else { &one.name };
        Participant {
            name: name.clone(),
            nik: one.nik.clone(),
            area: self.house.region_name(one.office),
        }
    }
}
