//! Finding people: by name part or number, by stage, by NIK, by phone.
use super::rows::{self, MemberRow};
use crate::{
    Code, FieldError, House, Problem,
    board::{Board, caught_up},
    journal::Db,
    reports::{Narrowing, Tally},
    staff::{Officer, Scope},
};
use db::{Position, Tx};
use rules::{Act, MemberId, Nik, Phone, StageKind};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// A part of the name, or a member number.
    pub q: Option<String>,
    /// Whose records, and as at when.
    pub narrowing: Narrowing,
    /// Which number the list stands behind; all who are registered when there is none.
    pub measure: Option<figures::Measure>,
    /// The position the page before ended at.
    pub after: Option<u32>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A line of a list: the record, with its sealed values opened for the line alone.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The record.
    pub row: MemberRow,
    /// The name; empty once erased.
    pub name: String,
    /// The NIK, masked.
    pub nik: String,
    /// The latest stage of the record.
    pub latest: StageKind,
}

/// A page of a list, with the exact number of all.
#[derive(Clone, Debug)]
pub struct Found {
    /// The lines.
    pub items: Vec<Brief>,
    /// What to ask the next page after.
    pub next: Option<u32>,
    /// How many there are over all pages.
    pub total: u64,
    /// How many of this page counted here then and are recorded outside the scope now: who moved away.
    pub elsewhere: u64,
}

/// A page of the people within scope, newest first. Blocks: it looks into the database.
pub fn list(db: &Db, house: &House, officer: &Officer, asked: &Asked) -> Result<Found, Problem> {
    officer.may(Act::SearchMembers)?;
    let (listed, rows) = db.look(|tx| {
        let seen = caught_up(tx, house)?;
        let (members, listed) = listed(house, officer, asked, seen)?;
        let rows = rows::members(tx, &officer.scope, &members)?;
        Ok::<_, Problem>((listed, rows))
    })?;
    let counted = listed.positions.len();
    let elsewhere = u64::try_from(counted.saturating_sub(rows.len())).unwrap_or_default();
    let (items, total) = (briefs(house, rows), listed.total);
    Ok(Found { items, next: listed.next, total, elsewhere })
}

/// Who is on the page, as somebody sees it who looked when the journal ended at `seen`.
fn listed(
    house: &House,
    officer: &Officer,
    asked: &Asked,
    seen: Position,
) -> Result<(Vec<MemberId>, figures::Listed), Problem> {
    let board = house.board();
    let tally = Tally::new(house, &board, &officer.scope, &asked.narrowing)?.as_seen(&board, seen);
    let among = asked.q.as_deref().map(|q| matching(&board, q));
    let measure = asked.measure.unwrap_or(figures::Measure::Registered);
    let limit = asked.limit.clamp(1, 200);
    let listed = match &among {
        Some(among) => {
            board.figures.list_among(&tally.question, measure, among, asked.after, limit)
        }
        None => board.figures.list(&tally.question, measure, asked.after, limit),
    };
    let members = listed.positions.iter().filter_map(|at| board.names.member_at(*at)).collect();
    Ok((members, listed))
}

/// The positions of those a search word finds, oldest first.
fn matching(board: &Board, q: &str) -> Vec<u32> {
    if let Ok(position) = rules::member_number::parse(q) {
        return u32::try_from(position).into_iter().collect();
    }
    board.names.search(&rules::name::fold(q))
}

/// Records as lines of a list.
pub fn briefs(house: &House, rows: Vec<MemberRow>) -> Vec<Brief> {
    let latest: Vec<StageKind> = {
        let board = house.board();
        rows.iter().map(|row| latest_on(&board, row.position)).collect()
    };
    rows.into_iter().zip(latest).map(|(row, latest)| brief(house, row, latest)).collect()
}

fn brief(house: &House, row: MemberRow, latest: StageKind) -> Brief {
    let identity = row.identity(&house.seal);
    Brief {
        name: identity.as_ref().map(|known| known.name.as_str().to_owned()).unwrap_or_default(),
        nik: identity.map(|known| known.nik.masked()).unwrap_or_default(),
        latest,
        row,
    }
}

/// The stage that the record registered there reached last.
pub fn latest_stage(house: &House, registered_at: Position) -> StageKind {
    latest_on(&house.board(), registered_at)
}

fn latest_on(board: &Board, registered_at: Position) -> StageKind {
    let position = crate::board::position_of(registered_at).ok();
    let view = position.and_then(|position| board.figures.member_at(position));
    let order = crate::reports::order(rules::Scheme::Pergub);
    crate::reports::stage_of(view.map_or(0, |view| view.latest(u16::MAX, order)))
}

/// Every record of a NIK within scope; the look-up is logged.
pub fn by_nik(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    nik: &str,
) -> Result<Vec<Brief>, Problem> {
    officer.may(Act::LookUpMember)?;
    let nik = Nik::parse(nik).map_err(|refused| invalid("nik", super::form::nik_code(refused)))?;
    let (shard, hash) = (house.seal.shard(&nik), house.seal.nik_hash(&nik));
    let rows = rows::records_by_nik(tx, &officer.scope, shard, &hash)?;
    Ok(briefs(house, rows))
}

/// Every record of a phone number within scope; the look-up is logged.
pub fn by_phone(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    phone: &str,
) -> Result<Vec<Brief>, Problem> {
    officer.may(Act::LookUpMember)?;
    let phone = Phone::parse(phone).map_err(|_| invalid("phone", Code::Phone))?;
    let rows = rows::by_phone(tx, &officer.scope, &house.seal.phone_hash(&phone))?;
    Ok(briefs(house, rows))
}

/// Whether a record is within scope: for naming it to somebody who may open it, and to nobody else.
pub fn is_within(tx: &mut Tx<'_>, scope: &Scope, member: MemberId) -> Result<bool, Problem> {
    Ok(rows::member(tx, scope, member)?.is_some())
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}
