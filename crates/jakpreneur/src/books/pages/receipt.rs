//! The photo of a receipt: sent from the phone, and looked at again.
use super::entry::{again, id};
use crate::{
    App, Code, Problem, books,
    files::{self, PictureLimits, PictureRefusal},
    journal::Asking,
    residents::Resident,
    staff::Officer,
    web::{Upload, Visit, take_upload_of},
};
use axum::{
    extract::{Multipart, Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use rules::ActId;
use std::sync::Arc;
use uuid::Uuid;

/// Keeps the photo, or says why not.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(text): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let entry = id(&text)?;
    let officer = resident.officer();
    let kept = match photo(&app, &visit, &headers, form).await {
        Ok((photo, sent)) => {
            let asking = sent.asking(&app, officer);
            app.change(move |tx, house| books::add_receipt(tx, house, &asking, entry, &photo))
                .await
                .map(drop)
        }
        Err(problem) => Err(problem),
    };
    let code = match kept {
        Ok(()) => {
            return Ok(Redirect::to(&format!("/saya/laporan/catatan/{entry}")).into_response());
        }
        Err(Problem::Refused(code)) => code,
        Err(Problem::Invalid(wrong)) => wrong.first().map_or(Code::File, |it| it.code),
        Err(other) => return Err(other),
    };
    again(&app, &visit, resident, entry, ("file", code), String::new()).await
}

/// Under which key the photo came, and what was sent: another photo under the same key is another request.
struct Sent {
    act_id: Option<Uuid>,
    asked: [u8; 32],
}

impl Sent {
    fn asking(&self, app: &App, officer: Arc<Officer>) -> Asking {
        let act_id = ActId(self.act_id.unwrap_or_else(|| app.house.new_id()));
        let asked = self.act_id.map(|_| self.asked);
        Asking { officer, at: app.house.now(), act_id, asked, made_at: None }
    }
}

/// The photo with nothing left but its pixels.
async fn photo(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    mut form: Multipart,
) -> Result<(files::CleanPicture, Sent), Problem> {
    let may = |sent: &Upload| visit.check_form(sent.get("csrf"), headers);
    let sent = match take_upload_of(&mut form, files::LARGEST, may).await {
        Err(Problem::TooLarge) => return Err(files::refused("file", PictureRefusal::TooLarge)),
        read => read?,
    };
    let act_id = sent.get("act_id").parse().ok();
    let asked = Asking::digest(&visit.path, &sent.digest(&[]));
    let bytes = sent.file.map(|(_, bytes)| bytes).unwrap_or_default();
    let clean = move || {
        files::clean(&bytes, PictureLimits::USUAL).map_err(|why| files::refused("file", why))
    };
    Ok((app.blocking(clean).await?, Sent { act_id, asked }))
}

/// Gives the photo out, never to be shown in the page's place.
pub(super) async fn give(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let entry = id(&text)?;
    let read = app.look(move |tx, house| books::own_receipt(tx, house, resident.member(), entry));
    let (media, bytes) = read.await?;
    let name = format!("attachment; filename=\"nota-{entry}.{}\"", media.ending());
    let headers = [
        (header::CONTENT_TYPE, media.word().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
