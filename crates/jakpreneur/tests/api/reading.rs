//! Lists a page at a time, figures with their tag, the change feed, pairs, and what the operator reads.
use crate::world::{NIK, OTHER_NIK, World, registration};
use axum::http::{Request, StatusCode};
use serde_json::json;
use testkit::on_both_engines;

on_both_engines!(pages_follow_each_other_and_their_total_is_the_figure, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    for nik in 1..=5 {
        world.registered(&token, &format!("317305550690000{nik}"), "ppkukm");
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    for (expected, last) in [(2, false), (2, false), (1, true)] {
        let page = world.get(&format!("/api/v1/members?limit=2{after}"), &token).json();
        let items = page["items"].as_array().expect("items").clone();
        assert_eq!((items.len(), &page["total"]), (expected, &json!(5)));
        seen.extend(items.iter().map(|item| item["id"].to_string()));
        assert_eq!(page["next"].is_null(), last, "{page}");
        after = format!("&after={}", page["next"]);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 5);
    let number = world.get("/api/v1/members?limit=1", &token).json();
    let number = number["items"][0]["number"].as_str().expect("a number").to_owned();
    let found = world.get(&format!("/api/v1/members?q={number}"), &token).json();
    assert_eq!((&found["total"], &found["items"][0]["number"]), (&json!(1), &json!(number)));
    let none = world.get("/api/v1/members?stage=training&measure=at", &token).json();
    assert_eq!(none["total"], 0);
});

on_both_engines!(parameters_are_held_to_their_documentation, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    for (query, field, code) in [
        ("members?limit=0", "limit", "number"),
        ("members?limit=201", "limit", "number"),
        ("members?after=-1", "after", "number"),
        ("members?measure=open", "stage", "empty"),
        ("members?stage=P2", "stage", "stage"),
        ("members?mentor=budi", "mentor", "word"),
        ("members?colour=red", "colour", "unknown-field"),
        ("members?q=a&q=b", "q", "twice"),
        ("figures/stages?by=area:city,agency,sex,track", "by", "dimensions"),
        ("figures/stages?known_at=99999", "known_at", "position"),
        ("figures/stages?scheme=other", "scheme", "word"),
        ("changes?limit=0", "limit", "number"),
        ("classes?state=", "state", "word"),
        ("classes?limit=", "limit", "number"),
        ("duplicates?after=x", "after", "number"),
        ("regions?level=village", "level", "word"),
    ] {
        let answer = world.get(&format!("/api/v1/{query}"), &token);
        assert_eq!(answer.problem(), (422, "invalid".to_owned()), "{query}");
        assert!(answer.wrong().contains(&(field.to_owned(), code.to_owned())), "{}", answer.text);
    }
});

on_both_engines!(figures_known_by_their_tag_are_not_sent_again, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    world.registered(&token, NIK, "ppkukm");
    let path = "/api/v1/figures/stages?by=agency";
    let first = world.get(path, &token);
    assert_eq!(first.json()["groups"][0]["key"][0]["code"], "ppkukm");
    let tag = first.header("etag").to_owned();
    let ask = |tag: &str| {
        let request = Request::get(path).header("authorization", format!("Bearer {token}"));
        let request = request.header("if-none-match", tag);
        world.send(request.body(axum::body::Body::empty()).expect("a request"))
    };
    let known = ask(&tag);
    assert_eq!((known.status, known.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    world.registered(&token, OTHER_NIK, "ppkukm");
    assert_eq!(ask(&tag).json()["persons"], 2);
});

on_both_engines!(the_feed_tells_what_happened_within_the_scope_and_nothing_sealed, |fresh| {
    let world = World::new(&fresh);
    let all = world.administrator();
    let own = world.token("agency_administrator", "ppapp", "");
    world.registered(&all, NIK, "ppkukm");
    let id = world.registered(&all, OTHER_NIK, "ppapp");
    let feed = world.get("/api/v1/changes?limit=3", &all).json();
    let acts: Vec<&str> = feed["items"]
        .as_array()
        .expect("items")
        .iter()
        .filter_map(|it| it["act"].as_str())
        .collect();
    assert_eq!(acts.len(), 3);
    let rest = world.get(&format!("/api/v1/changes?after={}", feed["next"]), &all).json();
    assert_eq!(rest["next"], rest["position"]);
    assert!(rest["items"].to_string().contains("member.register"));
    assert!(!rest["items"].to_string().contains("\"identity\""));
    let narrow = world.get("/api/v1/changes", &own);
    assert_eq!(narrow.json()["items"].as_array().expect("items").len(), 1, "{}", narrow.text);
    assert_eq!(narrow.json()["items"][0]["subject"], json!(id));
    assert_eq!(narrow.json()["next"], narrow.json()["position"]);
    let officer = world.token("registration_officer", "ppapp", "31.73.05");
    assert_eq!(world.get("/api/v1/changes", &officer).problem(), (403, "forbidden".to_owned()));
});

on_both_engines!(a_pair_is_listed_until_somebody_decides, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let older = world.registered(&token, NIK, "ppkukm");
    let newer = world.post("/api/v1/members", &token, &registration(OTHER_NIK, "ppkukm")).json();
    assert_eq!(newer["possible_duplicates"][0]["member"], json!(older));
    let newer = newer["id"].as_str().expect("an id").to_owned();
    let pairs = world.get("/api/v1/duplicates", &token).json();
    assert_eq!((&pairs["total"], &pairs["items"][0]["other"]), (&json!(1), &json!(older)));
    assert!(pairs["next"].is_null());
    let path = format!("/api/v1/duplicates/{newer}/{older}");
    let key = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000002")];
    let wrong = world.post(&path, &token, &json!({"decision": "perhaps"}));
    assert_eq!(wrong.problem(), (422, "invalid".to_owned()));
    let first = world.post_as(&path, &token, &json!({"decision": "same"}), &key);
    let again = world.post_as(&path, &token, &json!({"decision": "same"}), &key);
    assert_eq!((first.status, first.text), (again.status, again.text));
    let late = world.post(&path, &token, &json!({"decision": "different"}));
    assert_eq!(late.problem(), (409, "already-linked".to_owned()));
    assert_eq!(world.get("/api/v1/duplicates", &token).json()["total"], 0);
    assert_eq!(world.get("/api/v1/figures/stages", &token).json()["persons"], 1);
});

on_both_engines!(the_operator_reads_health_and_measurements, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    world.registered(&token, NIK, "ppkukm");
    assert_eq!(world.get("/healthz", "").text, "ok\n");
    let ready = world.get("/readyz", "");
    let expected =
        json!({"ready": true, "database": true, "schema": true, "counts": true, "names": true});
    assert_eq!((ready.status, ready.json()), (StatusCode::OK, expected));
    let metrics = world.get("/metrics", "").text;
    for line in [
        "jakpreneur_database_up 1",
        "jakpreneur_members_counted 1",
        "jakpreneur_journal_position 3",
        r#"jakpreneur_requests_total{route="/api/v1/members",method="POST",status="201"} 1"#,
    ] {
        assert!(metrics.contains(line), "{line} is not in\n{metrics}");
    }
    assert!(metrics.contains("jakpreneur_request_seconds_bucket{"), "{metrics}");
});
