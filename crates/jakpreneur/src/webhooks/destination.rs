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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn an_address_is_a_machine_a_port_and_a_path() {
        let to = Destination::parse(" https://Mitra.example:8443/a?b=c ", false).unwrap();
        assert_eq!(
            (to.host.as_str(), to.port, to.path.as_str()),
            ("mitra.example", 8443, "/a?b=c")
        );
        assert_eq!(to.authority(), "mitra.example:8443");
        let to = Destination::parse("https://[2606:4700::1111]", false).unwrap();
        assert_eq!((to.host.as_str(), to.port, to.path.as_str()), ("2606:4700::1111", 443, "/"));
        assert_eq!(to.authority(), "[2606:4700::1111]");
    }

    #[test]
    fn what_leads_inside_is_refused_unless_it_is_allowed() {
        for inside in [
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://localhost/",
            "https://a.localhost/",
            "https://gudang/",
            "https://169.254.169.254/latest",
            "https://[::ffff:10.0.0.1]/",
        ] {
            assert_eq!(Destination::parse(inside, false), Err(Refused::Private), "{inside}");
            assert!(Destination::parse(inside, true).is_ok(), "{inside}");
        }
        assert_eq!(Destination::parse("http://mitra.example/", false), Err(Refused::NotHttps));
        assert!(Destination::parse("http://127.0.0.1:9/x", true).is_ok());
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "mitra.example",
            "ftp://mitra.example/",
            "https:///x",
            "https://a@b.example/",
            "https://mitra.example/#x",
            "https://mitra.example/ x",
            "https://mitra.example\\@x/",
        ] {
            assert_eq!(Destination::parse(wrong, true), Err(Refused::Address), "{wrong}");
        }
    }
}
