//! Files of plans: what goes out comes in again, and bad rows come back with their reasons.
use super::world::{draft, lay_out, line, lines, officer, open, plan};
use documents::table::Format;
use jakpreneur::{
    App, Code, Problem,
    journal::Asking,
    plans::{
        self,
        import::{self, Confirmed, NotTried, Tried},
    },
    staff::Officer,
    web::Upload,
};
use rules::{PlanId, Rupiah, training::plan::PlannedClasses};
use std::sync::Arc;
use testkit::on_both_engines;

const MADE_AT: jiff::civil::DateTime = jiff::civil::datetime(2022, 6, 22, 12, 0, 0, 0);

fn full() -> PlannedClasses {
    PlannedClasses {
        budget_line: "Pelatihan IKM".to_owned(),
        budget: Some(Rupiah(12_500_000)),
        first_on: Some("2022-03-08".parse().expect("a day")),
        place: Some("Aula".to_owned()),
        trainer: Some("Bu Contoh".to_owned()),
        ..line("31.73.05", 3, 30)
    }
}

fn sent(fields: &[(&str, &str)], name: &str, bytes: impl Into<Vec<u8>>) -> Upload {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Upload { fields: fields.collect(), file: Some((name.to_owned(), bytes.into())) }
}

const NEW: [(&str, &str); 5] = [
    ("agency", "ppkukm"),
    ("area", "31.73"),
    ("year", "2022"),
    ("title", "Rencana 2022"),
    ("persons_target", "1.000"),
];

fn try_out(app: &App, by: &Officer, sent: Upload) -> Result<Tried, NotTried> {
    let tried = app.db.look(|tx| Ok::<_, Problem>(import::try_out(tx, &app.house, by, sent)));
    tried.expect("looks")
}

fn confirm(app: &App, by: &Arc<Officer>, tried: &Tried) -> Result<Confirmed, Problem> {
    let (asking, tried): (Asking, Tried) = (super::world::asking(app, by), tried.clone());
    app.change_now(move |tx, house| import::confirm(tx, house, &asking, &tried))
}

fn as_file(app: &App, by: &Officer, id: PlanId, format: Format) -> Vec<u8> {
    let (all, lines) = (app.db.look(plans::trades).expect("looks"), lines(app, by, id, 1));
    let lines = lines.iter().map(|(_, line)| line);
    plans::sheet(&app.house, &all, lines, format, MADE_AT).expect("a file")
}

on_both_engines!(a_plan_taken_away_and_sent_in_again_is_the_same_plan, |fresh| {
    let app = open(&fresh);
    let by = app.operator();
    let laid = [full(), line("31.73.01", 12, 0)];
    let id = lay_out(&app, &by, draft("ppkukm", "31", 2022, &laid)).expect("lays out").event.plan;
    for (format, name) in [(Format::Xlsx, "rencana.xlsx"), (Format::Csv, "rencana.csv")] {
        let file = as_file(&app, &by, id, format);
        let tried = try_out(&app, &by, sent(&NEW, name, file)).expect("is read");
        assert_eq!(tried.rows.lines, laid, "{name}");
        assert!(tried.rows.rejected.is_empty() && tried.rows.unknown.is_empty());
    }
    let fields = [("plan", &*id.to_string()), ("version", "1"), ("reason", "Dari berkas")];
    let same = as_file(&app, &by, id, Format::Xlsx);
    let tried = try_out(&app, &by, sent(&fields, "rencana.xlsx", same)).expect("is read");
    let done = confirm(&app, &by, &tried);
    assert!(
        matches!(done, Err(Problem::Refused(Code::Unchanged))),
        "the same file changes nothing"
    );
});

/// Two good rows, in other orders and spellings, and four that go back.
const FILE: &str = "Kecamatan;Jenis;Bidang;Bulan;Jumlah Kelas;Kursi;Sesi;Orang;Catatan;Alasan\n\
    Kebon Jeruk;dasar;Dasar kewirausahaan;Maret;2;100;2;150;x;lama\n\
    31.73.01;IKM;kriya;4;1;1.00;3;20;x;\n\
    Cengkareng;IKM;kriya;April;1;40;3;20;x;\n\
    Tebet;IKM;kriya;April;1;40;3;20;x;\n\
    Kebon Jeruk;dasar;las;Maretember;1;40;3;41;x;\n\
    Kebon Jeruk;dasar;kuliner;Maret;1;40;3;41;x;\n";

on_both_engines!(good_rows_become_the_plan_and_bad_rows_come_back_with_reasons, |fresh| {
    let app = open(&fresh);
    let by = officer(&app, "sudin-barat", "city_office", "ppkukm", "31.73");
    let tried = try_out(&app, &by, sent(&NEW, "rencana.csv", FILE)).expect("is read");
    assert_eq!(tried.rows.lines.len(), 2);
    assert_eq!(tried.rows.unknown, ["Catatan"]);
    let reasons: Vec<(u64, &str)> =
        tried.rows.rejected.iter().map(|(row, _, why)| (*row, why.as_str())).collect();
    insta::assert_debug_snapshot!("reasons", reasons);
    let back = import::back(&tried, MADE_AT).expect("a file");
    let back = String::from_utf8(back).expect("text");
    let mut rows = back.trim_start_matches('\u{feff}').lines();
    assert!(rows.next().is_some_and(|head| head.ends_with(";Orang;Catatan;Alasan")), "{back}");
    assert_eq!(rows.count(), 4);

    let done = confirm(&app, &by, &tried).expect("is laid out");
    let kept = plan(&app, &by, done.plan).expect("is seen");
    assert_eq!((kept.version, kept.persons_target), (1, 1_000));
    assert_eq!(lines(&app, &by, done.plan, 1).len(), 2);
    let again = confirm(&app, &by, &tried);
    assert!(matches!(again, Err(Problem::Refused(Code::PlanThere))));
});

on_both_engines!(a_file_is_kept_for_whoever_sent_it_and_is_no_part_of_the_journal, |fresh| {
    let app = open(&fresh);
    let by = officer(&app, "sudin-barat", "city_office", "ppkukm", "31.73");
    let other = officer(&app, "admin-dinas", "agency_administrator", "ppkukm", "");
    let tried = try_out(&app, &by, sent(&NEW, "rencana.csv", FILE)).expect("is read");
    let (keeping, sender) = (tried.clone(), by.clone());
    let id = app
        .change_now(move |tx, house| import::keep(tx, house, &sender, &keeping))
        .expect("is kept");
    let opened = |who: &Officer| app.db.look(|tx| import::tried(tx, &app.house, who, id));
    assert_eq!(opened(&by).expect("is opened"), tried);
    assert!(matches!(opened(&other), Err(Problem::NotFound)));
    jakpreneur::verify::verify(&app, &mut |_, _, _| {}).expect("the journal gives the same rows");
});

#[test]
fn a_file_that_is_no_plan_is_refused_as_a_whole() {
    let fresh = testkit::Fresh::sqlite();
    let app = open(&fresh);
    let by = app.operator();
    let wrong = |fields: &[(&str, &str)], bytes: &str| match try_out(
        &app,
        &by,
        sent(fields, "rencana.csv", bytes),
    ) {
        Err(NotTried::ColumnMissing(column)) => ("", Code::ColumnMissing, column),
        Err(NotTried::Problem(Problem::Invalid(wrong))) => (wrong[0].field, wrong[0].code, ""),
        other => panic!("{other:?}"),
    };
    assert_eq!(wrong(&NEW, "NIK,Nama\n1,x\n"), ("", Code::ColumnMissing, "Jenis"));
    assert_eq!(wrong(&NEW, ""), ("file", Code::Empty, ""));
    assert_eq!(wrong(&NEW[1..], FILE), ("agency", Code::Empty, ""));
}
