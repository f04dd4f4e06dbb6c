//! Releasing a report by the page, restating it, and the files to take away.
use crate::{browser::Browser, figures::signed_in, world};
use axum::http::StatusCode;
use testkit::on_both_engines;

on_both_engines!(a_report_is_released_taken_away_and_restated_by_the_pages, |fresh| {
    let app = world::inhabited(&fresh);
    let mut admin = signed_in(&app, "admin");
    admin.page = admin.open("/rilis/baru");
    let act_id = admin.hidden("act_id");
    let fields = [("act_id", act_id.as_str()), ("kind", "stages"), ("as_at", "2022-06-01")];
    let page = admin.follow("/rilis/baru", &fields);
    assert!(page.contains("Laporan tahap per 1 Juni 2022"), "{page}");
    let again = admin.follow("/rilis/baru", &fields);
    assert!(again.contains("2022-0001"), "sent twice, released once: {again}");
    assert!(!admin.open("/rilis").contains("2022-0002"));

    let file = |admin: &mut Browser, format: &str| {
        let answer = admin.get(&format!("/rilis/2022-0001?format={format}"));
        assert_eq!(answer.status, StatusCode::OK, "{format}");
        assert!(answer.header("content-disposition").contains("rilis-2022-0001"), "{format}");
        answer.bytes
    };
    let before = ["json", "csv", "xlsx", "pdf"].map(|format| file(&mut admin, format));
    assert!(before[2].starts_with(b"PK") && before[3].starts_with(b"%PDF"));
    let place = ("ppkukm", "31.73.05.1001");
    world::member(&app, "3173051506910020", "Contoh Tujuh", place, "2022-01-04", &[]);
    let after = ["json", "csv", "xlsx", "pdf"].map(|format| file(&mut admin, format));
    assert!(before == after, "a file is another after something was recorded");

    let form = admin.open("/rilis/baru?restates=2022-0001");
    assert!(form.contains("value=\"2022-06-01\""), "the question is filled in: {form}");
    admin.page = form;
    let act_id = admin.hidden("act_id");
    let restating = [
        ("act_id", act_id.as_str()),
        ("kind", "stages"),
        ("as_at", "2022-06-01"),
        ("scheme", "pergub"),
        ("restates", "2022-0001"),
    ];
    let answer = admin.send("/rilis/baru", &restating);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    let reasoned: Vec<_> = restating.into_iter().chain([("reason", "Data terlambat")]).collect();
    let page = admin.follow("/rilis/baru", &reasoned);
    assert!(page.contains("dicatat kemudian +1"), "{page}");
    assert!(admin.open("/rilis/2022-0001").contains("sudah diralat"));
    let mut counter = signed_in(&app, "petugas-kebonjeruk");
    assert_eq!(counter.get("/rilis/2022-0001").status, StatusCode::NOT_FOUND);
    assert_eq!(counter.get("/rilis/baru").status, StatusCode::FORBIDDEN);
});

on_both_engines!(a_figure_from_elsewhere_is_entered_by_the_page_and_stands_there, |fresh| {
    let app = world::inhabited(&fresh);
    let mut admin = signed_in(&app, "admin");
    admin.page = admin.open("/rilis/baru");
    let act_id = admin.hidden("act_id");
    admin.follow("/rilis/baru", &[("act_id", act_id.as_str()), ("kind", "growth")]);
    admin.page = admin.open("/rilis/2022-0001/luar");
    let act_id = admin.hidden("act_id");
    let fields = [
        ("act_id", act_id.as_str()),
        ("line", "businesses"),
        ("value", "1.234"),
        ("source", "Surat kabar"),
    ];
    let answer = admin.send("/rilis/2022-0001/luar", &fields);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    let reasoned: Vec<_> =
        fields.into_iter().chain([("explanation", "Menghitung juga yang berhenti")]).collect();
    let page = admin.follow("/rilis/2022-0001/luar", &reasoned);
    for said in ["Surat kabar", "1.234", "Menghitung juga yang berhenti", "Usaha dihitung"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mut leader = signed_in(&app, "pimpinan");
    assert!(leader.open("/rilis/2022-0001").contains("Surat kabar"));
    assert_eq!(leader.get("/rilis/2022-0001/luar").status, StatusCode::FORBIDDEN);
});
