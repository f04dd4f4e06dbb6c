//! The months told of a member's business, the form to tell one, and the form to take one back.
use super::{
    months::{Line, lines},
    verdict::{Said, verdict},
};
use crate::{
    App, FieldError, Problem,
    growth::{self, MeasureForm},
    people,
    staff::log_read,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, MemberId,
    growth::{Month, Source},
};

/// The fields in the order of the page.
const FIELDS: [&str; 12] = [
    "month",
    "turnover",
    "assets",
    "women_paid",
    "women_unpaid",
    "men_paid",
    "men_unpaid",
    "source",
    "measured_on",
    "reason",
    "confirmed",
    "void_reason",
];

#[derive(Template)]
#[template(path = "growth/pages/show.html")]
pub(super) struct GrowthPage {
    shell: Shell,
    w: &'static words::Growth,
    wrong: Mistakes,
    notice: Option<&'static str>,
    member: MemberId,
    lines: Vec<Line>,
    verdict: Vec<Said>,
    may_measure: bool,
    months: Vec<Choice>,
    sources: Vec<Choice>,
    today: String,
    typed: Fields,
    act_id: String,
    void_id: String,
}

/// Shows the months of a member; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<GrowthPage>, Problem> {
    let mut page = GrowthPage::of(&app, &visit, id(&member)?, Fields::default()).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let done = [("tersimpan", page.w.saved), ("dibatalkan", page.w.voided)];
    page.notice = done.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
    Ok(Page::of(page))
}

fn id(text: &str) -> Result<MemberId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

impl GrowthPage {
    async fn of(app: &App, visit: &Visit, id: MemberId, typed: Fields) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            asker.may(Act::OpenFile)?;
            let row = people::record(tx, &asker.scope, id)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "growth.member", Some(id.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            Ok((name, growth::series_of(tx, house, &row)?))
        });
        let (name, series) = read.await?;
        let (w, lang, house) = (words::Growth::of(visit.lang), visit.lang, &*app.house);
        let verdict = verdict(&series, house.today(), lang);
        let lines = lines(&series, lang);
        let chosen = typed.get("void_month");
        let month = |line: &Line| Choice::of(line.value.clone(), line.month.clone(), chosen);
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            member: id,
            may_measure: officer.role.may(Act::Measure),
            months: lines.iter().map(month).collect(),
            lines,
            verdict,
            sources: sources(lang, &typed),
            today: house.today().to_string(),
            act_id: house.new_id().to_string(),
            void_id: house.new_id().to_string(),
            typed,
        })
    }

    fn measured_on(&self) -> String {
        self.typed.some("measured_on").unwrap_or_else(|| self.today.clone())
    }
}

fn sources(lang: Lang, typed: &Fields) -> Vec<Choice> {
    let chosen = typed.some("source").unwrap_or_else(|| Source::Told.word().to_owned());
    let choice =
        |of: Source| Choice::of(of.word(), lang.pick(of.label_id(), of.label_en()), &chosen);
    Source::ALL.map(choice).into()
}

/// Takes a month.
pub(super) async fn measure(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| growth::measure(tx, house, &asking, member, &form));
    match act.await {
        Ok(_) => Ok(to(member, "tersimpan")),
        Err(Problem::Invalid(wrong)) => again(&app, posted, member, &wrong).await,
        Err(other) => Err(other),
    }
}

fn to(member: MemberId, done: &str) -> Response {
    Redirect::to(&format!("/warga/{member}/perkembangan?{done}=1")).into_response()
}

async fn again(
    app: &App,
    posted: Posted,
    member: MemberId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let mut page = GrowthPage::of(app, &posted.visit, member, posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
    Ok(Page::wrong(page).into_response())
}

fn form(typed: &Fields) -> MeasureForm {
    let text = |field: &str| typed.get(field).to_owned();
    MeasureForm {
        month: text("month"),
        measured_on: text("measured_on"),
        turnover: text("turnover"),
        assets: text("assets"),
        workers: ["women_paid", "women_unpaid", "men_paid", "men_unpaid"].map(text),
        source: text("source"),
        reason: text("reason"),
        confirmed: typed.yes("confirmed"),
    }
}

/// Takes a month back.
pub(super) async fn void(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let month = Month::parse_officer(posted.fields.get("void_month"));
    let month = month.map_err(|_| Problem::NotFound)?;
    let reason = posted.fields.get("void_reason").to_owned();
    let of = (member, month);
    let act = app.change(move |tx, house| growth::void(tx, house, &asking, of, &reason));
    match act.await {
        Ok(_) => Ok(to(member, "dibatalkan")),
        Err(Problem::Invalid(wrong)) => {
            let here = |error: &FieldError| FieldError::new("void_reason", error.code);
            let wrong: Vec<FieldError> = wrong.iter().map(here).collect();
            again(&app, posted, member, &wrong).await
        }
        Err(other) => Err(other),
    }
}
