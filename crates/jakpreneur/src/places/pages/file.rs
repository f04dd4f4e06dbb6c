//! Asking for places from a file: each row is answered, and those refused can be taken back as a file.
use crate::{
    App, Code, FieldError, Problem,
    classes::{self, pages::class},
    journal::Asking,
    places::{FiledNik, NikFile, Wish, is_rejected},
    web::{Fields, Mistakes, Page, Shell, Upload, Visit, attachment, jakarta, take_upload},
    words::{self, ClassWork, fill, message},
};
use askama::Template;
use axum::{
    extract::{Multipart, Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use rules::{Act, ActId, ClassId, number::thousands, training::PlaceState};

/// So many refused rows are shown.
const SHOWN: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "places/pages/file.html")]
pub(super) struct FilePage {
    shell: Shell,
    w: &'static words::Places,
    back: &'static str,
    wrong: Mistakes,
    id: ClassId,
    title: String,
    typed: Fields,
    /// Whether nothing was recorded.
    tried: bool,
    cards: Vec<(&'static str, String)>,
    refused: Vec<(u64, String)>,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page<FilePage>, Problem> {
    Ok(Page::of(blank(&app, &visit, class(&id)?).await?))
}

/// Takes a file: says what became of each row, or gives the refused ones back.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    let mut page = blank(&app, &visit, class(&id)?).await?;
    let sent = take_upload(&mut form, |sent| visit.check_form(sent.get("csrf"), &headers)).await?;
    page.typed = [("reason", sent.get("reason").to_owned())].into_iter().collect();
    let file = match read(&sent) {
        Ok(file) => file,
        Err(code) => {
            page.wrong = Mistakes::of(&[FieldError::new("file", code)], visit.lang);
            return Ok(Page::wrong(page).into_response());
        }
    };
    page.tried = !sent.get("coba").is_empty();
    let (file, filed) = if page.tried {
        try_out(&app, &visit, &sent, page.id, file).await?
    } else {
        ask(&app, &visit, &sent, page.id, file).await?
    };
    if sent.get("kembalikan").is_empty() {
        page.tell(&filed, visit.lang);
        return Ok(Page::of(page).into_response());
    }
    let bytes = file.rejects(&filed, jakarta(app.house.now()));
    let bytes = bytes.map_err(|reason| Problem::Broken(format!("no file of rejects: {reason}")))?;
    Ok(attachment(bytes, file.format(), "peserta-ditolak"))
}

fn read(sent: &Upload) -> Result<NikFile, Code> {
    let file = sent.file.as_ref().filter(|(_, bytes)| !bytes.is_empty()).ok_or(Code::Empty)?;
    NikFile::read(&file.0, file.1.clone())
}

async fn ask(
    app: &App,
    visit: &Visit,
    sent: &Upload,
    class: ClassId,
    file: NikFile,
) -> Result<(NikFile, Vec<FiledNik>), Problem> {
    // Every file is its own act: sent again, whoever is in the class already stays as they are.
    let act_id = ActId(app.house.new_id());
    let asking = Asking {
        officer: visit.officer()?,
        at: app.house.now(),
        made_at: None,
        act_id,
        asked: None,
    };
    let wish = Wish { reason: sent.get("reason").to_owned(), walk_in: false };
    app.change(move |tx, house| {
        let filed = file.ask(tx, house, &asking, class, &wish)?;
        Ok((file, filed))
    })
    .await
}

/// Says what asking would say, and records nothing.
async fn try_out(
    app: &App,
    visit: &Visit,
    sent: &Upload,
    class: ClassId,
    file: NikFile,
) -> Result<(NikFile, Vec<FiledNik>), Problem> {
    let officer = visit.officer()?;
    let wish = Wish { reason: sent.get("reason").to_owned(), walk_in: false };
    app.look(move |tx, house| {
        let filed = file.try_out(tx, house, &officer, (class, house.today()), &wish)?;
        Ok((file, filed))
    })
    .await
}

async fn blank(app: &App, visit: &Visit, id: ClassId) -> Result<FilePage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManagePlaces)?;
    let found = app.look(move |tx, _| classes::open(tx, &officer, id)).await?;
    let w = words::Places::of(visit.lang);
    Ok(FilePage {
        shell: visit.shell(app, w.from_file),
        w,
        back: ClassWork::of(visit.lang).to_class,
        wrong: Mistakes::none(),
        id,
        title: found.announced.title,
        typed: Fields::default(),
        tried: false,
        cards: Vec::new(),
        refused: Vec::new(),
    })
}

impl FilePage {
    fn tell(&mut self, filed: &[FiledNik], lang: words::Lang) {
        let count = |is: &dyn Fn(&FiledNik) -> bool| {
            thousands(filed.iter().filter(|it| is(it)).count() as u64)
        };
        let got = |state: PlaceState| {
            move |it: &FiledNik| it.1.as_ref().is_ok_and(|given| given.state == state)
        };
        self.cards = vec![
            (self.w.file_confirmed, count(&got(PlaceState::Confirmed))),
            (self.w.file_waiting, count(&got(PlaceState::Waiting))),
            (self.w.file_before, count(&|it| matches!(it.1, Err(Code::AlreadyInClass)))),
            (self.w.file_refused, count(&|it| is_rejected(&it.1))),
        ];
        let refused = filed.iter().filter(|it| is_rejected(&it.1)).take(SHOWN);
        self.refused = refused
            .filter_map(|(line, it)| Some((*line, message(it.as_ref().err().copied()?, lang))))
            .collect();
    }

    /// `50 baris pertama yang ditolak`.
    fn refused_title(&self) -> String {
        fill(self.w.file_refused_title, &[("n", &thousands(self.refused.len() as u64))])
    }
}
