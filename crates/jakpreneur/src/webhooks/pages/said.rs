//! Subscriptions, their state and their answers in words.
use crate::{
    House,
    webhooks::{Outcome, Paused, Seen, Webhook},
    words::{self, Lang, Webhooks, fill},
};
use rules::{Instant, number::thousands};

/// A moment as it is read.
pub(super) fn moment(at: Instant, lang: Lang) -> String {
    format!("{} {}", words::day(at.date(), lang), at.clock())
}

/// How it stands now.
pub(super) fn state(seen: &Seen, lang: Lang, w: &Webhooks) -> String {
    let progress = &seen.progress;
    match progress.paused {
        Some((_, Paused::Asked)) => w.paused_asked.to_owned(),
        Some((_, Paused::Failed)) => w.paused_failed.to_owned(),
        Some((_, Paused::Gone)) => w.paused_gone.to_owned(),
        Some((_, Paused::Owner)) => w.paused_owner.to_owned(),
        None if progress.failures > 0 => {
            let at = progress.due_at.map(|at| moment(at, lang)).unwrap_or_default();
            fill(w.failing, &[("n", &progress.failures.to_string()), ("at", &at)])
        }
        None => w.running.to_owned(),
    }
}

/// A number as it is read.
pub(super) fn whole(number: i64) -> String {
    thousands(u64::try_from(number).unwrap_or_default())
}

/// Up to which position it was told.
pub(super) fn delivered(seen: &Seen, w: &Webhooks) -> String {
    let (n, end) = (whole(seen.progress.delivered), whole(seen.end));
    fill(w.of_position, &[("n", &n), ("end", &end)])
}

/// Whom it hears of.
pub(super) fn scope(house: &House, webhook: &Webhook, w: &Webhooks) -> String {
    let agency = webhook.agency.as_ref().map(|agency| agency.to_string().to_uppercase());
    let area = webhook.area.map(|area| house.region_name(area));
    let agency = agency.unwrap_or_else(|| w.all_agencies.to_owned());
    format!("{agency}, {}", area.unwrap_or_else(|| w.all_areas.to_owned()))
}

/// Of which kinds.
pub(super) fn kinds(webhook: &Webhook, w: &Webhooks) -> String {
    let kinds = webhook.kinds.to_string();
    if kinds.is_empty() { w.all_kinds.to_owned() } else { kinds }
}

/// What became of an attempt.
pub(super) fn outcome(outcome: Outcome, w: &Webhooks) -> String {
    let status = outcome.status().map(|status| status.to_string()).unwrap_or_default();
    let text = match outcome {
        Outcome::Taken(_) => w.taken,
        Outcome::Declined(_) => w.declined,
        Outcome::Redirected(_) => w.redirected,
        Outcome::TimedOut => w.timed_out,
        Outcome::Unreachable => w.unreachable,
        Outcome::Insecure => w.insecure,
        Outcome::Garbled => w.garbled,
        Outcome::Cut => w.cut,
        Outcome::Refused => w.refused,
    };
    fill(text, &[("status", &status)])
}
