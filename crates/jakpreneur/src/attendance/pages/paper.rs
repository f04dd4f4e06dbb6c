//! Typing a signed paper list back: by the line numbers of who was absent, or one by one.
use super::{session::place, typed::lines};
use crate::{
    App, Code, FieldError, Problem,
    attendance::{self, Listed, Marking, Outcome, Told},
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, ClassId, MemberId,
    training::{Mark, Way},
};

#[derive(Template)]
#[template(path = "attendance/pages/paper.html")]
pub(super) struct PaperPage {
    shell: Shell,
    w: &'static words::Attendance,
    wrong: Mistakes,
    notice: Option<String>,
    left: Option<String>,
    class: ClassId,
    number: i16,
    lines: Vec<Row>,
    typed: Fields,
    rest: bool,
    act_id: String,
}

struct Row {
    n: usize,
    member: MemberId,
    name: String,
    chosen: &'static str,
}

/// Shows the form with all names.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<PaperPage>, Problem> {
    let at = place(&class, query.as_deref())?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = PaperPage::of(&app, &visit, at, Fields::default()).await?;
    let said = |field, text| {
        let n: Option<u32> = asked.get(field).parse().ok();
        n.map(|n| fill(text, &[("n", &n.to_string())]))
    };
    page.notice = said("tersimpan", page.w.paper_saved);
    page.left = said("tertinggal", page.w.paper_left);
    Ok(Page::of(page))
}

impl PaperPage {
    async fn of(
        app: &App,
        visit: &Visit,
        (class, number): (ClassId, i16),
        typed: Fields,
    ) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        let read = app.look(move |tx, house| {
            officer.may(Act::MarkAttendance)?;
            attendance::listed(tx, house, &officer, class, number)
        });
        let read = read.await?;
        let w = words::Attendance::of(visit.lang);
        let title = &read.class.announced.title;
        let title = fill(w.of_session, &[("title", title), ("n", &number.to_string())]);
        Ok(Self {
            shell: visit.shell(app, format!("{}: {title}", w.paper)),
            w,
            wrong: Mistakes::none(),
            notice: None,
            left: None,
            class,
            number,
            lines: rows(&read, &typed),
            rest: typed.yes("rest"),
            typed,
            act_id: app.house.new_id().to_string(),
        })
    }
}

fn rows(read: &Listed, typed: &Fields) -> Vec<Row> {
    let row = |(n, line): (usize, &attendance::Line)| {
        let member = line.who.member;
        let said = Mark::of_word(typed.get(&format!("m-{member}")));
        let mark = said.or(line.kept.map(|kept| kept.mark));
        Row { n: n + 1, member, name: line.who.name.clone(), chosen: mark.map_or("", Mark::word) }
    };
    read.lines.iter().enumerate().map(row).collect()
}

/// Saves the list.
pub(super) async fn save(
    State(app): State<App>,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    posted: Posted,
) -> Result<Response, Problem> {
    let at = place(&class, query.as_deref())?;
    let (asking, fields) = (posted.asking(&app)?, posted.fields.clone());
    let done = app.change(move |tx, house| {
        asking.officer.may(Act::MarkAttendance)?;
        let read = attendance::listed(tx, house, &asking.officer, at.0, at.1)?;
        let marks = marks(&read, &fields)?;
        let (way, reason) = (Way::Paper, fields.get("reason").to_owned());
        let marking = Marking { session: at.1, way, marks, reason };
        attendance::mark(tx, house, &asking, at.0, &marking)
    });
    let mistakes = match done.await {
        Ok(told) => return Ok(saved(at, &told)),
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, posted.visit.lang),
        Err(Problem::Refused(code)) => Mistakes::one("absent", code, posted.visit.lang),
        Err(other) => return Err(other),
    };
    let mut page = PaperPage::of(&app, &posted.visit, at, posted.fields).await?;
    page.wrong = mistakes.in_order(&["absent", "excused", "reason"]);
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    Ok(Page::wrong(page).into_response())
}

fn saved((class, number): (ClassId, i16), told: &Told) -> Response {
    let is_left = |outcome| matches!(outcome, Outcome::LeftOut(_));
    let left = told.answers.iter().filter(|answer| is_left(answer.outcome)).count();
    let saved = told.answers.len() - left;
    let left = if left > 0 { format!("&tertinggal={left}") } else { String::new() };
    let next = format!("/kelas-saya/{class}/kertas?sesi={number}&tersimpan={saved}{left}");
    Redirect::to(&next).into_response()
}

/// What the form says of each line: line numbers win over what is chosen in the list.
fn marks(read: &Listed, fields: &Fields) -> Result<Vec<(MemberId, Mark)>, Problem> {
    let numbers = |field| {
        let wrong = || Problem::Invalid(vec![FieldError::new(field, Code::Number)]);
        lines(fields.get(field), read.lines.len()).ok_or_else(wrong)
    };
    let (absent, excused, rest) = (numbers("absent")?, numbers("excused")?, fields.yes("rest"));
    let mark = |n: usize, line: &attendance::Line| {
        if absent.contains(&n) {
            Some(Mark::Absent)
        } else if excused.contains(&n) {
            Some(Mark::Excused)
        } else if rest {
            Some(Mark::Present)
        } else {
            Mark::of_word(fields.get(&format!("m-{}", line.who.member)))
        }
    };
    let lines = (1..).zip(&read.lines);
    let marks: Vec<_> =
        lines.filter_map(|(n, line)| Some((line.who.member, mark(n, line)?))).collect();
    if marks.is_empty() {
        return Err(Problem::Invalid(vec![FieldError::new("absent", Code::Empty)]));
    }
    Ok(marks)
}
