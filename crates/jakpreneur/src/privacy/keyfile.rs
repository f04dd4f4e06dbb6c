//! Where the master key is kept: a file of its own, never in the database.
use super::Seal;
use db::Address;
use std::{
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The file cannot be read or made.
    #[error("the key file {0} cannot be used: {1}")]
    File(PathBuf, std::io::Error),
    /// The file does not hold 64 hexadecimal digits.
    #[error("the key file {0} does not hold a key (64 hexadecimal digits)")]
    NotAKey(PathBuf),
}

/// The file a database's key is in, unless the operator names another: beside an embedded database,
/// in the working folder for a server.
pub fn key_for(address: &Address) -> PathBuf {
    match address {
        Address::Sqlite(file) => {
            let mut name = file.clone().into_os_string();
            name.push(".key");
            name.into()
        }
        Address::Postgres(_) => PathBuf::from("jakpreneur.key"),
    }
}

impl Seal {
    /// Reads the key; makes one when there is none yet.
    pub fn open_or_make(file: &Path, random: &crate::Random) -> Result<Self, KeyFault> {
        match std::fs::read_to_string(file) {
            Ok(text) => {
                let text = Zeroizing::new(text);
                let key = read(&text).ok_or_else(|| KeyFault::NotAKey(file.to_owned()))?;
                Ok(Self::new(&key))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let mut key = Zeroizing::new([0; 32]);
                random(key.as_mut_slice());
                make(file, &key).map_err(|error| KeyFault::File(file.to_owned(), error))?;
                Ok(Self::new(&key))
            }
            Err(error) => Err(KeyFault::File(file.to_owned(), error)),
        }
    }
}

fn read(text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let text = text.trim();
    let mut key = Zeroizing::new([0; 32]);
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(key)
}

fn make(file: &Path, key: &[u8; 32]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut open = std::fs::OpenOptions::new();
    let mut made = open.write(true).create_new(true).mode(0o600).open(file)?;
    let text = Zeroizing::new(hex(key));
    writeln!(made, "{}", text.as_str())?;
    made.sync_all()
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
