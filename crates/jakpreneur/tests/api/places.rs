//! A file of participants as a program sends it: tried out, then registered.
use crate::world::{NIK, OTHER_NIK, World};
use axum::http::StatusCode;
use serde_json::{Value, json};
use testkit::on_both_engines;

/// A class with one seat.
fn class(world: &World, token: &str) -> String {
    let class = json!({
        "kind": "trade", "title": "Kue kering", "trade": "kuliner", "agency": "ppkukm",
        "area": "31.73.05", "place": "Aula", "capacity": 1, "closes_on": "2022-07-01",
        "sessions": [{"held_on": "2022-07-01", "starts": "08:00", "ends": "17:00", "mode": "practice"}]
    });
    let answer = world.post("/api/v1/classes", token, &class);
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    format!("/api/v1/classes/{}/places", answer.json()["id"].as_str().expect("an id"))
}

fn sums(answer: &Value) -> [&Value; 4] {
    ["confirmed", "waiting", "existing", "refused"].map(|name| &answer[name])
}

on_both_engines!(a_file_is_tried_out_sent_and_sent_again, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let places = class(&world, &token);
    for nik in [NIK, OTHER_NIK] {
        world.registered(&token, nik, "ppkukm");
    }
    let file = format!("Nama;NIK\nSiti;{OTHER_NIK}\nBudi;{NIK}\nAsing;3173051506900999\n");
    let send = |fields: &[(&str, &str)]| {
        let at = format!("{places}/file");
        world.send_file(&at, &token, fields, ("peserta.csv", &file))
    };
    let tried = send(&[("dry_run", "true")]);
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.text);
    assert_eq!(sums(&tried.json()), [&json!(1), &json!(1), &json!(0), &json!(1)]);
    assert_eq!(world.get(&places, &token).json()["total"], 0, "nothing is recorded");
    let done = send(&[]).json();
    assert_eq!(done["items"], tried.json()["items"]);
    let rows = done["items"].as_array().expect("rows");
    assert_eq!((&rows[0]["row"], &rows[0]["state"]), (&json!(2), &json!("confirmed")));
    assert_eq!((&rows[1]["state"], &rows[1]["queue"]), (&json!("waiting"), &json!(1)));
    assert_eq!(rows[2]["code"], "nik-unknown");
    assert!(rows[2]["message"].as_str().is_some_and(|said| !said.is_empty()));
    assert_eq!(sums(&send(&[]).json()), [&json!(0), &json!(0), &json!(2), &json!(1)]);
    assert_eq!(world.get(&places, &token).json()["total"], 2);
});

on_both_engines!(a_file_that_cannot_be_read_or_may_not_be_sent_is_refused_whole, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let at = format!("{}/file", class(&world, &token));
    let file = format!("NIK\n{NIK}\n");
    let send = |token: &str, fields: &[(&str, &str)], file: &str| {
        world.send_file(&at, token, fields, ("peserta.csv", file))
    };
    let field = |answer: crate::world::Answer| answer.wrong().remove(0).0;
    assert_eq!(field(send(&token, &[], "Nama\nSiti\n")), "file");
    assert_eq!(field(send(&token, &[("dry_run", "ya")], &file)), "dry_run");
    assert_eq!(field(send(&token, &[("color", "red")], &file)), "color");
    let chief = world.token("executive", "", "");
    assert_eq!(send(&chief, &[], &file).status, StatusCode::FORBIDDEN);
    let elsewhere = world.token("registration_officer", "ppkukm", "31.74.01");
    let dry = [("dry_run", "true")];
    assert_eq!(send(&elsewhere, &dry, &file).status, StatusCode::NOT_FOUND);
});
