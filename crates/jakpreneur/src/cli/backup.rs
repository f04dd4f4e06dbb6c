//! `backup` and `restore`: a consistent copy in one file, and back into an empty database.
use super::{NotDone, Screen, place::Place};
use db::{Copied, NotCopied};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

/// Copies the database into a new file, and the key beside it.
pub fn backup(place: &Place, file: &Path, screen: &mut Screen) -> Result<(), NotDone> {
    place.must_be_there()?;
    let (key, partial) = (with_ending(file, ".key"), with_ending(file, ".partial"));
    for taken in [file, &key, &partial] {
        if taken.exists() {
            return Err(NotDone::said(format!("{}: the file exists already", taken.display())));
        }
    }
    let copied = Copied::backup(place.address(), &partial);
    let copied = copied.map_err(|why| not_copied(file, why)).and_then(|copied| {
        // A link, unlike a new name, never takes the place of a file.
        fs::hard_link(&partial, file)?;
        Ok(copied)
    });
    // The partial file is ours; when the copy failed there may be none.
    drop(fs::remove_file(&partial));
    let Copied { rows, position } = copied?;
    copy_key(&place.key(), &key)?;
    screen.line(format_args!("copied {rows} rows as at journal position {position}"))?;
    screen.word(format_args!(
        "the key is in {}: keep it apart from the copy, which cannot be read without it",
        key.display()
    ));
    Ok(())
}

/// Fills an empty database from a copy; takes the copy's key where the database has none yet.
pub fn restore(place: &Place, file: &Path, screen: &mut Screen) -> Result<(), NotDone> {
    let (key, own) = (with_ending(file, ".key"), place.key());
    if !own.exists() && !key.exists() {
        let (own, key) = (own.display(), key.display());
        return Err(NotDone::said(format!("there is no key, neither {own} nor {key}")));
    }
    let Copied { rows, position } =
        Copied::restore(file, place.address()).map_err(|why| not_copied(file, why))?;
    if !own.exists() {
        copy_key(&key, &own)?;
    }
    // Opening says so when the key is another database's.
    place.open()?;
    screen.line(format_args!("restored {rows} rows as at journal position {position}"))?;
    Ok(())
}

fn not_copied(file: &Path, why: NotCopied) -> NotDone {
    match why {
        NotCopied::Exists | NotCopied::NotACopy => {
            NotDone::said(format!("{}: {why}", file.display()))
        }
        NotCopied::NotEmpty => NotDone::said(why.to_string()),
        NotCopied::Fault(fault) => fault.into(),
    }
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Into a new file that its owner alone may read.
fn copy_key(from: &Path, to: &Path) -> Result<(), NotDone> {
    let copied = || -> io::Result<()> {
        let mut key = File::open(from)?;
        let mut copy = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to)?;
        io::copy(&mut key, &mut copy)?;
        copy.sync_all()
    };
    copied().map_err(|error| {
        let named = if error.kind() == ErrorKind::NotFound { from } else { to };
        NotDone::said(format!("the key {}: {error}", named.display()))
    })
}
