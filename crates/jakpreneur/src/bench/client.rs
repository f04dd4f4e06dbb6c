//! A plain HTTP client on many connections that stay open.
use super::timed::now;
use memchr::memmem;
use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Load {
    /// How long each request took that was answered as wanted.
    pub times: Vec<Duration>,
    /// Answers that were not.
    pub others: u64,
}

/// Makes the request with a number.
pub(super) type Request = Arc<dyn Fn(u64) -> Vec<u8> + Send + Sync>;

/// Sends requests on so many connections until the end, and counts answers with `wanted`.
pub(super) async fn load(
    server: SocketAddr,
    connections: usize,
    until: Instant,
    request: Request,
    wanted: [u8; 3],
) -> io::Result<Load> {
    let next = Arc::new(AtomicU64::new(0));
    let mut running = JoinSet::new();
    for _ in 0..connections {
        running.spawn(connection(server, until, next.clone(), request.clone(), wanted));
    }
    let mut whole = Load::default();
    while let Some(ended) = running.join_next().await {
        let part = ended.map_err(io::Error::other)??;
        whole.times.extend(part.times);
        whole.others += part.others;
    }
    Ok(whole)
}

async fn connection(
    server: SocketAddr,
    until: Instant,
    next: Arc<AtomicU64>,
    request: Request,
    wanted: [u8; 3],
) -> io::Result<Load> {
    let mut stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (mut load, mut buffer) = (Load::default(), Vec::with_capacity(8192));
    while now() < until {
        let bytes = request(next.fetch_add(1, Ordering::Relaxed));
        let began = now();
        stream.write_all(&bytes).await?;
        let status = answer(&mut stream, &mut buffer).await?;
        if status == wanted {
            load.times.push(began.elapsed());
        } else {
            load.others += 1;
        }
    }
    Ok(load)
}

/// Reads a whole answer and gives the three digits of its status.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<[u8; 3]> {
    buffer.clear();
    let mut whole = None;
    while whole.is_none_or(|whole| buffer.len() < whole) {
        if stream.read_buf(buffer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        whole = whole.or_else(|| whole_length(buffer));
    }
    let status = buffer.get(9..12).and_then(|digits| digits.try_into().ok());
    status.ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// How long the answer is with its head, once the head is there. Our own server writes names in small letters.
fn whole_length(buffer: &[u8]) -> Option<usize> {
    let end = memmem::find(buffer, b"\r\n\r\n")? + 4;
    let name = b"content-length: ";
    let Some(at) = memmem::find(buffer.get(..end)?, name) else { return Some(end) };
    let digits = buffer.get(at + name.len()..end)?.iter().take_while(|byte| byte.is_ascii_digit());
    Some(end + digits.fold(0, |length, digit| length * 10 + usize::from(digit - b'0')))
}
