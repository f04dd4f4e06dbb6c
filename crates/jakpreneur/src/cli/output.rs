//! Where a command's file goes: a named file, whole or not at all, or standard output.
use super::{NotDone, Screen};
use std::{
    fs::File,
    io::{self, Seek, Write},
    path::Path,
};

/// Writes what fits in memory.
pub fn write(out: Option<&Path>, screen: &mut Screen, bytes: &[u8]) -> Result<(), NotDone> {
    let Some(out) = out else {
        screen.bytes().write_all(bytes)?;
        if !bytes.ends_with(b"\n") && std::str::from_utf8(bytes).is_ok() {
            screen.bytes().write_all(b"\n")?;
        }
        return Ok(screen.bytes().flush()?);
    };
    let mut pending = Pending::beside(out)?;
    pending.file().write_all(bytes)?;
    pending.keep(Some(out), screen)
}

/// A file that nobody sees until it is whole; readable by its owner alone.
pub struct Pending(tempfile::NamedTempFile);

impl Pending {
    /// In the folder of `out`, so that it can take its name at once.
    pub fn beside(out: &Path) -> Result<Self, NotDone> {
        let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        let made = tempfile::NamedTempFile::new_in(folder);
        Ok(Self(made.map_err(|error| NotDone::said(format!("{}: {error}", out.display())))?))
    }

    /// Beside `out`, or where temporary files are.
    pub fn for_output(out: Option<&Path>) -> Result<Self, NotDone> {
        out.map_or_else(|| Ok(Self(tempfile::NamedTempFile::new()?)), Self::beside)
    }

    /// To write to.
    pub fn file(&mut self) -> &mut File {
        self.0.as_file_mut()
    }

    /// Gives it its name, or copies it to standard output.
    pub fn keep(mut self, out: Option<&Path>, screen: &mut Screen) -> Result<(), NotDone> {
        self.file().sync_all()?;
        let Some(out) = out else {
            self.file().rewind()?;
            io::copy(self.0.as_file_mut(), screen.bytes())?;
            return Ok(screen.bytes().flush()?);
        };
        let kept = self.0.persist(out);
        kept.map(drop).map_err(|error| NotDone::said(format!("{}: {}", out.display(), error.error)))
    }
}
