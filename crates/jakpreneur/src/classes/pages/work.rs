//! One class at work: its numbers, its participants, its sessions, and what may be done next.
use super::{
    Saying,
    announcement::{hosts, line},
    class,
    participants::Participants,
    say::{Tag, warning},
};
use crate::{
    App, House, Problem,
    classes::{self, Class, Counts, Trade},
    places::{self, Listed, Roster},
    staff::Officer,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, ClassWork, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, ClassId, Date,
    number::thousands,
    training::{ClassState, PlaceState},
};

/// The page.
#[derive(Template)]
#[template(path = "classes/pages/work.html")]
pub(super) struct WorkPage {
    shell: Shell,
    w: &'static ClassWork,
    wrong: Mistakes,
    notices: Vec<String>,
    warnings: Vec<String>,
    id: ClassId,
    act_id: String,
    title: String,
    days: String,
    place: String,
    hosts: String,
    about: String,
    state: Tag,
    seats: Tag,
    call_off_reason: Option<String>,
    figures: Vec<(&'static str, String)>,
    taken: String,
    sessions: Vec<Meeting>,
    participants: Option<Participants>,
    may: May,
    reason: String,
    printed: String,
}

/// What the officer may do to the class.
#[expect(clippy::struct_excessive_bools, reason = "one answer a task, each its own")]
struct May {
    invite: bool,
    enrol: bool,
    places: bool,
    manage: bool,
    mark: bool,
    letters: bool,
    minutes: bool,
    finish: bool,
    certify: bool,
}

/// One meeting.
struct Meeting {
    number: i16,
    day: String,
    hours: String,
    content: String,
    place: String,
}

/// What is known of a class, for one look at its page.
pub(super) struct Known {
    pub class: Class,
    pub counts: Counts,
    pub trades: Vec<Trade>,
    pub clashes: Vec<classes::Clash>,
    pub roster: Option<(Listed, Vec<(PlaceState, u64)>)>,
}

/// Shows the class.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<WorkPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let known = look(&app, &visit, class(&id)?, Participants::wanted(&asked)).await?;
    let mut page = WorkPage::of(&app, &visit, &known, &asked)?;
    page.notices = notices(page.w, &asked);
    Ok(Page::of(page))
}

/// Looks at everything the page shows, as one state.
async fn look(app: &App, visit: &Visit, id: ClassId, wanted: Roster) -> Result<Known, Problem> {
    let officer = visit.officer()?;
    app.look(move |tx, house| {
        let class = classes::open(tx, &officer, id)?;
        let soon =
            class.state == ClassState::Announced && class.announced.last_on() >= house.today();
        let manages = soon && officer.role.may(Act::ManageClasses);
        let clashes =
            if manages { classes::clashes(tx, id, &class.announced)? } else { Vec::new() };
        let roster = match places::roster(tx, house, &officer, id, &wanted) {
            Ok(listed) => Some((listed, places::by_state(tx, id)?)),
            Err(Problem::Forbidden) => None,
            Err(other) => return Err(other),
        };
        let (counts, trades) = (classes::counts(tx, id)?, classes::trades(tx)?);
        Ok(Known { class, counts, trades, clashes, roster })
    })
    .await
}

/// What the request before this one did.
fn notices(w: &ClassWork, asked: &Fields) -> Vec<String> {
    let done = [
        ("diumumkan", w.announced_now),
        ("diubah", w.changed_now),
        ("kelas-batal", w.called_off_now),
        ("diundang", w.invited_now),
        ("dilewati", w.left_out),
        ("tempat-batal", w.cancelled_now),
        ("dipindah", w.transferred_now),
        ("naik", w.moved_up),
    ];
    let number = |word: &str| asked.get(word).parse::<u64>().ok();
    let told = done.into_iter().filter_map(|(word, text)| Some((number(word)?, word, text)));
    // Nobody left out and nobody moved up is nothing to tell.
    let told = told.filter(|(n, word, _)| *n > 0 || *word == "diundang");
    told.map(|(n, _, text)| fill(text, &[("n", &thousands(n))])).collect()
}

impl WorkPage {
    fn of(app: &App, visit: &Visit, known: &Known, asked: &Fields) -> Result<Self, Problem> {
        let (officer, lang, house) = (visit.officer()?, visit.lang, &app.house);
        let (w, it) = (ClassWork::of(lang), &known.class.announced);
        let saying = Saying { house, lang, trades: &known.trades };
        let role = lang.pick(officer.role.label_id(), officer.role.label_en());
        let kind = lang.pick(it.kind.label_id(), it.kind.label_en());
        let listed = known.roster.as_ref();
        Ok(Self {
            shell: visit.shell(app, it.title.clone()),
            w,
            wrong: Mistakes::none(),
            notices: Vec::new(),
            warnings: known.clashes.iter().map(|clash| warning(clash, lang)).collect(),
            id: known.class.id,
            act_id: house.new_id().to_string(),
            title: it.title.clone(),
            days: words::days(it.first_on(), it.last_on(), lang),
            place: saying.place(&it.place, it.area),
            hosts: hosts(&saying, it),
            about: format!("{} · {kind}", saying.trade(&it.trade)),
            state: saying.state(known.class.state),
            seats: saying.seats(&line(&known.class, known.counts), house.today()),
            call_off_reason: known.class.call_off_reason.clone(),
            figures: figures(w, known.counts),
            taken: taken(w, it.capacity, known.counts),
            sessions: meetings(&saying, &known.class),
            participants: listed.map(|(listed, by_state)| {
                Participants::of(house, lang, known.class.id, asked, listed, by_state)
            }),
            may: May::of(&officer, &known.class, house.today()),
            reason: String::new(),
            printed: printed(w, house, role),
        })
    }

    /// That the class is called off, and why.
    fn said_off(&self, reason: &str) -> String {
        fill(self.w.called_off_why, &[("reason", reason)])
    }
}

fn printed(w: &ClassWork, house: &House, role: &str) -> String {
    fill(w.printed, &[("at", &house.now().wib()), ("role", role)])
}

/// Persons, each number by itself.
fn figures(w: &'static ClassWork, counts: Counts) -> Vec<(&'static str, String)> {
    [
        (w.invited, counts.invited),
        (w.registered, counts.registered),
        (w.present, counts.present),
        (w.finished, counts.finished),
        (w.walk_ins, counts.walk_ins),
    ]
    .map(|(what, n)| (what, thousands(u64::from(n))))
    .into()
}

/// `24 dari 24 kursi terisi · 3 menunggu`.
fn taken(w: &ClassWork, capacity: u32, counts: Counts) -> String {
    let number = |n: u32| thousands(u64::from(n));
    let seats = [("n", number(counts.confirmed)), ("of", number(capacity))];
    let seats = fill(w.seats_taken, &seats.each_ref().map(|(place, n)| (*place, n.as_str())));
    if counts.waiting == 0 {
        return seats;
    }
    format!("{seats} · {}", fill(w.waits, &[("n", &number(counts.waiting))]))
}

fn meetings(saying: &Saying<'_>, class: &Class) -> Vec<Meeting> {
    let it = &class.announced;
    let meeting = |session: &classes::Session| Meeting {
        number: session.number,
        day: saying.day(session.held_on),
        hours: saying.hours(session),
        content: saying.content(session),
        place: it.place_of(session).to_owned(),
    };
    it.sessions.iter().map(meeting).collect()
}

impl May {
    fn of(officer: &Officer, class: &Class, today: Date) -> Self {
        let it = &class.announced;
        let (role, open) = (officer.role, class.state == ClassState::Announced);
        let covered = officer.scope.covers(&it.agency, it.area);
        let places = open && role.may(Act::ManagePlaces);
        Self {
            invite: places && today <= it.closes_on,
            // After the last day of registration whoever comes to a session may be let in.
            enrol: places && today <= it.last_on(),
            places,
            manage: open && covered && role.may(Act::ManageClasses),
            mark: role.may(Act::MarkAttendance) && class.state != ClassState::CalledOff,
            letters: role.may(Act::ManagePlaces),
            minutes: role.may(Act::FinishClass),
            finish: role.may(Act::FinishClass) && class.state != ClassState::CalledOff,
            certify: class.state == ClassState::Finished && role.may(Act::IssueCertificates),
        }
    }
}

/// Calls the class off.
pub(super) async fn call_off(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking) = (class(&id)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let sent = reason.clone();
    let done = app.change(move |tx, _| classes::call_off(tx, &asking, id, &sent)).await;
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/kelas-kerja/{id}?kelas-batal=1")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let (visit, asked) = (&posted.visit, Fields::default());
            let known = look(&app, visit, id, Participants::wanted(&asked)).await?;
            let mut page = WorkPage::of(&app, visit, &known, &asked)?;
            page.wrong = Mistakes::of(&wrong, visit.lang);
            page.reason = reason;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
