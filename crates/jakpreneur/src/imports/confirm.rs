//! A file that was tried out is recorded after all, without being sent again.
use super::{Job, State, job, parts, queue, rejects, rows};
use crate::{App, Problem, staff::Officer};
use db::Tx;
use std::sync::Arc;
use uuid::Uuid;

/// How many refused rows are shown at once.
const SHOWN: i64 = 5;

/// A file with what may be done about it.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The file.
    pub job: Job,
    /// Whether it was tried out, is still kept, and is the asker's own.
    pub may_confirm: bool,
    /// The lines of the first refused rows, with the reasons.
    pub first_rejects: Vec<(i64, String)>,
}

/// How far a file is, and what may be done about it.
pub fn outlook(tx: &mut Tx<'_>, officer: &Officer, id: Uuid) -> Result<Outlook, Problem> {
    let job = job(tx, officer, id)?;
    let may_confirm = is_trial_of(&job, officer) && parts::are_kept(tx, id)?;
    let first_rejects = rejects::first(tx, id, SHOWN)?;
    Ok(Outlook { job, may_confirm, first_rejects })
}

fn is_trial_of(job: &Job, officer: &Officer) -> bool {
    job.dry_run && job.state == State::Done && job.user == officer.user
}

/// Records the rows of a file that its sender tried out; a second time changes nothing.
pub async fn confirm(app: &App, officer: Arc<Officer>, id: Uuid) -> Result<(), Problem> {
    app.change(move |tx, _| {
        let seen = outlook(tx, &officer, id)?;
        match (seen.may_confirm, seen.job.dry_run) {
            (true, _) => Ok(rows::in_earnest(tx, id)?),
            // It was confirmed before.
            (false, false) => Ok(()),
            (false, true) => Err(Problem::NotFound),
        }
    })
    .await?;
    queue::wake(app)
}
