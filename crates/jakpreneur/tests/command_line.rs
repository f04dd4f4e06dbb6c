//! The binary as an operator uses it: what it answers, and with which exit code.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use db::Address;
use std::{
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output, Stdio},
};
use testkit::{Fresh, on_both_engines};

/// Runs a command on a database and its key.
fn run(fresh: &Fresh, words: &[&str]) -> Output {
    let address = match &fresh.address {
        db::Address::Sqlite(file) => format!("sqlite:{}", file.display()),
        db::Address::Postgres(url) => url.clone(),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_jakpreneur"));
    command.current_dir(&fresh.folder).arg("--database").arg(address);
    command.arg("--key").arg(fresh.key()).args(words).output().expect("runs")
}

/// What a command that succeeds prints.
fn done(fresh: &Fresh, words: &[&str]) -> String {
    let output = run(fresh, words);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The one line of a command that is refused.
fn refused(fresh: &Fresh, words: &[&str]) -> String {
    let output = run(fresh, words);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{words:?}: {errors}");
    assert_eq!(errors.lines().filter(|line| line.starts_with("jakpreneur: ")).count(), 1);
    errors
}

const PURPOSE: [&str; 2] = ["--purpose", "uji coba"];

on_both_engines!(a_demonstration_is_reported_exported_imported_and_copied, |fresh| {
    done(&fresh, &["demo", "--members", "60"]);
    assert!(refused(&fresh, &["demo"]).contains("not empty"));
    let report = done(&fresh, &["report", "stages", "--as-at", "2022-06-22", "--format", "csv"]);
    assert!(report.starts_with("stage,code,label,persons,reached,open,at,share,as_at,known_at\n"));
    assert!(report.contains("\nregistration,P1,Pendaftaran,60,60,0,"), "{report}");
    let json = done(&fresh, &["report", "stages", "--by", "area:kecamatan", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["persons"], 60);
    let growth = done(&fresh, &["report", "growth", "--by", "agency", "--format", "csv"]);
    assert!(growth.starts_with("release,number,key,indicator,unit,target,actual,"), "{growth}");
    assert!(growth.contains(",ppkukm/rose,"), "{growth}");
    let classes = ["report", "training", "--period", "2022", "--by", "month", "--format"];
    let said = done(&fresh, &[&classes[..], &["text"]].concat());
    assert!(said.contains("Bukan rilis") && !said.contains("SHA-256"), "{said}");
    let json = done(&fresh, &[&classes[..], &["json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["lines"][0]["key"], "invited");
    for format in ["csv", "xlsx"] {
        for kind in ["members", "services"] {
            let file = format!("{kind}.{format}");
            let words = ["export", kind, "--format", format, "--out", &file];
            done(&fresh, &[&words[..], &PURPOSE].concat());
            let counts = done(&fresh, &["import", kind, &file]);
            assert!(counts.contains("new 0"), "{counts}");
        }
    }
    let services =
        done(&fresh, &[&["export", "services", "--format", "csv"][..], &PURPOSE].concat());
    let of = |standing: &str| {
        services.lines().filter(|line| line.trim_end().ends_with(standing)).count()
    };
    let others = of(",Baru dimulai") + of(",Dibatalkan");
    assert!(of(",Selesai") > 0 && of(",Baru dimulai") > 0 && of(",Dibatalkan") > 0, "{services}");
    let again = done(&fresh, &["import", "services", "services.csv", "--rejects", "back.csv"]);
    assert!(again.contains(&format!("existing {}", of(",Selesai"))), "{again}");
    assert!(
        again.contains(&format!("rejected {others}")),
        "what is not finished stays so: {again}"
    );
    done(&fresh, &["verify"]);
    copied(&fresh);
});

/// A copy with its key, into a new database, says the same.
fn copied(fresh: &Fresh) {
    let copy = fresh.folder.path().join("copy.db");
    let copy = copy.to_str().expect("a name");
    done(fresh, &["backup", copy]);
    let mode = std::fs::metadata(format!("{copy}.key")).expect("a key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(refused(fresh, &["backup", copy]).contains("exists already"));
    let other = if fresh.is_sqlite() { Some(Fresh::sqlite()) } else { Fresh::postgres() };
    let other = other.expect("a server");
    done(&other, &["restore", copy]);
    let report = |fresh| done(fresh, &["report", "stages"]);
    assert_eq!(report(fresh), report(&other));
    assert!(refused(&other, &["restore", copy]).contains("not empty"));
    assert!(!Path::new(&format!("{copy}.partial")).exists());
}

#[test]
fn wrong_usage_is_exit_code_2_and_a_wrong_name_makes_no_database() {
    let fresh = Fresh::sqlite();
    let usage: [&[&str]; 4] = [
        &["frobnicate"],
        &["export", "members", "--format", "csv"],
        &["report", "stages", "--format", "doc"],
        &["--database", "mysql:x", "migrate"],
    ];
    for words in usage {
        assert_eq!(run(&fresh, words).status.code(), Some(2), "{words:?}");
    }
    let other = fresh.folder.path().join("nowhere.db");
    let other = format!("sqlite:{}", other.display());
    let line = Command::new(env!("CARGO_BIN_EXE_jakpreneur"))
        .args(["verify", "--database", &other])
        .output()
        .expect("runs");
    assert_eq!(line.status.code(), Some(1));
    assert!(!fresh.folder.path().join("nowhere.db").exists());
    assert!(!fresh.folder.path().join("nowhere.db.key").exists());
}

#[test]
fn a_question_that_cannot_be_understood_is_refused_in_one_line() {
    let fresh = Fresh::sqlite();
    let line = refused(&fresh, &["report", "stages", "--area", "99.99", "--as-at", "kemarin"]);
    assert!(line.contains("area") && line.contains("as-at"), "{line}");
}

#[test]
fn an_output_that_nobody_reads_to_its_end_is_no_failure() {
    let fresh = Fresh::sqlite();
    done(&fresh, &["demo", "--members", "1500"]);
    let Address::Sqlite(file) = &fresh.address else { return };
    let mut command = Command::new(env!("CARGO_BIN_EXE_jakpreneur"));
    let words = ["export", "members", "--format", "json", "--purpose", "uji coba"];
    command.arg("--database").arg(format!("sqlite:{}", file.display()));
    command.arg("--key").arg(fresh.key()).args(words);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut export = command.spawn().expect("runs");
    drop(export.stdout.take());
    let output = export.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
