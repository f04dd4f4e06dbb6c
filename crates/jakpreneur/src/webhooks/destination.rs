//! Where a partner system is told: a scheme, a machine and a path, and nothing that would lead elsewhere.
use axum::http::Uri;
use rules::webhook::{Refused, is_public};
use std::net::IpAddr;

/// The longest address.
const LONGEST: usize = 500;

/// An address that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// As typed.
    text: String,
    /// Whether it is spoken to in TLS.
    pub is_secure: bool,
    /// The machine's name or number, an IPv6 number without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The path with its query.
    pub path: String,
}

impl Destination {
    /// Reads an address. Only where the operator allows the own network may it be `http`, or a number in it.
    pub fn parse(raw: &str, own_network: bool) -> Result<Self, Refused> {
        let text = raw.trim();
        let plain = text.len() <= LONGEST && text.bytes().all(|b| b.is_ascii_graphic());
        if !plain || text.contains(['#', '@', '\\']) {
            return Err(Refused::Address);
        }
        let uri: Uri = text.parse().map_err(|_| Refused::Address)?;
        let is_secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if own_network => false,
            Some("http") => return Err(Refused::NotHttps),
            _ => return Err(Refused::Address),
        };
        let host = uri.host().unwrap_or_default();
        let host = host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase();
        if host.is_empty() {
            return Err(Refused::Address);
        }
        let number: Option<IpAddr> = host.parse().ok();
        if !own_network && (number.is_some_and(|it| !is_public(it)) || is_local_name(&host)) {
            return Err(Refused::Private);
        }
        let port = uri.port_u16().unwrap_or(if is_secure { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { text: text.to_owned(), is_secure, host, port, path })
    }

    /// The address as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the request says whom it is for.
    pub fn authority(&self) -> String {
        let host =
            if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        match (self.is_secure, self.port) {
            (true, 443) | (false, 80) => host,
            (_, port) => format!("{host}:{port}"),
        }
    }
}

/// A name that never leads outside; what other names lead to is looked at when they are called.
fn is_local_name(host: &str) -> bool {
    let host = host.trim_end_matches('.');
    host == "localhost" || host.ends_with(".localhost") || !host.contains(['.', ':'])
}
