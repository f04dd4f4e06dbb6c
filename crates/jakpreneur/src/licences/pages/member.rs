//! A member's permits: what is recorded, the form that records another, and the way to halal.
use super::choices::{FormChoices, form, odd, standing};
use crate::{
    App, FieldError, House, Problem,
    licences::{self, Advised, LicenceRow},
    people::{self, MemberRow},
    staff::{Officer, log_read},
    waves::{self, WaveRow},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, MemberId, number::thousands};

/// The fields in the order of the page.
pub(super) const FIELDS: [&str; 12] = [
    "kind",
    "wave",
    "state",
    "number",
    "issuer",
    "requested_on",
    "issued_on",
    "expires_on",
    "ended_on",
    "refusal",
    "product",
    "note",
];

/// The page.
#[derive(Template)]
#[template(path = "licences/pages/member.html")]
pub(super) struct MemberPage {
    shell: Shell,
    w: &'static words::Licences,
    wrong: Mistakes,
    notice: Option<&'static str>,
    warning: Option<String>,
    member: MemberId,
    lines: Vec<Line>,
    /// What a permit may be; none for those who record none.
    choices: Option<FormChoices>,
    /// The waves that the member has a place in; none: nothing to choose.
    waves: Vec<Choice>,
    slaughter: Vec<Choice>,
    halal_text: String,
    advice: Option<String>,
    typed: Fields,
    act_id: String,
}

/// A permit in a line.
struct Line {
    open: String,
    kind: String,
    number: String,
    standing: &'static str,
    colour: &'static str,
    until: String,
}

/// A member's permits as they were read, which is logged.
struct Read {
    row: MemberRow,
    name: String,
    all: Vec<LicenceRow>,
    waves: Vec<WaveRow>,
}

/// Shows a member's permits; that they were opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<MemberPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = MemberPage::of(&app, &visit, id(&member)?, Fields::default()).await?;
    page.notice = asked.some("tercatat").map(|_| page.w.recorded_now);
    let warnings: Vec<String> = asked.all("periksa");
    page.warning = odd(visit.lang, &warnings);
    Ok(Page::of(page))
}

pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

impl MemberPage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        id: MemberId,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            asker.may(Act::OpenFile)?;
            let row = people::record(tx, &asker.scope, id)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "licences.member", Some(id.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            let waves = waves::of_member(tx, id)?;
            Ok(Read { name, all: licences::of_member(tx, id)?, waves, row })
        });
        let read = read.await?;
        let (w, lang, house) = (words::Licences::of(visit.lang), visit.lang, &*app.house);
        let lines = read.all.iter().rev().map(|it| line(house, lang, &read.row, it)).collect();
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &read.name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            warning: None,
            member: id,
            lines,
            choices: may_record(&officer, &read.row).then(|| FormChoices::of(house, lang, &typed)),
            waves: wave_choices(w, &read.waves, &typed),
            slaughter: slaughter(w, &typed),
            halal_text: halal_text(house, w),
            advice: None,
            act_id: house.new_id().to_string(),
            typed,
        })
    }

    /// The page with the advice that was asked for.
    pub(super) fn advised(mut self, lang: Lang, advised: &Advised) -> Self {
        self.advice = Some(super::halal::sentence(lang, advised));
        self
    }

    /// The page again, with what is wrong in one of its forms.
    pub(super) fn with(
        mut self,
        wrong: &[FieldError],
        lang: Lang,
        fields: &[&'static str],
    ) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(fields);
        self
    }
}

fn may_record(officer: &Officer, row: &MemberRow) -> bool {
    officer.role.may(Act::ManageLicences) && row.salt.is_some()
}

/// The waves of the member, after one for none; nothing where there are none.
fn wave_choices(w: &'static words::Licences, all: &[WaveRow], typed: &Fields) -> Vec<Choice> {
    if all.is_empty() {
        return Vec::new();
    }
    let now = typed.get("wave");
    let of = |row: &WaveRow| Choice::of(row.id.to_string(), row.title.clone(), now);
    [Choice::of("", w.no_wave, now)].into_iter().chain(all.iter().map(of)).collect()
}

fn slaughter(w: &'static words::Licences, typed: &Fields) -> Vec<Choice> {
    let now = typed.get("slaughter");
    [("", w.unknown), ("yes", w.yes), ("no", w.no)]
        .map(|(it, said)| Choice::of(it, said, now))
        .into()
}

fn halal_text(house: &House, w: &'static words::Licences) -> String {
    let permits = house.permits();
    let limits = rules::licensing::halal_limits_on(&permits.halal, house.today());
    let said = |limits: &rules::licensing::HalalLimits| {
        let (sales, outlets) = (limits.sales.to_string(), thousands(limits.outlets.into()));
        fill(w.halal_text, &[("sales", &sales), ("outlets", &outlets)])
    };
    limits.map(said).unwrap_or_default()
}

fn line(house: &House, lang: Lang, member: &MemberRow, row: &LicenceRow) -> Line {
    let w = words::Licences::of(lang);
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let (standing, colour) = standing(house.today(), lang, row);
    let until = row.dates.expires_on.map(|on| words::day(on, lang));
    let issued = row.dates.issued_on.is_some();
    let unending = if issued { w.without_end } else { "–" };
    let number = row.details(key.as_ref()).number;
    Line {
        open: format!("/izin/{}", row.id),
        kind: house.permits().kind_name(row.kind, lang),
        number: if number.is_empty() { "–".to_owned() } else { number },
        standing,
        colour,
        until: until.unwrap_or_else(|| unending.to_owned()),
    }
}

/// Records a permit.
pub(super) async fn record(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking): (MemberId, _) = (id(&member)?, posted.asking(&app)?);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| licences::record(tx, house, &asking, member, &form));
    match act.await {
        Ok(done) => {
            let mut next = format!("/warga/{member}/izin?tercatat={}", done.event.licence);
            for warning in &done.event.warnings {
                next.push_str("&periksa=");
                next.push_str(warning);
            }
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let page = MemberPage::of(&app, &posted.visit, member, posted.fields).await?;
            Ok(Page::wrong(page.with(&wrong, lang, &FIELDS)).into_response())
        }
        Err(other) => Err(other),
    }
}
