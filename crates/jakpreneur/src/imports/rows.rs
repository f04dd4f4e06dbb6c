//! The rows behind files: how far each is.
use super::{Counts, Failure, Job, Kind, State};
use crate::{Problem, staff::Officer};
use db::{Result, Tx, sql};
use documents::table::Format;
use rules::{ActId, Agency, Instant, RegionCode, Scheme, UserId};
use uuid::Uuid;

type Row = (
    Uuid,
    String,
    String,
    String,
    i64,
    Vec<u8>,
    Option<UserId>,
    String,
    String,
    Agency,
    Option<String>,
    i16,
    String,
    i64,
    i64,
    i64,
    i64,
    i64,
    String,
    Option<String>,
    Instant,
    Option<Instant>,
);

fn read(row: Row) -> Result<Job> {
    let unreadable = |column: usize, held: &str| db::Error::Unreadable(column, held.to_owned());
    let reach = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Ok(Job {
        id: row.0,
        kind: Kind::of_word(&row.1).ok_or_else(|| unreadable(1, &row.1))?,
        file_name: row.2,
        format: if row.3 == XLSX { Format::Xlsx } else { Format::Csv },
        size: row.4,
        sha256: row.5,
        user: row.6,
        reach_agency: reach(&row.7).and_then(|code| Agency::parse(&code).ok()),
        reach_area: reach(&row.8).and_then(|code| code.parse::<RegionCode>().ok()),
        agency: row.9,
        scheme: row.10.as_deref().and_then(Scheme::of_word),
        dry_run: row.11 != 0,
        state: State::of_word(&row.12).ok_or_else(|| unreadable(12, &row.12))?,
        line: row.13,
        counts: Counts {
            new: row.14,
            existing: row.15,
            possible_duplicate: row.16,
            rejected: row.17,
        },
        unknown_columns: serde_json::from_str(&row.18).map_err(|_| unreadable(18, &row.18))?,
        failure: row.19.as_deref().and_then(Failure::of_word),
        made_at: row.20,
        ended_at: row.21,
    })
}

const XLSX: &str = "xlsx";

sql!(
    ADD = "
    insert into import_job (act_id, id, kind, file_name, format, size, sha256, user_id, reach_agency, reach_area,
        agency, scheme, dry_run, state, line, new_rows, existing_rows, possible_duplicate_rows,
        rejected_rows, unknown_columns, made_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 0, 0, 0, 0, '[]', $15)"
);
/// A file that waits.
pub fn add(tx: &mut Tx<'_>, job: &Job, act_id: Option<ActId>) -> Result<()> {
    let format = match job.format {
        Format::Csv => "csv",
        Format::Xlsx => XLSX,
    };
    tx.run(
        ADD,
        (
            act_id,
            job.id,
            job.kind.word(),
            job.file_name.as_str(),
            format,
            job.size,
            job.sha256.clone(),
            job.user,
            job.reach_agency.map(|agency| agency.to_string()).unwrap_or_default(),
            job.reach_area.map(|area| area.to_string()).unwrap_or_default(),
            job.agency,
            job.scheme.map(Scheme::word),
            i16::from(job.dry_run),
            job.state.word(),
            job.made_at,
        ),
    )
    .map(drop)
}

sql!(
    JOB = "
    select id from import_job
    where id = $1 and (user_id = $2
      or (reach_agency between $3 and $4 and reach_area between $5 and $6))"
);
/// A file that the officer sent, or somebody who reaches nothing the officer does not.
pub fn job_seen(tx: &mut Tx<'_>, officer: &Officer, id: Uuid) -> Result<Option<Job>> {
    let b = officer.scope.bounds();
    let bounds = (id, officer.user, b.agency_low, b.agency_high, b.office_low, b.office_high);
    found(tx, JOB, bounds)
}

sql!(
    JOBS = "
    select id from import_job
    where id < $1 and (user_id = $2
      or (reach_agency between $3 and $4 and reach_area between $5 and $6))
    order by id desc limit $7"
);
/// Such files, newest first.
pub fn jobs_seen(
    tx: &mut Tx<'_>,
    officer: &Officer,
    before: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Job>> {
    let b = officer.scope.bounds();
    let before = before.unwrap_or(Uuid::max());
    let bounds =
        (before, officer.user, b.agency_low, b.agency_high, b.office_low, b.office_high, limit);
    let ids: Vec<(Uuid,)> = tx.all(JOBS, bounds)?;
    let mut jobs = Vec::with_capacity(ids.len());
    for (id,) in ids {
        jobs.extend(job(tx, id)?);
    }
    Ok(jobs)
}

sql!(
    COUNT = "
    select count(*) from import_job
    where user_id = $1 or (reach_agency between $2 and $3 and reach_area between $4 and $5)"
);
/// How many such files there are.
pub fn count_seen(tx: &mut Tx<'_>, officer: &Officer) -> Result<i64> {
    let b = officer.scope.bounds();
    let bounds = (officer.user, b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe::<(i64,)>(COUNT, bounds)?.map_or(0, |(count,)| count))
}

sql!(
    NEXT = "
    select id from import_job
    where state in ('waiting', 'running') and user_id is not null and id > $1
    order by id limit 1"
);
/// The oldest file after `after` that is not over. What the shell began, the shell goes on with.
pub fn next(tx: &mut Tx<'_>, after: Uuid) -> Result<Option<Job>> {
    found(tx, NEXT, (after,))
}

sql!(
    LEFT = "
    select id from import_job
    where state in ('waiting', 'running') and user_id is null and dry_run = 0
      and sha256 = $1 and kind = $2 and agency = $3 and coalesce(scheme, '') = $4
    order by id limit 1"
);
/// The same file, begun at the shell and not over.
pub fn left_at_shell(tx: &mut Tx<'_>, like: &Job) -> Result<Option<Job>> {
    let scheme = like.scheme.map(Scheme::word).unwrap_or_default();
    let like = (like.sha256.clone(), like.kind.word(), like.agency, scheme);
    found(tx, LEFT, like)
}

sql!(
    BEGIN = "
    update import_job set state = 'running', head = $1, unknown_columns = $2
    where id = $3 and state in ('waiting', 'running')"
);
/// The file's columns are known and its rows go in.
pub fn begin(tx: &mut Tx<'_>, id: Uuid, head: &[u8], unknown: &[String]) -> Result<()> {
    let unknown = serde_json::to_string(unknown).unwrap_or_default();
    tx.run(BEGIN, (head, unknown, id)).map(drop)
}

sql!(
    AFRESH = "
    update import_job set line = 0, new_rows = 0, existing_rows = 0, possible_duplicate_rows = 0,
        rejected_rows = 0
    where id = $1"
);
/// A file that is only tried out remembers nothing of its rows, and begins again.
pub fn begin_afresh(tx: &mut Tx<'_>, id: Uuid) -> Result<()> {
    super::rejects::forget(tx, id)?;
    tx.run(AFRESH, (id,)).map(drop)
}

sql!(
    ON = "
    update import_job set line = $1, new_rows = $2, existing_rows = $3, possible_duplicate_rows = $4,
        rejected_rows = $5
    where id = $6 and line = $7 and state = 'running'"
);
/// The rows after line `from` are dealt with; refuses where another process did so before.
pub fn go_on(tx: &mut Tx<'_>, job: &Job, from: i64) -> std::result::Result<(), Problem> {
    let Counts { new, existing, possible_duplicate, rejected } = job.counts;
    let row = (job.line, new, existing, possible_duplicate, rejected, job.id, from);
    if tx.run(ON, row)? == 1 {
        return Ok(());
    }
    Err(Problem::Broken("another process imports this file at the same time".to_owned()))
}

sql!(
    END = "
    update import_job set state = $1, failure = $2, ended_at = $3
    where id = $4 and state in ('waiting', 'running')"
);
/// The file is done, or cannot go on; its bytes are kept only while a trial may still become the real thing.
pub fn end(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let failure = job.failure.map(Failure::word);
    tx.run(END, (job.state.word(), failure, job.ended_at, job.id))?;
    let may_follow = job.dry_run && job.state == State::Done;
    if may_follow { Ok(()) } else { super::parts::forget(tx, job.id) }
}

sql!(
    IN_EARNEST = "
    update import_job set dry_run = 0, state = 'waiting', ended_at = null
    where id = $1 and dry_run = 1 and state = 'done'"
);
/// A file that was tried out waits to be recorded.
pub fn in_earnest(tx: &mut Tx<'_>, id: Uuid) -> Result<()> {
    tx.run(IN_EARNEST, (id,))?;
    begin_afresh(tx, id)
}

sql!(HEAD = "select head from import_job where id = $1");
/// The header row, sealed; none before the rows go in.
pub(super) fn head(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Vec<u8>>> {
    let found: Option<(Option<Vec<u8>>,)> = tx.maybe(HEAD, (id,))?;
    Ok(found.and_then(|(head,)| head))
}

sql!(
    BEFORE = "
    select id from import_job where act_id = $1"
);
/// The file that came under the same key; refuses the key for another file.
pub fn sent_before(
    tx: &mut Tx<'_>,
    job: &Job,
    act_id: ActId,
) -> std::result::Result<Option<Job>, Problem> {
    let before = found(tx, BEFORE, (act_id,))?;
    let is_same = |before: &Job| {
        (&before.sha256, before.kind, before.dry_run, before.agency, before.scheme, before.user)
            == (&job.sha256, job.kind, job.dry_run, job.agency, job.scheme, job.user)
    };
    match before {
        Some(before) if !is_same(&before) => Err(Problem::KeyReused),
        before => Ok(before),
    }
}

sql!(
    ANY = "
    select id, kind, file_name, format, size, sha256, user_id, reach_agency, reach_area, agency, scheme,
        dry_run, state, line, new_rows, existing_rows, possible_duplicate_rows, rejected_rows,
        unknown_columns, failure, made_at, ended_at
    from import_job where id = $1"
);
/// A file, whoever sent it: for the one who works through them.
pub(super) fn job(tx: &mut Tx<'_>, id: Uuid) -> Result<Option<Job>> {
    tx.maybe::<Row>(ANY, (id,))?.map(read).transpose()
}

/// The file whose id a statement finds.
fn found(tx: &mut Tx<'_>, statement: &'static str, params: impl db::Params) -> Result<Option<Job>> {
    let id: Option<(Uuid,)> = tx.maybe(statement, params)?;
    id.map_or(Ok(None), |(id,)| job(tx, id))
}
