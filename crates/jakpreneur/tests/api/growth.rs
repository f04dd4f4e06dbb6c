//! Months of a business over the API.
use crate::world::{NIK, World};
use serde_json::json;
use testkit::on_both_engines;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-00000000000b")];

on_both_engines!(a_month_is_told_once_listed_and_taken_back, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let path = format!("/api/v1/members/{member}/measurements");
    let workers = json!({"women_paid": 1, "men_unpaid": 1});
    let body =
        json!({"month": "2022-04", "turnover": 2_000_000, "workers": workers, "source": "books"});
    let made = world.post_as(&path, &token, &body, &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    assert_eq!(made.json()["is_baseline"], true);
    let again = world.post_as(&path, &token, &body, &KEY);
    assert_eq!((again.status.as_u16(), &again.text), (200, &made.text), "a key is for one act");
    assert_eq!(world.post(&path, &token, &body).problem(), (409, "unchanged".to_owned()));
    let odd = json!({"month": "2022-05", "turnover": 20_000_000, "source": "told"});
    let said = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    let wrong = world.post(&path, &token, &odd).wrong();
    assert_eq!(wrong, [said("turnover", "odd"), said("confirmed", "unconfirmed")]);
    let listed = world.get(&path, &token).json();
    assert_eq!(listed["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["items"][0]["workers"]["women_paid"], 1);
    assert!(listed["items"][0]["assets"].is_null(), "what is not told is missing, not zero");
    let void = json!({"month": "2022-04", "reason": "usaha orang lain"});
    let gone = world.post(&format!("{path}/void"), &token, &void);
    assert_eq!(gone.status.as_u16(), 200, "{}", gone.text);
    assert_eq!(world.get(&path, &token).json()["items"], json!([]));
});

on_both_engines!(growth_is_counted_and_every_number_has_its_list, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let path = format!("/api/v1/members/{member}/measurements");
    for (month, turnover) in [("2022-01", 5_000_000), ("2022-05", 9_000_000)] {
        let body = json!({"month": month, "turnover": turnover, "source": "told"});
        assert_eq!(world.post(&path, &token, &body).status.as_u16(), 201);
    }
    let answer = world.get("/api/v1/figures/growth?by=area:kecamatan,year", &token).json();
    assert_eq!(answer["total"]["rose"], 1);
    assert_eq!(answer["total"]["indicators"]["assets"]["unknown"], 1);
    assert_eq!(answer["groups"][0]["key"][0]["dimension"], "area:kecamatan");
    assert_eq!(answer["groups"][0]["numbers"]["rose"], 1);
    let list = world.get("/api/v1/figures/growth/members?measure=turnover_rose", &token).json();
    assert_eq!(list["total"], 1);
    assert_eq!(list["items"][0]["member"]["id"], json!(member));
    let strict = world.get("/api/v1/figures/growth?definition=class", &token).json();
    assert_eq!(strict["law"], "PP 7/2021");
    assert_eq!(strict["total"]["unknown"], 1, "no year is known");
    let higher = world.get("/api/v1/figures/growth?threshold=81&indicators=turnover", &token);
    assert_eq!(higher.json()["total"]["stayed"], 1);
    let said = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    for (query, wrong) in [
        ("by=umur", said("by", "word")),
        ("threshold=banyak", said("threshold", "number")),
        ("known_at=999999", said("known_at", "position")),
        ("definition=lain", said("definition", "word")),
    ] {
        let answer = world.get(&format!("/api/v1/figures/growth?{query}"), &token);
        assert_eq!(answer.wrong(), wrong, "{query}");
    }
    let elsewhere = world.token("city_office", "ppkukm", "31.74");
    let nobody = world.get("/api/v1/figures/growth", &elsewhere).json();
    assert_eq!(nobody["total"]["businesses"], 0, "outside the scope");
});

on_both_engines!(needs_are_assessed_once_under_a_key_and_advise, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let member = world.registered(&token, NIK, "ppkukm");
    let body = json!({"member": member, "assessed_on": "2022-06-01",
        "answers": {"permit": "no", "chat": "yes", "social": "unknown"}});
    let made = world.post_as("/api/v1/assessments", &token, &body, &KEY);
    assert_eq!(made.status.as_u16(), 201, "{}", made.text);
    let again = world.post_as("/api/v1/assessments", &token, &body, &KEY);
    assert_eq!((again.status.as_u16(), &again.text), (200, &made.text), "a key is for one act");
    let list = world.get(&format!("/api/v1/assessments?member={member}"), &token).json();
    assert_eq!(list["items"][0]["answers"]["chat"], "yes");
    assert_eq!(list["advice"][0]["stage"], "licensing");
    assert_eq!(list["advice"][0]["because"], json!(["permit"]));
    assert_eq!(list["changes"], json!([]), "nothing to compare with");
    let questions = world.get("/api/v1/assessment-questions", &token).json();
    assert_eq!(questions["items"].as_array().map(Vec::len), Some(36));
    let strange = json!({"member": member, "answers": {"shoe_size": "yes"}});
    let wrong = world.post("/api/v1/assessments", &token, &strange).wrong();
    assert_eq!(wrong, [("answers".to_owned(), "word".to_owned())]);
    let elsewhere = world.token("city_office", "ppkukm", "31.74");
    let path = format!("/api/v1/assessments?member={member}");
    assert_eq!(world.get(&path, &elsewhere).status.as_u16(), 404);
    assert_eq!(world.post("/api/v1/assessments", &elsewhere, &body).status.as_u16(), 404);
});
