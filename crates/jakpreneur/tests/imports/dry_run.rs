//! Trying a file out says what recording it would.
use super::setup::*;
use jakpreneur::imports::{Kind, NewImport};
use testkit::on_both_engines;

/// A small source of chance, the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, many: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % many
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

fn member(chance: &mut Chance) -> String {
    let nik = if chance.below(20) == 0 { "317".to_owned() } else { twin(1 + chance.below(60)) };
    let name = chance.one(&[
        "Siti Rahmawati",
        "Siti Rahma",
        "Budi Santoso",
        "Agus Wijaya",
        "Dewi Lestari",
        "",
    ]);
    let phone = chance.one(&["", "", "", "081234567890", "081234567891", "0812"]);
    let agency = chance.one(&["", "ppkukm", "ppapp", "sosial", "tidakada"]);
    let on = chance.one(&["2022-01-03", "2021-05-06", "2022-06-23"]);
    format!("{nik},{name},Kebon Jeruk,{on},{phone},{agency}")
}

fn service(chance: &mut Chance) -> String {
    let stage = chance.one(&["Pelatihan", "Mentoring", "Perizinan", "Wisuda"]);
    let on = chance.one(&["2022-02-01", "2022-02-02", "2021-05-07", "2019-01-01"]);
    let agency = chance.one(&["", "ppapp", "sosial"]);
    format!("{},{stage},{on},{agency}", twin(1 + chance.below(80)))
}

on_both_engines!(the_dry_run_of_any_file_counts_what_the_run_then_counts, |fresh| {
    let app = open(&fresh);
    let mut chance = Chance(7);
    let both = |kind, file: &str| {
        let before = (entries(&app), reached(&app));
        let tried = NewImport { dry_run: true, ..new(kind) };
        let tried = import(&fresh, &app, &tried, file);
        assert_eq!((entries(&app), reached(&app)), before, "nothing is recorded");
        let tried_back = back(&fresh, &app, &tried);
        let run = import(&fresh, &app, &new(kind), file);
        assert_eq!(counts(&tried), counts(&run));
        assert_eq!(tried_back, back(&fresh, &app, &run), "and the same rows go back");
        run
    };
    let mut kinds = jakpreneur::imports::Counts::default();
    for _ in 0..6 {
        let members = lines(
            "NIK,Nama,Kelurahan,Tanggal Daftar,No HP,OPD",
            (0..40).map(|_| member(&mut chance)),
        );
        let run = both(Kind::Members, &members);
        kinds.new += run.counts.new;
        kinds.existing += run.counts.existing;
        kinds.possible_duplicate += run.counts.possible_duplicate;
        kinds.rejected += run.counts.rejected;
        let services = lines("NIK,Tahap,Tanggal,OPD", (0..60).map(|_| service(&mut chance)));
        both(Kind::Services, &services);
    }
    let each = [kinds.new, kinds.existing, kinds.possible_duplicate, kinds.rejected];
    assert!(each.iter().all(|count| *count > 0), "the files hold every kind of row: {kinds}");
});
