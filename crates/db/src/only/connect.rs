//! Reaching a PostgreSQL server, with TLS wherever the line leaves this machine.
use crate::{Error, Result};
use postgres::config::{Host, SslMode};
use std::{sync::Arc, time::Duration};

/// Connects. `sslmode=require` wants TLS, `disable` none; without a word, only a line that stays on
/// this machine goes without.
pub(crate) fn connect(url: &str) -> Result<postgres::Client> {
    let mut config: postgres::Config = url
        .parse()
        .map_err(|_| Error::Address("the postgres:// address cannot be read".to_owned()))?;
    config.connect_timeout(Duration::from_secs(10)).keepalives_idle(Duration::from_secs(30));
    config.application_name("jakpreneur");
    let plain = match config.get_ssl_mode() {
        SslMode::Disable => true,
        SslMode::Prefer => config.get_hosts().iter().all(stays_here),
        SslMode::Require | _ => false,
    };
    if plain {
        config.ssl_mode(SslMode::Disable);
        return Ok(config.connect(postgres::NoTls)?);
    }
    config.ssl_mode(SslMode::Require);
    Ok(config.connect(tokio_postgres_rustls::MakeRustlsConnect::new(trusted()?))?)
}

fn stays_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
        Host::Unix(_) => true,
    }
}

/// The machine's own certificates decide whom to trust; `SSL_CERT_FILE` adds a private one.
fn trusted() -> Result<rustls::ClientConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        if let Err(error) = roots.add(certificate) {
            tracing::debug!(%error, "a certificate of this machine cannot be used");
        }
    }
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Lost(error.to_string()))?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// A line to a server for making and dropping databases.
pub fn admin(url: &str) -> Result<impl FnMut(&str) -> Result<()> + use<>> {
    let mut client = connect(url)?;
    Ok(move |sql: &str| Ok(client.batch_execute(sql)?))
}
