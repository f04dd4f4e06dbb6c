//! Keeping the board at the journal's end: from this process's own commits, and from those of others.
use super::{Board, News};
use crate::{
    House, Problem, growth,
    journal::{Db, Event, Stamp},
    mentoring, people, stages,
};
use db::{Batch, Entry, Follower, Position, Tx};
use std::sync::Arc;

/// Hears of every commit of this process.
pub struct Following(pub Arc<House>);

impl Follower<News> for Following {
    fn committed(&mut self, batch: Batch<News>) {
        forget_access(&self.0, &batch.news);
        let mut board = self.0.board_mut();
        if board.position != batch.before {
            // Another process committed in between; whoever asks next reads the journal first.
            return;
        }
        take_all(&mut board, &batch.news);
        board.position = batch.after;
    }
}

fn forget_access(house: &House, news: &[News]) {
    for news in news {
        if let News::Access(user) = news {
            house.gate.forget(*user);
        }
    }
}

fn take_all(board: &mut Board, news: &[News]) {
    for news in news {
        if let Err(broken) = board.take(news) {
            tracing::error!(%broken, "the board cannot take what was committed");
        }
    }
}

/// Reads what other processes committed since the board was last at the journal's end. Blocks.
pub fn bring_up_to_date(db: &Db, house: &House) -> Result<Position, Problem> {
    db.look(|tx| caught_up(tx, house))
}

/// The same within a look; answers the position the look sees. The board may already be further.
pub fn caught_up(tx: &mut Tx<'_>, house: &House) -> Result<Position, Problem> {
    let seen = tx.chain()?.position;
    loop {
        let at = house.board().position;
        if at >= seen {
            return Ok(seen);
        }
        let news = since(tx, house, at)?;
        forget_access(house, &news);
        let mut board = house.board_mut();
        if board.position == at {
            take_all(&mut board, &news);
            board.position = seen;
        }
    }
}

fn since(tx: &mut Tx<'_>, house: &House, at: Position) -> Result<Vec<News>, Problem> {
    between(tx, house, at, Position::MAX)
}

/// What was committed after a position and up to another.
pub(super) fn between(
    tx: &mut Tx<'_>,
    house: &House,
    at: Position,
    until: Position,
) -> Result<Vec<News>, Problem> {
    let mut entries = Vec::new();
    tx.entries(at, until - at, |entry| {
        entries.push(entry);
        Ok(())
    })?;
    let mut news = Vec::new();
    for entry in &entries {
        news.extend(of_entry(tx, house, entry)?);
        news.extend(of_business(tx, house, entry)?);
    }
    Ok(news)
}

/// What an entry tells of how a business does, and of whose caseload somebody is in.
fn of_business(tx: &mut Tx<'_>, house: &House, entry: &Entry) -> Result<Vec<News>, Problem> {
    let stamp = Stamp::of(entry);
    match entry.act.as_str() {
        growth::MeasurementRecorded::ACT => {
            let event = growth::MeasurementRecorded::of(entry)?;
            Ok(growth::measured_news_of(tx, house, &stamp, &event)?.into_iter().collect())
        }
        growth::MeasurementVoided::ACT => {
            let event = growth::MeasurementVoided::of(entry)?;
            Ok(growth::voided_news_of(tx, &stamp, &event)?.into_iter().collect())
        }
        mentoring::MentorAssigned::ACT => {
            mentoring::news_of(tx, &stamp, &mentoring::MentorAssigned::of(entry)?)
        }
        mentoring::CaseloadsShared::ACT => {
            let mut news = Vec::new();
            for assigned in mentoring::CaseloadsShared::of(entry)?.assigned() {
                news.extend(mentoring::news_of(tx, &stamp, &assigned)?);
            }
            Ok(news)
        }
        mentoring::TransferAnswered::ACT => {
            let answered = mentoring::TransferAnswered::of(entry)?;
            mentoring::news_of(tx, &stamp, &answered.assigned())
        }
        _ => Ok(Vec::new()),
    }
}

/// What an entry tells the board; most kinds tell nothing.
fn of_entry(tx: &mut Tx<'_>, house: &House, entry: &Entry) -> Result<Option<News>, Problem> {
    let stamp = Stamp::of(entry);
    Ok(match entry.act.as_str() {
        people::Registered::ACT => {
            let event = people::Registered::of(entry)?;
            Some(people::news_of(tx, house, &stamp, &event)?)
        }
        stages::ServiceRecorded::ACT => {
            Some(stages::news(&stamp, &stages::ServiceRecorded::of(entry)?))
        }
        stages::ServiceVoided::ACT => {
            let event = stages::ServiceVoided::of(entry)?;
            Some(News::Void { position: stamp.position, service: event.service_at })
        }
        people::Decided::ACT => people::link_news(tx, &stamp, &people::Decided::of(entry)?)?,
        people::Undone::ACT => people::undo_news(tx, &stamp, &people::Undone::of(entry)?)?,
        people::Corrected::ACT => {
            people::correction_news(tx, house, &stamp, &people::Corrected::of(entry)?)?
        }
        _ => None,
    })
}
