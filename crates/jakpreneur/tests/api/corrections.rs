//! Corrections, undone decisions and groups over the API.
use crate::world::{Answer, NIK, OTHER_NIK, World};
use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use testkit::on_both_engines;

fn send(world: &World, method: &str, path: &str, token: &str, body: &Value) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json");
    world.send(request.body(Body::from(body.to_string())).expect("a request"))
}

on_both_engines!(a_correction_changes_the_file_and_is_told_in_the_timeline, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let path = format!("/api/v1/members/{member}");
    let body = json!({ "name": "Sari Dewi", "phone": "", "reason": "salah ketik" });
    let done = send(&world, "PATCH", &path, &token, &body);
    assert_eq!(done.status, 200, "{}", done.text);
    assert_eq!(done.json()["fields"], json!(["name", "phone"]));
    let file = world.get(&path, &token).json();
    assert_eq!((&file["name"], &file["phone"]), (&json!("Sari Dewi"), &Value::Null));
    let timeline = world.get(&format!("{path}/timeline"), &token).json();
    let fact = &timeline["items"][0];
    assert_eq!(fact["what"], "corrected");
    assert_eq!(fact["correction"]["reason"], "salah ketik");
    let changes = json!([
        { "field": "name", "before": "Siti Rahmawati", "after": "Sari Dewi" },
        { "field": "phone", "before": "081200000001", "after": null }
    ]);
    assert_eq!(fact["correction"]["changes"], changes);

    let same = send(&world, "PATCH", &path, &token, &body);
    assert_eq!(same.problem(), (409, "unchanged".to_owned()));
    let wrong = json!({ "birth_date": "1 Maret 1990", "sex": "P" });
    let wrong = send(&world, "PATCH", &path, &token, &wrong).wrong();
    let fields: Vec<&str> = wrong.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["reason", "birth_date", "sex"]);
    let taken = world.registered(&token, OTHER_NIK, "ppkukm");
    let taken_nik = json!({ "nik": OTHER_NIK, "reason": "salah ketik" });
    let refused = send(&world, "PATCH", &path, &token, &taken_nik);
    assert_eq!(refused.problem(), (409, "nik-registered".to_owned()));
    assert_eq!(refused.json()["member"], taken);
    let mentor = world.token("mentor", "ppkukm", "31.73.05");
    assert_eq!(send(&world, "PATCH", &path, &mentor, &body).status, 403);
    let elsewhere = world.token("registration_officer", "ppkukm", "31.74.01");
    assert_eq!(send(&world, "PATCH", &path, &elsewhere, &body).status, 404);
});

on_both_engines!(who_moved_away_is_counted_and_not_named, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let officer = world.token("registration_officer", "ppkukm", "31.73.05");
    let body = json!({
        "kelurahan": "31.74.06.1001", "office": "31.74.06", "moved_on": "2022-03-01", "reason": "pindah"
    });
    let done = send(&world, "PATCH", &format!("/api/v1/members/{member}"), &officer, &body);
    assert_eq!(done.status, 200, "{}", done.text);
    let gone = world.get(&format!("/api/v1/members/{member}"), &officer);
    assert_eq!(gone.status, 404, "the file went to the new kecamatan");
    let page = world.get("/api/v1/members?as_at=2022-02-28", &officer).json();
    assert_eq!((&page["total"], &page["elsewhere"]), (&json!(1), &json!(1)));
    assert_eq!(page["items"], json!([]));
    let page = world.get("/api/v1/members", &officer).json();
    assert_eq!((&page["total"], &page["elsewhere"]), (&json!(0), &json!(0)));
});

on_both_engines!(a_decision_is_undone_with_a_reason, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let older = world.registered(&token, OTHER_NIK, "ppkukm");
    let newer = world.registered(&token, NIK, "ppapp");
    let path = format!("/api/v1/duplicates/{newer}/{older}");
    let reason = json!({ "reason": "dua orang bersaudara" });
    let early = world.post(&format!("{path}/undo"), &token, &reason);
    assert_eq!(early.problem(), (409, "undecided".to_owned()));
    assert_eq!(world.post(&path, &token, &json!({ "decision": "same" })).status, 200);
    let silent = world.post(&format!("{path}/undo"), &token, &json!({}));
    assert_eq!(silent.wrong(), [("reason".to_owned(), "reason".to_owned())]);
    let undone = world.post(&format!("{path}/undo"), &token, &reason);
    assert_eq!(undone.json()["undone"], "same");
    let waiting = world.get("/api/v1/duplicates", &token).json();
    assert_eq!(waiting["total"], 0, "what a human parted is not asked about again");
});

on_both_engines!(a_group_is_formed_joined_and_left, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let body = json!({ "name": "Keripik  Maju", "agency": "ppkukm", "office": "31.73.05" });
    let formed = world.post("/api/v1/groups", &token, &body);
    assert_eq!(formed.status, 201, "{}", formed.text);
    let group = formed.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/v1/groups/{group}");
    let join = || world.post(&format!("{path}/members"), &token, &json!({ "member": member }));
    assert_eq!(join().status, 201);
    assert_eq!(join().problem(), (409, "in-group".to_owned()));
    let seen = world.get(&path, &token).json();
    assert_eq!(seen["members"][0]["name"], "Siti Rahmawati");
    let page = world.get("/api/v1/groups", &token).json();
    assert_eq!((&page["total"], &page["items"][0]["members"]), (&json!(1), &json!(1)));
    let elsewhere = world.token("registration_officer", "ppkukm", "31.74.01");
    assert_eq!(world.get(&path, &elsewhere).status, 404);
    let left = send(&world, "DELETE", &format!("{path}/members/{member}"), &token, &json!({}));
    assert_eq!(left.status, 200, "{}", left.text);
    let left = send(&world, "DELETE", &format!("{path}/members/{member}"), &token, &json!({}));
    assert_eq!(left.status, 404);
    assert_eq!(world.get(&path, &token).json()["members"], json!([]));
    let wrong = world.post("/api/v1/groups", &token, &json!({ "name": "X", "agency": "!" }));
    assert_eq!(wrong.wrong().len(), 2, "{}", wrong.text);
});
