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
    time::{Interval, MissedTickBehavior, interval_at},
};

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Load {
    /// How long each request took that was answered as wanted.
    pub times: Vec<Duration>,
    /// The statuses of those that were not.
    pub others: Vec<String>,
}

/// Makes the request with a number.
pub(super) type Request = Arc<dyn Fn(u64) -> Vec<u8> + Send + Sync>;

/// How many ask at once, and how often.
#[derive(Clone, Copy)]
pub(super) struct Pace {
    connections: usize,
    /// On each connection one request so often; none where each answer brings the next request.
    every: Option<Duration>,
}

impl Pace {
    /// Each answer brings the next request.
    pub fn as_fast_as_can(connections: usize) -> Self {
        Self { connections, every: None }
    }

    /// One request so often on each of the connections.
    pub fn every(connections: usize, every: Duration) -> Self {
        Self { connections, every: Some(every) }
    }
}

/// Sends requests at a pace until the end, and counts answers with `wanted`.
pub(super) async fn load(
    server: SocketAddr,
    pace: Pace,
    until: Instant,
    request: Request,
    wanted: [u8; 3],
) -> io::Result<Load> {
    let next = Arc::new(AtomicU64::new(0));
    let mut running = JoinSet::new();
    for turn in 0..pace.connections {
        let pause = pace.every.map(|every| Pause::new(every, turn, pace.connections));
        let sending = Sending { next: next.clone(), request: request.clone(), pause };
        running.spawn(connection(server, until, sending, wanted));
    }
    let mut whole = Load::default();
    while let Some(ended) = running.join_next().await {
        let part = ended.map_err(io::Error::other)??;
        whole.times.extend(part.times);
        whole.others.extend(part.others);
    }
    Ok(whole)
}

/// One request on a connection of its own; connecting does not count.
pub(super) async fn once(
    server: SocketAddr,
    request: &Request,
    number: u64,
    wanted: [u8; 3],
) -> io::Result<Load> {
    let (mut stream, mut load) = (TcpStream::connect(server).await?, Load::default());
    stream.set_nodelay(true)?;
    one(&mut stream, &mut Vec::new(), &request(number), wanted, &mut load).await?;
    Ok(load)
}

async fn one(
    stream: &mut TcpStream,
    buffer: &mut Vec<u8>,
    request: &[u8],
    wanted: [u8; 3],
    load: &mut Load,
) -> io::Result<()> {
    let began = now();
    stream.write_all(request).await?;
    match answer(stream, buffer).await? {
        status if status == wanted => load.times.push(began.elapsed()),
        status => load.others.push(String::from_utf8_lossy(&status).into_owned()),
    }
    Ok(())
}

/// What one connection sends, and when.
struct Sending {
    next: Arc<AtomicU64>,
    request: Request,
    pause: Option<Pause>,
}

/// Waits between two requests; the connections begin one after the other.
struct Pause(Interval);

impl Pause {
    fn new(every: Duration, turn: usize, of: usize) -> Self {
        let share = u32::try_from(turn).unwrap_or_default();
        let first = every * share / u32::try_from(of).unwrap_or(1);
        let mut interval = interval_at((now() + first).into(), every);
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(interval)
    }
}

async fn connection(
    server: SocketAddr,
    until: Instant,
    mut sending: Sending,
    wanted: [u8; 3],
) -> io::Result<Load> {
    let mut stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (mut load, mut buffer) = (Load::default(), Vec::with_capacity(8192));
    while now() < until {
        if let Some(Pause(interval)) = &mut sending.pause {
            interval.tick().await;
        }
        let bytes = (sending.request)(sending.next.fetch_add(1, Ordering::Relaxed));
        one(&mut stream, &mut buffer, &bytes, wanted, &mut load).await?;
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
