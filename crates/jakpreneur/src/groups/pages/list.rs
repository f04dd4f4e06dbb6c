//! The groups within the officer's scope, and the form that makes one.
use crate::{
    App, Code, FieldError, Problem,
    groups::{self, Counted},
    staff::Officer,
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Agency, Level};

/// So many groups are on a page.
const PAGE: i64 = 50;

/// The page.
#[derive(Template)]
#[template(path = "groups/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Groups,
    wrong: Mistakes,
    total: String,
    lines: Vec<Line>,
    next: Option<i64>,
    further: bool,
    /// What a new group may be; none for those who form none.
    add: Option<Add>,
}

/// A line of the list.
struct Line {
    open: String,
    name: String,
    members: String,
    office: String,
    agency: String,
}

/// The form of a new group.
struct Add {
    act_id: String,
    name: String,
    agencies: Vec<Choice>,
    offices: Vec<Choice>,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let before = asked.get("sebelum").parse().ok();
    Ok(Page::of(ListPage::new(&app, &visit, &Fields::default(), before, &[]).await?))
}

/// Forms a group, and shows it.
pub(super) async fn form(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let (asking, name) = (posted.asking(&app)?, posted.fields.get("name").to_owned());
    let (agency, office) = (posted.fields.get("agency"), posted.fields.get("office"));
    let formed = match (Agency::parse(agency), office.parse()) {
        (Ok(agency), Ok(office)) => {
            let act = app
                .change(move |tx, house| groups::form(tx, house, &asking, &name, agency, office));
            act.await
        }
        (Err(_), _) => Err(Problem::Invalid(vec![FieldError::new("agency", Code::Agency)])),
        (_, Err(_)) => Err(Problem::Invalid(vec![FieldError::new("office", Code::Region)])),
    };
    match formed {
        Ok(done) => Ok(Redirect::to(&format!("/kelompok/{}", done.event.group)).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let page = ListPage::new(&app, &posted.visit, &posted.fields, None, &wrong).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}

impl ListPage {
    async fn new(
        app: &App,
        visit: &Visit,
        typed: &Fields,
        before: Option<i64>,
        wrong: &[FieldError],
    ) -> Result<Self, Problem> {
        let (officer, w) = (visit.officer()?, words::Groups::of(visit.lang));
        officer.may(Act::SearchMembers)?;
        let scope = officer.scope.clone();
        let look = app.look(move |tx, _| {
            let found = groups::counted(tx, &scope, before, PAGE + 1)?;
            Ok((groups::count(tx, &scope)?, found))
        });
        let (total, mut found) = look.await?;
        let more = found.len() > usize::try_from(PAGE).unwrap_or_default();
        found.truncate(usize::try_from(PAGE).unwrap_or_default());
        let wrong = Mistakes::of(wrong, visit.lang).in_order(&["name", "agency", "office"]);
        let mut shell = visit.shell(app, w.title);
        if wrong.any() {
            shell.title.insert_str(0, shell.words.error_prefix);
        }
        let total = rules::number::thousands(u64::try_from(total).unwrap_or_default());
        Ok(Self {
            shell,
            w,
            wrong,
            total: fill(w.count, &[("n", &total)]),
            next: found.last().map(|last| last.group.position).filter(|_| more),
            lines: found.into_iter().map(|counted| line(app, w, counted)).collect(),
            further: before.is_some(),
            add: officer.role.may(Act::RegisterMember).then(|| Add::of(app, &officer, typed)),
        })
    }
}

fn line(app: &App, w: &'static words::Groups, counted: Counted) -> Line {
    let group = counted.group;
    Line {
        open: format!("/kelompok/{}", group.id),
        name: group.name,
        members: fill(w.members_of, &[("n", &counted.members.to_string())]),
        office: app.house.region_name(group.office),
        agency: group.agency.to_string().to_uppercase(),
    }
}

impl Add {
    fn of(app: &App, officer: &Officer, typed: &Fields) -> Self {
        let (house, area) = (&app.house, officer.scope.area());
        let valid = house.regions.valid_on(house.today());
        let offices = valid.filter(|region| {
            region.code.level() == Level::Kecamatan
                && area.is_none_or(|area| region.code.within(&area))
        });
        let agencies = Choices::agencies(house, &officer.scope, None, typed.get("agency"));
        let office = typed.get("office");
        Self {
            act_id: house.new_id().to_string(),
            name: typed.get("name").to_owned(),
            agencies: agencies.choices,
            offices: offices
                .map(|region| Choice::of(region.code.to_string(), region.name.clone(), office))
                .collect(),
        }
    }
}
