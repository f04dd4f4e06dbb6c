//! A file at the shell: read where it lies, and carried on where a kill left it.
use super::{
    Failure, Job, NewImport,
    job::Sent,
    queue::{know_names, tidy},
    reading::Pace,
    rejects, rows,
    run::{self, Watch},
};
use crate::{App, Code, FieldError, Problem};
use documents::table::{self, Format};
use rules::Agency;
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

/// Imports a file as the operator. The same file, left unfinished, goes on after the last line dealt with.
pub fn import_file(
    app: &App,
    path: &Path,
    new: &NewImport,
    watch: Watch<'_>,
) -> Result<Job, Problem> {
    known_agency(app, new.agency.as_ref())?;
    let unreadable = |error: std::io::Error| {
        Problem::Broken(format!("the file {} cannot be read: {error}", path.display()))
    };
    let sent = look_at(app, path, new).map_err(unreadable)?;
    let waiting = Job::new(&app.operator(), new, &sent);
    let job = app.change_now(move |tx, house| {
        tidy(tx, house)?;
        let left = if waiting.dry_run { None } else { rows::left_at_shell(tx, &waiting)? };
        if left.is_none() {
            rows::add(tx, &waiting, None)?;
        }
        Ok(left.unwrap_or(waiting))
    })?;
    know_names(app, job.kind)?;
    let table = table::open(path, job.format).map_err(Failure::from);
    run::run(app, job, app.operator(), table, Pace::alone(), watch)
}

/// Writes the rows that go back into a file.
pub fn write_rejects(app: &App, job: &Job, path: &Path) -> Result<(), Problem> {
    let file = File::create(path).map_err(|error| {
        Problem::Broken(format!("the file {} cannot be written: {error}", path.display()))
    })?;
    rejects::write(app, job, file).map(drop)
}

fn known_agency(app: &App, agency: Option<&Agency>) -> Result<(), Problem> {
    match agency {
        Some(agency) if !app.house.knows(agency) => {
            Err(Problem::Invalid(vec![FieldError::new("agency", Code::Agency)]))
        }
        Some(_) | None => Ok(()),
    }
}

fn look_at(app: &App, path: &Path, new: &NewImport) -> std::io::Result<Sent> {
    let mut file = BufReader::with_capacity(1 << 20, File::open(path)?);
    let (mut digest, mut size) = (Sha256::new(), 0_i64);
    let mut first = Vec::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut buffer)?;
        let bytes = &buffer[..read];
        if read == 0 {
            break;
        }
        if first.is_empty() {
            first.extend(bytes.iter().take(8));
        }
        digest.update(bytes);
        size += i64::try_from(read).unwrap_or_default();
    }
    Ok(Sent {
        id: app.house.new_id(),
        format: Format::of(&new.file_name, &first),
        size,
        sha256: digest.finalize().into(),
        at: app.house.now(),
    })
}
