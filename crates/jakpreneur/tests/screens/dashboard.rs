//! Dashboard and targets: every number is the length of the list behind it, whoever looks, however narrowed.
use super::{
    browser::Browser,
    figures::{listed, numbers, officer, signed_in},
    world,
};
use axum::http::StatusCode;
use testkit::{Fresh, on_both_engines};

/// Targets by the form: of all agencies, of one, of a cohort, and of a kecamatan.
pub fn set(admin: &mut Browser) {
    let targets = [
        ("registered", "", "31", "2018-2022", "5", "cumulative", "RPJMD"),
        ("trained", "ppkukm", "31.73", "2022", "10", "first_reached", "Rencana 2022"),
        ("licensed", "ppkukm", "31.73", "2022", "2", "cohort", ""),
        ("registered", "ppkukm", "31.73.05", "2022", "3", "first_reached", "Rencana 2022"),
    ];
    for (indicator, agency, area, period, target, rule, basis) in targets {
        admin.page = admin.open("/target/baru");
        let fields = [
            ("indicator", indicator),
            ("agency", agency),
            ("area", area),
            ("period", period),
            ("target", target),
            ("rule", rule),
            ("basis", basis),
        ];
        let answer = admin.send("/target/baru", &fields);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let page = admin.open(answer.header("location"));
        assert!(page.contains(&format!("dari {target}")), "{page}");
    }
}

on_both_engines!(every_number_of_the_dashboard_and_of_targets_is_the_length_of_its_list, |fresh| {
    let app = world::inhabited(&fresh);
    set(&mut signed_in(&app, "admin"));
    let filters = [
        "",
        "?area=31.73",
        "?agency=ppapp",
        "?as_at=2022-02-15",
        "?known_at=12",
        "?agency=ppkukm&area=31.73.05",
    ];
    let mut checked = 0;
    for name in ["admin", "sudin-barat", "petugas-kebonjeruk"] {
        let (mut browser, officer) = (signed_in(&app, name), officer(&app, name));
        for page in ["/dasbor", "/target"] {
            for filter in filters {
                let path = format!("{page}{filter}");
                for (n, href) in numbers(&browser.open(&path)) {
                    assert_eq!(n, listed(&app, &officer, &href), "{name}: {path} -> /orang{href}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 400, "{checked}");
});

#[test]
fn the_executive_sees_the_numbers_without_lists_and_the_page_is_light() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut admin = signed_in(&app, "admin");
    set(&mut admin);
    assert!(admin.weigh("/dasbor") < 90_000);
    let mut executive = signed_in(&app, "pimpinan");
    let page = executive.open("/dasbor");
    for question in [
        "Seberapa jauh dari target?",
        "Siapa sudah sampai",
        "Wilayah mana yang tertinggal?",
        "Berapa lama antar tahap?",
        "Target tercapai",
    ] {
        assert!(page.contains(question), "{question}");
    }
    assert!(!page.contains("href=\"/orang"));
    assert!(page.contains("format=csv"), "every chart can be taken away");
    assert_eq!(executive.get("/target/baru").status, StatusCode::FORBIDDEN);
    for format in ["csv", "xlsx", "pdf", "json"] {
        let file = executive.get(&format!("/target?format={format}"));
        assert_eq!(file.status, StatusCode::OK, "{format}");
    }
    let flow = executive.get("/dasbor?format=csv");
    assert!(flow.text().starts_with("stage,code,median_days,without,persons,as_at,known_at\n"));
}

#[test]
fn a_target_typed_wrong_comes_back_as_typed() {
    let fresh = Fresh::sqlite();
    let mut admin = signed_in(&world::inhabited(&fresh), "admin");
    admin.page = admin.open("/target/baru");
    let answer = admin.send("/target/baru", &[("period", "kapan"), ("target", "banyak")]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for field in ["period", "target", "area"] {
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{field}");
    }
    assert!(page.contains("value=\"kapan\"") && page.contains("value=\"banyak\""));
}
