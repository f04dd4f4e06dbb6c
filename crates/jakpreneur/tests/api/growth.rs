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
