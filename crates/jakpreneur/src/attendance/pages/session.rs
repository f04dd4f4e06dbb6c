//! Marking a session: scan, camera, photo, or the list.
use crate::{
    App, Problem,
    attendance::{self, Line, Listed},
    web::{Fields, Mistakes, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use rules::{
    Act, ClassId, Instant, MemberId,
    training::{ClassState, Mark},
};

#[derive(Template)]
#[template(path = "attendance/pages/session.html")]
pub(super) struct SessionPage {
    shell: Shell,
    w: &'static words::Attendance,
    wrong: Mistakes,
    told: Option<Told>,
    class: ClassId,
    number: i16,
    sessions: Vec<(i16, String)>,
    counted: String,
    rest: [String; 3],
    asked: Asked,
    lines: Vec<Row>,
    is_empty: bool,
    is_open: bool,
    changing: Option<(MemberId, String)>,
    typed: Fields,
    act_id: String,
    list_act_id: String,
    add_act_id: String,
}

/// What became of the last mark.
struct Told {
    colour: &'static str,
    word: String,
    name: String,
    at: String,
}

struct Row {
    n: usize,
    member: MemberId,
    name: String,
    number: String,
    walk_in: bool,
    mark: Option<(&'static str, &'static str, String)>,
}

/// What is asked of the page.
#[derive(Clone, Default)]
pub(super) struct Asked {
    name: String,
    only_unmarked: bool,
    about: Option<MemberId>,
    already: bool,
    changing: Option<MemberId>,
}

/// Which session of a class an address means; the first where it says none.
pub(super) fn place(class: &str, query: Option<&str>) -> Result<(ClassId, i16), Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let class = class.parse().map_err(|_| Problem::NotFound)?;
    let number = asked.some("sesi").map_or(Ok(1), |text| text.parse());
    Ok((class, number.map_err(|_| Problem::NotFound)?))
}

/// Shows a session.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let at = place(&class, query.as_deref())?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let asked = Asked {
        name: fields.get("cari").to_owned(),
        only_unmarked: fields.get("lihat") == "belum",
        about: fields.get("untuk").parse().ok(),
        already: fields.yes("sudah"),
        changing: fields.get("ubah").parse().ok(),
    };
    let page = SessionPage::of(&app, &visit, at, asked, Fields::default()).await?;
    Ok(with_camera(Page::of(page)))
}

/// The page again, with what is wrong in it.
pub(super) async fn refused(
    app: &App,
    visit: &Visit,
    at: (ClassId, i16),
    typed: Fields,
    problem: Problem,
) -> Result<Response, Problem> {
    let (status, wrong) = match problem {
        Problem::Invalid(wrong) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Mistakes::of(&wrong, visit.lang))
        }
        Problem::Refused(code) => (StatusCode::CONFLICT, Mistakes::one("code", code, visit.lang)),
        other => return Err(other),
    };
    let changing = super::typed::tapped(typed.get("mark")).map(|(member, _)| member);
    let asked = Asked { changing, ..Asked::default() };
    let mut page = SessionPage::of(app, visit, at, asked, typed).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong.in_order(&["code", "photo", "reason", "nik"]);
    Ok(with_camera(Page::with(status, page)))
}

/// This page alone may ask for the camera.
fn with_camera(page: Page<SessionPage>) -> Response {
    let mut response = page.into_response();
    let own = HeaderValue::from_static("camera=(self), geolocation=(), microphone=()");
    response.headers_mut().insert("permissions-policy", own);
    response
}

impl SessionPage {
    async fn of(
        app: &App,
        visit: &Visit,
        (class, number): (ClassId, i16),
        asked: Asked,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        let read = app.look(move |tx, house| {
            officer.may(Act::MarkAttendance)?;
            attendance::listed(tx, house, &officer, class, number)
        });
        let read = read.await?;
        let (w, lang) = (words::Attendance::of(visit.lang), visit.lang);
        let title = &read.class.announced.title;
        let title = fill(w.of_session, &[("title", title), ("n", &number.to_string())]);
        let new_id = || app.house.new_id().to_string();
        Ok(Self {
            shell: visit.shell(app, title),
            w,
            wrong: Mistakes::none(),
            told: asked.about.and_then(|member| told(&read, w, member, asked.already)),
            class,
            number,
            sessions: sessions(&read, lang),
            counted: counted(&read, w),
            rest: rest(&read, w),
            lines: rows(&read, w, &asked),
            is_empty: read.lines.is_empty(),
            is_open: read.class.state == ClassState::Announced,
            changing: asked.changing.and_then(|member| changing(&read, w, member)),
            asked,
            typed,
            act_id: new_id(),
            list_act_id: new_id(),
            add_act_id: new_id(),
        })
    }
}

fn counted(read: &Listed, w: &words::Attendance) -> String {
    let present = read.with(Some(Mark::Present)).to_string();
    fill(w.counted, &[("n", &present), ("all", &read.lines.len().to_string())])
}

fn rest(read: &Listed, w: &words::Attendance) -> [String; 3] {
    [(w.unmarked, None), (w.excused, Some(Mark::Excused)), (w.absent, Some(Mark::Absent))]
        .map(|(text, mark)| fill(text, &[("n", &read.with(mark).to_string())]))
}

fn sessions(read: &Listed, lang: Lang) -> Vec<(i16, String)> {
    let w = words::Attendance::of(lang);
    let said = |session: &crate::classes::Session| {
        let n = fill(w.session, &[("n", &session.number.to_string())]);
        (session.number, format!("{n}, {}", words::day(session.held_on, lang)))
    };
    read.class.announced.sessions.iter().map(said).collect()
}

fn told(read: &Listed, w: &words::Attendance, member: MemberId, already: bool) -> Option<Told> {
    let line = read.lines.iter().find(|line| line.who.member == member)?;
    let kept = line.kept?;
    let word = match kept.mark {
        Mark::Present => w.present_now,
        Mark::Excused => w.excused_now,
        Mark::Absent => w.absent_now,
    };
    let (colour, word) = if already {
        ("jp-panel jp-panel--amber", fill(w.already, &[("mark", word)]))
    } else {
        ("jp-panel", word.to_owned())
    };
    Some(Told { colour, word, name: name(w, line), at: time(kept.at) })
}

fn name(w: &words::Attendance, line: &Line) -> String {
    let name = &line.who.name;
    if name.is_empty() { w.erased.to_owned() } else { name.clone() }
}

fn time(at: Instant) -> String {
    at.civil().strftime("%H.%M").to_string()
}

fn changing(read: &Listed, w: &words::Attendance, member: MemberId) -> Option<(MemberId, String)> {
    let line = read.lines.iter().find(|line| line.who.member == member)?;
    line.kept.map(|_| (member, fill(w.change_of, &[("name", &name(w, line))])))
}

fn rows(read: &Listed, w: &words::Attendance, asked: &Asked) -> Vec<Row> {
    let wanted = rules::name::fold(&asked.name);
    let fits = |line: &Line| {
        let unmarked = line.kept.is_none_or(|kept| kept.mark != Mark::Present);
        (unmarked || !asked.only_unmarked) && rules::name::fold(&line.who.name).contains(&wanted)
    };
    let row = |(n, line): (usize, &Line)| Row {
        n: n + 1,
        member: line.who.member,
        name: name(w, line),
        number: line.who.number.clone(),
        walk_in: line.who.walk_in,
        mark: line.kept.map(|kept| {
            let (said, colour) = match kept.mark {
                Mark::Present => (w.here, "jp-tag--green"),
                Mark::Excused => (w.leave, "jp-tag--amber"),
                Mark::Absent => (w.away, "jp-tag--red"),
            };
            (said, colour, time(kept.at))
        }),
    };
    read.lines.iter().enumerate().filter(|(_, line)| fits(line)).map(row).collect()
}
