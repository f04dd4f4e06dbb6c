//! Whom we trust in TLS: what the operating system trusts.
use rustls::{ClientConfig, RootCertStore, crypto::ring};
use std::sync::Arc;

/// A client of TLS 1.2 and 1.3 without certificates of its own.
pub(super) fn client() -> Result<Arc<ClientConfig>, rustls::Error> {
    let mut roots = RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    let (_, unread) = roots.add_parsable_certificates(found.certs);
    if unread > 0 {
        tracing::debug!(unread, "certificates of the system that cannot be read");
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}
