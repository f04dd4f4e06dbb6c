//! `POST /classes/{id}/places/file`: a file of participants, tried out or registered.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId},
        problem::{Declined, Found, Known, Read, Written, Wrong},
    },
    places::{FiledNik, NikFile, Wish, is_rejected},
    web::{Upload, take_upload},
    words::{Lang, message},
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
};
use rules::{Act, ClassId, training::PlaceState};
use serde::Serialize;
use utoipa::ToSchema;

/// What the form may say beside its file.
const FIELDS: [&str; 2] = ["reason", "dry_run"];

/// A file of participants and what is said about it, in any order.
#[derive(ToSchema)]
#[schema(as = SentPlacesFile)]
#[expect(dead_code, reason = "read field by field as it arrives; this is its documentation")]
pub struct SentPlacesFile {
    /// CSV or XLSX with a column NIK; at most 2000 rows and 5 MB. Other columns are not read.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// `true`: everything is checked and nothing recorded.
    dry_run: Option<bool>,
    /// Why the class is for them all the same, where it is not offered to them; at most 1000 characters.
    reason: Option<String>,
}

/// What became of a file, or would.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacesFileAnswer {
    /// Whether nothing was recorded.
    dry_run: bool,
    /// An answer a row, in the order of the file.
    items: Vec<PlacesFileRow>,
    /// How many got a place.
    confirmed: usize,
    /// How many wait.
    waiting: usize,
    /// How many were in the class or waited for it before.
    existing: usize,
    /// How many were refused.
    refused: usize,
}

/// What became of a row.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacesFileRow {
    /// The row as a spreadsheet numbers it.
    row: u64,
    /// A place or the waiting; null where there is neither by this row.
    #[schema(pattern = "^(confirmed|waiting)$")]
    state: Option<&'static str>,
    /// The place in the queue, from one, of who waits.
    queue: Option<u32>,
    /// Why there is neither: a stable slug.
    code: Option<&'static str>,
    /// The same in Indonesian, with the way out.
    message: Option<String>,
}

/// Bring in a file of participants
///
/// Rows are answered in their order; a refused one keeps nobody else out, and the file sent again changes
/// nothing. A trial says what would happen now.
#[utoipa::path(post, path = "/classes/{id}/places/file", tag = "classes",
    params(("id" = Uuid, Path, description = "The class."), Key),
    request_body(content = SentPlacesFile, content_type = "multipart/form-data"),
    responses(Read, Found, Known, Written,
        (status = 200, description = "An answer a row.", body = PlacesFileAnswer)))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Json<PlacesFileAnswer>, Declined> {
    caller.0.may(Act::ManagePlaces)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let sent = take_upload(&mut form, |_| Ok(())).await?;
    let dry_run = said(&sent)?;
    let asking = key.asking(&app, &caller, &sent.digest(&FIELDS));
    let wish = Wish { reason: sent.get("reason").to_owned(), walk_in: false };
    let (name, bytes) = sent.file.ok_or_else(|| wrong("file", Code::Empty))?;
    let file = NikFile::read(&name, bytes).map_err(|code| wrong("file", code))?;
    let filed = if dry_run {
        app.look(move |tx, house| {
            file.try_out(tx, house, &asking.officer, (class, asking.at.date()), &wish)
        })
        .await?
    } else {
        app.change(move |tx, house| file.ask(tx, house, &asking, class, &wish)).await?
    };
    Ok(Json(answer(dry_run, &filed)))
}

/// Whether it is only to be tried out; refuses fields nobody asked for.
fn said(sent: &Upload) -> Result<bool, Declined> {
    let unknown = sent.fields.iter().map(|(name, _)| name.as_str());
    let unknown: Vec<Wrong> =
        unknown.filter(|name| !FIELDS.contains(name)).map(Wrong::unknown).collect();
    if !unknown.is_empty() {
        return Err(Declined::Fields(unknown));
    }
    match sent.get("dry_run") {
        "" | "false" => Ok(false),
        "true" => Ok(true),
        _ => Err(wrong("dry_run", Code::Word).into()),
    }
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

fn answer(dry_run: bool, filed: &[FiledNik]) -> PlacesFileAnswer {
    let with = |state| {
        let got = |it: &&FiledNik| it.1.as_ref().is_ok_and(|given| given.state == state);
        filed.iter().filter(got).count()
    };
    PlacesFileAnswer {
        dry_run,
        items: filed.iter().map(row).collect(),
        confirmed: with(PlaceState::Confirmed),
        waiting: with(PlaceState::Waiting),
        existing: filed.iter().filter(|it| it.1 == Err(Code::AlreadyInClass)).count(),
        refused: filed.iter().filter(|it| is_rejected(&it.1)).count(),
    }
}

fn row((row, answered): &FiledNik) -> PlacesFileRow {
    let refused = answered.err();
    let given = answered.ok();
    PlacesFileRow {
        row: *row,
        state: given.map(|given| given.state.word()),
        queue: given.and_then(|given| given.queue),
        code: refused.map(Code::slug),
        message: refused.map(|code| message(code, Lang::Id)),
    }
}
