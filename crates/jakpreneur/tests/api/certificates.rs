//! Certificates and tools as a program meets them.
use crate::world::{Answer, NIK, OTHER_NIK, World};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};
use testkit::on_both_engines;

const CLASSES: &str = "/api/v1/classes";

/// A class of today that two attended and finished: the class, and their certificates as issued.
fn issued(world: &World, token: &str) -> (String, Vec<Value>) {
    let today = world.app.house.today().to_string();
    let class = json!({
        "kind": "trade", "title": "Kue kering", "trade": "kue-roti", "agency": "ppkukm",
        "area": "31.73.05", "place": "Aula kecamatan", "capacity": 2, "closes_on": today,
        "sessions": [{"held_on": today, "starts": "08:00", "ends": "11:00", "mode": "practice"}]
    });
    let class = created(&world.post(CLASSES, token, &class));
    let members = [NIK, OTHER_NIK].map(|nik| world.registered(token, nik, "ppkukm"));
    for member in &members {
        let place = json!({"member": member});
        created(&world.post(&format!("{CLASSES}/{class}/places"), token, &place));
    }
    let marks = json!({"marks": members.map(|member| json!({"member": member}))});
    let marked = world.post(&format!("/api/v1/sessions/{class}-1/attendance"), token, &marks);
    assert_eq!(marked.status, StatusCode::OK, "{}", marked.text);
    let closed = world.post(&format!("{CLASSES}/{class}/finish"), token, &json!({}));
    assert_eq!(closed.status, StatusCode::OK, "{}", closed.text);
    let signing = json!({"signer": "Nama Penanda Tangan", "position": "Kepala Suku Dinas"});
    let answer = world.post(&format!("{CLASSES}/{class}/certificates"), token, &signing);
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    let issued = answer.json()["issued"].as_array().expect("certificates").clone();
    (class, issued)
}

fn created(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["id"].as_str().unwrap_or_default().to_owned()
}

/// Asks for a certificate as anybody may, without a token.
fn check(world: &World, number: &str) -> Answer {
    let path = format!("/api/v1/certificates/{number}");
    world.send(Request::get(path).body(Body::empty()).expect("a request"))
}

/// The number as addresses have it.
fn dashed(certificate: &Value) -> String {
    certificate["number"].as_str().expect("a number").replace('/', "-")
}

on_both_engines!(anybody_sees_every_field_as_it_was_printed, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (_, all) = issued(&world, &token);
    let answer = check(&world, &dashed(&all[0]));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let expected = json!({
        "number": all[0]["number"], "state": "valid", "issued_on": "2022-06-22",
        "ended_on": null, "reason": null, "replaced_by": null, "replaces": null,
        "printed": {
            "name": "Siti Rahmawati", "title": "Kue kering", "trade": "Kue dan roti",
            "organisers": answer.json()["printed"]["organisers"],
            "days": "22 Juni 2022", "hours": "4 jam pelajaran (JP)", "place": "Aula kecamatan, Kebon Jeruk",
            "issued": "Jakarta, 22 Juni 2022", "signer": "Nama Penanda Tangan",
            "position": "Kepala Suku Dinas"
        }
    });
    assert_eq!(answer.json(), expected);
    let organisers = &answer.json()["printed"]["organisers"];
    assert_eq!(organisers.as_array().map(Vec::len), Some(1));
    assert!(!answer.text.contains(NIK), "a certificate carries no NIK");
    let slashes = all[0]["number"].as_str().expect("a number").replace('/', "%2F");
    assert_eq!(check(&world, &slashes).json(), expected);
});

on_both_engines!(a_number_changed_by_one_letter_is_not_found, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (_, all) = issued(&world, &token);
    let number = dashed(&all[0]);
    for (at, letter) in number.char_indices().filter(|(_, letter)| *letter != '-') {
        let mut changed = number.clone();
        changed.replace_range(at..=at, if letter == '7' { "8" } else { "7" });
        let answer = check(&world, &changed);
        assert_eq!(answer.problem(), (404, "not-found".to_owned()), "{changed}");
    }
    for nothing in ["kosong", "0001-PKT-PPKUKM-31.73.05-2022-22222222", "%F0%9F%8C%B8"] {
        assert_eq!(check(&world, nothing).status, StatusCode::NOT_FOUND, "{nothing}");
    }
});

on_both_engines!(a_revoked_or_replaced_certificate_says_so_to_anybody, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (_, all) = issued(&world, &token);
    let [revoked, replaced] = [&all[0], &all[1]].map(dashed);
    let act = |number: &str, act: &str, body: &Value| {
        world.post(&format!("/api/v1/certificates/{number}/{act}"), &token, body)
    };
    let without = act(&revoked, "revoke", &json!({"reason": " "}));
    assert_eq!(without.wrong(), [("reason".to_owned(), "reason".to_owned())]);
    let done = act(&revoked, "revoke", &json!({"reason": "Salah orang"}));
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let said = check(&world, &revoked).json();
    assert_eq!((&said["state"], &said["reason"]), (&json!("revoked"), &json!("Salah orang")));
    assert_eq!(
        (&said["ended_on"], &said["printed"]["name"]),
        (&json!("2022-06-22"), &json!("Siti Rahmawati"))
    );
    let again = act(&revoked, "revoke", &json!({"reason": "Lagi"}));
    assert_eq!(again.problem(), (409, "certificate-revoked".to_owned()));

    let signing =
        json!({"reason": "Nama salah tulis", "signer": "Nama Lain", "position": "Plt. Kepala"});
    let new = act(&replaced, "reissue", &signing);
    assert!(new.status.is_success(), "{}", new.text);
    let said = check(&world, &replaced).json();
    assert_eq!(said["state"], "replaced");
    let new =
        check(&world, &said["replaced_by"].as_str().expect("a number").replace('/', "-")).json();
    assert_eq!((&new["state"], &new["replaces"]), (&json!("valid"), &all[1]["number"]));
    assert_eq!(new["printed"]["signer"], "Nama Lain");
});

fn handover(member: &str) -> Value {
    json!({
        "member": member, "items": [{"name": "Mixer tangan", "quantity": 2}], "value": 2_400_000,
        "permit_kind": "nib", "permit": "1234567890123", "ktp_seen": true,
        "giver": "Nama Petugas", "giver_position": "Kepala Seksi"
    })
}

on_both_engines!(tools_are_handed_over_once_listed_and_taken_back, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let unseen = json!({"ktp_seen": false});
    let mut without = handover(&member);
    without.as_object_mut().expect("an object").extend(unseen.as_object().expect("one").clone());
    let refused = world.post("/api/v1/tool-grants", &token, &without);
    assert_eq!(refused.wrong(), [("ktp_seen".to_owned(), "ktp-not-seen".to_owned())]);
    let headers = [("idempotency-key", "0190b0f2-0000-7000-8000-0000000000a1")];
    let grant = || world.post_as("/api/v1/tool-grants", &token, &handover(&member), &headers);
    let (first, second) = (grant(), grant());
    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(first.json(), second.json());
    let more = world.post("/api/v1/tool-grants", &token, &handover(&member));
    assert_eq!(more.problem(), (409, "tools-before".to_owned()));
    let list = format!("/api/v1/tool-grants?member={member}");
    let listed = world.get(&list, &token).json();
    let one = &listed["items"][0];
    assert_eq!((&one["id"], &one["value"]), (&first.json()["id"], &json!(2_400_000)));
    assert_eq!(one["items"], json!([{"name": "Mixer tangan", "quantity": 2, "unit": "unit"}]));
    assert_eq!((&one["given_on"], &one["taken_back_on"]), (&json!("2022-06-22"), &json!(null)));

    let grant = created(&first);
    let back = format!("/api/v1/tool-grants/{grant}/take-back");
    let done = world.post(&back, &token, &json!({"reason": "Pindah usaha"}));
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let lagi = world.post(&back, &token, &json!({"reason": "Lagi"}));
    assert_eq!(lagi.problem(), (409, "already-voided".to_owned()));
    assert_eq!(world.get(&list, &token).json()["items"][0]["taken_back_on"], "2022-06-22");
    created(&world.post("/api/v1/tool-grants", &token, &handover(&member)));
});

on_both_engines!(tools_outside_the_scope_or_the_role_are_not_given_or_seen, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let grant = created(&world.post("/api/v1/tool-grants", &token, &handover(&member)));
    let list = format!("/api/v1/tool-grants?member={member}");
    let other = world.token("agency_administrator", "ppapp", "");
    assert_eq!(world.get(&list, &other).problem(), (404, "not-found".to_owned()));
    let asked = world.post("/api/v1/tool-grants", &other, &handover(&member));
    assert_eq!(asked.status, StatusCode::NOT_FOUND, "{}", asked.text);
    let back = format!("/api/v1/tool-grants/{grant}/take-back");
    let back = world.post(&back, &other, &json!({"reason": "Salah"}));
    assert_eq!(back.status, StatusCode::NOT_FOUND, "{}", back.text);
    let chief = world.token("executive", "", "");
    assert_eq!(world.get(&list, &chief).status, StatusCode::FORBIDDEN);
    let asked = world.post("/api/v1/tool-grants", &chief, &handover(&member));
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
});
