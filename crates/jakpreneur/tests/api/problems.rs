//! What is no request of ours: its status, its slug, and nothing of the cause.
use crate::world::{NIK, World, registration};
use axum::{
    body::Body,
    http::{Request, request::Builder},
};
use testkit::Fresh;

#[test]
fn what_is_no_request_of_ours_is_said_in_problem_json() {
    let world = World::new(&Fresh::sqlite());
    let token = world.administrator();
    let post =
        || Request::post("/api/v1/members").header("authorization", format!("Bearer {token}"));
    let json = || post().header("content-type", "application/json; charset=utf-8");
    let body = registration(NIK, "ppkukm").to_string();
    let send = |request: Builder, body: &str| {
        world.send(request.body(Body::from(body.to_owned())).expect("a request")).problem()
    };
    let is = |status: u16, slug: &str| (status, slug.to_owned());
    assert_eq!(send(json(), "{"), is(400, "not-json"));
    assert_eq!(send(json(), "[]"), is(400, "not-json"));
    assert_eq!(send(json(), r#"{"nik":"1","nik":"2"}"#), is(400, "not-json"));
    assert_eq!(send(post(), &body), is(415, "media-type"));
    assert_eq!(send(json().header("idempotency-key", "7"), &body), is(400, "idempotency-key"));
    assert_eq!(send(json(), &"x".repeat(65 * 1024)), is(413, "too-large"));
    assert_eq!(send(Request::get("/api/v1/nothing"), ""), is(404, "no-route"));
    let deleted = Request::delete("/api/v1/members").body(Body::empty()).expect("a request");
    let deleted = world.send(deleted);
    assert_eq!(deleted.problem(), is(405, "no-method"));
    assert_eq!(deleted.header("allow"), "POST,GET,HEAD");
}

#[test]
fn whoever_is_not_signed_in_is_told_how() {
    let world = World::new(&Fresh::sqlite());
    let answer = world.get("/api/v1/me", "jp_nonsense");
    assert_eq!(answer.problem(), (401, "signed-out".to_owned()));
    assert_eq!(answer.header("www-authenticate"), "Bearer");
}

#[test]
fn what_a_role_may_not_do_is_forbidden_before_the_body_is_judged() {
    let world = World::new(&Fresh::sqlite());
    let token = world.token("executive", "", "");
    let answer = world.post("/api/v1/members", &token, &serde_json::json!({}));
    assert_eq!(answer.problem(), (403, "forbidden".to_owned()));
    let list = world.get("/api/v1/members", &token);
    assert_eq!(list.problem(), (403, "forbidden".to_owned()));
}

#[test]
fn a_session_writes_only_with_the_word_of_its_own_page() {
    let world = World::new(&Fresh::sqlite());
    world.administrator();
    let (cookie, word) = world.session("administrator--");
    let body = registration(NIK, "ppkukm").to_string();
    let post = |word: &str| {
        let request = Request::post("/api/v1/members")
            .header("cookie", &cookie)
            .header("content-type", "application/json")
            .header("x-csrf-token", word);
        world.send(request.body(Body::from(body.clone())).expect("a request"))
    };
    assert_eq!(post("").problem(), (403, "forged".to_owned()));
    assert_eq!(post("guessed").problem(), (403, "forged".to_owned()));
    assert_eq!(post(&word).status, 201);
    let me = Request::get("/api/v1/me").header("cookie", &cookie).body(Body::empty());
    assert_eq!(world.send(me.expect("a request")).status, 200);
}

#[test]
fn what_broke_is_told_to_the_log_alone() {
    let world = World::new(&Fresh::sqlite());
    let token = world.administrator();
    let id = world.registered(&token, NIK, "ppkukm");
    let broken = world.app.change_now(|tx, _| Ok(tx.batch("alter table read_log rename to gone")?));
    broken.expect("breaks the database");
    let answer = world.get(&format!("/api/v1/members/{id}"), &token);
    assert_eq!(answer.problem(), (500, "fault".to_owned()));
    for cause in ["read_log", "table", "sql", "insert"] {
        assert!(!answer.text.to_lowercase().contains(cause), "{}", answer.text);
    }
}
