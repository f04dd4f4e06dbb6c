//! The training figures: the page, its lists and its file say what the API says.
use crate::world::{NIK, OTHER_NIK, World};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;
use std::collections::BTreeMap;
use testkit::on_both_engines;

const MEASURES: [&str; 5] = ["invited", "registered", "present", "finished", "walk_ins"];
/// Each says something else of the two classes.
const QUESTIONS: [&str; 7] = [
    "by=kecamatan",
    "by=month",
    "by=trade",
    "by=month&from=2022-07-01&to=2022-07-31",
    "by=trade&trade=kuliner",
    "by=kecamatan&agency=ppapp",
    "by=trade&area=31.74",
];

fn class(world: &World, token: &str, (agency, trade, day): (&str, &str, &str)) -> String {
    let class = json!({
        "kind": "trade", "title": "Kelas contoh", "trade": trade, "agency": agency,
        "area": "31.73.05", "place": format!("Aula {agency}"), "capacity": 2, "closes_on": day,
        "sessions": [{"held_on": day, "starts": "08:00", "ends": "17:00", "mode": "practice"}]
    });
    let answer = world.post("/api/v1/classes", token, &class);
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

fn place(world: &World, token: &str, class: &str, member: &str) {
    let path = format!("/api/v1/classes/{class}/places");
    let answer = world.post(&path, token, &json!({"member": member}));
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
}

/// A class of today that one attends and another walks into; the one has a place in July's as well.
fn programme(world: &World, token: &str) {
    let now = class(world, token, ("ppkukm", "kuliner", "2022-06-22"));
    let july = class(world, token, ("ppapp", "kue-roti", "2022-07-05"));
    let one = world.registered(token, NIK, "ppkukm");
    let other = world.registered(token, OTHER_NIK, "ppkukm");
    place(world, token, &now, &one);
    place(world, token, &july, &one);
    let at = format!("/api/v1/sessions/{now}-1/attendance");
    for marks in [
        json!({"marks": [{"member": one}]}),
        json!({"marks": [{"member": other}], "walk_in": true}),
    ] {
        let marked = world.post(&at, token, &marks);
        assert_eq!(marked.status, StatusCode::OK, "{}", marked.text);
    }
}

fn page(world: &World, account: &str, path: &str) -> (StatusCode, String) {
    let (cookie, _) = world.session(account);
    let request = Request::get(path).header("cookie", cookie).body(Body::empty());
    let answer = world.send(request.expect("a request"));
    (answer.status, answer.text)
}

fn open(world: &World, account: &str, path: &str) -> String {
    let (status, text) = page(world, account, path);
    assert_eq!(status, StatusCode::OK, "{path}: {text}");
    text
}

/// Every number that leads to a list: its group (none: all), its measure, its list and what it says.
fn links(page: &str) -> Vec<(String, String, String, u64)> {
    let mut links = Vec::new();
    for link in page.split("<a href=\"/angka/pelatihan/orang?").skip(1) {
        let (query, rest) = link.split_once("\">").expect("a link");
        let said = rest.split('<').next().expect("a number").parse().expect("a number");
        let query = query.replace("&#38;", "&").replace("&amp;", "&");
        let pairs: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).collect();
        let of = |name: &str| pairs.get(name).map(ToString::to_string).unwrap_or_default();
        let list = format!("/angka/pelatihan/orang?{query}");
        links.push((of("group"), of("measure"), list, said));
    }
    links
}

on_both_engines!(the_page_the_api_and_the_lists_say_the_same_of_one_question, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    programme(&world, &token);
    for question in QUESTIONS {
        let api = world.get(&format!("/api/v1/figures/training?{question}"), &token).json();
        let text = open(&world, "administrator--", &format!("/angka/pelatihan?{question}"));
        let links = links(&text);
        let groups = api["groups"].as_array().expect("groups");
        let total = ("", &api["total"]);
        let key = |at: usize| groups[at]["key"].as_str().expect("a key");
        let groups = (0..groups.len()).map(|at| (key(at), &groups[at]["numbers"]));
        for (key, numbers) in groups.chain([total]) {
            for measure in MEASURES {
                let here = links.iter().filter(|it| it.0 == key && it.1 == measure);
                let here: Vec<u64> = here.map(|it| it.3).collect();
                let said = numbers[measure].as_u64().expect("a number");
                assert!(!here.is_empty(), "{question}: {key} {measure} is on the page");
                assert!(here.iter().all(|n| *n == said), "{question}: {key} {measure} {here:?}");
            }
        }
        for (key, measure, list, said) in links {
            let listed = open(&world, "administrator--", &list);
            let lines = listed.matches("<th role=\"rowheader\"").count() as u64;
            assert_eq!(lines, said, "{question}: {key} {measure}");
            assert!(!listed.contains(NIK) && !listed.contains(OTHER_NIK), "NIK are masked");
        }
    }
});

on_both_engines!(who_is_in_two_classes_is_one_person_with_two_seats, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    programme(&world, &token);
    let total = &world.get("/api/v1/figures/training", &token).json()["total"];
    assert_eq!((&total["registered"], &total["in_seats"]["registered"]), (&json!(1), &json!(2)));
    assert_eq!((&total["walk_ins"], &total["in_seats"]["walk_ins"]), (&json!(1), &json!(1)));
    assert_eq!((&total["present"], &total["seats"]), (&json!(2), &json!(4)));
    let page = open(&world, "administrator--", "/angka/pelatihan");
    assert!(page.contains("2 kelas dengan 4 kursi"), "{page}");
    let year = open(&world, "administrator--", "/angka/pelatihan?year=2021");
    assert!(year.contains("0 kelas dengan 0 kursi"), "{year}");
});

on_both_engines!(the_file_has_the_rows_and_the_numbers_of_the_page, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    programme(&world, &token);
    let csv = open(&world, "administrator--", "/angka/pelatihan?by=month&format=csv");
    let rows = documents::table::read_all(
        csv.as_bytes(),
        documents::table::Format::Csv,
        documents::table::Limits::default(),
    );
    let rows = rows.expect("a table");
    let said: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.cells.iter().map(documents::table::Cell::text).collect())
        .collect();
    // Code, name, classes and seats; five in persons, five in seats; attendances.
    let june = "2022-06|Juni 2022|1|2|0|1|2|0|1|0|1|2|0|1|2";
    let july = "2022-07|Juli 2022|1|2|0|1|0|0|0|0|1|0|0|0|0";
    let all = "|Semua|2|4|0|1|2|0|1|0|2|2|0|1|2";
    let said: Vec<String> = said.iter().map(|row| row.join("|")).collect();
    assert_eq!(said, [june, july, all]);
    let (wrong, _) = page(&world, "administrator--", "/angka/pelatihan?format=doc");
    assert_eq!(wrong, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both_engines!(training_outside_the_scope_is_not_counted_listed_or_taken_away, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    programme(&world, &token);
    for (role, agency, area) in [
        ("agency_administrator", "ppapp", ""),
        ("city_office", "ppkukm", "31.74"),
        ("executive", "", ""),
    ] {
        world.token(role, agency, area);
    }
    let ppapp = "agency-administrator-ppapp-";
    let page_of = open(&world, ppapp, "/angka/pelatihan");
    assert!(page_of.contains("1 kelas dengan 2 kursi"), "{page_of}");
    let present = open(&world, ppapp, "/angka/pelatihan/orang?measure=present&agency=ppkukm");
    assert!(present.contains("<strong>0 orang</strong>"), "{present}");
    let listed = open(&world, ppapp, "/angka/pelatihan/orang?measure=registered");
    assert!(listed.contains("<strong>1 orang</strong>"), "{listed}");
    assert!(!listed.contains("/warga/"), "the file of another agency's record does not open");
    let south = open(&world, "city-office-ppkukm-31.74", "/angka/pelatihan?area=31.73");
    assert!(south.contains("0 kelas dengan 0 kursi"), "{south}");
    let chief = open(&world, "executive--", "/angka/pelatihan");
    assert!(chief.contains("2 kelas dengan 4 kursi") && links(&chief).is_empty(), "{chief}");
    let (status, _) = page(&world, "executive--", "/angka/pelatihan/orang?measure=present");
    assert_eq!(status, StatusCode::FORBIDDEN);
});

on_both_engines!(an_address_that_is_wrong_comes_back_with_each_mistake_at_its_field, |fresh| {
    let world = World::new(&fresh);
    world.administrator();
    let query = "by=warna&year=26&from=kemarin&area=99&trade=sulap&agency=%21";
    let (status, text) = page(&world, "administrator--", &format!("/angka/pelatihan?{query}"));
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["by", "year", "from", "area", "trade", "agency"] {
        assert!(text.contains(&format!("<a href=\"#{field}\">")), "{field}: {text}");
    }
});
