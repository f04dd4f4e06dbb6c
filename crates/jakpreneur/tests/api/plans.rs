//! Training plans over the API: laid out once, revised by version, counted, brought in as a file.
use crate::world::{Answer, World};
use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use testkit::{Fresh, on_both_engines};

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-00000000000a")];

fn line(area: &str, month: u8, persons: u32) -> Value {
    json!({"kind": "basic", "trade": "kuliner", "area": area, "month": month, "classes": 2, "seats": 100,
        "sessions": 3, "persons": persons})
}

fn plan(lines: &[Value]) -> Value {
    json!({"agency": "ppkukm", "area": "31", "year": 2022, "title": "Rencana 2022", "persons_target": 80,
        "lines": lines})
}

fn put(world: &World, path: &str, token: &str, body: &Value) -> Answer {
    let request = Request::put(path)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json");
    world.send(request.body(Body::from(body.to_string())).expect("a request"))
}

fn send_file(world: &World, token: &str, fields: &[(&str, &str)], file: &str) -> Answer {
    world.send_file("/api/v1/training-plans/imports", token, fields, ("rencana.csv", file))
}

on_both_engines!(a_plan_is_laid_out_once_revised_and_counted, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let body = plan(&[line("31.73.05", 3, 50), line("31.74.01", 4, 20)]);
    let made = world.post_as("/api/v1/training-plans", &token, &body, &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let again = world.post_as("/api/v1/training-plans", &token, &body, &KEY);
    assert_eq!((again.status.as_u16(), &again.text), (200, &made.text), "a key is for one act");
    let twice = world.post("/api/v1/training-plans", &token, &body);
    assert_eq!(twice.problem(), (409, "plan-there".to_owned()));

    let place = format!("/api/v1/training-plans/{}", made.json()["id"].as_str().expect("an id"));
    let change = json!({"version": 1, "reason": "Kurang orang", "persons_target": 90,
        "lines": [line("31.74.01", 4, 20), line("31.73.05", 3, 60)]});
    let done = put(&world, &place, &token, &change);
    assert_eq!(done.status.as_u16(), 200, "{}", done.text);
    assert_eq!(done.json()["gone"], json!([1]));
    assert_eq!(done.json()["lines"][0]["line"], 3);
    assert_eq!(put(&world, &place, &token, &change).problem(), (409, "plan-changed".to_owned()));

    let now = world.get(&place, &token).json();
    assert_eq!((&now["version"], &now["persons_target"]), (&json!(2), &json!(90)));
    let before = world.get(&format!("{place}?version=1"), &token).json();
    assert_eq!(before["lines"], made.json()["lines"]);
    assert_eq!(world.get(&format!("{place}?version=9"), &token).status.as_u16(), 404);

    let figures = world.get(&format!("{place}/figures"), &token).json();
    assert_eq!(
        figures["total"]["planned"],
        json!({"persons": 80, "seats": 400, "classes": 4,
        "sessions": 12, "budget": 0})
    );
    assert_eq!((&figures["persons_target"], &figures["attainment"]), (&json!(90), &json!(88.89)));
    let list = world.get("/api/v1/training-plans?year=2022", &token).json();
    assert_eq!((&list["total"], &list["items"][0]["persons"]), (&json!(1), &json!(80)));
    assert_eq!(world.get("/api/v1/training-plans?year=2021", &token).json()["total"], 0);

    let city = world.token("city_office", "ppkukm", "31.74");
    let seen = world.get(&place, &city).json();
    assert_eq!(seen["lines"].as_array().map(Vec::len), Some(1));
    let figures = world.get(&format!("{place}/figures"), &city).json();
    assert_eq!(
        (&figures["persons_target"], &figures["total"]["planned"]["persons"]),
        (&json!(null), &json!(20))
    );
    let other = world.token("city_office", "ppapp", "31.74");
    assert_eq!(world.get(&place, &other).status.as_u16(), 404);
});

#[test]
fn what_is_wrong_is_said_at_its_line() {
    let world = World::new(&Fresh::sqlite());
    let token = world.administrator();
    let mut odd = line("Kebon Jeruk", 13, 500);
    odd["kind"] = json!("dasar");
    let answer =
        world.post("/api/v1/training-plans", &token, &plan(&[line("31.73.05", 3, 1), odd]));
    let of = |field: &str, code: &str| (format!("lines[1].{field}"), code.to_owned());
    assert_eq!(answer.wrong(), [of("kind", "word"), of("area", "word"), of("month", "month")]);
    let answer = world.post("/api/v1/training-plans", &token, &plan(&[line("31.73.05", 3, 201)]));
    assert_eq!(answer.wrong(), [("lines[0].persons".to_owned(), "persons-over-seats".to_owned())]);
    let unknown = json!({"agency": "ppkukm", "color": 1});
    assert_eq!(world.post("/api/v1/training-plans", &token, &unknown).status.as_u16(), 422);
}

#[test]
fn a_document_of_well_over_a_thousand_lines_is_taken() {
    let world = World::new(&Fresh::sqlite());
    let token = world.administrator();
    let lines: Vec<Value> = (0..1_500_u32).map(|n| line("31.73.05", 3, n % 200)).collect();
    let made = world.post("/api/v1/training-plans", &token, &plan(&lines));
    assert_eq!(made.status.as_u16(), 201, "{}", made.text.get(..200).unwrap_or_default());
    assert_eq!(made.json()["lines"].as_array().map(Vec::len), Some(1_500));
}

#[test]
fn a_file_is_tried_out_and_then_laid_out() {
    let world = World::new(&Fresh::sqlite());
    let token = world.administrator();
    let file = "Jenis,Bidang,Kecamatan,Bulan,Jumlah Kelas,Kursi,Sesi,Orang\n\
        dasar,kuliner,Kebon Jeruk,Maret,1,40,2,30\ndasar,kuliner,Bandung,Maret,1,40,2,30\n";
    let head = [
        ("agency", "ppkukm"),
        ("area", "31"),
        ("year", "2022"),
        ("title", "R"),
        ("persons_target", "9"),
    ];
    let dry: Vec<_> = head.into_iter().chain([("dry_run", "true")]).collect();
    let tried = send_file(&world, &token, &dry, file);
    assert_eq!(tried.status.as_u16(), 200, "{}", tried.text);
    let told = tried.json();
    assert_eq!(
        (&told["plan"], &told["good"], &told["persons"]),
        (&json!(null), &json!(1), &json!(30))
    );
    assert_eq!(told["rejected"][0]["row"], 3);
    let done = send_file(&world, &token, &head, file);
    assert_eq!(done.status.as_u16(), 201, "{}", done.text);
    assert_eq!(done.json()["version"], 1);
    let missing = send_file(&world, &token, &head, "Jenis,Bidang\n");
    assert_eq!(missing.wrong(), [("file".to_owned(), "column-missing".to_owned())]);
    let odd = send_file(&world, &token, &[("color", "red")], file);
    assert_eq!(odd.wrong(), [("color".to_owned(), "unknown-field".to_owned())]);
}
