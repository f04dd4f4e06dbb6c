//! The support of a member: what was given, and the form that records more.
use super::shown::{Shown, shown};
use crate::{
    App, FieldError, Problem, people,
    staff::log_read,
    support::{self, SupportForm},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, MemberId, SupportId, support::SupportKindTold};

/// The fields in the order of the page.
const FIELDS: [&str; 5] = ["kind", "what", "value", "given_on", "agency"];

#[derive(Template)]
#[template(path = "support/pages/member.html")]
pub(super) struct MemberPage {
    shell: Shell,
    w: &'static words::Support,
    pub(super) wrong: Mistakes,
    notice: Option<&'static str>,
    member: MemberId,
    all: Vec<Shown>,
    may_give: bool,
    kinds: Vec<Choice>,
    agencies: Vec<Choices>,
    today: String,
    typed: Fields,
    act_id: String,
}

/// Shows what a member got; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<MemberPage>, Problem> {
    let mut page = MemberPage::of(&app, &visit, id(&member)?, Fields::default()).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let done = [
        ("tercatat", page.w.given_now),
        ("dibatalkan", page.w.voided_now),
        ("berkas", page.w.evidence_now),
    ];
    page.notice = done.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
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
            let seen = support::see(tx, house, &asker, id)?;
            let row = people::record(tx, &asker.scope, id)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "support.member", Some(id.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            Ok((name, row, support::kinds(tx)?, seen))
        });
        let (name, row, kinds, seen) = read.await?;
        let (w, lang, house) = (words::Support::of(visit.lang), visit.lang, &*app.house);
        let own = officer.scope.agency().copied().unwrap_or(row.agency).to_string();
        let agency = typed.some("agency").unwrap_or(own);
        let show = |it| shown(house, &officer, lang, &kinds, it);
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            member: id,
            all: seen.into_iter().rev().map(show).collect(),
            may_give: officer.role.may(Act::RecordService) && row.salt.is_some(),
            kinds: choices(w, lang, &kinds, house.today(), &typed),
            agencies: vec![Choices::agencies(house, &officer.scope, None, &agency)],
            today: house.today().to_string(),
            act_id: house.new_id().to_string(),
            typed,
        })
    }

    /// The page again, with what is wrong in the form.
    fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        self
    }

    /// The page again, with what is wrong in a field of one support.
    pub(super) fn at(mut self, field: String, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        let said = wrong.first().map(|error| message(error.code, lang));
        self.wrong = Mistakes::saying(field, said.unwrap_or_default());
        self
    }

    fn given_on(&self) -> String {
        self.typed.some("given_on").unwrap_or_else(|| self.today.clone())
    }
}

/// The kinds that are given today, after one for none.
fn choices(
    w: &'static words::Support,
    lang: Lang,
    kinds: &[SupportKindTold],
    today: rules::Date,
    typed: &Fields,
) -> Vec<Choice> {
    let now = typed.get("kind");
    let given = kinds.iter().filter(|it| it.is_given_on(today));
    let of = |it: &SupportKindTold| {
        Choice::of(it.kind.to_string(), lang.pick(&it.name, &it.name_en).to_string(), now)
    };
    [Choice::of("", w.choose, now)].into_iter().chain(given.map(of)).collect()
}

/// Records support.
pub(super) async fn give(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking): (MemberId, _) = (id(&member)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form = SupportForm {
        kind: text("kind"),
        given_on: text("given_on"),
        value: text("value"),
        what: text("what"),
        agency: text("agency"),
    };
    let act = app.change(move |tx, house| support::give(tx, house, &asking, member, &form));
    match act.await {
        Ok(_) => Ok(to(member, "tercatat")),
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let page = MemberPage::of(&app, &posted.visit, member, posted.fields).await?;
            Ok(Page::wrong(page.with(&wrong, lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

/// Leads back to a member's support.
pub(super) fn to(member: MemberId, done: &str) -> Response {
    Redirect::to(&format!("/warga/{member}/dukungan?{done}=1")).into_response()
}

/// Takes support back.
pub(super) async fn void(
    State(app): State<App>,
    Path(support): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (support, asking): (SupportId, _) = (id(&support)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| support::void(tx, house, &asking, support, &reason));
    match act.await {
        Ok(done) => Ok(to(done.event.member, "dibatalkan")),
        Err(Problem::Invalid(wrong)) => {
            let (lang, member) = (posted.visit.lang, id(posted.fields.get("member"))?);
            let page = MemberPage::of(&app, &posted.visit, member, Fields::default()).await?;
            let field = format!("reason-{}", support.0.simple());
            Ok(Page::wrong(page.at(field, &wrong, lang)).into_response())
        }
        Err(other) => Err(other),
    }
}
