//! Registering, finding and opening members.
use crate::world::{NIK, OTHER_NIK, World, registration};
use axum::http::StatusCode;
use serde_json::{Value, json};
use testkit::on_both_engines;

const MEMBERS: &str = "/api/v1/members";

on_both_engines!(the_same_request_under_one_key_is_done_once, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let key = testkit::id().to_string();
    let under = [("idempotency-key", key.as_str())];
    let body = registration(NIK, "ppkukm");
    let first = world.post_as(MEMBERS, &token, &body, &under);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let id = first.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(first.header("location"), format!("/api/v1/members/{id}"));
    let again = world.post_as(MEMBERS, &token, &body, &under);
    assert_eq!((again.status, &again.text), (StatusCode::OK, &first.text));
    let other = world.post_as(MEMBERS, &token, &registration(OTHER_NIK, "ppkukm"), &under);
    assert_eq!(other.problem(), (422, "key-reused".to_owned()));
    let officer = world.token("registration_officer", "ppkukm", "31.73.05");
    let somebody_else = world.post_as(MEMBERS, &officer, &body, &under);
    assert_eq!(somebody_else.problem(), (422, "key-reused".to_owned()));
    assert_eq!(world.get(MEMBERS, &token).json()["total"], 1);
});

on_both_engines!(a_registered_nik_names_its_record_only_to_whoever_may_open_it, |fresh| {
    let world = World::new(&fresh);
    let all = world.administrator();
    let id = world.registered(&all, NIK, "ppkukm");
    let again = world.post(MEMBERS, &all, &registration(NIK, "ppkukm"));
    assert_eq!(again.problem(), (409, "nik-registered".to_owned()));
    assert_eq!(again.json()["member"], json!(id));
    let elsewhere = world.token("registration_officer", "ppkukm", "31.74.01");
    let mut body = registration(NIK, "ppkukm");
    body["office"] = json!("31.74.01");
    let again = world.post(MEMBERS, &elsewhere, &body);
    assert_eq!(again.problem(), (409, "nik-registered".to_owned()));
    assert_eq!(again.json().get("member"), None);
    let second = world.post(MEMBERS, &all, &registration(NIK, "ppapp"));
    assert_eq!(second.status, StatusCode::CREATED);
    assert_eq!(second.json()["person_known"], true);
});

on_both_engines!(every_wrong_field_is_named_at_once, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let body = json!({"nik": "31", "name": 7, "kelurahan": "Kebon Jeruk", "colour": "red"});
    let by_form = world.post(MEMBERS, &token, &body);
    assert_eq!(by_form.problem(), (422, "invalid".to_owned()));
    let wrong = [("colour", "unknown-field"), ("name", "type")];
    assert_eq!(by_form.wrong(), wrong.map(|(field, code)| (field.to_owned(), code.to_owned())));
    let mut body = registration("31730", "nobody");
    body["sex"] = json!("P");
    body["registered_on"] = json!("3 Januari 2022");
    let by_value = world.post(MEMBERS, &token, &body);
    let mut wrong = by_value.wrong();
    wrong.sort();
    let expected =
        [("agency", "agency"), ("nik", "nik-short"), ("registered_on", "date"), ("sex", "word")];
    assert_eq!(wrong, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
    let missing = world.post(MEMBERS, &token, &json!({}));
    let missing: Vec<String> = missing.wrong().into_iter().map(|(field, _)| field).collect();
    let needed =
        "nik name kelurahan business_type has_business agency office channel registered_on consent";
    for field in needed.split(' ') {
        assert!(missing.contains(&field.to_owned()), "{field} is needed: {missing:?}");
    }
});

on_both_engines!(only_the_opened_file_shows_the_nik_and_opening_is_logged, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let id = world.registered(&token, NIK, "ppkukm");
    let list = world.get(&format!("{MEMBERS}?q=rahma%20siti"), &token);
    assert_eq!(list.json()["items"][0]["nik"], "3173********0003");
    assert!(!list.text.contains(NIK));
    assert_eq!(reads(&world), 0);
    let file = world.get(&format!("{MEMBERS}/{id}"), &token);
    assert_eq!(file.json()["nik"], NIK);
    assert_eq!(file.header("cache-control"), "no-store");
    let timeline = world.get(&format!("{MEMBERS}/{id}/timeline"), &token);
    assert_eq!(timeline.json()["items"][0]["what"], "registered");
    let found = world.post("/api/v1/members/lookup", &token, &json!({"nik": NIK}));
    assert_eq!((found.json()["total"].clone(), reads(&world)), (json!(1), 3));
    let check = world.post("/api/v1/members/check", &token, &json!({"nik": NIK}));
    assert_eq!(check.json()["registered"][0]["name"], "S••• R••••••••");
    assert_eq!(check.json()["birth_date"], "1990-06-15");
});

fn reads(world: &World) -> i64 {
    let counted: Option<(i64,)> =
        world.app.db.look(|tx| tx.maybe("select count(*) from read_log", ())).expect("counts");
    counted.expect("a row").0
}

on_both_engines!(outside_the_scope_a_record_is_not_there, |fresh| {
    let world = World::new(&fresh);
    let all = world.administrator();
    let id = world.registered(&all, NIK, "ppkukm");
    let service = json!({"stage": "training", "occurred_on": "2022-02-01", "agency": "ppkukm"});
    let services = format!("{MEMBERS}/{id}/services");
    let recorded = world.post(&services, &all, &service);
    let service_id = recorded.json()["id"].as_str().expect("an id").to_owned();
    let other = world.token("kecamatan_head", "ppapp", "31.73.05");
    let not_found = (404, "not-found".to_owned());
    assert_eq!(world.get(&format!("{MEMBERS}/{id}"), &other).problem(), not_found);
    assert_eq!(world.get(&format!("{MEMBERS}/{id}/timeline"), &other).problem(), not_found);
    assert_eq!(world.post(&services, &other, &service).problem(), not_found);
    let void = format!("/api/v1/services/{service_id}/void");
    assert_eq!(world.post(&void, &other, &json!({"reason": "keliru"})).problem(), not_found);
    assert_eq!(world.get(MEMBERS, &other).json()["total"], 0);
    let lookup = world.post("/api/v1/members/lookup", &other, &json!({"phone": "081200000001"}));
    assert_eq!(lookup.json()["total"], 0);
});

on_both_engines!(a_service_is_recorded_once_and_taken_back_once, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let id = world.registered(&token, NIK, "ppkukm");
    let path = format!("{MEMBERS}/{id}/services");
    let key = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000001")];
    let body = json!({"stage": "training", "occurred_on": "2022-02-01", "agency": "ppkukm"});
    let first = world.post_as(&path, &token, &body, &key);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = world.post_as(&path, &token, &body, &key);
    assert_eq!((again.status, &again.text), (StatusCode::OK, &first.text));
    let early = json!({"stage": "Pelatihan", "occurred_on": "2021-02-01", "agency": "ppkukm"});
    let refused = world.post(&path, &token, &early);
    assert_eq!(refused.problem(), (422, "invalid".to_owned()));
    assert_eq!(reached(&world, &token), json!([1, 1, 0, 0, 0, 0, 0]));
    let void = format!("/api/v1/services/{}/void", first.json()["id"].as_str().expect("an id"));
    assert_eq!(world.post(&void, &token, &json!({})).problem(), (422, "invalid".to_owned()));
    let back = world.post(&void, &token, &json!({"reason": "Salah peserta"}));
    assert_eq!(back.status, StatusCode::OK, "{}", back.text);
    let twice = world.post(&void, &token, &json!({"reason": "Salah peserta"}));
    assert_eq!(twice.problem(), (409, "already-voided".to_owned()));
    assert_eq!(reached(&world, &token), json!([1, 0, 0, 0, 0, 0, 0]));
    let timeline = world.get(&format!("{MEMBERS}/{id}/timeline"), &token).json();
    assert_eq!(timeline["items"][0]["service"]["voided"]["reason"], "Salah peserta");
});

fn reached(world: &World, token: &str) -> Value {
    let figures = world.get("/api/v1/figures/stages", token).json();
    let rows = figures["rows"].as_array().expect("rows").iter();
    Value::Array(rows.map(|row| row["reached"].clone()).collect())
}
