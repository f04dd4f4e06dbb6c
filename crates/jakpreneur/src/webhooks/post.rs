//! One request to a partner's system: to a machine that may be reached, within a time, reading little of the
//! answer, and following no redirect.
use super::{Destination, Message, Outcome, batch::seconds, secret::signature, tls};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, body::Incoming, client::conn::http1, header};
use hyper_util::rt::TokioIo;
use rules::{Instant, webhook::is_public};
use rustls::{ClientConfig, pki_types::ServerName};
use std::{future::pending, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
};
use tokio_rustls::TlsConnector;

/// So much of the head of an answer is read,
const LARGEST_HEAD: usize = 16 * 1024;
/// and so much of its body; what comes behind is not waited for.
const LARGEST_ANSWER: usize = 16 * 1024;

/// The line to partner systems.
#[derive(Clone)]
pub(super) struct Line {
    tls: Arc<ClientConfig>,
    timeout: Duration,
    own_network: bool,
}

impl Line {
    /// A line that waits so long for everything together, and may reach the own network or not.
    pub(super) fn new(timeout: Duration, own_network: bool) -> Result<Self, rustls::Error> {
        Ok(Self { tls: tls::client()?, timeout, own_network })
    }

    /// Sends a message, once.
    pub(super) async fn send(&self, address: &str, message: &Message, now: Instant) -> Outcome {
        let Ok(to) = Destination::parse(address, self.own_network) else { return Outcome::Refused };
        let Some(request) = request(&to, message, seconds(now)) else {
            return Outcome::Unreachable;
        };
        let exchange = tokio::time::timeout(self.timeout, self.exchange(&to, request));
        exchange.await.unwrap_or(Err(Outcome::TimedOut)).unwrap_or_else(|outcome| outcome)
    }

    async fn exchange(
        &self,
        to: &Destination,
        request: Request<Full<Bytes>>,
    ) -> Result<Outcome, Outcome> {
        let stream = self.connect(to).await?;
        if !to.is_secure {
            return speak(stream, request).await;
        }
        let name = ServerName::try_from(to.host.clone()).map_err(|_| Outcome::Insecure)?;
        let secure = TlsConnector::from(self.tls.clone()).connect(name, stream);
        speak(secure.await.map_err(|_| Outcome::Insecure)?, request).await
    }

    /// Looks the name up once, and calls what was found and looked at: a name that means another machine a moment
    /// later changes nothing.
    async fn connect(&self, to: &Destination) -> Result<TcpStream, Outcome> {
        let found = lookup_host((to.host.as_str(), to.port)).await;
        let found: Vec<SocketAddr> = found.map_err(|_| Outcome::Unreachable)?.collect();
        if !self.own_network && !found.iter().all(|it| is_public(it.ip())) {
            return Err(Outcome::Refused);
        }
        for address in found {
            if let Ok(stream) = TcpStream::connect(address).await {
                return Ok(stream);
            }
        }
        Err(Outcome::Unreachable)
    }
}

/// The request with its signatures, one for each valid secret.
fn request(to: &Destination, message: &Message, timestamp: i64) -> Option<Request<Full<Bytes>>> {
    let id = message.id();
    let sign = |secret| signature(secret, &id, timestamp, &message.body);
    let signatures: Option<Vec<String>> = message.secrets.iter().map(sign).collect();
    let request = Request::post(to.path.as_str())
        .header(header::HOST, to.authority())
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, concat!("jakpreneur/", env!("CARGO_PKG_VERSION")))
        .header(header::CONNECTION, "close")
        .header("webhook-id", &id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signatures?.join(" "));
    request.body(Full::new(Bytes::copy_from_slice(&message.body))).ok()
}

/// One request and its answer on an open line.
async fn speak<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Outcome, Outcome>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let line = http1::Builder::new().max_buf_size(LARGEST_HEAD).handshake(TokioIo::new(stream));
    let (mut sender, driving) = line.await.map_err(|_| Outcome::Garbled)?;
    let exchange = async {
        let answer = sender.send_request(request).await.map_err(|error| {
            if error.is_parse() || error.is_parse_too_large() {
                Outcome::Garbled
            } else {
                Outcome::Cut
            }
        })?;
        let outcome = Outcome::of_status(answer.status().as_u16());
        read(answer.into_body()).await.map(|()| outcome)
    };
    let driven = async {
        // What went wrong on the line is told by the exchange as well.
        drop(driving.await);
        pending().await
    };
    tokio::select! {
        told = exchange => told,
        never = driven => never,
    }
}

/// Reads a little of the body, so that an answer that is cut off is known; nothing of it is kept.
async fn read(mut body: Incoming) -> Result<(), Outcome> {
    let mut size = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Outcome::Cut)?;
        size += frame.data_ref().map_or(0, Bytes::len);
        if size > LARGEST_ANSWER {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[tokio::test]
    async fn a_name_is_looked_at_once_it_is_known_what_it_means() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        // Read as if it were harmless, as the name of a partner is whose owner makes it mean this machine.
        let to = Destination::parse(&format!("http://localhost:{port}/"), true).unwrap();
        let line = |own_network| Line::new(Duration::from_secs(5), own_network).unwrap();
        assert!(matches!(line(false).connect(&to).await, Err(Outcome::Refused)));
        assert!(line(true).connect(&to).await.is_ok());
    }
}
