//! A release to take away: the frozen bytes themselves, or drawn from them.
use crate::{
    App, Problem,
    releases::{self, Opened},
    reports::pages::{File, attachment, jakarta},
    staff::{Officer, log_read},
    web::Visit,
    words::Lang,
};
use axum::response::Response;
use documents::{print, table::Format};
use rules::Act;
use std::sync::Arc;

/// Hands out the file, and notes who took it.
pub(super) async fn take(
    app: &App,
    visit: &Visit,
    officer: &Arc<Officer>,
    public: &str,
    opened: Opened,
    format: &str,
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    let (file, lang) = (File::of_word(format)?, visit.lang);
    let (own, officer) = (app.clone(), officer.clone());
    let check = format!("{public}/cek-rilis");
    app.blocking(move || {
        let (persons, release) = (opened.release.persons, opened.release.id.0);
        own.change_now(move |tx, house| {
            let (id, at) = (house.new_id(), house.now());
            Ok(log_read(tx, id, at, &officer, "release.export", Some(release), persons)?)
        })?;
        let name = format!("rilis-{}", opened.release.number);
        Ok(attachment(bytes(opened, lang, &check, file)?, file, &name))
    })
    .await
}

/// The file's bytes; printing takes a while and blocks.
fn bytes(opened: Opened, lang: Lang, check: &str, file: File) -> Result<Vec<u8>, Problem> {
    let (document, at) = (&opened.document, jakarta(opened.release.released_at));
    let broken = |why: &dyn std::fmt::Display| Problem::Broken(format!("no file: {why}"));
    let table = |format| releases::sheet(document, lang, at, format).map_err(|it| broken(&it));
    match file {
        File::Csv => table(Format::Csv),
        File::Xlsx => table(Format::Xlsx),
        File::Json => Ok(opened.bytes),
        File::Pdf => {
            let sha256 = &opened.release.sha256;
            let paper = releases::paper(document, (sha256, &opened.outside), lang, check, at);
            let address = format!("{check}/{}", opened.release.sha256);
            match print::report_to_check(&paper, &address) {
                Err(print::Unprintable::TooManyRows) => Err(Problem::TooLarge),
                printed => printed.map_err(|unprintable| broken(&unprintable)),
            }
        }
    }
}
