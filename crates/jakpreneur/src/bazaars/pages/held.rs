//! One bazaar for officers: who asked, the draw, who came on a day and what they sold.
use super::saying::{self, Line, id, line};
use crate::{
    App, Problem,
    bazaars::{self, DayForm, Seller},
    journal::Asking,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Bazaars, Lang, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ActId, ApplicationId, BazaarId, Date, bazaar::Holding, number::thousands};

/// So many sellers are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "bazaars/pages/held.html")]
pub(super) struct HeldPage {
    shell: Shell,
    w: &'static Bazaars,
    wrong: Mistakes,
    notice: Option<&'static str>,
    bazaar: BazaarId,
    it: Line,
    totals: Option<String>,
    may_draw: bool,
    may_call_off: bool,
    may_ask: bool,
    days: Vec<Choice>,
    on: Option<String>,
    count: String,
    sellers: Vec<Row>,
    next: Option<String>,
    /// A key for each form.
    keys: [String; 5],
}

/// A seller on the day shown.
struct Row {
    application: ApplicationId,
    name: String,
    open: Option<String>,
    nik: String,
    state: String,
    /// Whether something may be told of them.
    sells: bool,
    attended: Vec<Choice>,
    sold: String,
    may_leave: bool,
}

/// The day that is shown: the one asked for, else the last that has come.
fn shown(days: &[Date], asked: &str, today: Date) -> Option<Date> {
    let asked = days.iter().find(|day| day.to_string() == asked);
    asked.or_else(|| days.iter().rfind(|day| **day <= today)).copied().filter(|day| *day <= today)
}

fn row(it: &Seller, on: Option<Date>, lang: Lang) -> Row {
    let w = Bazaars::of(lang);
    let told = on.and_then(|on| it.days.iter().find(|day| day.on == on)).map(|day| day.told);
    let there = match told.and_then(|told| told.attended) {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let sold = told.and_then(|told| told.sold).map(|sold| thousands(sold.0.unsigned_abs()));
    let member = it.standing.row.member.filter(|_| it.openable);
    Row {
        application: it.standing.row.id,
        name: it.name.clone(),
        open: member.map(|member| format!("/warga/{member}")),
        nik: it.nik.clone(),
        state: saying::holding(it.standing.holding, lang),
        sells: on.is_some() && it.standing.holding == Some(Holding::Stand),
        attended: [("", w.unknown), ("yes", w.yes), ("no", w.no)]
            .map(|(word, label)| Choice::of(word, label, there))
            .to_vec(),
        sold: sold.unwrap_or_default(),
        may_leave: !it.standing.row.given_up,
    }
}

async fn page(app: &App, visit: &Visit, id: BazaarId, asked: &Fields) -> Result<HeldPage, Problem> {
    let (officer, lang, today) = (visit.officer()?, visit.lang, app.house.today());
    let after: usize = asked.get("setelah").parse().unwrap_or_default();
    let act_id = ActId(app.house.new_id());
    let asking = Asking {
        officer: officer.clone(),
        at: app.house.now(),
        act_id,
        asked: None,
        made_at: None,
    };
    let look = app.change(move |tx, house| {
        let found = bazaars::sellers(tx, house, &asking, id, (after, PAGE))?;
        let sums = match bazaars::totals(tx, &asking.officer, id) {
            // Of a bazaar of others, its officers alone see what it comes to.
            Err(Problem::Forbidden) => None,
            sums => Some(sums?),
        };
        Ok((found, sums))
    });
    let (found, sums) = look.await?;
    let (w, bazaar) = (Bazaars::of(lang), &found.bazaar);
    let announced = &bazaar.announced;
    let days = announced.days();
    let on = shown(&days, asked.get("hari"), today);
    let on_text = on.map(|on| on.to_string()).unwrap_or_default();
    let runs = bazaar.called_off.is_none();
    let manages = officer.role.may(Act::ManageBazaars)
        && officer.scope.covers(&announced.agency, announced.area);
    let totals = |sums: rules::bazaar::Sums| {
        let turnover = sums.turnover.map_or_else(|| w.nothing_told.to_owned(), |it| it.to_string());
        let many = |n: u32| thousands(n.into());
        let (sellers, came, told) = (many(sums.sellers), many(sums.came), many(sums.told));
        let places = [("sellers", &*sellers), ("came", &came), ("told", &told)];
        fill(w.totals, &[places.as_slice(), &[("turnover", &turnover)]].concat())
    };
    let past = days.iter().filter(|day| **day <= today);
    let total = u64::try_from(found.total).unwrap_or(u64::MAX);
    let next = |at: usize| format!("/bazar-kerja/{id}?hari={on_text}&setelah={at}");
    Ok(HeldPage {
        shell: visit.shell(app, announced.title.clone()),
        w,
        wrong: Mistakes::none(),
        notice: None,
        bazaar: id,
        it: line(&app.house, bazaar, "/bazar", today, lang),
        totals: sums.map(totals),
        may_draw: manages
            && runs
            && announced.terms().may_draw(bazaar.seed.is_some(), today).is_ok(),
        may_call_off: manages && runs,
        may_ask: runs && bazaar.seed.is_none() && today <= announced.closes_on,
        days: past
            .map(|day| Choice::of(day.to_string(), words::day(*day, lang), &on_text))
            .collect(),
        count: fill(w.count, &[("n", &thousands(total))]),
        sellers: found.items.iter().map(|it| row(it, on.filter(|_| runs), lang)).collect(),
        next: found.next.map(next),
        on: on.map(|on| on.to_string()),
        keys: std::array::from_fn(|_| app.house.new_id().to_string()),
    })
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<HeldPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = page(&app, &visit, id(&text)?, &asked).await?;
    page.notice = asked.some("tersimpan").map(|_| page.w.saved);
    Ok(Page::of(page))
}

async fn answered<T>(
    app: &App,
    posted: &Posted,
    id: BazaarId,
    field: &'static str,
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let on = posted.fields.get("hari");
    let wrong = match done {
        Ok(_) => {
            let to = format!("/bazar-kerja/{id}?tersimpan=1&hari={on}");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(Problem::Refused(code)) => Mistakes::saying(field, message(code, lang)),
        Err(Problem::Invalid(wrong)) => {
            let first = wrong.first().map(|first| message(first.code, lang));
            Mistakes::saying(field, first.unwrap_or_default())
        }
        Err(other) => return Err(other),
    };
    let mut page = page(app, &posted.visit, id, &posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// Draws the stands.
pub(super) async fn draw(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let done = app.change(move |tx, house| bazaars::draw(tx, house, &asking, bazaar)).await;
    answered(&app, &posted, bazaar, "undi", done).await
}

/// Calls the bazaar off.
pub(super) async fn call_off(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let done = app.change(move |tx, _| bazaars::call_off(tx, &asking, bazaar, &reason)).await;
    answered(&app, &posted, bazaar, "reason", done).await
}

/// Asks for a member who is known by their NIK.
pub(super) async fn ask(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let nik = posted.fields.get("nik").to_owned();
    let act = app.change(move |tx, house| {
        let member = bazaars::of_nik(tx, house, &asking.officer, bazaar, &nik)?;
        bazaars::ask(tx, house, &asking, bazaar, member)
    });
    let done = act.await;
    answered(&app, &posted, bazaar, "nik", done).await
}

/// Asks for somebody who is no member.
pub(super) async fn ask_for_outsider(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let name = posted.fields.get("name").to_owned();
    let act =
        app.change(move |tx, house| bazaars::ask_for_outsider(tx, house, &asking, bazaar, &name));
    let done = act.await;
    answered(&app, &posted, bazaar, "name", done).await
}

/// Tells who came and what they sold; a line that was not touched stays as it was.
pub(super) async fn tell(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let on = posted.fields.get("hari").to_owned();
    let mut forms: Vec<(ApplicationId, DayForm)> = Vec::new();
    for raw in posted.fields.all("penjual") {
        let field = |what: &str| posted.fields.get(&format!("{what}-{raw}")).to_owned();
        let form = DayForm { attended: field("hadir"), sold: field("jual") };
        let before = DayForm { attended: field("hadir-tadi"), sold: field("jual-tadi") };
        if form != before {
            forms.push((id(&raw)?, form));
        }
    }
    let act =
        app.change(move |tx, house| bazaars::tell_many(tx, house, &asking, bazaar, &on, &forms));
    let done = act.await;
    answered(&app, &posted, bazaar, "hari", done).await
}

/// Gives a stand or the waiting up for somebody.
pub(super) async fn give_up(
    State(app): State<App>,
    Path((text, application)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (bazaar, asking) = (id(&text)?, posted.asking(&app)?);
    let application: ApplicationId = id(&application)?;
    let act = app.change(move |tx, _| bazaars::give_up(tx, &asking, (bazaar, application)));
    let done = act.await;
    answered(&app, &posted, bazaar, "hari", done).await
}
