//! Whoever leads mentors: who waits for a mentor, sharing them out, offering a caseload to somebody else.
use crate::{
    App, Code, FieldError, Problem,
    mentoring::{self, Waiting},
    staff::Account,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{MemberId, UserId, number::thousands};

/// What is offered where members have moved or their mentor left.
const MOVED: &str = "pindah";
/// The fields in the order of the page.
const FIELDS: [&str; 2] = ["from", "to"];

#[derive(Template)]
#[template(path = "mentoring/pages/lead.html")]
pub(super) struct LeadPage {
    shell: Shell,
    w: &'static words::Caseloads,
    wrong: Mistakes,
    notice: Option<&'static str>,
    without: String,
    any_without: bool,
    moved: String,
    mentors: Vec<Led>,
    from: Vec<Choice>,
    to: Vec<Choice>,
    share_id: String,
    offer_id: String,
}

/// A mentor in the table.
struct Led {
    id: UserId,
    name: String,
    load: String,
    term: String,
    is_over: bool,
}

/// Shows who waits.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<LeadPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = LeadPage::of(&app, &visit, &Fields::default()).await?;
    let done = [("dibagi", page.w.shared_now), ("ditawarkan", page.w.offered_now)];
    page.notice = done.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
    Ok(Page::of(page))
}

impl LeadPage {
    async fn of(app: &App, visit: &Visit, typed: &Fields) -> Result<Self, Problem> {
        let (officer, w) = (visit.officer()?, words::Caseloads::of(visit.lang));
        let today = app.house.today();
        let found = app.look(move |tx, _| mentoring::waiting(tx, &officer, today)).await?;
        let Waiting { without, out_of_reach, loads, terms } = found;
        let place = |account: &Account| {
            let area = account.area.map(|area| app.house.region_name(area));
            area.map_or_else(|| account.name.clone(), |area| format!("{} · {area}", account.name))
        };
        let choice = |(account, load): &(Account, i64), chosen: &str| {
            let load = thousands(u64::try_from(*load).unwrap_or_default());
            Choice::of(account.id.to_string(), format!("{} · {load}", place(account)), chosen)
        };
        let moved_label = fill(w.from_moved, &[("n", &out_of_reach.len().to_string())]);
        let moved_choice = Choice::of(MOVED, moved_label, typed.get("from"));
        let mentors = loads.iter().map(|(account, load)| {
            let load = thousands(u64::try_from(*load).unwrap_or_default());
            let term = terms.current(account.id, today).map_or_else(
                || w.no_term.to_owned(),
                |row| words::day(row.term.last_on(), visit.lang),
            );
            let is_over = !terms.run(account.id, today);
            Led { id: account.id, name: place(account), load, term, is_over }
        });
        let count = |n: usize| thousands(u64::try_from(n).unwrap_or_default());
        Ok(Self {
            shell: visit.shell(app, w.title),
            w,
            wrong: Mistakes::none(),
            notice: None,
            without: fill(
                w.without,
                &[("n", &thousands(u64::try_from(without).unwrap_or_default()))],
            ),
            any_without: without > 0,
            moved: fill(w.moved, &[("n", &count(out_of_reach.len()))]),
            mentors: mentors.collect(),
            from: std::iter::once(moved_choice)
                .chain(loads.iter().map(|one| choice(one, typed.get("from"))))
                .collect(),
            to: loads.iter().map(|one| choice(one, typed.get("to"))).collect(),
            share_id: app.house.new_id().to_string(),
            offer_id: app.house.new_id().to_string(),
        })
    }
}

/// Shares out whoever has no mentor.
pub(super) async fn share(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    app.change(move |tx, _| mentoring::share(tx, &asking)).await?;
    Ok(Redirect::to("/dampingi/bagi?dibagi=1").into_response())
}

/// Offers a caseload, or whoever moved, to a mentor.
pub(super) async fn offer(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let wrong = |field| Problem::Invalid(vec![FieldError::new(field, Code::Empty)]);
    let (from, to) =
        (posted.fields.get("from").to_owned(), posted.fields.get("to").parse::<UserId>());
    let today = app.house.today();
    let act = app.change(move |tx, _| {
        let to = to.map_err(|_| wrong("to"))?;
        let members: Vec<MemberId> = if from == MOVED {
            let waiting = mentoring::waiting(tx, &asking.officer, today)?;
            waiting.out_of_reach.into_iter().map(|(member, _)| member).collect()
        } else {
            let from: UserId = from.parse().map_err(|_| wrong("from"))?;
            let held = mentoring::caseload(tx, &asking.officer, from, today)?;
            held.into_iter().map(|one| one.member).collect()
        };
        mentoring::offer(tx, &asking, to, &members)
    });
    match act.await {
        Ok(_) => Ok(Redirect::to("/dampingi/bagi?ditawarkan=1").into_response()),
        Err(Problem::Invalid(wrong)) => {
            let mut page = LeadPage::of(&app, &posted.visit, &posted.fields).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            let here = |error: FieldError| match error.field {
                "members" => FieldError::new("from", error.code),
                _ => error,
            };
            let wrong: Vec<FieldError> = wrong.into_iter().map(here).collect();
            page.wrong = Mistakes::of(&wrong, posted.visit.lang).in_order(&FIELDS);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
