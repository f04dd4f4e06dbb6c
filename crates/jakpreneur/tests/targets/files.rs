//! Targets from a file: tried out, recorded once, revised only with another basis.
use crate::{
    common::open,
    world::{ask, draft, set},
};
use jakpreneur::{
    App,
    imports::{self, Job, Kind, NewImport},
    targets::Selection,
};
use std::ops::ControlFlow;
use testkit::{Fresh, on_both_engines};

const HEADER: &str = "Indikator,OPD,Wilayah,Periode,Target,Dasar,Aturan";

fn import(fresh: &Fresh, app: &App, rows: &[&str], dry_run: bool) -> Job {
    let path = fresh.folder.path().join("target.csv");
    std::fs::write(&path, format!("{HEADER}\n{}\n", rows.join("\n"))).expect("writes");
    let new = NewImport {
        act_id: None,
        kind: Kind::Targets,
        file_name: "target.csv".to_owned(),
        agency: None,
        scheme: None,
        dry_run,
    };
    imports::import_file(app, &path, &new, &mut |_| ControlFlow::Continue(())).expect("imports")
}

fn back(fresh: &Fresh, app: &App, job: &Job) -> String {
    let path = fresh.folder.path().join("ditolak.csv");
    imports::write_rejects(app, job, &path).expect("writes");
    std::fs::read_to_string(path).expect("text")
}

on_both_engines!(a_file_sets_targets_once_and_another_basis_is_a_new_version, |fresh| {
    let app = open(&fresh);
    let rows = [
        "Terdaftar,,Jakarta Barat,2018-2022,200.000,RPJMD,Kumulatif",
        "Pelatihan,PPKUKM,31,2020,43000,Rencana 2020,Pertama kali",
        "registered,ppapp,Kebon Jeruk,Triwulan IV 2022,60,,cohort",
    ];
    let tried = import(&fresh, &app, &rows, true);
    assert_eq!(tried.counts.to_string(), "new 3, existing 0, possible duplicate 0, rejected 0");
    assert!(ask(&app, &Selection::default()).rows.is_empty(), "only tried out");
    let done = import(&fresh, &app, &rows, false);
    assert_eq!(done.counts.to_string(), "new 3, existing 0, possible duplicate 0, rejected 0");
    let again = import(&fresh, &app, &rows, false);
    assert_eq!(again.counts.to_string(), "new 0, existing 3, possible duplicate 0, rejected 0");
    let other = [
        "Terdaftar,,31.73,2018-2022,278.971,RPJMD perubahan,Kumulatif",
        "Pelatihan,ppkukm,31,2020,44000,Rencana 2020,Pertama kali",
    ];
    let revised = import(&fresh, &app, &other, false);
    assert_eq!(revised.counts.to_string(), "new 1, existing 0, possible duplicate 0, rejected 1");
    assert!(back(&fresh, &app, &revised).contains("Target ini sudah ada dengan nilai lain"));
    let answer = ask(&app, &Selection::default());
    let versions: Vec<(u64, i64)> =
        answer.rows.iter().map(|line| (line.target, line.version)).collect();
    assert!(versions.contains(&(278_971, 2)) && versions.contains(&(43_000, 1)));
});

on_both_engines!(rows_that_are_no_targets_come_back_with_every_reason, |fresh| {
    let app = open(&fresh);
    set(&app, draft(60)).expect("sets");
    let rows = [
        "Kursi,ppkukm,31,2020,10,a,Kumulatif",
        "Terdaftar,dishub,31.73.99,2020-13,banyak,a,cepat",
        "Terdaftar,ppkukm,,2020,10,a,Kumulatif",
    ];
    let job = import(&fresh, &app, &rows, false);
    assert_eq!(job.counts.rejected, 3);
    let back = back(&fresh, &app, &job);
    for reason in [
        "Indikator: Pilih salah satu yang tersedia",
        "OPD: ",
        "Wilayah: Wilayah ini tidak ditemukan",
        "Periode: ",
        "Target: ",
        "Aturan: ",
        "Wilayah: Isi bagian ini",
    ] {
        assert!(back.contains(reason), "{reason} is not in {back}");
    }
});
