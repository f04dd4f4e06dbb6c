//! The member's own: bazaars to ask for, how they stand, and what they sold in two taps.
use super::saying::{self, Line, id, line};
use crate::{
    App, Code, Problem,
    bazaars::{self, DayForm, Mine, Wanted},
    people,
    residents::Resident,
    staff::Officer,
    web::{Mistakes, Page, Posted, Shell, Visit},
    words::{self, Bazaars, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{ApplicationId, BazaarId, bazaar::Holding};

/// Where the page is.
const HERE: &str = "/saya/bazar";
/// So many bazaars to come are shown.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "bazaars/pages/mine.html")]
pub(super) struct MinePage {
    shell: Shell,
    w: &'static Bazaars,
    wrong: Mistakes,
    notice: Option<&'static str>,
    own: Vec<Own>,
    /// A bazaar to ask for, and the key of asking.
    to_come: Vec<(Line, String)>,
}

/// A bazaar the member asked for.
struct Own {
    it: Line,
    state: String,
    /// Where it is given up, with the key; none where there is nothing to give up.
    give_up: Option<(String, String)>,
    told: Vec<String>,
    /// A day to tell of: its field, its question, where it is sent, and the key.
    ask: Vec<Question>,
}

struct Question {
    field: String,
    said: String,
    on: String,
    to: String,
    act_id: String,
}

async fn page(app: &App, visit: &Visit, resident: Resident) -> Result<MinePage, Problem> {
    let (member, lang, today) = (resident.member(), visit.lang, app.house.today());
    let wanted = Wanted { from: Some(today), limit: MOST, ..Wanted::default() };
    let look = app.look(move |tx, _| {
        let row = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
        let mine = bazaars::of_person(tx, row.person)?;
        Ok((mine, bazaars::list(tx, &Officer::public(), &wanted)?.items))
    });
    let (mine, announced) = look.await?;
    let w = Bazaars::of(lang);
    let asked =
        |id: BazaarId| mine.iter().any(|it| it.bazaar.id == id && !it.standing.row.given_up);
    let open = announced.iter().filter(|row| {
        row.called_off.is_none() && row.seed.is_none() && today <= row.announced.closes_on
    });
    let to_come = open
        .filter(|row| !asked(row.id))
        .map(|row| (line(&app.house, row, HERE, today, lang), app.house.new_id().to_string()));
    Ok(MinePage {
        shell: visit.shell(app, w.mine),
        w,
        wrong: Mistakes::none(),
        notice: None,
        to_come: to_come.collect(),
        own: mine.iter().map(|it| own(app, it, visit)).collect(),
    })
}

fn own(app: &App, it: &Mine, visit: &Visit) -> Own {
    let (lang, today) = (visit.lang, app.house.today());
    let (w, at) = (Bazaars::of(lang), format!("{HERE}/{}/{}", it.bazaar.id, it.standing.row.id));
    let runs = it.bazaar.called_off.is_none();
    let sells = runs && it.standing.holding == Some(Holding::Stand);
    let sold = |on| it.days.iter().find(|day| day.on == on).and_then(|day| day.told.sold);
    let days = it.bazaar.announced.days().into_iter().filter(|on| *on <= today);
    let (mut told, mut ask) = (Vec::new(), Vec::new());
    for on in days.filter(|_| sells) {
        let day = words::day(on, lang);
        match sold(on) {
            Some(sold) => {
                told.push(fill(w.own_told, &[("day", &day), ("sold", &sold.to_string())]));
            }
            None => ask.push(Question {
                field: format!("jual-{on}-{}", it.standing.row.id),
                said: fill(w.own_sold, &[("day", &day)]),
                on: on.to_string(),
                to: format!("{at}/jual"),
                act_id: app.house.new_id().to_string(),
            }),
        }
    }
    let leaves = runs && !it.standing.row.given_up && today < it.bazaar.announced.first_on;
    Own {
        it: line(&app.house, &it.bazaar, "/bazar", today, lang),
        state: saying::holding(it.standing.holding, lang),
        give_up: leaves.then(|| (format!("{at}/mundur"), app.house.new_id().to_string())),
        told,
        ask,
    }
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    RawQuery(query): RawQuery,
) -> Result<Page<MinePage>, Problem> {
    let mut page = page(&app, &visit, resident).await?;
    page.notice = query.filter(|query| query == "tersimpan=1").map(|_| page.w.saved);
    Ok(Page::of(page))
}

async fn answered<T>(
    app: &App,
    visit: &Visit,
    resident: Resident,
    field: String,
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let say = |code: Code| Mistakes::saying(field.clone(), message(code, visit.lang));
    let wrong = match done {
        Ok(_) => return Ok(Redirect::to(&format!("{HERE}?tersimpan=1")).into_response()),
        Err(Problem::Refused(code)) => say(code),
        Err(Problem::Invalid(wrong)) => {
            wrong.first().map_or_else(Mistakes::none, |first| say(first.code))
        }
        Err(other) => return Err(other),
    };
    let mut page = page(app, visit, resident).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// Asks for a stand.
pub(super) async fn ask(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let bazaar: BazaarId = id(&text)?;
    let (member, asking) = (resident.member(), posted.asked_by(&app, resident.officer()));
    let act = app.change(move |tx, house| bazaars::ask(tx, house, &asking, bazaar, member));
    let done = act.await;
    answered(&app, &posted.visit, resident, format!("daftar-{bazaar}"), done).await
}

/// Gives a stand or the waiting up.
pub(super) async fn give_up(
    State(app): State<App>,
    resident: Resident,
    Path((bazaar, application)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let which: (BazaarId, ApplicationId) = (id(&bazaar)?, id(&application)?);
    let asking = posted.asked_by(&app, resident.officer());
    let done = app.change(move |tx, _| bazaars::give_up(tx, &asking, which)).await;
    answered(&app, &posted.visit, resident, format!("mundur-{}", which.1), done).await
}

/// Tells what was sold on a day.
pub(super) async fn tell(
    State(app): State<App>,
    resident: Resident,
    Path((bazaar, application)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let which: (BazaarId, ApplicationId) = (id(&bazaar)?, id(&application)?);
    let asking = posted.asked_by(&app, resident.officer());
    let on = posted.fields.get("on").to_owned();
    let form = DayForm { attended: String::new(), sold: posted.fields.get("sold").to_owned() };
    let field = format!("jual-{on}-{}", which.1);
    let act = app.change(move |tx, house| bazaars::tell(tx, house, &asking, which, &on, &form));
    let done = act.await;
    answered(&app, &posted.visit, resident, field, done).await
}
