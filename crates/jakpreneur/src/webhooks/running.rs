//! Following the journal while the server serves: after commits, beside the requests, never inside the writer.
use super::{Courier, Step, rows};
use crate::Problem;
use rules::WebhookId;
use std::{collections::HashSet, sync::Arc, time::Duration};
use tokio::{sync::watch, task::JoinSet};

/// How often the journal's end is looked at.
const TICK: Duration = Duration::from_millis(500);
/// So many partners are told at once.
const AT_ONCE: usize = 16;

type Ended = (WebhookId, Result<Step, Problem>);

/// Delivers until told to stop; what is under way is waited for, and each request ends by its time limit.
pub async fn run(courier: Arc<Courier>, mut stopped: watch::Receiver<bool>) {
    let (mut under_way, mut telling) = (JoinSet::<Ended>::new(), HashSet::new());
    while !*stopped.borrow() {
        while let Some(ended) = under_way.try_join_next() {
            finished(ended, &mut telling);
        }
        match due(&courier).await {
            Ok(due) => {
                for webhook in due {
                    if telling.len() < AT_ONCE && telling.insert(webhook) {
                        let courier = courier.clone();
                        under_way.spawn(async move { (webhook, courier.step(webhook).await) });
                    }
                }
            }
            Err(problem) => tracing::error!(%problem, "webhooks cannot be read"),
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            Some(ended) = under_way.join_next() => finished(ended, &mut telling),
            _ = stopped.changed() => {}
        }
    }
    while let Some(ended) = under_way.join_next().await {
        finished(ended, &mut telling);
    }
}

/// A step that panicked is not taken up again before the next start.
fn finished(ended: Result<Ended, tokio::task::JoinError>, telling: &mut HashSet<WebhookId>) {
    match ended {
        Ok((webhook, done)) => {
            telling.remove(&webhook);
            if let Err(problem) = done {
                tracing::error!(%webhook, %problem, "a webhook's delivery broke");
            }
        }
        Err(error) => tracing::error!(%error, "a webhook's delivery ended badly"),
    }
}

/// Whom there may be something to tell: the journal goes further than it was looked through, and it is time.
async fn due(courier: &Arc<Courier>) -> Result<Vec<WebhookId>, Problem> {
    let look = courier.app.look(|tx, _| Ok((tx.chain()?.position, rows::told(tx)?)));
    let (end, told) = look.await?;
    let now = courier.app.house.now();
    let due = told.into_iter().filter(|(webhook, generation, delivered, due_at)| {
        let looked = courier.looked_to(*webhook, *generation).unwrap_or_default();
        looked.max(*delivered) < end && due_at.is_none_or(|due_at| due_at <= now)
    });
    Ok(due.map(|(webhook, ..)| webhook).collect())
}
