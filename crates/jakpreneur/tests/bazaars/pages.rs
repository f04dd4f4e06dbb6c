//! The pages: announced by an officer, seen by everybody, drawn, told of in one table; the calendar.
use crate::{
    browser::Browser,
    market::{DAY, Market, form, nik},
};
use axum::http::StatusCode;
use rules::bazaar::Holding;
use testkit::Fresh;

#[test]
fn an_officer_announces_asks_draws_and_tells_by_page_and_everybody_sees_the_draw() {
    let market = Market::of(&Fresh::sqlite());
    let mut head = Browser::new(&market.world.app);
    head.sign_in("kasatpel");
    let fields = [
        ("title", "Bazar Ramah Keluarga"),
        ("kind", "on_site"),
        ("agency", "ppkukm"),
        ("area", "31.73.05"),
        ("place", "Lapangan, Kebon Jeruk"),
        ("first_on", "2022-06-24"),
        ("closes_on", "2022-06-22"),
        ("tents", "1"),
    ];
    head.get("/bazar-kerja");
    let wrong = head.send("/bazar-kerja", &[("title", "Bazar"), ("tents", "dua")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = head.send("/bazar-kerja", &fields);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let at = made.header("location").split('?').next().expect("a path").to_owned();
    let id: rules::BazaarId = at.rsplit('/').next().expect("an id").parse().expect("an id");

    let seller = nik(1);
    market.member(1);
    for number in [2, 3] {
        market.ask_own(id, market.member(number)).expect("asks");
    }
    let asked = head.send(&format!("{at}/daftar"), &[("nik", &seller)]);
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let again = head.send(&format!("{at}/daftar"), &[("nik", &seller)]);
    assert!(again.text().contains("sudah mendaftar"), "{}", again.text());
    let early = head.send(&format!("{at}/undi"), &[]);
    assert!(early.text().contains("Masih bisa mendaftar"), "{}", early.text());

    market.world.pass(2 * DAY);
    head.sign_in("kasatpel");
    head.get(&at);
    head.send(&format!("{at}/undi"), &[]);
    let mut public = Browser::new(&market.world.app);
    let page = public.get(&format!("/bazar/{id}")).text();
    assert!(page.contains("3 pendaftar") && page.contains("Benih"), "{page}");
    assert!(!page.contains("Warga Contoh") && !page.contains(&seller), "nobody's name is public");
    let csv = public.get(&format!("/bazar/{id}/undian.csv")).text();
    assert_eq!(csv.lines().count(), 4, "{csv}");

    let with_stand = market.standings(id).into_iter();
    let with_stand: Vec<_> = with_stand.filter(|it| it.holding == Some(Holding::Stand)).collect();
    assert_eq!(with_stand.len(), 2);
    let one = with_stand[0].row.id.to_string();
    let (there, sold) = (format!("hadir-{one}"), format!("jual-{one}"));
    let told = head.send(
        &format!("{at}/hari"),
        &[("hari", "2022-06-24"), ("penjual", &one), (&there, "yes"), (&sold, "250.000")],
    );
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text());
    assert_eq!(market.marketed(), 1, "whoever was there and sold received marketing");
    let page = head.get(&at).text();
    assert!(page.contains("1 dari 2 penjual hadir") && page.contains("Rp250.000"), "{page}");
}

#[test]
fn the_calendar_holds_what_is_to_come() {
    let market = Market::of(&Fresh::sqlite());
    market.announce(form()).expect("announces");
    let mut public = Browser::new(&market.world.app);
    let calendar = public.get("/bazar.ics");
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    let text = calendar.text();
    assert!(
        text.contains("DTSTART;VALUE=DATE:20220625\r\nDTEND;VALUE=DATE:20220627\r\n"),
        "{text}"
    );
    assert!(text.contains("LOCATION:Lapangan Kebon Jeruk\\, "), "{text}");
    assert!(public.get("/bazar").text().contains("Bazar Ramah Keluarga"));
}
