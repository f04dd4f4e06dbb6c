//! Webhooks over the API: subscribed once, seen within scope, paused, begun again, ended.
use crate::world::World;
use serde_json::{Value, json};
use testkit::on_both_engines;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000027")];
const OTHER_KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000028")];

fn asked() -> Value {
    json!({"label": "Mitra Contoh", "address": "https://mitra.example/terima?k=rahasia",
        "kinds": ["member.*"], "after": 0})
}

on_both_engines!(a_webhook_is_subscribed_once_and_its_secret_told_once, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let made = world.post_as("/api/v1/webhooks", &token, &asked(), &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let secret = made.json()["secret"].as_str().expect("a secret").to_owned();
    assert!(secret.starts_with("whsec_") && secret.len() > 40);
    let again = world.post_as("/api/v1/webhooks", &token, &asked(), &KEY);
    assert_eq!((again.status.as_u16(), &again.json()["secret"]), (200, &Value::Null));
    assert_eq!(again.json()["id"], made.json()["id"]);
    let other = json!({"label": "Lain", "address": "https://lain.example/"});
    let reused = world.post_as("/api/v1/webhooks", &token, &other, &KEY);
    assert_eq!(reused.problem(), (422, "key-reused".to_owned()));
    let list = world.get("/api/v1/webhooks", &token);
    assert_eq!(list.json()["items"].as_array().expect("items").len(), 1);
    assert!(!list.text.contains(&secret), "never again");
    let feed = world.get("/api/v1/changes", &token).text;
    assert!(feed.contains("webhook.subscribe") && !feed.contains("destination"), "{feed}");
    let metrics = world.get("/metrics", &token).text;
    assert!(metrics.contains("jakpreneur_webhooks 1"), "{metrics}");
});

on_both_engines!(a_webhook_is_paused_resumed_begun_again_changed_and_ended, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let made = world.post("/api/v1/webhooks", &token, &asked()).json();
    let id = made["id"].as_str().expect("an id").to_owned();
    let at = |what: &str| format!("/api/v1/webhooks/{id}{what}");
    let none = json!({});
    let said = |what: &str| world.post(&at(what), &token, &none);
    assert_eq!(said("/resume").problem(), (409, "unchanged".to_owned()));
    let paused = world.post_as(&at("/pause"), &token, &none, &KEY);
    assert_eq!(paused.status.as_u16(), 200, "{}", paused.text);
    let again = world.post_as(&at("/pause"), &token, &none, &KEY);
    assert_eq!((again.status.as_u16(), &again.text), (200, &paused.text));
    assert_eq!(said("/pause").problem(), (409, "unchanged".to_owned()));
    assert_eq!(world.get(&at(""), &token).json()["webhook"]["paused_why"], "asked");
    assert_eq!(said("/resume").status.as_u16(), 200);
    let replay = |after: Value| world.post(&at("/replay"), &token, &json!({"after": after}));
    assert_eq!(replay(json!(1)).status.as_u16(), 200);
    assert_eq!(replay(json!(-1)).wrong(), [("after".to_owned(), "number".to_owned())]);
    assert_eq!(replay(json!(999)).wrong(), [("after".to_owned(), "position".to_owned())]);
    assert_eq!(world.get(&at(""), &token).json()["webhook"]["delivered"], 1);
    let rotated = world.post_as(&at("/rotate"), &token, &none, &OTHER_KEY).json();
    assert_ne!(rotated["secret"], made["secret"]);
    let again = world.post_as(&at("/rotate"), &token, &none, &OTHER_KEY).json();
    assert_eq!((&again["secret"], &again["position"]), (&Value::Null, &rotated["position"]));
    assert_eq!(said("/end").status.as_u16(), 200);
    assert_eq!(said("/pause").problem().0, 404);
    assert_eq!(world.get("/api/v1/webhooks", &token).json()["items"], json!([]));
});

on_both_engines!(a_webhook_is_for_administrators_within_scope, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let own = world.token("agency_administrator", "ppkukm", "");
    let other = world.token("agency_administrator", "ppapp", "");
    let mentor = world.token("mentor", "ppkukm", "31.73.05");
    let made = world.post("/api/v1/webhooks", &own, &asked()).json();
    let path = format!("/api/v1/webhooks/{}", made["id"].as_str().expect("an id"));
    assert_eq!(world.get(&path, &own).json()["webhook"]["agency"], "ppkukm");
    assert_eq!(world.get(&path, &token).status.as_u16(), 200);
    assert_eq!(world.get(&path, &other).problem().0, 404);
    assert_eq!(world.post(&format!("{path}/pause"), &other, &json!({})).problem().0, 404);
    assert_eq!(world.get(&path, &mentor).problem().0, 403);
    assert_eq!(world.post("/api/v1/webhooks", &mentor, &asked()).problem().0, 403);
    let wrong = |field: &str, value: Value| {
        let mut body = asked();
        body[field] = value;
        world.post("/api/v1/webhooks", &own, &body).wrong()
    };
    for (field, value, code) in [
        ("label", json!(""), "empty"),
        ("address", json!("http://mitra.example/"), "webhook-not-https"),
        ("address", json!("https://10.0.0.8/"), "webhook-private"),
        ("address", json!("mitra"), "webhook-address"),
        ("kinds", json!(["semua"]), "webhook-kind"),
        ("after", json!(99), "position"),
        ("area", json!("31.99"), "region"),
        ("agency", json!("entah"), "agency"),
    ] {
        assert_eq!(wrong(field, value), [(field.to_owned(), code.to_owned())]);
    }
    assert_eq!(wrong("agency", json!("ppapp")), [("area".to_owned(), "outside-scope".to_owned())]);
});
