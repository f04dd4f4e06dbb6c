//! The same registrations through the API, on connections that stay open.
use super::{
    client::{self, Load, Pace, Request},
    resident,
    served::{all_answered, while_served},
    timed::now,
};
use crate::{App, Problem};
use std::{sync::Arc, time::Duration};

/// Registers as fast as so many connections can.
pub(super) fn registrations(
    app: &App,
    token: &str,
    connections: usize,
    during: Duration,
) -> Result<Load, Problem> {
    let request = requests(token);
    all_answered(while_served(app, async move |server| {
        let pace = Pace::as_fast_as_can(connections);
        client::load(server, pace, now() + during, request, *b"201").await
    })?)
}

/// Registrations, each of another resident.
pub(super) fn requests(token: &str) -> Request {
    let token = token.to_owned();
    Arc::new(move |number| {
        let body = resident::body(number);
        let key = uuid::Uuid::from_u128(u128::from(number) | 0x0190_0000_0000_7000_8000 << 48);
        format!(
            "POST /api/v1/members HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    })
}
