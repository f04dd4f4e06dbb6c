//! A partner's system on a port of this machine, which fails in every way the test wants.
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// What it does with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes it, with an answer that says nothing.
    Take,
    /// Takes it, with an answer that is nonsense.
    TakeWithNonsense,
    /// Takes it, and then talks without end.
    TakeAndTalk,
    /// Says a status.
    Say(u16),
    /// Sends us to another place.
    SendTo(String),
    /// Says nothing at all.
    Hang,
    /// Says something that is no HTTP.
    Garble,
    /// Says 200 and goes away in the middle of the answer.
    BreakOff,
    /// Goes away without a word.
    Leave,
    /// A head without end.
    EndlessHead,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Came {
    pub id: String,
    pub timestamp: i64,
    pub signatures: Vec<String>,
    pub body: Vec<u8>,
    pub manner: Manner,
}

pub struct Receiver {
    pub address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    came: Arc<Mutex<Vec<Came>>>,
    /// How many requests are answered at this moment, at most so far.
    busiest: Arc<AtomicUsize>,
}

impl Receiver {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let receiver = Self {
            address: listener.local_addr().expect("an address"),
            manner: Arc::new(Mutex::new(Manner::Take)),
            came: Arc::default(),
            busiest: Arc::default(),
        };
        let (manner, came, busiest) =
            (receiver.manner.clone(), receiver.came.clone(), receiver.busiest.clone());
        thread::spawn(move || {
            let now = Arc::new(AtomicUsize::new(0));
            for stream in listener.incoming() {
                let stream = stream.expect("a line");
                let (manner, came) = (manner.clone(), came.clone());
                let (now, busiest) = (now.clone(), busiest.clone());
                thread::spawn(move || {
                    busiest.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let manner = manner.lock().expect("a manner").clone();
                    drop(answer(stream, manner, &came));
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        receiver
    }

    pub fn url(&self) -> String {
        format!("http://{}/terima", self.address)
    }

    pub fn be(&self, manner: Manner) {
        *self.manner.lock().expect("a manner") = manner;
    }

    /// Everything that came.
    pub fn came(&self) -> Vec<Came> {
        self.came.lock().expect("what came").clone()
    }

    /// What was taken, by position, each delivery once: a receiver knows one again by its id.
    pub fn taken(&self) -> Vec<i64> {
        let mut known = std::collections::BTreeSet::new();
        let taken = self.came().into_iter().filter(|it| is_taken(&it.manner));
        let once = taken.filter(|it| known.insert(it.id.clone()));
        once.flat_map(|it| positions(&it.body)).collect()
    }

    /// How many requests were under way together at most.
    pub fn busiest(&self) -> usize {
        self.busiest.load(Ordering::SeqCst)
    }
}

fn is_taken(manner: &Manner) -> bool {
    matches!(manner, Manner::Take | Manner::TakeWithNonsense | Manner::TakeAndTalk)
}

/// The positions in a delivery.
pub fn positions(body: &[u8]) -> Vec<i64> {
    let body: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    let items = body["data"]["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["position"].as_i64().expect("a position")).collect()
}

fn answer(mut stream: TcpStream, manner: Manner, came: &Mutex<Vec<Came>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    if manner == Manner::Leave {
        return Ok(());
    }
    came.lock().expect("what came").push(read(&mut stream, manner.clone())?);
    match manner {
        Manner::Take => stream.write_all(b"HTTP/1.1 204 No Content\r\n\r\n"),
        Manner::TakeWithNonsense => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n\xff\xfe<{\0}\x01")
        }
        Manner::TakeAndTalk => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")?;
            endlessly(&mut stream, &[b'x'; 4096])
        }
        Manner::Say(status) => {
            write!(stream, "HTTP/1.1 {status} So\r\nContent-Length: 0\r\n\r\n")
        }
        Manner::SendTo(place) => {
            write!(stream, "HTTP/1.1 307 There\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n")
        }
        Manner::Hang => {
            // Until the other side has had enough.
            stream.read(&mut [0; 16]).map(drop)
        }
        Manner::Garble => stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"),
        Manner::BreakOff => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nok"),
        Manner::Leave => Ok(()),
        Manner::EndlessHead => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n")?;
            endlessly(&mut stream, b"X-More: and more and more and more and more and more\r\n")
        }
    }
}

fn endlessly(stream: &mut TcpStream, part: &[u8]) -> std::io::Result<()> {
    loop {
        stream.write_all(part)?;
    }
}

fn read(stream: &mut TcpStream, manner: Manner) -> std::io::Result<Came> {
    let (mut read, mut part) = (Vec::new(), [0; 4096]);
    let end = loop {
        let size = stream.read(&mut part)?;
        read.extend_from_slice(&part[..size]);
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if size == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    };
    let head = String::from_utf8_lossy(&read[..end]).into_owned();
    let header = |name: &str| {
        let found = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        found.expect("the header").trim().to_owned()
    };
    let length: usize = header("content-length").parse().expect("a length");
    while read.len() < end + length {
        let size = stream.read(&mut part)?;
        read.extend_from_slice(&part[..size]);
    }
    Ok(Came {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp").parse().expect("a time"),
        signatures: header("webhook-signature").split(' ').map(str::to_owned).collect(),
        body: read[end..].to_vec(),
        manner,
    })
}
