//! Support and its evidence over the API, and the evidence of permits.
use crate::world::{Answer, NIK, World};
use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use testkit::on_both_engines;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-00000000001b")];

fn prove(world: &World, token: &str, at: &str, name: &str, file: &str) -> Answer {
    let about = format!("name=\"file\"; filename=\"{name}\"");
    let body = format!("--X\r\nContent-Disposition: form-data; {about}\r\n\r\n{file}\r\n--X--\r\n");
    let request = Request::post(at)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "multipart/form-data; boundary=X");
    world.send(request.body(Body::from(body)).expect("a request"))
}

/// Keeps a PDF, refuses a page, lists the file and gives it out.
fn is_proved(world: &World, token: &str, of: &str) {
    let at = format!("{of}/evidence");
    let page = prove(world, token, &at, "bukti.jpg", "<html>");
    assert_eq!(page.wrong(), [("file".to_owned(), "evidence-file".to_owned())]);
    let kept = prove(world, token, &at, "bukti.pdf", "%PDF-1.7 kuitansi");
    assert_eq!(kept.status.as_u16(), 201, "{}", kept.text);
    assert_eq!(kept.json()["media"], "application/pdf");
    let listed = world.get(&at, token).json();
    assert_eq!(listed["items"], json!([kept.json()]));
    let file = kept.json()["id"].as_str().expect("an id").to_owned();
    let given = world.get(&format!("{at}/{file}"), token);
    assert_eq!((given.status.as_u16(), given.text.as_str()), (200, "%PDF-1.7 kuitansi"));
    assert!(given.header("content-disposition").starts_with("attachment"));
}

on_both_engines!(support_is_given_once_proved_counted_and_taken_back, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let body = json!({"member": member, "kind": "raw_material", "what": "25 kg tepung",
        "value": 250_000, "agency": "ppapp"});
    let made = world.post_as("/api/v1/supports", &token, &body, &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let again = world.post_as("/api/v1/supports", &token, &body, &KEY);
    assert_eq!((again.status.as_u16(), &again.text), (200, &made.text), "a key is for one act");
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    is_proved(&world, &token, &format!("/api/v1/supports/{id}"));
    let figures = world.get("/api/v1/figures/support", &token).json();
    let counts = json!({"services": 1, "persons": 1, "valued": 1, "value": 250_000});
    assert_eq!(figures["total"], counts);
    assert_eq!(figures["rows"][0]["agency"], "ppapp", "it is of the agency that gave it");
    let list = |filter: &str| world.get(&format!("/api/v1/supports{filter}"), &token).json();
    assert_eq!(list("?agency=ppapp&kind=raw_material")["total"], 1);
    assert_eq!(list("?agency=ppkukm")["items"], json!([]));
    assert_eq!(list(&format!("?member={member}"))["items"][0]["what"], "25 kg tepung");
    let kinds = world.get("/api/v1/support-kinds", &token).json();
    assert_eq!(kinds["items"].as_array().map(Vec::len), Some(3));
    let back = format!("/api/v1/supports/{id}/void");
    let gone = world.post(&back, &token, &json!({"reason": "salah orang"}));
    assert_eq!(gone.status.as_u16(), 200, "{}", gone.text);
    assert_eq!(world.get("/api/v1/figures/support", &token).json()["rows"], json!([]));
    let twice = world.post(&back, &token, &json!({"reason": "salah orang"}));
    assert_eq!(twice.problem(), (409, "already-voided".to_owned()));
});

on_both_engines!(a_permit_is_proved_and_found_by_when_it_ends, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let body = json!({"member": member, "kind": "slhs", "number": "SLHS 1",
        "issued_on": "2022-01-10", "expires_on": "2022-07-22"});
    let made = world.post("/api/v1/licences", &token, &body);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let id = made.json()["id"].as_str().expect("an id").to_owned();
    is_proved(&world, &token, &format!("/api/v1/licences/{id}"));
    let total = |asked: &str| -> Value {
        world.get(&format!("/api/v1/licences?{asked}"), &token).json()["total"].clone()
    };
    assert_eq!(total("which=ending&as_at=2022-06-22&within=30"), 1);
    assert_eq!(total("which=ending&as_at=2022-06-21&within=30"), 0);
    assert_eq!(total("which=ending&as_at=2022-06-21"), 1);
    assert_eq!(total("which=expired&as_at=2022-07-23"), 1);
    let wrong = world.get("/api/v1/licences?which=ending&within=0", &token);
    assert_eq!(wrong.wrong(), [("within".to_owned(), "number".to_owned())]);
});
