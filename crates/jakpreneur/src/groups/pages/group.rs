//! One group: who is in it, who joins, who leaves.
use crate::{
    App, Code, FieldError, Problem,
    groups::{self, Group},
    people::Brief,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, GroupId, MemberId};

/// The page.
#[derive(Template)]
#[template(path = "groups/pages/group.html")]
pub(super) struct GroupPage {
    shell: Shell,
    w: &'static words::Groups,
    wrong: Mistakes,
    notice: Option<&'static str>,
    id: GroupId,
    name: String,
    about: String,
    count: String,
    elsewhere: Option<String>,
    lines: Vec<Line>,
    /// The key of joining; none for those who may not change a group.
    act_id: Option<String>,
    typed: Fields,
}

/// A member of the group.
struct Line {
    member: MemberId,
    name: String,
    number: String,
    office: String,
    latest: &'static str,
    act_id: String,
}

/// Shows the group.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<GroupPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = GroupPage::new(&app, &visit, group(&id)?, Fields::default(), &[]).await?;
    let done = [("masuk", page.w.joined_now), ("keluar", page.w.left_now)];
    page.notice = done.into_iter().find(|(word, _)| asked.some(word).is_some()).map(|it| it.1);
    Ok(Page::of(page))
}

fn group(id: &str) -> Result<GroupId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// Puts a member into the group, found by number or NIK.
pub(super) async fn join(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking) = (group(&id)?, posted.asking(&app)?);
    let (officer, at) = (asking.officer.clone(), asking.at);
    let typed = posted.fields.get("member").to_owned();
    // Two commits: a look-up stays in the log whether or not somebody joins.
    let found =
        app.change(move |tx, house| match groups::find(tx, house, &officer, at, id, &typed) {
            Err(wrong @ Problem::Invalid(_)) => Ok(Err(wrong)),
            found => found.map(Ok),
        });
    let joined = match found.await? {
        Ok(member) => app.change(move |tx, _| groups::join(tx, &asking, id, member)).await,
        Err(wrong) => Err(wrong),
    };
    let wrong = match joined {
        Ok(_) => return Ok(Redirect::to(&format!("/kelompok/{id}?masuk=1")).into_response()),
        Err(Problem::Invalid(wrong)) => wrong,
        Err(Problem::Refused(code @ Code::InGroup)) => vec![FieldError::new("member", code)],
        Err(other) => return Err(other),
    };
    let page = GroupPage::new(&app, &posted.visit, id, posted.fields, &wrong).await?;
    Ok(Page::wrong(page).into_response())
}

/// Takes a member out of the group.
pub(super) async fn leave(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let (id, asking) = (group(&id)?, posted.asking(&app)?);
    let member: MemberId = posted.fields.get("member").parse().map_err(|_| Problem::NotFound)?;
    app.change(move |tx, _| groups::leave(tx, &asking, id, member)).await?;
    Ok(Redirect::to(&format!("/kelompok/{id}?keluar=1")))
}

impl GroupPage {
    async fn new(
        app: &App,
        visit: &Visit,
        id: GroupId,
        typed: Fields,
        wrong: &[FieldError],
    ) -> Result<Self, Problem> {
        let (officer, w) = (visit.officer()?, words::Groups::of(visit.lang));
        let may_change = officer.role.may(Act::CorrectMember);
        let seen = app.look(move |tx, house| groups::see(tx, house, &officer, id)).await?;
        let Group { row, members, elsewhere } = seen;
        let wrong = Mistakes::of(wrong, visit.lang);
        let mut shell = visit.shell(app, &row.name);
        if wrong.any() {
            shell.title.insert_str(0, shell.words.error_prefix);
        }
        let agency = row.agency.to_string().to_uppercase();
        let count = members.len() + elsewhere;
        let outside = Some(elsewhere).filter(|elsewhere| *elsewhere > 0);
        Ok(Self {
            shell,
            w,
            wrong,
            notice: None,
            id,
            about: format!("{agency} · {}", app.house.region_name(row.office)),
            name: row.name,
            count: fill(w.members_of, &[("n", &count.to_string())]),
            elsewhere: outside.map(|n| fill(w.elsewhere, &[("n", &n.to_string())])),
            lines: members.into_iter().map(|brief| line(app, visit, brief)).collect(),
            act_id: may_change.then(|| app.house.new_id().to_string()),
            typed,
        })
    }
}

fn line(app: &App, visit: &Visit, brief: Brief) -> Line {
    let row = brief.row;
    Line {
        member: row.id,
        name: if brief.name.is_empty() { row.number.clone() } else { brief.name },
        office: app.house.region_name(row.office),
        latest: visit.lang.pick(brief.latest.label_id(), brief.latest.label_en()),
        act_id: app.house.new_id().to_string(),
        number: row.number,
    }
}
