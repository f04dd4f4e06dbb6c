//! The same registrations without HTTP: as many callers, who hand their acts to the writer themselves.
use super::{resident, timed::now};
use crate::{App, Problem, journal::Asking, people};
use rules::ActId;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{runtime, task::JoinSet};

/// Registers until the time is over; says how many were.
pub(super) fn registrations(app: &App, callers: usize, during: Duration) -> Result<u64, Problem> {
    let runtime = runtime::Builder::new_current_thread().build();
    let runtime = runtime.map_err(|error| Problem::Broken(error.to_string()))?;
    runtime.block_on(async {
        let next = Arc::new(AtomicU64::new(0));
        let until = now() + during;
        let mut running = JoinSet::new();
        for _ in 0..callers {
            let (app, next) = (app.clone(), next.clone());
            running.spawn(async move {
                while now() < until {
                    one(&app, next.fetch_add(1, Ordering::Relaxed)).await?;
                }
                Ok::<_, Problem>(())
            });
        }
        while let Some(ended) = running.join_next().await {
            ended.map_err(|error| Problem::Broken(error.to_string()))??;
        }
        Ok(next.load(Ordering::Relaxed))
    })
}

async fn one(app: &App, number: u64) -> Result<(), Problem> {
    let officer = app.operator();
    let new = resident::form(number).understand(&app.house, &officer)?;
    let asked = Some(Asking::digest("bench", &number.to_be_bytes()));
    let (at, act_id) = (app.house.now(), ActId(app.house.new_id()));
    let asking = Asking { officer, at, made_at: None, act_id, asked };
    app.change(move |tx, house| people::register(tx, house, &asking, &new)).await.map(drop)
}
