//! `GET /groups` and `GET /groups/{id}`: groups within scope, and one with its members.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    groups::{self, Counted, Group},
    people::Brief,
};
use axum::{Json, extract::State};
use rules::{Act, GroupId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GroupsWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of groups, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupsPage {
    /// The groups.
    items: Vec<GroupLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many groups there are in the caller's scope over all pages.
    total: i64,
}

/// A group in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupLine {
    /// The group.
    id: Uuid,
    /// What it calls itself.
    name: String,
    /// The agency that knows it.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// How many members are in it now, also outside the caller's scope.
    members: i64,
}

/// A group with its members.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupFile {
    /// The group.
    id: Uuid,
    /// What it calls itself.
    name: String,
    /// The agency that knows it.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// Who is in it now, of those in the caller's scope; who joined first before.
    members: Vec<GroupMember>,
    /// How many are in it who are outside the caller's scope.
    elsewhere: usize,
}

/// A member of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupMember {
    /// The member record.
    id: Uuid,
    /// The member number an officer reads out.
    number: String,
    /// The name as on the KTP; empty once the person's data was erased.
    name: String,
}

/// List groups
#[utoipa::path(get, path = "/groups", tag = "groups", params(GroupsWanted),
    responses(Aloud, Read, (status = 200, description = "A page of groups.", body = GroupsPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<GroupsWanted>,
) -> Result<Json<GroupsPage>, Declined> {
    officer.may(Act::SearchMembers)?;
    let limit: i64 = number("limit", wanted.limit.as_deref())?.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit").into());
    }
    let after: Option<u32> = number("after", wanted.after.as_deref())?;
    let look = app.look(move |tx, _| {
        let after = after.map(i64::from);
        let found = groups::counted(tx, &officer.scope, after, limit + 1)?;
        Ok((groups::count(tx, &officer.scope)?, found))
    });
    let (total, mut found) = look.await?;
    let most = usize::try_from(limit).unwrap_or_default();
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().map(|last| last.group.position).filter(|_| more);
    Ok(Json(GroupsPage { items: found.into_iter().map(GroupLine::from).collect(), next, total }))
}

fn number<T: std::str::FromStr>(
    field: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, Problem> {
    text.map(|text| text.parse().map_err(|_| invalid(field))).transpose()
}

fn invalid(field: &'static str) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, Code::Number)])
}

/// Read a group
#[utoipa::path(get, path = "/groups/{id}", tag = "groups",
    params(("id" = Uuid, Path, description = "The group.")),
    responses(Aloud, Read, Found, (status = 200, description = "The group.", body = GroupFile)))]
pub async fn group(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(group): RecordId<GroupId>,
) -> Result<Json<GroupFile>, Declined> {
    let seen = app.look(move |tx, house| groups::see(tx, house, &officer, group)).await?;
    Ok(Json(GroupFile::from(seen)))
}

impl From<Counted> for GroupLine {
    fn from(counted: Counted) -> Self {
        Self {
            id: counted.group.id.0,
            name: counted.group.name,
            agency: counted.group.agency.to_string(),
            office: counted.group.office.to_string(),
            members: counted.members,
        }
    }
}

impl From<Group> for GroupFile {
    fn from(group: Group) -> Self {
        let member = |brief: Brief| GroupMember {
            id: brief.row.id.0,
            number: brief.row.number,
            name: brief.name,
        };
        Self {
            id: group.row.id.0,
            name: group.row.name,
            agency: group.row.agency.to_string(),
            office: group.row.office.to_string(),
            members: group.members.into_iter().map(member).collect(),
            elsewhere: group.elsewhere,
        }
    }
}
