//! Classes and places as a program meets them.
use crate::world::{NIK, OTHER_NIK, World};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};
use testkit::on_both_engines;

const CLASSES: &str = "/api/v1/classes";

/// A class of one seat in Kebon Jeruk.
fn a_class() -> Value {
    json!({
        "kind": "basic", "title": "Kuliner dasar", "trade": "kuliner", "agency": "ppkukm",
        "area": "31.73.05", "place": "Aula kecamatan", "capacity": 1,
        "organisers": [{"kind": "ministry", "name": "Kementerian Perindustrian"}],
        "trainers": [{"name": "Pelatih Contoh"}],
        "sessions": [
            {"held_on": "2022-12-02", "starts": "09:00", "ends": "12:00", "mode": "practice"},
            {"held_on": "2022-12-01", "starts": "09:00", "ends": "12:00", "mode": "theory"}
        ]
    })
}

fn announced(world: &World, token: &str, body: &Value) -> String {
    let answer = world.post(CLASSES, token, body);
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["id"].as_str().expect("an id").to_owned()
}

fn patch(world: &World, path: &str, token: &str, body: &Value) -> crate::world::Answer {
    let request = Request::patch(path)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json");
    world.send(request.body(Body::from(body.to_string())).expect("a request"))
}

on_both_engines!(a_class_is_announced_opened_changed_and_listed, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let key = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000001")];
    let first = world.post_as(CLASSES, &token, &a_class(), &key);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = world.post_as(CLASSES, &token, &a_class(), &key);
    assert_eq!((again.status, &again.text), (StatusCode::OK, &first.text));
    let id = first.json()["id"].as_str().expect("an id").to_owned();
    let path = format!("{CLASSES}/{id}");
    assert_eq!(first.header("location"), path);
    let open = world.get(&path, &token).json();
    assert_eq!(
        (&open["first_on"], &open["closes_on"]),
        (&json!("2022-12-01"), &json!("2022-12-01"))
    );
    assert_eq!((&open["share"], &open["places"]["confirmed"]), (&json!(80), &json!(0)));
    let changed = patch(&world, &path, &token, &json!({"capacity": 40, "notes": "Bawa celemek"}));
    assert_eq!((changed.status, &changed.json()["capacity"]), (StatusCode::OK, &json!(40)));
    assert_eq!(changed.json()["title"], "Kuliner dasar");
    let session =
        json!({"held_on": "2022-12-03", "starts": "13:00", "ends": "15:00", "mode": "practice"});
    let added = world.post(&format!("{path}/sessions"), &token, &session);
    assert_eq!(added.json()["last_on"], "2022-12-03", "{}", added.text);
    let sessions = world.get(&format!("{path}/sessions"), &token).json();
    assert_eq!((&sessions["total"], &sessions["items"][2]["number"]), (&json!(3), &json!(3)));
    announced(&world, &token, &a_class());
    let page = world.get(&format!("{CLASSES}?area=31.73.05&trade=kuliner&limit=1"), &token).json();
    assert_eq!((&page["total"], page["items"].as_array().map(Vec::len)), (&json!(2), Some(1)));
    let next = page["next"].as_str().expect("a next page");
    let next = world.get(&format!("{CLASSES}?limit=1&after={next}"), &token).json();
    assert_eq!((&next["next"], &next["total"]), (&Value::Null, &json!(2)));
    assert_eq!(world.get("/api/v1/trades", &token).json()["total"], 18);
    let wrong =
        world.post(CLASSES, &token, &json!({"kind": "kursus", "sessions": [{"mode": "x"}]}));
    assert_eq!(wrong.problem(), (422, "invalid".to_owned()));
    let fields: Vec<String> = wrong.wrong().into_iter().map(|(field, _)| field).collect();
    for field in ["kind", "held_on", "mode", "title", "trade", "place", "capacity"] {
        assert!(fields.contains(&field.to_owned()), "{field}: {fields:?}");
    }
});

on_both_engines!(a_full_class_answers_waiting_and_a_freed_seat_moves_up, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (id, to) = (announced(&world, &token, &a_class()), announced(&world, &token, &a_class()));
    let one = world.registered(&token, NIK, "ppkukm");
    let other = world.registered(&token, OTHER_NIK, "ppkukm");
    let places = format!("{CLASSES}/{id}/places");
    let first = world.post(&places, &token, &json!({"nik": NIK}));
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    assert_eq!(
        (&first.json()["state"], &first.json()["member"]),
        (&json!("confirmed"), &json!(one))
    );
    let again = world.post(&places, &token, &json!({"member": one}));
    assert_eq!(again.problem(), (409, "already-in-class".to_owned()));
    let second = world.post(&places, &token, &json!({"member": other}));
    assert_eq!((&second.json()["state"], &second.json()["queue"]), (&json!("waiting"), &json!(1)));
    let roster = world.get(&format!("{places}?state=waiting"), &token).json();
    assert_eq!((&roster["total"], &roster["items"][0]["queue"]), (&json!(1), &json!(1)));
    assert!(roster["items"][0]["nik"].as_str().expect("a NIK").contains('*'));
    let over = world.post(&format!("{places}/{one}/transfer"), &token, &json!({"to": to}));
    assert_eq!(over.json()["moved_up"], json!([other]), "{}", over.text);
    let none = world.post(&format!("{places}/{other}/cancel"), &token, &json!({}));
    assert_eq!(none.problem(), (422, "invalid".to_owned()));
    let left = world.post(&format!("{places}/{other}/cancel"), &token, &json!({"reason": "sakit"}));
    assert_eq!((&left.json()["was"], &left.json()["moved_up"]), (&json!("confirmed"), &json!([])));
    let twice = world.post(&format!("{places}/{other}/cancel"), &token, &json!({"reason": "x"}));
    assert_eq!(twice.problem(), (409, "not-in-class".to_owned()));
    let neither = world.post(&places, &token, &json!({}));
    assert_eq!(neither.wrong(), [("member".to_owned(), "empty".to_owned())]);
    let call_off = format!("{CLASSES}/{id}/call-off");
    let off = world.post(&call_off, &token, &json!({"reason": "Banjir"}));
    assert_eq!(off.json()["reason"], "Banjir", "{}", off.text);
    let over = world.post(&places, &token, &json!({"member": other}));
    assert_eq!(over.problem(), (409, "class-over".to_owned()));
});

on_both_engines!(many_are_invited_by_a_question_and_asked_for_from_a_list, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let id = announced(&world, &token, &a_class());
    let one = world.registered(&token, NIK, "ppkukm");
    let other = world.registered(&token, OTHER_NIK, "ppkukm");
    let service = json!({"stage": "training", "occurred_on": "2022-02-01", "agency": "ppkukm"});
    world.post(&format!("/api/v1/members/{one}/services"), &token, &service);
    let invitations = format!("{CLASSES}/{id}/invitations");
    let found = world.post(&invitations, &token, &json!({"not_reached": "training"}));
    assert_eq!(found.json()["invited"], json!([other]), "{}", found.text);
    let by_hand = world.post(&invitations, &token, &json!({"members": [one, other]})).json();
    assert_eq!(by_hand["invited"], json!([one]));
    assert_eq!(by_hand["left_out"], json!([{"member": other, "code": "already-invited"}]));
    let both = world.post(&invitations, &token, &json!({"members": [one], "area": "31.73"}));
    assert_eq!(both.problem(), (422, "invalid".to_owned()));
    let list = format!("{CLASSES}/{id}/places/import");
    let key = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000002")];
    let niks = json!({"niks": [NIK, OTHER_NIK, NIK, "317"]});
    let first = world.post_as(&list, &token, &niks, &key);
    let answer = first.json();
    let numbers = [&answer["confirmed"], &answer["waiting"], &answer["refused"]];
    assert_eq!(numbers, [&json!(1), &json!(1), &json!(2)], "{}", first.text);
    assert_eq!(answer["items"][2]["code"], "already-in-class");
    assert_eq!(answer["items"][3]["code"], "nik-short");
    assert!(!first.text.contains(NIK), "the answer names a NIK");
    assert_eq!(world.post_as(&list, &token, &niks, &key).text, first.text);
});

on_both_engines!(an_established_business_is_told_the_way_out_of_a_basic_class, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let id = announced(&world, &token, &a_class());
    let mut registration = crate::world::registration(NIK, "ppkukm");
    registration["has_business"] = json!(true);
    let member = world.post("/api/v1/members", &token, &registration).json()["id"].clone();
    let places = format!("{CLASSES}/{id}/places");
    let refused = world.post(&places, &token, &json!({"member": member}));
    assert_eq!(refused.problem(), (409, "established-in-basic-class".to_owned()));
    let why = json!({"member": member, "reason": "Pindah bidang"});
    assert_eq!(world.post(&places, &token, &why).json()["state"], "confirmed");
});

on_both_engines!(a_class_outside_the_scope_is_not_there, |fresh| {
    let world = World::new(&fresh);
    let all = world.administrator();
    let id = announced(&world, &all, &a_class());
    let other = world.token("kecamatan_head", "ppapp", "31.73.05");
    let not_found = (404, "not-found".to_owned());
    let path = format!("{CLASSES}/{id}");
    for way in ["", "/places", "/sessions"] {
        assert_eq!(world.get(&format!("{path}{way}"), &other).problem(), not_found);
    }
    assert_eq!(patch(&world, &path, &other, &json!({"capacity": 2})).problem(), not_found);
    assert_eq!(world.get(CLASSES, &other).json()["total"], 0);
    let organised = json!({"organisers": [{"kind": "agency", "agency": "ppapp"}]});
    assert_eq!(patch(&world, &path, &all, &organised).status, StatusCode::OK);
    assert_eq!(world.get(&path, &other).status, StatusCode::OK);
    let forbidden = (403, "forbidden".to_owned());
    assert_eq!(patch(&world, &path, &other, &json!({"capacity": 2})).problem(), forbidden);
    let elsewhere = json!({"agency": "ppkukm", "area": "31.74.01"});
    let own = world.token("kecamatan_head", "ppkukm", "31.73.05");
    let mut typed = a_class();
    typed["area"] = elsewhere["area"].clone();
    let outside = world.post(CLASSES, &own, &typed);
    assert_eq!(outside.wrong(), [("area".to_owned(), "outside-scope".to_owned())]);
});
