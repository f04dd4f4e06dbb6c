//! Kept actions: done one by one, once, each answered as by its own route.
use crate::world::{NIK, OTHER_NIK, World, registration};
use serde_json::{Value, json};
use testkit::on_both_engines;

const ONE: &str = "0190b0f2-0000-7000-8000-000000000001";
const TWO: &str = "0190b0f2-0000-7000-8000-000000000002";
const THREE: &str = "0190b0f2-0000-7000-8000-000000000003";
const FOUR: &str = "0190b0f2-0000-7000-8000-000000000004";

fn action(id: &str, kind: &str, body: &Value) -> Value {
    json!({ "id": id, "kind": kind, "body": body, "made_at": "2022-06-22T11:00:00+07:00" })
}

fn send(world: &World, token: &str, actions: &[Value]) -> Vec<Value> {
    let answer = world.post("/api/v1/actions", token, &json!({ "actions": actions }));
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()["answers"].as_array().expect("answers").clone()
}

fn statuses(answers: &[Value]) -> Vec<u64> {
    answers.iter().map(|answer| answer["status"].as_u64().expect("a status")).collect()
}

on_both_engines!(one_bad_action_never_stops_the_others, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, OTHER_NIK, "ppkukm");
    let service = json!({
        "member": member, "stage": "training", "occurred_on": "2022-02-01", "agency": "ppkukm"
    });
    let actions = [
        action(ONE, "member.register", &registration(NIK, "ppkukm")),
        action(TWO, "member.register", &registration("31", "ppkukm")),
        action("no id", "service.record", &service),
        action(FOUR, "service.dance", &service),
        action(THREE, "service.record", &service),
    ];
    let answers = send(&world, &token, &actions);
    assert_eq!(statuses(&answers), [201, 422, 422, 422, 201]);
    assert_eq!(answers[1]["body"]["errors"][0]["field"], "nik");
    assert_eq!(answers[2]["id"], "no id");
    assert_eq!(answers[3]["body"]["errors"][0]["field"], "kind");

    let again = send(&world, &token, &actions);
    assert_eq!(statuses(&again), [200, 422, 422, 422, 200]);
    assert_eq!(again[0]["body"], answers[0]["body"]);
    let void = json!({ "service": answers[4]["body"]["id"], "reason": "salah orang" });
    let voided = send(&world, &token, &[action(FOUR, "service.void", &void)]);
    assert_eq!(statuses(&voided), [200], "{voided:?}");
});

on_both_engines!(an_action_is_the_same_by_its_own_route_and_as_kept, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let body = registration(NIK, "ppkukm");
    let alone = world.post_as("/api/v1/members", &token, &body, &[("idempotency-key", ONE)]);
    assert_eq!(alone.status, 201, "{}", alone.text);
    let kept = send(&world, &token, &[action(ONE, "member.register", &body)]);
    assert_eq!(statuses(&kept), [200]);
    assert_eq!(kept[0]["body"], alone.json());
    let other = registration(OTHER_NIK, "ppkukm");
    let reused = send(&world, &token, &[action(ONE, "member.register", &other)]);
    assert_eq!(reused[0]["body"]["type"], "key-reused");
});

on_both_engines!(actions_are_done_with_the_rights_of_their_sender, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let elsewhere = world.token("registration_officer", "ppkukm", "31.74.01");
    let auditor = world.token("auditor", "", "");
    let service = json!({
        "member": member, "stage": "training", "occurred_on": "2022-02-01", "agency": "ppkukm"
    });
    let kept = [action(TWO, "service.record", &service)];
    assert_eq!(statuses(&send(&world, &elsewhere, &kept)), [404]);
    assert_eq!(statuses(&send(&world, &auditor, &kept)), [403]);
    let empty = world.post("/api/v1/actions", &token, &json!({ "actions": [] }));
    assert_eq!(empty.problem(), (422, "invalid".to_owned()));
    let many = vec![kept[0].clone(); 51];
    let many = world.post("/api/v1/actions", &token, &json!({ "actions": many }));
    assert_eq!(many.wrong(), [("actions".to_owned(), "number".to_owned())]);
});

on_both_engines!(what_is_no_action_is_answered_as_such_and_stops_no_other, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let body = registration(NIK, "ppkukm");
    let mut coloured = action(TWO, "member.register", &body);
    coloured["colour"] = json!("red");
    let mut late = action(TWO, "member.register", &body);
    late["made_at"] = json!("yesterday");
    let good = action(ONE, "member.register", &body);
    let sent = [coloured, late, json!({ "body": body }), json!(7), good];
    let answers = send(&world, &token, &sent);
    assert_eq!(statuses(&answers)[..3], [422, 422, 422]);
    assert_eq!(answers[4]["status"], 201);
    let field = |n: usize| answers[n]["body"]["errors"][0]["field"].clone();
    assert_eq!([field(0), field(1), field(2)], ["colour", "made_at", "kind"]);
    assert!(answers[3]["status"].as_u64().is_some_and(|status| status >= 400));
});

on_both_engines!(the_journal_keeps_the_devices_time_beside_the_servers, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let kept = action(ONE, "member.register", &registration(NIK, "ppkukm"));
    assert_eq!(statuses(&send(&world, &token, &[kept])), [201]);
    let feed = world.get("/api/v1/changes?limit=1000", &token).json();
    let items = feed["items"].as_array().expect("items");
    let entry = items.iter().find(|it| it["act"] == "member.register").expect("the entry");
    let made_at = rules::Instant::parse_rfc3339("2022-06-22T11:00:00+07:00").expect("a time");
    assert_eq!(entry["payload"]["made_at"], json!(made_at));
    assert_ne!(entry["at"], entry["payload"]["made_at"]);
    jakpreneur::verify::verify(&world.app, &mut |_, _, _| {}).expect("nothing differs");
});
