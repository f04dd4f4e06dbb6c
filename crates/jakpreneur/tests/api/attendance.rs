//! Attendance, closing and the numbers of training as a program meets them.
use crate::world::{NIK, OTHER_NIK, World};
use axum::http::StatusCode;
use serde_json::json;
use testkit::on_both_engines;

const CLASSES: &str = "/api/v1/classes";

fn held(world: &World, token: &str) -> (String, String) {
    held_about(world, token, "kuliner")
}

/// A class of today about a trade, in which somebody has a place.
pub fn held_about(world: &World, token: &str, trade: &str) -> (String, String) {
    let today = world.app.house.today().to_string();
    let member = world.registered(token, NIK, "ppkukm");
    let class = json!({
        "kind": "trade", "title": "Kue kering", "trade": trade, "agency": "ppkukm",
        "area": "31.73.05", "place": "Aula", "capacity": 2, "closes_on": today,
        "sessions": [{"held_on": today, "starts": "08:00", "ends": "17:00", "mode": "practice"}]
    });
    let answer = world.post(CLASSES, token, &class);
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    let class = answer.json()["id"].as_str().expect("an id").to_owned();
    let place = world.post(&format!("{CLASSES}/{class}/places"), token, &json!({"member": member}));
    assert_eq!(place.status, StatusCode::CREATED, "{}", place.text);
    (class, member)
}

on_both_engines!(a_session_is_marked_once_closed_and_counted, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (class, member) = held(&world, &token);
    let at = format!("/api/v1/sessions/{class}-1/attendance");
    let body = json!({"marks": [{"nik": NIK}]});
    let first = world.post(&at, &token, &body);
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    assert_eq!(first.json()["items"][0]["outcome"], "new");
    let again = world.post(&at, &token, &body).json();
    assert_eq!(
        (&again["items"][0]["outcome"], &again["position"]),
        (&json!("already"), &json!(null))
    );
    let listed = world.get(&at, &token).json();
    assert_eq!((&listed["present"], &listed["items"][0]["member"]), (&json!(1), &json!(member)));
    let other = world.registered(&token, OTHER_NIK, "ppkukm");
    let stranger = world.post(&at, &token, &json!({"marks": [{"member": other}]}));
    assert_eq!(stranger.problem(), (409, "not-in-class".to_owned()));
    let walked = world.post(&at, &token, &json!({"marks": [{"member": other}], "walk_in": true}));
    assert_eq!(walked.status, StatusCode::OK, "{}", walked.text);
    let closed = world.post(&format!("{CLASSES}/{class}/finish"), &token, &json!({}));
    assert_eq!(closed.status, StatusCode::OK, "{}", closed.text);
    assert_eq!(closed.json()["finishers"].as_array().map(Vec::len), Some(2));
    let figures = world.get("/api/v1/figures/training?by=month", &token).json();
    let total = &figures["total"];
    assert_eq!((&total["registered"], &total["walk_ins"]), (&json!(1), &json!(1)));
    assert_eq!((&total["finished"], &total["seats"]), (&json!(2), &json!(2)));
    let reopened = json!({"reason": "salah catat"});
    let reopened = world.post(&format!("{CLASSES}/{class}/reopen"), &token, &reopened);
    assert_eq!(reopened.json()["services"].as_array().map(Vec::len), Some(2), "{}", reopened.text);
});

on_both_engines!(a_mark_kept_on_a_device_is_done_once, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (class, member) = held(&world, &token);
    let action = json!({
        "id": "0190b0f2-0000-7000-8000-000000000001", "kind": "attendance.mark",
        "made_at": "2022-06-22T11:00:00+07:00",
        "body": {"session": format!("{class}-1"), "marks": [{"member": member}], "way": "scanner"}
    });
    for _ in 0..2 {
        let answer = world.post("/api/v1/actions", &token, &json!({"actions": [action]})).json();
        let answer = &answer["answers"][0];
        assert_eq!(
            (&answer["status"], &answer["body"]["items"][0]["outcome"]),
            (&json!(200), &json!("new"))
        );
    }
});

on_both_engines!(marks_that_say_nothing_clear_are_refused, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (class, member) = held(&world, &token);
    let at = format!("/api/v1/sessions/{class}-1/attendance");
    for (body, field) in [
        (json!({}), "marks"),
        (json!({"marks": []}), "marks"),
        (json!({"marks": [{}]}), "member"),
        (json!({"marks": [{"member": member, "mark": "hadir"}]}), "mark"),
        (json!({"marks": [{"code": "JP1:018F0000000070008000000000000001:K7QX2M9T"}]}), "code"),
        (json!({"marks": [{"member": member}], "way": "merpati"}), "way"),
    ] {
        let answer = world.post(&at, &token, &body);
        assert_eq!(answer.wrong().first().map(|wrong| wrong.0.as_str()), Some(field), "{body}");
    }
    let nowhere = format!("/api/v1/sessions/{class}-9/attendance");
    assert_eq!(world.get(&nowhere, &token).status, StatusCode::NOT_FOUND);
    let kecamatan = world.token("registration_officer", "ppkukm", "31.74.01");
    assert_eq!(world.get(&at, &kecamatan).status, StatusCode::NOT_FOUND);
    let wrong = world.get("/api/v1/figures/training?by=warna", &token);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
});
