//! Members that were offered to a mentor: taken, or refused for a reason.
use crate::{
    App, FieldError, Problem,
    mentoring::{self, Reply},
    people,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{ActId, mentoring::RefusedBecause};

/// So many names of an offer are shown.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "mentoring/pages/offers.html")]
pub(super) struct OffersPage {
    shell: Shell,
    w: &'static words::Caseloads,
    wrong: Mistakes,
    offers: Vec<Shown>,
    reasons: Vec<Choice>,
}

struct Shown {
    id: ActId,
    title: String,
    names: Vec<String>,
    accept_id: String,
    refuse_id: String,
}

/// Shows what waits for the mentor's answer.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
) -> Result<Page<OffersPage>, Problem> {
    Ok(Page::of(OffersPage::of(&app, &visit).await?))
}

impl OffersPage {
    async fn of(app: &App, visit: &Visit) -> Result<Self, Problem> {
        let (officer, w, lang) = (visit.officer()?, words::Caseloads::of(visit.lang), visit.lang);
        let look = app.look(move |tx, house| {
            let mut read = Vec::new();
            for offer in mentoring::offers(tx, &officer)? {
                let mut rows = Vec::new();
                for member in offer.members.iter().take(NAMED) {
                    rows.extend(people::record(tx, &officer.scope, *member)?);
                }
                read.push((offer, people::briefs(house, rows)));
            }
            Ok(read)
        });
        let shown = |(offer, briefs): (mentoring::Offer, Vec<people::Brief>)| {
            let (n, on) = (offer.members.len().to_string(), words::day(offer.offered_on, lang));
            let name = |brief: people::Brief| {
                if brief.name.is_empty() { brief.row.number } else { brief.name }
            };
            Shown {
                id: offer.id,
                title: fill(w.offer_of, &[("n", &n), ("date", &on)]),
                names: briefs.into_iter().map(name).collect(),
                accept_id: app.house.new_id().to_string(),
                refuse_id: app.house.new_id().to_string(),
            }
        };
        let reason = |why: RefusedBecause| {
            Choice::of(why.word(), lang.pick(why.label_id(), why.label_en()), "")
        };
        let none = [Choice::of("", w.choose_reason, "")];
        Ok(Self {
            offers: look.await?.into_iter().map(shown).collect(),
            shell: visit.shell(app, w.offers),
            w,
            wrong: Mistakes::none(),
            reasons: none.into_iter().chain(RefusedBecause::ALL.map(reason)).collect(),
        })
    }
}

/// Takes the members, or refuses them.
pub(super) async fn answer(
    State(app): State<App>,
    Path(offer): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let offer: ActId = offer.parse().map_err(|_| Problem::NotFound)?;
    let asking = posted.asking(&app)?;
    let reply = reply(&posted.fields);
    let act = app.change(move |tx, _| mentoring::answer(tx, &asking, offer, reply?));
    match act.await {
        Ok(_) => Ok(Redirect::to("/dampingi?dijawab=1").into_response()),
        Err(Problem::Invalid(wrong)) => again(&app, &posted, &wrong).await,
        Err(other) => Err(other),
    }
}

fn reply(typed: &Fields) -> Result<Reply, Problem> {
    if typed.get("answer") == "accept" {
        return Ok(Reply::Accept);
    }
    Reply::refuse(typed.get("reason"))
}

async fn again(app: &App, posted: &Posted, wrong: &[FieldError]) -> Result<Response, Problem> {
    let mut page = OffersPage::of(app, &posted.visit).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, posted.visit.lang).in_order(&["reason"]);
    Ok(Page::wrong(page).into_response())
}
