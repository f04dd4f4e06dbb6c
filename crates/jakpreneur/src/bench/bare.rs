//! The same registrations without HTTP, and their rows without the act: what the engine could do.
use super::{
    scratch,
    timed::{per_second, timed},
};
use crate::{
    App, Problem,
    journal::{Event, Stamp},
    people::{self, Registered, RegistrationForm},
    privacy::Salt,
};
use db::{Entry, NewEntry, sql};
use rules::PersonId;
use std::{path::Path, time::Duration};

/// Registrations in one commit.
const TOGETHER: u64 = 256;
/// Registrations in all.
const MANY: u64 = 100 * TOGETHER;

/// Registrations in a second.
pub(super) struct Bare {
    /// As acts.
    pub acts: f64,
    /// As rows and journal entries.
    pub rows: f64,
}

/// Measures both.
pub(super) fn measure(folder: &Path) -> Result<Bare, Problem> {
    let app = scratch::open(folder, "acts.db")?;
    let (done, took) = timed(|| acts(&app));
    done?;
    let acts = per_second(MANY, took);
    let entries = entries(&app)?;
    let other = scratch::open(folder, "rows.db")?;
    let took = rows(&other, entries)?;
    Ok(Bare { acts, rows: per_second(MANY, took) })
}

fn acts(app: &App) -> Result<(), Problem> {
    for batch in 0..MANY / TOGETHER {
        let officer = app.operator();
        app.change_now(move |tx, house| {
            for number in batch * TOGETHER..(batch + 1) * TOGETHER {
                let new = form(number).understand(house, &officer)?;
                let asking = crate::journal::Asking {
                    officer: officer.clone(),
                    at: house.now(),
                    act_id: rules::ActId(house.new_id()),
                    asked: None,
                };
                people::register(tx, house, &asking, &new)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn form(number: u64) -> RegistrationForm {
    RegistrationForm {
        nik: scratch::nik(number),
        name: format!("Warga Nomor {number}"),
        phone: format!("0810{number:08}"),
        kelurahan: "31.73.05.1001".to_owned(),
        agency: "ppkukm".to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

type Recorded = (Entry, Registered, Option<Salt>);

sql!(SALT = "select salt from person where shard = $1 and id = $2");

/// What the acts left, ready to be written again.
fn entries(app: &App) -> Result<Vec<Recorded>, Problem> {
    app.db.look(|tx| {
        let mut entries = Vec::new();
        tx.entries(0, i64::MAX, |entry| {
            entries.push(entry);
            Ok(())
        })?;
        let mut recorded = Vec::new();
        for entry in entries {
            let event = Registered::of(&entry)?;
            let person: PersonId = event.person;
            let salt: Option<(Option<Vec<u8>>,)> = tx.maybe(SALT, (person.shard(), person))?;
            let salt = salt.and_then(|(salt,)| salt).and_then(|salt| salt.try_into().ok());
            recorded.push((entry, event, salt));
        }
        Ok(recorded)
    })
}

fn rows(app: &App, entries: Vec<Recorded>) -> Result<Duration, Problem> {
    let mut entries = entries.into_iter();
    let mut took = Duration::ZERO;
    loop {
        let batch: Vec<Recorded> = entries.by_ref().take(256).collect();
        if batch.is_empty() {
            return Ok(took);
        }
        let (done, time) = timed(|| write(app, batch));
        done?;
        took += time;
    }
}

fn write(app: &App, batch: Vec<Recorded>) -> Result<(), Problem> {
    app.change_now(move |tx, house| {
        for (entry, event, salt) in &batch {
            let position = tx.record(&NewEntry {
                act_id: entry.act_id,
                act: &entry.act,
                actor: &entry.actor,
                office: entry.office.as_deref(),
                at: entry.at,
                subject: entry.subject,
                asked: entry.asked,
                payload: &entry.payload,
            })?;
            let stamp = Stamp { position, at: entry.at, actor: entry.actor.clone() };
            people::replay(tx, house, &stamp, event, *salt)?;
        }
        Ok(())
    })
}
