//! Delivering: one step tells one partner the next part once, and keeps what became of it.
use super::{
    Message, Outcome, Paused, Progress, attempts,
    batch::{self, Found},
    owner,
    post::Line,
    progress, rows, secret,
};
use crate::{App, Problem};
use db::Position;
use rules::{
    Instant, WebhookId,
    webhook::{PAUSED_AFTER, retry_after},
};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use uuid::Uuid;

/// How deliveries are paced.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// So long one request may take, all in all.
    pub timeout: Duration,
    /// So long after a delivery the next begins, unless it was full: what happens meanwhile goes together.
    pub pace: Duration,
    /// So long a process holds a delivery at most; one that died lets others go on after this.
    pub lease: Duration,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(10),
            pace: Duration::from_secs(1),
            lease: Duration::from_secs(20),
        }
    }
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is nothing to tell.
    Nothing,
    /// It is not time yet.
    NotYet(Instant),
    /// It is paused, or it was paused now.
    Paused,
    /// Another process tells it, or somebody changed it just now.
    Elsewhere,
    /// It was sent once; this became of it.
    Sent(Outcome),
}

/// After so many entries that do not concern a partner, that is kept.
const SKIPPED: Position = 5_000;

/// Delivers to every partner.
pub struct Courier {
    pub(super) app: App,
    terms: Terms,
    line: Line,
    /// Which process holds a delivery.
    me: Uuid,
    /// Up to where the journal was looked through for each partner, in which generation.
    looked: Mutex<HashMap<WebhookId, (i64, Position)>>,
}

enum Plan {
    Step(Step),
    Stop(Paused),
    Skip(Progress, Position),
    Send(String, Box<Message>),
}

impl Courier {
    /// A courier; it reaches the own network where the house allows it.
    pub fn new(app: App, terms: Terms) -> Result<Self, Problem> {
        let own_network = app.house.own_network.get().copied().unwrap_or_default();
        let line = Line::new(terms.timeout, own_network);
        let line = line.map_err(|error| Problem::Broken(error.to_string()))?;
        let me = app.house.new_id();
        Ok(Self { app, terms, line, me, looked: Mutex::default() })
    }

    /// Tells one partner what comes next, if it is time.
    pub async fn step(&self, webhook: WebhookId) -> Result<Step, Problem> {
        let looked = self.looked().get(&webhook).copied();
        let plan = self.app.look(move |tx, house| plan(tx, house, webhook, looked)).await?;
        match plan {
            Plan::Step(step) => Ok(step),
            Plan::Stop(why) => self.stop(webhook, why).await,
            Plan::Skip(progress, to) => self.skip(webhook, &progress, to).await,
            Plan::Send(address, message) => self.send(address, *message).await,
        }
    }

    /// Up to where the journal was looked through for a partner since somebody began again.
    pub(super) fn looked_to(&self, webhook: WebhookId, generation: i64) -> Option<Position> {
        let looked = self.looked().get(&webhook).copied();
        looked.filter(|(of, _)| *of == generation).map(|(_, to)| to)
    }

    fn looked(&self) -> MutexGuard<'_, HashMap<WebhookId, (i64, Position)>> {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn stop(&self, webhook: WebhookId, why: Paused) -> Result<Step, Problem> {
        let at = self.app.house.now();
        self.app.change(move |tx, _| Ok(progress::pause(tx, webhook, at, why)?)).await?;
        tracing::warn!(%webhook, why = why.word(), "a webhook is paused");
        Ok(Step::Paused)
    }

    /// Remembers that nothing up to there concerns the partner; now and then for good.
    async fn skip(
        &self,
        webhook: WebhookId,
        was: &Progress,
        to: Position,
    ) -> Result<Step, Problem> {
        self.looked().insert(webhook, (was.generation, to));
        if to - was.delivered >= SKIPPED {
            let from = (was.generation, was.delivered, to);
            self.app.change(move |tx, _| Ok(progress::skip(tx, webhook, from)?)).await?;
        }
        Ok(Step::Nothing)
    }

    async fn send(&self, address: String, message: Message) -> Result<Step, Problem> {
        let (now, me) = (self.app.house.now(), self.me);
        let lease = (now, later(now, self.terms.lease));
        let claim = self.app.change(move |tx, _| {
            let held = progress::claim(tx, &message, me, lease)?;
            Ok(held.then_some(message))
        });
        let Some(message) = claim.await? else { return Ok(Step::Elsewhere) };
        let outcome = self.line.send(&address, &message, now).await;
        self.settle(message, outcome).await?;
        Ok(Step::Sent(outcome))
    }

    /// Keeps what became of it. A process that dies before this sends it again.
    async fn settle(&self, message: Message, outcome: Outcome) -> Result<(), Problem> {
        let (now, me, pace) = (self.app.house.now(), self.me, self.terms.pace);
        let random = u32::from_le_bytes(self.app.house.bytes());
        let webhook = message.webhook;
        let paused = self.app.change(move |tx, _| {
            attempts::keep(tx, &message, now, outcome)?;
            let (kept, paused) = if outcome.is_taken() {
                let due = if message.is_full { now } else { later(now, pace) };
                (progress::taken(tx, &message, me, (now, due))?, None)
            } else {
                let was = progress::of(tx, message.webhook)?.ok_or(Problem::NotFound)?;
                let paused = pausing(&was, outcome, now);
                let failures = u32::try_from(was.failures + 1).unwrap_or(u32::MAX);
                let due = later(now, retry_after(failures, random));
                (progress::failed(tx, &message, me, (now, due), paused)?, paused)
            };
            if !kept {
                progress::release(tx, message.webhook, me)?;
            }
            Ok(paused.filter(|_| kept))
        });
        if let Some(why) = paused.await? {
            tracing::warn!(%webhook, why = why.word(), "a webhook is paused");
        }
        Ok(())
    }
}

/// Whether a failure is one too many.
fn pausing(was: &Progress, outcome: Outcome, now: Instant) -> Option<Paused> {
    if progress::is_gone(outcome) {
        return Some(Paused::Gone);
    }
    let since = was.failing_since?;
    (later(since, PAUSED_AFTER) <= now).then_some(Paused::Failed)
}

fn plan(
    tx: &mut db::Tx<'_>,
    house: &crate::House,
    webhook: WebhookId,
    looked: Option<(i64, Position)>,
) -> Result<Plan, Problem> {
    let now = house.now();
    let found = rows::one(tx, house, webhook)?.zip(progress::of(tx, webhook)?);
    let Some((webhook, progress)) = found else { return Ok(Plan::Step(Step::Nothing)) };
    if progress.paused.is_some() {
        return Ok(Plan::Step(Step::Paused));
    }
    if let Some(due_at) = progress.due_at.filter(|due_at| *due_at > now) {
        return Ok(Plan::Step(Step::NotYet(due_at)));
    }
    if progress.leased_until.is_some_and(|until| until > now) {
        return Ok(Plan::Step(Step::Elsewhere));
    }
    let Some(officer) = owner::of(tx, &webhook)? else { return Ok(Plan::Stop(Paused::Owner)) };
    let looked = looked.filter(|(generation, _)| *generation == progress.generation);
    let looked_to = looked.map_or(0, |(_, to)| to).max(progress.delivered);
    Ok(match batch::next(tx, &officer, &webhook, &progress, looked_to)? {
        Found::Nothing(to) => Plan::Skip(progress, to),
        Found::Told(mut message) => {
            message.secrets = secret::valid(tx, house, webhook.id, now)?;
            Plan::Send(webhook.address, message)
        }
    })
}

/// A moment later.
pub(super) fn later(at: Instant, by: Duration) -> Instant {
    Instant(at.0.saturating_add(i64::try_from(by.as_micros()).unwrap_or(i64::MAX)))
}
