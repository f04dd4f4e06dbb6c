//! Unpacks a workbook once without keeping anything, to see that reading it will not hurt.
//!
//! calamine trusts the sizes a file claims and reads any tag or text whole, whatever its length.
//! So each part is first counted as it really unpacks, for claims may lie.

use std::io::{Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::format::{COMPOUND, ZIP};
use super::super::{Limit, Limits, Unreadable};
use super::compound;
use super::markup::Markup;
use super::sheet::io_reason;

/// More parts than any workbook has; each costs a look.
const PARTS: usize = 10_000;
const CHUNK: usize = 64 * 1024;

/// Refuses what is no workbook, is locked or broken, or would unpack to more than `limits`.
pub(super) fn check(input: &mut (impl Read + Seek), limits: &Limits) -> Result<(), Unreadable> {
    refuse_other_files(input)?;
    let mut archive = ZipArchive::new(&mut *input).map_err(reason)?;
    if archive.len() > PARTS {
        return Err(Unreadable::TooLarge(Limit::Unpacked));
    }
    check_claims(&mut archive, limits)?;
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(reason)?;
        let name = part.name().map_err(reason)?.to_ascii_lowercase();
        left -= weigh(&mut part, Kind::of(&name), limits, left)?;
    }
    drop(archive);
    Ok(input.rewind()?)
}

fn refuse_other_files(input: &mut (impl Read + Seek)) -> Result<(), Unreadable> {
    let mut first = Vec::new();
    input.by_ref().take(8).read_to_end(&mut first)?;
    input.rewind()?;
    if first == COMPOUND {
        return Err(compound::reason(input)?);
    }
    if first.starts_with(ZIP) { Ok(()) } else { Err(Unreadable::NotATable) }
}

/// What the directory claims is free to check, and ends most bombs at once.
fn check_claims(
    archive: &mut ZipArchive<impl Read + Seek>,
    limits: &Limits,
) -> Result<(), Unreadable> {
    let mut claimed: u64 = 0;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(reason)?;
        if part.encrypted() {
            return Err(Unreadable::PasswordProtected);
        }
        claimed = claimed.saturating_add(part.size());
    }
    if claimed > limits.unpacked { Err(Unreadable::TooLarge(Limit::Unpacked)) } else { Ok(()) }
}

/// What a part of the archive is read for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sheet,
    SharedTexts,
    OtherMarkup,
    /// Pictures and the like: never read, only counted.
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        let (folder, file) = name.rsplit_once(['/', '\\']).unwrap_or(("", name));
        let is_markup = file.rsplit_once('.').is_some_and(|(_, end)| matches!(end, "xml" | "rels"));
        match file {
            _ if !is_markup => Self::Other,
            "sharedstrings.xml" => Self::SharedTexts,
            "styles.xml" | "workbook.xml" => Self::OtherMarkup,
            _ if folder.ends_with("worksheets") => Self::Sheet,
            _ => Self::OtherMarkup,
        }
    }

    fn bytes(self, limits: &Limits) -> u64 {
        match self {
            Self::Sheet => limits.unpacked,
            Self::SharedTexts => limits.shared_texts,
            Self::OtherMarkup | Self::Other => limits.part,
        }
    }

    fn elements(self, limits: &Limits) -> u64 {
        match self {
            Self::Sheet | Self::Other => u64::MAX,
            Self::SharedTexts => limits.shared_elements,
            Self::OtherMarkup => limits.part_elements,
        }
    }
}

/// Unpacks one part to nowhere and gives its true size.
fn weigh(part: &mut impl Read, kind: Kind, limits: &Limits, left: u64) -> Result<u64, Unreadable> {
    let mut markup = Markup::new(kind.elements(limits));
    let mut chunk = vec![0; CHUNK];
    let mut size: u64 = 0;
    loop {
        let read = part.read(&mut chunk).map_err(io_reason)?;
        if read == 0 {
            return Ok(size);
        }
        size += u64::try_from(read).unwrap_or(u64::MAX);
        if size > left {
            return Err(Unreadable::TooLarge(Limit::Unpacked));
        }
        if size > kind.bytes(limits) {
            return Err(Unreadable::TooLarge(Limit::Part));
        }
        if kind != Kind::Other {
            markup.check(&chunk[..read])?;
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the zip crate's many ways to say that an archive is broken"
)]
fn reason(failure: ZipError) -> Unreadable {
    match failure {
        ZipError::Io(failure) => io_reason(failure),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unreadable::PasswordProtected
        }
        _ => Unreadable::BrokenZip,
    }
}
