//! Mentoring over the API: terms, sharing out, handing over, photos; once under a key, and within scope.
use crate::world::{Answer, NIK, OTHER_NIK, World};
use axum::{body::Body, http::Request};
use jakpreneur::mentoring;
use serde_json::{Value, json};
use testkit::on_both_engines;

const KEY: &str = "0190b0f2-0000-7000-8000-0000000000";

fn key(n: u8) -> String {
    format!("{KEY}{n:02x}")
}

/// Sends under a key, twice: the second answers as the first did.
fn once(world: &World, path: &str, token: &str, body: &Value, n: u8) -> Answer {
    let key = key(n);
    let headers = [("idempotency-key", key.as_str())];
    let first = world.post_as(path, token, body, &headers);
    let again = world.post_as(path, token, body, &headers);
    assert_eq!((again.status.as_u16(), &again.text), (200, &first.text), "a key is for one act");
    first
}

fn mentors(world: &World, token: &str) -> Vec<Value> {
    world.get("/api/v1/mentors", token).json()["items"].as_array().expect("a list").clone()
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

/// A programme with one mentor of Kebon Jeruk and one of Cilandak.
struct Begun {
    world: World,
    all: String,
    near: String,
    near_id: String,
    far: String,
}

fn begun(fresh: &testkit::Fresh) -> Begun {
    let world = World::new(fresh);
    let all = world.administrator();
    let near = world.token("mentor", "ppkukm", "31.73.05");
    let far = world.token("mentor", "ppkukm", "31.74.06");
    let near_id = id(&mentors(&world, &near)[0]);
    Begun { world, all, near, near_id, far }
}

on_both_engines!(terms_are_told_renewed_and_ended_and_shown_with_the_mentors, |fresh| {
    let Begun { world, all, near, near_id, far } = begun(&fresh);
    let at = format!("/api/v1/mentors/{near_id}/terms");
    let body = json!({"from_on": "2022-01-01", "until_on": "2022-12-31"});
    let made = once(&world, &at, &all, &body, 1);
    assert_eq!((made.status.as_u16(), made.json()["mentor"].as_str()), (201, Some(&*near_id)));
    let wrong = world.post(&at, &all, &body);
    assert_eq!(wrong.wrong(), [("from_on".to_owned(), "term-overlaps".to_owned())]);
    assert_eq!(world.post(&at, &near, &body).problem().0, 403, "a mentor tells no term");
    assert_eq!(world.get(&at, &far).problem().0, 404, "another mentor's are not found");
    let listed = world.get(&at, &near).json();
    assert_eq!(listed["items"][0]["running"], true);
    assert_eq!(listed["items"][0]["area"], "31.73.05");
    let end = format!("/api/v1/mentors/terms/{}/end", id(&made.json()));
    let why = json!({"last_on": "2022-06-21", "because": "resigned"});
    assert_eq!(once(&world, &end, &all, &why, 2).status.as_u16(), 200);
    assert_eq!(world.post(&end, &all, &why).problem(), (409, "term-ended".to_owned()));
    let shown = &mentors(&world, &near)[0];
    assert_eq!((&shown["may_take"], &shown["term_until"]), (&json!(false), &json!("2022-06-21")));
});

on_both_engines!(whoever_has_no_mentor_is_listed_shared_out_once_and_seen_in_a_caseload, |fresh| {
    let Begun { world, all, near, near_id, far } = begun(&fresh);
    let member = world.registered(&all, NIK, "ppkukm");
    let needed = world.get("/api/v1/mentors/needed", &all).json();
    let expected = json!([{"member": member, "office": "31.73.05", "because": "nobody",
        "mentor": null}]);
    assert_eq!(needed["items"], expected);
    assert_eq!(world.get("/api/v1/mentors/needed", &near).problem().0, 403);
    let shared = once(&world, "/api/v1/mentors/shares", &all, &json!({}), 3);
    assert_eq!(shared.status.as_u16(), 201, "{}", shared.text);
    assert_eq!(shared.json()["given"], json!([{"mentor": near_id, "members": [member]}]));
    let none = world.post("/api/v1/mentors/shares", &all, &json!({}));
    assert_eq!(none.problem(), (409, "nobody-to-share".to_owned()));
    let at = format!("/api/v1/mentors/{near_id}/caseload");
    assert_eq!(world.get(&at, &near).json()["items"][0]["member"], json!(member));
    assert_eq!(world.get(&at, &far).problem().0, 404);
});

on_both_engines!(members_are_offered_and_refused_or_taken_by_whom_they_are_offered_to, |fresh| {
    let Begun { world, all, near, near_id, far } = begun(&fresh);
    let (one, two) =
        (world.registered(&all, NIK, "ppkukm"), world.registered(&all, OTHER_NIK, "ppkukm"));
    let offer = |member: &str, n| {
        let body = json!({"to": near_id, "members": [member]});
        let made = once(&world, "/api/v1/mentors/transfers", &all, &body, n);
        assert_eq!(made.status.as_u16(), 201, "{}", made.text);
        id(&made.json())
    };
    let (first, second) = (offer(&one, 4), offer(&two, 5));
    let again = json!({"to": near_id, "members": [one]});
    let twice = world.post("/api/v1/mentors/transfers", &all, &again);
    assert_eq!(twice.wrong(), [("members".to_owned(), "offered-already".to_owned())]);
    let waiting = world.get("/api/v1/mentors/transfers", &near).json();
    assert_eq!(waiting["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(world.get("/api/v1/mentors/transfers", &far).json()["items"], json!([]));
    let answer = |of: &str, how: &str| format!("/api/v1/mentors/transfers/{of}/{how}");
    assert_eq!(world.post(&answer(&first, "accept"), &far, &json!({})).problem().0, 404);
    let taken = once(&world, &answer(&first, "accept"), &near, &json!({}), 6).json();
    assert_eq!((&taken["answer"], &taken["members"]), (&json!("accepted"), &json!([one])));
    let why = json!({"reason": "too_many"});
    let refused = once(&world, &answer(&second, "refuse"), &near, &why, 7).json();
    assert_eq!((&refused["answer"], &refused["members"]), (&json!("refused"), &json!([])));
    let late = world.post(&answer(&second, "accept"), &near, &json!({}));
    assert_eq!(late.problem(), (409, "offer-answered".to_owned()));
    let held = world.get(&format!("/api/v1/mentors/{near_id}/caseload"), &near).json();
    assert_eq!(held["items"].as_array().map(Vec::len), Some(1));
});

on_both_engines!(a_member_is_checked_overruled_ended_and_resumed_within_scope, |fresh| {
    let Begun { world, all, near, far, .. } = begun(&fresh);
    let member = world.registered(&all, NIK, "ppkukm");
    let at = |what: &str| format!("/api/v1/members/{member}/{what}");
    let found = json!({"result": "whereabouts_unknown", "checked_on": "2022-06-20",
        "note": "Pindah tanpa kabar"});
    assert_eq!(world.post(&at("domicile-checks"), &far, &found).problem().0, 404);
    assert!(once(&world, &at("domicile-checks"), &near, &found, 8).status.is_success());
    let word = json!({"activity": "inactive", "holds_from": "2022-06-21", "reason": "tutup"});
    assert_eq!(world.post(&at("activity"), &far, &word).problem().0, 403);
    assert!(once(&world, &at("activity"), &all, &word, 9).status.is_success());
    let shown = world.get(&at("activity"), &near);
    assert!(shown.text.contains("inactive"), "{}", shown.text);
    assert_eq!(world.get(&at("activity"), &far).problem().0, 404);
    let end = json!({"end_reason": "moved_out", "ended_on": "2022-06-22"});
    assert!(once(&world, &at("activity/end"), &all, &end, 10).status.is_success());
    assert_eq!(
        world.post(&at("activity/end"), &all, &end).problem(),
        (409, "ended-already".to_owned())
    );
    assert!(world.get(&at("activity"), &near).text.contains("ended"));
    let back = json!({"resume_reason": "salah orang"});
    assert!(once(&world, &at("activity/resume"), &all, &back, 11).status.is_success());
    assert_eq!(
        world.post(&at("activity/resume"), &all, &back).problem(),
        (409, "not-ended".to_owned())
    );
});

fn send(world: &World, at: &str, token: &str, name: &str, bytes: &[u8], n: u8) -> Answer {
    let about = format!("name=\"file\"; filename=\"{name}\"");
    let head = format!("--X\r\nContent-Disposition: form-data; {about}\r\n\r\n");
    let body = [head.as_bytes(), bytes, b"\r\n--X--\r\n"].concat();
    let request = Request::post(at)
        .header("authorization", format!("Bearer {token}"))
        .header("idempotency-key", key(n))
        .header("content-type", "multipart/form-data; boundary=X");
    world.send(request.body(Body::from(body)).expect("a request"))
}

/// As cameras write it: 6 degrees south.
const PLACE: &[u8] = b"GPS 6.2088 S 106.8456 E";

/// A photo that tells where it was taken.
fn with_place() -> Vec<u8> {
    let plain = include_bytes!("photos/plain.jpg");
    let told = [b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", PLACE].concat();
    let long = u16::try_from(told.len() + 2).expect("short").to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &long, &told, &plain[2..]].concat()
}

on_both_engines!(a_visit_made_without_a_connection_stands_whatever_becomes_of_its_photo, |fresh| {
    let Begun { world, all, near, far, .. } = begun(&fresh);
    let member = world.registered(&all, NIK, "ppkukm");
    let visit = key(12);
    let action = json!({"actions": [{"id": visit, "kind": "visit.record",
        "made_at": "2022-06-22T08:00:00+07:00",
        "body": {"member": member, "met": "member", "visited_on": "2022-06-22"}}]});
    let answers = world.post("/api/v1/actions", &near, &action).json();
    assert_eq!(answers["answers"][0]["status"], 201, "{answers}");
    let at = format!("/api/v1/members/{member}/visits/{visit}/photos");
    let refused = |name: &str, bytes: &[u8], code: &str, n| {
        let answer = send(&world, &at, &near, name, bytes, n);
        assert_eq!(answer.wrong(), [("file".to_owned(), code.to_owned())], "{name}");
    };
    refused("halaman.jpg", b"<html><script>", "photo-not-a-picture", 13);
    refused("iphone.heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heicmif1", "photo-heic", 14);
    refused("kosong.jpg", b"", "photo-empty", 15);
    refused("bom.png", include_bytes!("photos/bomb.png"), "photo-pixels", 18);
    let photo = &with_place();
    let kept = send(&world, &at, &near, "foto.jpg", photo, 16);
    assert_eq!(kept.status.as_u16(), 201, "{}", kept.text);
    let again = send(&world, &at, &near, "foto.jpg", photo, 16);
    assert_eq!((again.status.as_u16(), &again.text), (200, &kept.text));
    assert_eq!(send(&world, &at, &far, "foto.jpg", photo, 17).problem().0, 404);
    let visits = world.get(&format!("/api/v1/visits?member={member}"), &near).json();
    assert_eq!(visits["items"][0]["photos"], 1, "the visit stands with the one that is a photo");
    assert_eq!(kept.json()["media"], "image/jpeg");
    let (of, file) = (member.parse().expect("an id"), id(&kept.json()).parse().expect("an id"));
    let (officer, now) = (world.app.operator(), world.app.house.now());
    let given = world.app.change_now(move |tx, house| {
        mentoring::take_photo(tx, house, &officer, (now, house.new_id()), (of, file))
    });
    let given = given.expect("gives");
    assert!(given.starts_with(&[0xff, 0xd8, 0xff]), "a JPEG");
    assert!(!given.windows(PLACE.len()).any(|part| part == PLACE), "where it was taken is gone");
});
