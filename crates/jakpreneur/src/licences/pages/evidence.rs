//! Files that prove a permit: sent, and given out as a download.
use super::{member::id, one::OnePage};
use crate::{
    App, Code, FieldError, LicensingCode, Problem, files,
    journal::Asking,
    licences,
    web::{Fields, Page, Visit},
};
use axum::{
    extract::{Multipart, Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ActId, FileId, LicenceId};

/// Keeps a file.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path(licence): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let licence: LicenceId = id(&licence)?;
    let officer = visit.officer()?;
    officer.may(Act::ManageLicences)?;
    let kept = match bytes(&visit, &headers, form).await {
        Ok(bytes) => {
            let act_id = ActId(app.house.new_id());
            let asking =
                Asking { officer, at: app.house.now(), act_id, asked: None, made_at: None };
            let act = app.change(move |tx, house| {
                licences::add_evidence(tx, house, &asking, licence, &bytes)
            });
            act.await.map(drop)
        }
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("/izin/{licence}?berkas=1")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let page = OnePage::of(&app, &visit, licence, Fields::default()).await?;
            Ok(Page::wrong(page.with(&wrong, visit.lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

/// The bytes of the file; the token stands before it.
async fn bytes(
    visit: &Visit,
    headers: &HeaderMap,
    mut form: Multipart,
) -> Result<Vec<u8>, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("file", code)]);
    let broken = |_| {
        Problem::Invalid(vec![FieldError::new(
            "file",
            Code::Licensing(LicensingCode::EvidenceFile),
        )])
    };
    let mut token = String::new();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("csrf") => token = field.text().await.map_err(broken)?,
            Some("file") => {
                visit.check_form(&token, headers)?;
                let bytes = field.bytes().await.map_err(|_| wrong(Code::FileLarge))?;
                let large = bytes.len() > files::LARGEST;
                return if large { Err(wrong(Code::FileLarge)) } else { Ok(bytes.to_vec()) };
            }
            Some(_) | None => {}
        }
    }
    Err(wrong(Code::Empty))
}

/// Gives a file out, never to be shown in the page's place.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path((licence, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (licence, file): (LicenceId, FileId) = (id(&licence)?, id(&file)?);
    let (officer, at) = (visit.officer()?, app.house.now());
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        licences::take_evidence(tx, house, &officer, log, (licence, file))
    });
    let (media, bytes) = act.await?;
    let name = format!("attachment; filename=\"bukti-{file}.{}\"", media.ending());
    let headers = [
        (header::CONTENT_TYPE, media.word().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
