//! What stands beside the form: how many were registered today, and the last one saved.
use crate::{
    App, Problem, people,
    reports::{self, Narrowing},
    staff::Officer,
    web::Fields,
    words::{self, fill},
};
use rules::{Act, Level, MemberId};

/// Today at this counter.
pub(super) struct Today {
    /// How many people.
    pub people: String,
    /// Where they were registered: here, or wherever the officer sees.
    pub whereabouts: &'static str,
    /// The list behind the number.
    pub address: String,
    /// The last one saved at this counter.
    pub last: Option<Last>,
}

/// Somebody who was registered just now.
pub(super) struct Last {
    /// The record.
    pub id: MemberId,
    /// Where it is corrected, or shown to those who may not.
    pub address: String,
    /// What leads there.
    pub leads: &'static str,
    /// The name on the card.
    pub name: String,
    /// The number to read out.
    pub number: String,
    /// When they were recorded, by the clock.
    pub time: String,
}

impl Today {
    /// Counts who was registered today within the officer's scope. Blocks.
    pub(super) fn look(
        app: &App,
        officer: &Officer,
        w: &'static words::Counter,
        last: Option<MemberId>,
    ) -> Result<Self, Problem> {
        let today = app.house.today();
        let narrowing = Narrowing {
            registered_from: Some(today),
            registered_to: Some(today),
            ..Narrowing::default()
        };
        let persons = reports::ask(&app.db, &app.house, officer, &narrowing)?.persons;
        let here = officer.scope.area().is_some_and(|area| area.level() == Level::Kecamatan);
        Ok(Self {
            people: fill(w.people, &[("n", &rules::number::thousands(persons))]),
            whereabouts: if here { w.registered_here } else { w.registered_in_sight },
            address: format!("/orang?registered_from={today}&registered_to={today}"),
            last: last.map(|last| Last::look(app, officer, w, last)).transpose()?.flatten(),
        })
    }
}

impl Last {
    /// The one saved last, whose id the address or the form carries along.
    pub(super) fn id(fields: &Fields) -> Option<MemberId> {
        let sent = fields.some("tersimpan").or_else(|| fields.some("terakhir"));
        sent.and_then(|sent| sent.parse().ok()).map(MemberId)
    }

    /// A text with the name and the time in it.
    pub(super) fn said(&self, text: &str) -> String {
        fill(text, &[("name", &self.name), ("time", &self.time)])
    }

    fn look(
        app: &App,
        officer: &Officer,
        w: &'static words::Counter,
        member: MemberId,
    ) -> Result<Option<Self>, Problem> {
        let may = officer.role.may(Act::CorrectMember);
        let row = app.db.look(|tx| people::record(tx, &officer.scope, member))?;
        Ok(row.and_then(|row| {
            let known = row.identity(&app.house.seal)?;
            let time = row.recorded_at.clock();
            Some(Self {
                id: row.id,
                address: format!("/warga/{}{}", row.id, if may { "/ubah" } else { "" }),
                leads: if may { w.correct_last } else { w.open_last },
                name: known.name.as_str().to_owned(),
                number: row.number,
                time,
            })
        }))
    }
}
