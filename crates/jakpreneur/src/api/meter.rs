//! Measuring requests, and telling it in Prometheus' text format.
use crate::webhooks::Metered;
use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use metrics::{Label, counter, gauge, histogram, with_local_recorder};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle, PrometheusRecorder};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Instant,
};

/// The upper bounds of the latencies told apart, in seconds.
const LATENCIES: [f64; 12] =
    [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
/// After so many requests the latencies are put into their buckets, so that they need no memory of their own.
const PUT_AWAY_EVERY: u32 = 4096;

/// What was measured so far; cheap to clone.
#[derive(Clone)]
pub struct Meter {
    recorder: Arc<PrometheusRecorder>,
    handle: PrometheusHandle,
    measured: Arc<AtomicU32>,
}

impl Meter {
    /// A meter that has measured nothing.
    pub fn new() -> Self {
        let builder = PrometheusBuilder::new();
        let builder = builder.set_buckets(&LATENCIES).unwrap_or_default();
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        Self { recorder: Arc::new(recorder), handle, measured: Arc::default() }
    }

    fn request(&self, labels: &[Label; 3], seconds: f64) {
        with_local_recorder(&*self.recorder, || {
            counter!("jakpreneur_requests_total", labels.iter()).increment(1);
            histogram!("jakpreneur_request_seconds", labels.iter()).record(seconds);
        });
        if self.measured.fetch_add(1, Ordering::Relaxed).is_multiple_of(PUT_AWAY_EVERY) {
            self.handle.run_upkeep();
        }
    }

    /// Whether the database answers, and how many batches it has committed.
    #[expect(clippy::cast_precision_loss, reason = "Prometheus knows floating point numbers alone")]
    pub fn database(&self, batches: Option<i64>) {
        with_local_recorder(&*self.recorder, || {
            gauge!("jakpreneur_database_up").set(f64::from(u8::from(batches.is_some())));
            if let Some(batches) = batches {
                gauge!("jakpreneur_batches_committed").set(batches as f64);
            }
        });
    }

    /// How far the journal is counted, and how much is.
    #[expect(clippy::cast_precision_loss, reason = "Prometheus knows floating point numbers alone")]
    pub fn counts(&self, position: i64, members: usize, services: usize) {
        with_local_recorder(&*self.recorder, || {
            gauge!("jakpreneur_journal_position").set(position as f64);
            gauge!("jakpreneur_members_counted").set(members as f64);
            gauge!("jakpreneur_services_counted").set(services as f64);
        });
    }

    /// How far partner systems were told.
    #[expect(clippy::cast_precision_loss, reason = "Prometheus knows floating point numbers alone")]
    pub fn webhooks(&self, of: &Metered) {
        with_local_recorder(&*self.recorder, || {
            gauge!("jakpreneur_webhooks").set(of.webhooks as f64);
            gauge!("jakpreneur_webhooks_paused").set(of.paused as f64);
            gauge!("jakpreneur_webhooks_failing").set(of.failing as f64);
            gauge!("jakpreneur_webhook_attempts").set(of.attempts as f64);
            gauge!("jakpreneur_webhook_deliveries").set(of.deliveries as f64);
            gauge!("jakpreneur_webhook_positions_behind").set(of.behind as f64);
        });
    }

    /// Everything, in Prometheus' text format.
    pub fn text(&self) -> String {
        self.handle.render()
    }

    /// Measures one request: by route, method and status, never by address.
    #[expect(clippy::disallowed_methods, reason = "how long a request took is measured here alone")]
    pub async fn measured(self, request: Request, next: Next) -> Response {
        let route = request.extensions().get::<MatchedPath>().cloned();
        let method = Label::new("method", method(request.method()));
        let began = Instant::now();
        let answer = next.run(request).await;
        let route = route.as_ref().map_or("none", MatchedPath::as_str).to_owned();
        let status = answer.status().as_u16().to_string();
        let labels = [Label::new("route", route), method, Label::new("status", status)];
        self.request(&labels, began.elapsed().as_secs_f64());
        answer
    }
}

/// A method made up by a caller must not become a name to count under.
fn method(method: &axum::http::Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "DELETE" => "DELETE",
        _ => "other",
    }
}
