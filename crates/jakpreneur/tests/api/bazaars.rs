//! Bazaars over the API: announced once, asked for, drawn, told of, counted; each officer within scope.
use crate::world::{NIK, OTHER_NIK, World};
use serde_json::{Value, json};
use testkit::on_both_engines;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000041")];

fn announced(world: &World, by: &str, first_on: &str, closes_on: &str) -> String {
    let body = json!({"title": "Bazar Ramah Keluarga", "area": "31.73.05", "place": "Lapangan",
        "first_on": first_on, "closes_on": closes_on, "tents": 1});
    let made = world.post_as("/api/v1/bazaars", by, &body, &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let again = world.post_as("/api/v1/bazaars", by, &body, &KEY);
    assert_eq!((again.status.as_u16(), again.json()), (200, made.json()));
    made.json()["id"].as_str().expect("an id").to_owned()
}

on_both_engines!(a_bazaar_is_asked_for_once_and_not_drawn_while_one_may_ask, |fresh| {
    let world = World::new(&fresh);
    let head = world.token("kecamatan_head", "ppkukm", "31.73.05");
    let today = world.app.house.today();
    let id = announced(&world, &head, &today.to_string(), &today.to_string());
    let at = format!("/api/v1/bazaars/{id}");
    let member = world.registered(&head, NIK, "ppkukm");
    let asked = world.post(&format!("{at}/stands"), &head, &json!({"member": member}));
    assert_eq!(asked.status.as_u16(), 201, "{}", asked.text);
    let application = asked.json()["application"].as_str().expect("an id").to_owned();
    let again = world.post(&format!("{at}/stands"), &head, &json!({"member": member}));
    assert_eq!(again.problem(), (409, "asked-before".to_owned()));
    let both = json!({"member": member, "outsider": "Tamu"});
    assert_eq!(world.post(&format!("{at}/stands"), &head, &both).status.as_u16(), 422);
    let early = world.post(&format!("{at}/draw"), &head, &json!({}));
    assert_eq!(early.problem(), (409, "still-open".to_owned()));
    let told = json!({"application": application, "attended": true, "sold": 100_000});
    let told = world.post(&format!("{at}/sales"), &head, &told);
    assert_eq!(told.problem(), (409, "no-stand".to_owned()), "nothing is drawn yet");
    let stands = world.get(&format!("{at}/stands"), &head).json();
    assert_eq!(stands["items"][0]["application"], application.as_str());
    assert!(!stands.to_string().contains("Siti") && !stands.to_string().contains(&member));
    let left = world.post(&format!("{at}/stands/{application}/give-up"), &head, &json!({}));
    assert_eq!(left.status.as_u16(), 200, "{}", left.text);
    let off = world.post(&format!("{at}/call-off"), &head, &json!({"reason": "hujan"}));
    assert_eq!(off.status.as_u16(), 200, "{}", off.text);
    assert_eq!(world.get(&at, &head).json()["called_off"], "hujan");
});

on_both_engines!(
    on_the_network_everybody_takes_part_and_sales_are_the_marketing_service,
    |fresh| {
        let world = World::new(&fresh);
        let head = world.token("kecamatan_head", "ppkukm", "31.73.05");
        let far = world.token("kecamatan_head", "ppkukm", "31.74.01");
        let today = world.app.house.today().to_string();
        let body = json!({"title": "Bazar daring", "kind": "online", "area": "31.73.05",
        "place": "https://bazar.example", "first_on": today, "closes_on": today});
        let made = world.post("/api/v1/bazaars", &head, &body).json();
        let at = format!("/api/v1/bazaars/{}", made["id"].as_str().expect("an id"));
        let sold = |nik: &str, body: Value| {
            let member = world.registered(&head, nik, "ppkukm");
            let asked =
                world.post(&format!("{at}/stands"), &head, &json!({"member": member})).json();
            let mut told = body;
            told["application"] = asked["application"].clone();
            world.post(&format!("{at}/sales"), &head, &told)
        };
        let one = sold(NIK, json!({"attended": true, "sold": 250_000}));
        assert_eq!(one.status.as_u16(), 200, "{}", one.text);
        assert!(one.json()["service"].is_string(), "{}", one.text);
        let other = sold(OTHER_NIK, json!({"attended": true}));
        assert_eq!(other.json()["service"], Value::Null, "nothing told is not sold");
        let sums = world.get(&format!("{at}/sales"), &head).json();
        assert_eq!(sums, json!({"sellers": 2, "came": 2, "told": 1, "turnover": 250_000}));
        assert_eq!(world.get(&format!("{at}/sales"), &far).status.as_u16(), 403);
    }
);
