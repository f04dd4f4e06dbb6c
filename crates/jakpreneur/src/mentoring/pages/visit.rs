//! Recording a visit on a phone: a few taps and one sentence.
use super::sent;
use crate::{
    App, FieldError, Problem, assessments,
    files::{self, PictureLimits},
    journal::Asking,
    mentoring::{self, VisitForm},
    people,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Multipart, Path, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, MemberId,
    assessment::Group,
    mentoring::{Again, Met, Topic},
};

/// The fields in the order of the page.
const FIELDS: [&str; 7] = ["met", "topics", "note", "photo", "again_in", "need", "visited_on"];

/// So many photos are offered, the newest first.
const PHOTOS: usize = 6;

#[derive(Template)]
#[template(path = "mentoring/pages/visit.html")]
pub(super) struct VisitPage {
    shell: Shell,
    w: &'static words::Mentoring,
    wrong: Mistakes,
    member: MemberId,
    last: Option<String>,
    advice: Option<String>,
    needs_title: &'static str,
    met: Vec<Choice>,
    topics: Vec<Choice>,
    again: Vec<Choice>,
    needs: Vec<Choice>,
    photos: Vec<Shown>,
    note: String,
    visited_on: String,
    act_id: String,
}

/// A photo that can be taken out.
struct Shown {
    address: String,
    label: String,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
) -> Result<Page<VisitPage>, Problem> {
    let member = member.parse().map_err(|_| Problem::NotFound)?;
    Ok(Page::of(VisitPage::of(&app, &visit, member, None).await?))
}

/// Records the visit.
pub(super) async fn record(
    State(app): State<App>,
    Path(member): Path<String>,
    visit: Visit,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let member: MemberId = member.parse().map_err(|_| Problem::NotFound)?;
    visit.officer()?.may(Act::VisitMembers)?;
    let (posted, photo) = sent::read(visit, &headers, form).await?;
    let (asking, typed) = (posted.asking(&app)?, &posted.fields);
    let text = |field: &str| typed.get(field).to_owned();
    let form = VisitForm {
        met: text("met"),
        topics: typed.all("topics"),
        note: text("note"),
        visited_on: text("visited_on"),
        again_in: text("again_in"),
        need: text("need"),
    };
    match made(&app, asking, member, form, photo).await {
        Ok(()) => Ok(Redirect::to("/dampingi?dicatat=1").into_response()),
        Err(Problem::Invalid(wrong)) => again(&app, &posted, member, &wrong).await,
        Err(other) => Err(other),
    }
}

/// The visit and its photo: both, or neither.
async fn made(
    app: &App,
    asking: Asking,
    member: MemberId,
    form: VisitForm,
    photo: Vec<u8>,
) -> Result<(), Problem> {
    let clean = move || {
        if photo.is_empty() {
            return Ok(None);
        }
        let clean = files::clean(&photo, PictureLimits::USUAL);
        clean.map(Some).map_err(|why| files::refused("photo", why))
    };
    let picture = app.blocking(clean).await?;
    let act = app.change(move |tx, house| {
        let done = mentoring::visit(tx, house, &asking, member, &form)?;
        // Sent twice, the photo came with the first.
        if let Some(picture) = picture.filter(|_| !done.before) {
            let of = (member, done.event.visit);
            mentoring::add_photo(tx, house, &asking.part(2), of, &picture)?;
        }
        Ok(())
    });
    act.await
}

async fn again(
    app: &App,
    posted: &Posted,
    member: MemberId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let mut page = VisitPage::of(app, &posted.visit, member, Some(&posted.fields)).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, posted.visit.lang).in_order(&FIELDS);
    Ok(Page::wrong(page).into_response())
}

impl VisitPage {
    async fn of(
        app: &App,
        visit: &Visit,
        member: MemberId,
        typed: Option<&Fields>,
    ) -> Result<Self, Problem> {
        let (officer, w, lang) = (visit.officer()?, words::Mentoring::of(visit.lang), visit.lang);
        let look = app.look(move |tx, house| {
            officer.may(Act::VisitMembers)?;
            let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            let assessed = assessments::needs_of(tx, house, &row)?;
            let visits = mentoring::visits_of(tx, member)?;
            Ok((name, visits, mentoring::photos_of(tx, member)?, assessed))
        });
        let (name, visits, photos, assessed) = look.await?;
        let last = |one: &mentoring::VisitRow| {
            let met = lang.pick(one.met.label_id(), one.met.label_en());
            fill(w.last_visit, &[("date", &words::day(one.visited_on, lang)), ("met", met)])
        };
        let shown = |photo: &mentoring::PhotoRow| {
            let of = visits.iter().find(|one| one.id == photo.visit)?;
            let address = format!("/dampingi/{member}/foto/{}", photo.file);
            let on = words::day(of.visited_on, lang);
            Some(Shown { address, label: fill(w.photo_of, &[("date", &on)]) })
        };
        let said = |field: &str| typed.map(|typed| typed.get(field).to_owned());
        Ok(Self {
            shell: visit.shell(app, fill(w.visit_to, &[("name", &name)])),
            w,
            wrong: Mistakes::none(),
            member,
            last: visits.first().map(last),
            advice: assessments::pages::advised(&assessed, lang),
            needs_title: words::Assessments::of(lang).title,
            met: met(lang, &said("met").unwrap_or_else(|| Met::Member.word().to_owned())),
            topics: topics(lang, &typed.map(|typed| typed.all("topics")).unwrap_or_default()),
            again: again_in(
                w,
                lang,
                &said("again_in").unwrap_or_else(|| Again::TwoWeeks.word().to_owned()),
            ),
            needs: needs(w, lang, &said("need").unwrap_or_default()),
            photos: photos.iter().rev().filter_map(shown).take(PHOTOS).collect(),
            note: said("note").unwrap_or_default(),
            visited_on: said("visited_on").unwrap_or_else(|| app.house.today().to_string()),
            act_id: app.house.new_id().to_string(),
        })
    }
}

fn met(lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice = |it: Met| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    Met::ALL.map(choice).into()
}

fn topics(lang: Lang, chosen: &[String]) -> Vec<Choice> {
    let choice = |it: Topic| Choice {
        value: it.word().to_owned(),
        label: lang.pick(it.label_id(), it.label_en()).to_owned(),
        chosen: chosen.iter().any(|word| word == it.word()),
    };
    Topic::ALL.map(choice).into()
}

fn needs(w: &words::Mentoring, lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice = |it: Group| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    let none = [Choice::of("", w.no_need, chosen)];
    none.into_iter().chain(Group::ALL.map(choice)).collect()
}

fn again_in(w: &words::Mentoring, lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice = |it: Again| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    let mut offered = Vec::from(Again::ALL.map(choice));
    offered.push(Choice::of("", w.no_day, chosen));
    offered
}
