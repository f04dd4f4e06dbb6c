//! The binary, serving, and a plain client that registers people over HTTP.
#![allow(dead_code, reason = "each test file uses what it needs")]
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A serving process; killed when it is dropped.
pub struct Serving {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

/// The binary with a database in a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jakpreneur"));
    command
        .current_dir(folder)
        .env("JAKPRENEUR_DATABASE", "sqlite:crash.db")
        .env("JAKPRENEUR_WEBHOOKS_OWN_NETWORK", "true");
    command
}

/// What a command that succeeds prints.
pub fn done(folder: &Path, words: &[&str]) -> String {
    let output = command(folder).args(words).output().expect("runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Makes an account and a token that may do everything.
pub fn token(folder: &Path) -> String {
    done(folder, &["migrate"]);
    let words = ["user", "add", "penguji", "--role", "administrator", "--password-stdin"];
    let mut add = command(folder).args(words).stdin(Stdio::piped()).spawn().expect("runs");
    add.stdin.take().expect("a pipe").write_all(b"kuda laut berenang\n").expect("written");
    assert!(add.wait().expect("ends").success());
    let printed = done(folder, &["token", "create", "--user", "penguji"]);
    printed.split_whitespace().last().expect("a token").to_owned()
}

impl Serving {
    /// Starts and waits until it listens.
    pub fn start(folder: &Path) -> Self {
        let mut child = command(folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let address = lines.find_map(|line| {
            line.expect("a line").strip_prefix("listening on http://").map(str::to_owned)
        });
        let address = address.expect("listens").parse().expect("an address");
        // Goes on reading, so that the process never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// Ends it as a power cut would, as far as a process can tell.
    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }

    /// Asks it to stop and waits; whether it ended well.
    pub fn stop(mut self) -> bool {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().expect("runs");
        asked.success() && self.child.wait().expect("ended").success()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A connection that stays open.
pub struct Client {
    stream: TcpStream,
    token: String,
}

impl Client {
    /// Connects.
    pub fn connect(address: SocketAddr, token: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(1)))?;
        Ok(Self { stream, token: token.to_owned() })
    }

    /// Registers the person with this number under their own key; answers the status.
    pub fn register(&mut self, number: u32) -> io::Result<u16> {
        let body = body(number);
        let key =
            uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(number));
        Ok(self.post("/api/v1/members", key, &body)?.0)
    }

    /// Posts JSON under a key; answers the status and the body.
    pub fn post(&mut self, path: &str, key: uuid::Uuid, body: &str) -> io::Result<(u16, String)> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {}\r\n\
             Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        );
        self.stream.write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> io::Result<(u16, String)> {
        let mut read = Vec::new();
        let end = loop {
            self.more(&mut read)?;
            if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let head = String::from_utf8_lossy(&read[..end]).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length.map_or(0, |length| length.trim().parse().expect("a length"));
        while read.len() < end + length {
            self.more(&mut read)?;
        }
        let status = head.split(' ').nth(1).expect("a status").parse().expect("a status");
        Ok((status, String::from_utf8_lossy(&read[end..]).into_owned()))
    }

    fn more(&mut self, read: &mut Vec<u8>) -> io::Result<()> {
        let mut some = [0; 4096];
        match self.stream.read(&mut some)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            n => {
                read.extend_from_slice(&some[..n]);
                Ok(())
            }
        }
    }
}

fn body(number: u32) -> String {
    format!(
        "{{\"nik\":\"{}\",\"name\":\"Warga Nomor {number}\",\"kelurahan\":\"31.73.05.1001\",\
         \"business_type\":\"kuliner\",\"has_business\":false,\"agency\":\"ppkukm\",\
         \"office\":\"31.73.05\",\"channel\":\"counter\",\"registered_on\":\"2022-01-03\",\
         \"consent\":true}}",
        super::nik(number)
    )
}
