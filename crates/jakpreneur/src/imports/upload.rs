//! Receiving a file: its bytes are sealed and kept as they come.
use super::{
    Job, Kind, NewImport,
    job::Sent,
    parts::{self, PART},
    rows,
};
use crate::{App, Code, FieldError, Problem, journal::Change, staff::Officer};
use documents::table::Format;
use rules::{Act, ActId};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

/// No file is larger.
pub const LARGEST: usize = 200 * 1024 * 1024;
/// The longest file name kept.
const NAME: usize = 200;

/// A file on its way in.
pub struct Upload {
    app: App,
    officer: Arc<Officer>,
    id: Uuid,
    first: Vec<u8>,
    waiting: Zeroizing<Vec<u8>>,
    parts: i64,
    size: usize,
    digest: Sha256,
}

impl Upload {
    /// Begins, for somebody who may import.
    pub fn begin(app: &App, officer: Arc<Officer>) -> Result<Self, Problem> {
        officer.may(Act::Import)?;
        Ok(Self {
            app: app.clone(),
            officer,
            id: app.house.new_id(),
            first: Vec::new(),
            waiting: Zeroizing::new(Vec::with_capacity(PART)),
            parts: 0,
            size: 0,
            digest: Sha256::new(),
        })
    }

    /// Takes the next bytes.
    pub async fn take(&mut self, mut bytes: &[u8]) -> Result<(), Problem> {
        self.size += bytes.len();
        if self.size > LARGEST {
            self.abandon().await?;
            return Err(Problem::TooLarge);
        }
        self.digest.update(bytes);
        let wanted = 8_usize.saturating_sub(self.first.len()).min(bytes.len());
        self.first.extend_from_slice(&bytes[..wanted]);
        while !bytes.is_empty() {
            let room = (PART - self.waiting.len()).min(bytes.len());
            let (now, later) = bytes.split_at(room);
            self.waiting.extend_from_slice(now);
            bytes = later;
            if self.waiting.len() == PART {
                self.keep().await?;
            }
        }
        Ok(())
    }

    async fn keep(&mut self) -> Result<(), Problem> {
        let full = Zeroizing::new(Vec::with_capacity(PART));
        let full = std::mem::replace(&mut self.waiting, full);
        let (import, part) = (self.id, self.parts);
        self.parts += 1;
        self.app.change(move |tx, house| Ok(parts::add(tx, house, import, part, &full)?)).await
    }

    /// Forgets what came so far.
    pub async fn abandon(&mut self) -> Result<(), Problem> {
        let import = self.id;
        self.app.change(move |tx, _| Ok(parts::forget(tx, import)?)).await
    }

    /// The file is whole: it takes its place behind the others, once a key.
    pub async fn finish(mut self, new: &NewImport) -> Result<Accepted, Problem> {
        if let Err(problem) = self.sensible(new) {
            self.abandon().await?;
            return Err(problem);
        }
        if !self.waiting.is_empty() {
            self.keep().await?;
        }
        let sent = Sent {
            id: self.id,
            format: Format::of(&new.file_name, &self.first),
            size: i64::try_from(self.size).unwrap_or(i64::MAX),
            sha256: std::mem::take(&mut self.digest).finalize().into(),
            at: self.app.house.now(),
        };
        let mut job = Job::new(&self.officer, new, &sent);
        job.file_name = job.file_name.chars().take(NAME).collect();
        let act_id = new.act_id;
        let accepted = self.app.change(move |tx, _| accept(tx, job, act_id)).await;
        if accepted.is_err() {
            self.abandon().await?;
        }
        super::queue::wake(&self.app)?;
        accepted
    }

    fn sensible(&self, new: &NewImport) -> Result<(), Problem> {
        let invalid = |field, code| Err(Problem::Invalid(vec![FieldError::new(field, code)]));
        if self.size == 0 {
            return invalid("file", Code::Empty);
        }
        if new.kind == Kind::Targets {
            self.officer.may(Act::SetTargets)?;
        }
        match &new.agency {
            Some(agency) if !self.app.house.knows(agency) => invalid("agency", Code::Agency),
            Some(agency) if !self.officer.scope.covers_agency(agency) => {
                invalid("agency", Code::OutsideScope)
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// A file that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The file.
    pub job: Job,
    /// Whether it came before, under the same key.
    pub before: bool,
}

fn accept(tx: &mut Change<'_>, job: Job, act_id: Option<ActId>) -> Result<Accepted, Problem> {
    let before = act_id.map(|act_id| rows::sent_before(tx, &job, act_id)).transpose();
    match before.map(Option::flatten) {
        Ok(None) => {
            rows::add(tx, &job, act_id)?;
            Ok(Accepted { job, before: false })
        }
        Ok(Some(before)) => {
            parts::forget(tx, job.id)?;
            Ok(Accepted { job: before, before: true })
        }
        Err(problem) => Err(problem),
    }
}
