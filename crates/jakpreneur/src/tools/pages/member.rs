//! The tools of a member: what was handed over, and the form to hand over.
use crate::{
    App, FieldError, House, Problem,
    people::{self, MemberRow},
    staff::{Officer, log_read},
    tools::{self, GrantForm, GrantRow, Handed, ItemForm},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, MemberId, ToolGrantId, training::PermitKind};

/// The fields in the order of the page.
const FIELDS: [&str; 9] = [
    "items",
    "value",
    "given_on",
    "agency",
    "permit_kind",
    "permit",
    "ktp_seen",
    "giver",
    "giver_position",
];
/// So many lines of tools are offered.
const LINES: usize = 6;

#[derive(Template)]
#[template(path = "tools/pages/member.html")]
pub(super) struct MemberPage {
    shell: Shell,
    w: &'static words::Tools,
    wrong: Mistakes,
    notice: Option<&'static str>,
    member: MemberId,
    grants: Vec<Shown>,
    may_grant: bool,
    lines: Vec<Line>,
    agencies: Vec<Choice>,
    permits: Vec<Choice>,
    today: String,
    typed: Fields,
    act_id: String,
}

struct Shown {
    id: ToolGrantId,
    heading: String,
    number: String,
    items: Vec<String>,
    value: Option<String>,
    permit: String,
    taken_back: Option<String>,
    /// The form that takes it back: its field and the act's id.
    may_take_back: Option<(String, String)>,
}

struct Line {
    n: usize,
    label: String,
    name: String,
    quantity: String,
    unit: String,
}

struct Read {
    row: MemberRow,
    name: String,
    grants: Vec<GrantRow>,
}

/// Shows a member's tools; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<MemberPage>, Problem> {
    let mut page = MemberPage::of(&app, &visit, id(&member)?, Fields::default()).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let done = [("diserahkan", page.w.granted_now), ("ditarik", page.w.taken_back_now)];
    page.notice = done.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
    Ok(Page::of(page))
}

fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

impl MemberPage {
    async fn of(app: &App, visit: &Visit, id: MemberId, typed: Fields) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            asker.may(Act::OpenFile)?;
            let row = people::record(tx, &asker.scope, id)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "tools.member", Some(id.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            Ok(Read { name, grants: tools::of_member(tx, id)?, row })
        });
        let read = read.await?;
        let (w, lang, house) = (words::Tools::of(visit.lang), visit.lang, &*app.house);
        let show = |grant: GrantRow| shown(house, &officer, lang, &read.row, grant);
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &read.name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            member: id,
            grants: read.grants.into_iter().map(show).collect(),
            may_grant: officer.role.may(Act::GrantTools),
            lines: (1..=LINES).map(|n| line(w, &typed, n)).collect(),
            agencies: agencies(house, &officer, &read.row, &typed),
            permits: permits(lang, &typed),
            today: house.today().to_string(),
            act_id: house.new_id().to_string(),
            typed,
        })
    }

    fn given_on(&self) -> String {
        self.typed.some("given_on").unwrap_or_else(|| self.today.clone())
    }
}

fn line(w: &words::Tools, typed: &Fields, n: usize) -> Line {
    let text = |field: &str| typed.get(&format!("{field}_{n}")).to_owned();
    let label = fill(w.item, &[("n", &n.to_string())]);
    Line { n, label, name: text("item"), quantity: text("quantity"), unit: text("unit") }
}

/// The agencies an officer may give for; none to choose for an officer of one.
fn agencies(house: &House, officer: &Officer, row: &MemberRow, typed: &Fields) -> Vec<Choice> {
    let chosen = typed.some("agency").unwrap_or_else(|| row.agency.to_string());
    let known = if officer.scope.agency().is_some() { vec![] } else { house.known_agencies() };
    known.into_iter().map(|(code, name)| Choice::of(code.to_string(), name, &chosen)).collect()
}

fn permits(lang: Lang, typed: &Fields) -> Vec<Choice> {
    let chosen = typed.some("permit_kind").unwrap_or_else(|| PermitKind::Nib.word().to_owned());
    let choice = |kind: PermitKind| {
        Choice::of(kind.word(), lang.pick(kind.label_id(), kind.label_en()), &chosen)
    };
    PermitKind::ALL.map(choice).into()
}

fn shown(house: &House, officer: &Officer, lang: Lang, row: &MemberRow, it: GrantRow) -> Shown {
    let w = words::Tools::of(lang);
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let handed = key.as_ref().and_then(|key| Handed::open(key, it.id, &it.handed));
    let reason = key.zip(it.take_back_reason.as_ref());
    let reason = reason.and_then(|(key, sealed)| key.open(it.id.0.as_bytes(), sealed));
    let reason =
        reason.and_then(|clear| String::from_utf8(clear.to_vec()).ok()).unwrap_or_default();
    let day = |on| words::day(on, lang);
    let back = |on| fill(w.taken_back, &[("date", &day(on)), ("reason", &reason)]);
    let agency = it.agency.to_string().to_uppercase();
    let given = [("date", day(it.given_on)), ("agency", agency)];
    let given = given.each_ref().map(|(place, text)| (*place, text.as_str()));
    let may = officer.role.may(Act::GrantTools) && officer.scope.covers_agency(&it.agency);
    let form = || (format!("reason-{}", it.id.0.simple()), house.new_id().to_string());
    let kind = lang.pick(it.permit.label_id(), it.permit.label_en());
    let number = handed.map(|handed| handed.permit).unwrap_or_default();
    Shown {
        id: it.id,
        heading: fill(w.given, &given),
        number: it.number,
        items: it
            .items
            .iter()
            .map(|it| format!("{} {} {}", it.quantity, it.unit, it.name))
            .collect(),
        value: it.value.map(|value| value.to_string()),
        permit: format!("{kind} {number}").trim().to_owned(),
        taken_back: it.taken_back_on.map(back),
        may_take_back: (may && it.taken_back_on.is_none()).then(form),
    }
}

/// Records a handover.
pub(super) async fn grant(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| tools::grant(tx, house, &asking, member, &form));
    match act.await {
        Ok(done) => {
            let next = format!("/warga/{member}/alat?diserahkan={}", done.event.grant);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => again(&app, posted, member, &wrong).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    posted: Posted,
    member: MemberId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let mut page = MemberPage::of(app, &posted.visit, member, posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
    Ok(Page::wrong(page).into_response())
}

fn form(typed: &Fields) -> GrantForm {
    let text = |field: &str| typed.get(field).to_owned();
    let line = |n: usize| ItemForm {
        name: text(&format!("item_{n}")),
        quantity: text(&format!("quantity_{n}")),
        unit: text(&format!("unit_{n}")),
    };
    GrantForm {
        number: text("number"),
        items: (1..=LINES).map(line).collect(),
        value: text("value"),
        given_on: text("given_on"),
        agency: text("agency"),
        permit_kind: text("permit_kind"),
        permit: text("permit"),
        ktp_seen: typed.yes("ktp_seen"),
        giver: text("giver"),
        giver_position: text("giver_position"),
    }
}

/// Records that tools were taken back.
pub(super) async fn take_back(
    State(app): State<App>,
    Path(grant): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (grant, asking): (ToolGrantId, _) = (id(&grant)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| tools::take_back(tx, house, &asking, grant, &reason));
    match act.await {
        Ok(done) => {
            let next = format!("/warga/{}/alat?ditarik={grant}", done.event.member);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let (lang, member) = (posted.visit.lang, id(posted.fields.get("member"))?);
            let said = wrong.first().map(|error| words::message(error.code, lang));
            let mut page = MemberPage::of(&app, &posted.visit, member, Fields::default()).await?;
            let at = format!("reason-{}", grant.0.simple());
            page.wrong = Mistakes::saying(at, said.unwrap_or_default());
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
