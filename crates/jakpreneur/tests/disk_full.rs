//! A full disk is a clear fault; nothing is lost, and it goes on when there is room again.
#![expect(
    clippy::expect_used,
    clippy::print_stderr,
    reason = "tests fail by panicking, and say what they skip"
)]
mod common;

use common::{ask, open, register};
use db::{Address, Migrated};
use jakpreneur::{Problem, reports::Narrowing, verify::verify};
use std::{fs, path::Path, process::Command};
use testkit::Fresh;

/// A disk of 48 MB that is gone with its test; none where one may not be made.
struct Disk(tempfile::TempDir);

impl Disk {
    fn small() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=48m", "tmpfs"])
            .arg(folder.path())
            .output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            return Some(Self(folder));
        }
        eprintln!("skipped: a small disk cannot be mounted here, it takes root");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(self.path()).output());
    }
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let Some(disk) = Disk::small() else { return };
    let mut fresh = Fresh::sqlite();
    fresh.address = Address::Sqlite(disk.path().join("full.db"));
    Migrated::bring(&fresh.address).expect("migrates");
    let app = open(&fresh);
    let ballast = disk.path().join("ballast");
    fs::write(&ballast, vec![1; 36 << 20]).expect("there is room");
    let mut registered = 0;
    let full = loop {
        match register(&app, registered, "ppkukm", "2022-01-03") {
            Ok(_) => registered += 1,
            Err(problem) => break problem,
        }
        assert!(registered < 50_000, "the disk never fills");
    };
    assert!(matches!(full, Problem::Fault(db::Error::Full)), "{full:?}");
    assert_eq!(ask(&app, &Narrowing::default()).persons, u64::from(registered));
    register(&app, registered, "ppkukm", "2022-01-03").expect_err("it is still full");

    fs::remove_file(&ballast).expect("room again");
    register(&app, registered, "ppkukm", "2022-01-03").expect("goes on");
    let expected = u64::from(registered) + 1;
    assert_eq!(ask(&app, &Narrowing::default()).persons, expected);
    assert_eq!(ask(&open(&fresh), &Narrowing::default()).persons, expected);
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
}
