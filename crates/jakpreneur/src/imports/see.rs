//! Looking at files that were sent: one's own, and those of people who reach no further.
use super::{Job, rejects as going_back, rows};
use crate::{
    App, House, Problem,
    staff::{Officer, log_read},
};
use db::Tx;
use documents::table::Format;
use rules::Act;
use std::{io::Cursor, sync::Arc};
use uuid::Uuid;

/// A page of files, with the exact number of all.
#[derive(Clone, Debug)]
pub struct Jobs {
    /// The files, newest first.
    pub items: Vec<Job>,
    /// What to ask the next page after.
    pub next: Option<Uuid>,
    /// How many there are over all pages.
    pub total: i64,
}

/// Rows that go back.
#[derive(Clone, Debug)]
pub struct Rejects {
    /// What to call the file.
    pub file_name: String,
    /// How it is stored.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// How far a file is.
pub fn job(tx: &mut Tx<'_>, officer: &Officer, id: Uuid) -> Result<Job, Problem> {
    officer.may(Act::Import)?;
    rows::job_seen(tx, officer, id)?.ok_or(Problem::NotFound)
}

/// The files that were sent, newest first.
pub fn jobs(
    tx: &mut Tx<'_>,
    officer: &Officer,
    after: Option<Uuid>,
    limit: usize,
) -> Result<Jobs, Problem> {
    officer.may(Act::Import)?;
    let limit = limit.clamp(1, 200);
    let one_more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut items = rows::jobs_seen(tx, officer, after, one_more)?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|job| job.id);
    Ok(Jobs { items, next, total: rows::count_seen(tx, officer)? })
}

/// The rows of a file that go back, as the same kind of file. Taking them away is logged.
pub async fn rejects(app: &App, officer: Arc<Officer>, id: Uuid) -> Result<Rejects, Problem> {
    let asker = officer.clone();
    let found = app.look(move |tx, _| job(tx, &asker, id)).await?;
    let (inner, written) = (app.clone(), found.clone());
    let bytes = app
        .blocking(move || {
            Ok(going_back::write(&inner, &written, Cursor::new(Vec::new()))?.into_inner())
        })
        .await?;
    let rows = found.counts.rejected;
    app.change(move |tx, house| note(tx, house, &officer, id, rows)).await?;
    Ok(Rejects { file_name: name(&found), format: found.format, bytes })
}

fn note(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: Uuid,
    rows: i64,
) -> Result<(), Problem> {
    let (log, now) = (house.new_id(), house.now());
    Ok(log_read(tx, log, now, officer, "import.rejects", Some(id), rows)?)
}

/// `peserta.csv` comes back as `peserta-ditolak.csv`.
fn name(job: &Job) -> String {
    let ending = match job.format {
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
    };
    let stem = job.file_name.rsplit_once('.').map_or(job.file_name.as_str(), |(stem, _)| stem);
    format!("{stem}-ditolak.{ending}")
}

impl Rejects {
    /// The header that has a browser keep the file under its name, whatever letters it has (RFC 6266).
    pub fn attachment(&self) -> String {
        let encoded: String = form_urlencoded::byte_serialize(self.file_name.as_bytes())
            .map(|piece| piece.replace('+', "%20"))
            .collect();
        format!("attachment; filename*=UTF-8''{encoded}")
    }
}
