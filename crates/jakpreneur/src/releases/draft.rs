//! Counting what is to be released: beside the writer, at a position of the journal that never changes.
use super::{
    Document, Kind, ReleaseForm, Restated, ScopeFrozen, form::Said, lines, question::Question,
    restating,
};
use crate::{
    Code, Problem, ReleasingCode,
    app::App,
    board::{caught_up, load_growth},
    reports::{Narrowing, ScopeAnswer, scope_line, scope_of},
    staff::Officer,
    words::{Lang, day},
};
use db::Tx;
use rules::{Act, Date, ReleaseId};

/// A report that is counted and has no number yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// All but its number and the moment of its release.
    pub(super) document: Document,
    /// The release it restates.
    pub(super) restates: Option<ReleaseId>,
}

/// Counts the report within the officer's scope. Blocks.
pub fn prepare(app: &App, officer: &Officer, form: &ReleaseForm) -> Result<Draft, Problem> {
    officer.may(Act::ReleaseReports)?;
    draft(app, officer, form)
}

/// The same report for reading, which is not released. Blocks.
pub fn preview(app: &App, officer: &Officer, form: &ReleaseForm) -> Result<Document, Problem> {
    officer.may(Act::ReadFigures)?;
    let form = ReleaseForm { restates: String::new(), ..form.clone() };
    Ok(draft(app, officer, &form)?.document)
}

fn draft(app: &App, officer: &Officer, form: &ReleaseForm) -> Result<Draft, Problem> {
    let said = form.said()?;
    let question = form.question(&app.house, said.kind)?;
    match said.kind {
        Kind::Growth => load_growth(&app.db, &app.house)?,
        Kind::Training => officer.may(Act::ReadClasses)?,
        Kind::Stages | Kind::Targets | Kind::Agencies | Kind::Unit => {}
    }
    app.db.look(|tx| counted(tx, app, officer, said, question))
}

fn counted(
    tx: &mut Tx<'_>,
    app: &App,
    officer: &Officer,
    said: Said,
    question: Question,
) -> Result<Draft, Problem> {
    let (house, seen) = (&app.house, caught_up(tx, &app.house)?);
    let question = question.pinned(house.today(), seen);
    let (scope, narrowing) = (frozen_scope(app, officer, &question), question.narrowing());
    let (lines, members) = lines::frozen(tx, house, officer, &question, seen)?;
    if members.is_empty() && lines.is_empty() {
        return Err(Problem::Refused(Code::Releasing(ReleasingCode::Nothing)));
    }
    let as_at = narrowing.as_at.unwrap_or_else(|| house.today());
    let mut document = Document {
        as_at,
        format: Document::FORMAT,
        kind: said.kind,
        known_at: narrowing.known_at.unwrap_or(seen),
        lines,
        persons: members.len() as u64,
        members,
        number: String::new(),
        released_at: String::new(),
        released_by: officer.role.label_id().to_owned(),
        restates: None,
        scheme: narrowing.scheme.to_string(),
        scope,
        title: said.title.unwrap_or_else(|| title(said.kind, as_at)),
    };
    let Some((number, reason)) = said.restates else {
        return Ok(Draft { document, restates: None });
    };
    let before = restating::before(tx, officer, number, &document)?;
    let changes = restating::changes(tx, house, officer, &question, &before.document, &document)?;
    let (number, sha256) = (number.to_string(), before.release.sha256);
    document.restates = Some(Restated { changes, number, reason, sha256 });
    Ok(Draft { document, restates: Some(before.release.id) })
}

fn frozen_scope(app: &App, officer: &Officer, question: &Question) -> ScopeFrozen {
    let (counts, indicator) = match question {
        Question::Targets(asked) => {
            let counting =
                Narrowing { area: asked.area, agency: asked.agency, ..asked.counting.clone() };
            let indicator = asked.indicator.map(|it| it.word().to_owned());
            (scope_of(officer, &counting), indicator)
        }
        Question::Stages(..)
        | Question::Agencies(_)
        | Question::Unit(..)
        | Question::Training(..)
        | Question::Growth(..) => (scope_of(officer, question.narrowing()), None),
    };
    let period = question.period().map(|period| period.to_string());
    let said = scope_line(&app.house, &counts, Lang::Id);
    let ScopeAnswer {
        area,
        agency,
        seen_area,
        seen_agency,
        registered_from,
        registered_to,
        sex,
        track,
        business_type,
        channel,
    } = counts;
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    ScopeFrozen {
        agency,
        area,
        by: question.grouping().map(|by| by.word().to_owned()),
        business_type,
        channel,
        indicator,
        period,
        registered_from: date(registered_from),
        registered_to: date(registered_to),
        said,
        seen_agency,
        seen_area,
        sex,
        track,
    }
}

fn title(kind: Kind, as_at: Date) -> String {
    let what = match kind {
        Kind::Stages => "Laporan tahap",
        Kind::Targets => "Laporan target dan realisasi",
        Kind::Agencies => "Laporan perbandingan OPD",
        Kind::Unit => "Laporan capaian unit",
        Kind::Training => "Laporan pelatihan",
        Kind::Growth => "Laporan naik kelas",
    };
    format!("{what} per {}", day(as_at, Lang::Id))
}
