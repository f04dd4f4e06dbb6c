//! Released reports over the API: what the page shows and the bytes say is what the API answers.
use crate::world::{NIK, OTHER_NIK, World};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use jakpreneur::releases::Digest;
use rules::number::thousands;
use serde_json::json;
use testkit::on_both_engines;

on_both_engines!(page_bytes_and_api_tell_the_same_release, |fresh| {
    let world = World::new(&fresh);
    let admin = world.administrator();
    for nik in [NIK, OTHER_NIK] {
        world.registered(&admin, nik, "ppkukm");
    }
    let key = testkit::id().to_string();
    let body = json!({"kind": "stages", "as_at": "2022-06-01", "title": "Laporan Juni"});
    let headers = [("idempotency-key", key.as_str())];
    let first = world.post_as("/api/v1/releases", &admin, &body, &headers);
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = world.post_as("/api/v1/releases", &admin, &body, &headers);
    assert_eq!((again.status, &again.text), (StatusCode::OK, &first.text));
    let other = json!({"kind": "targets"});
    let reused = world.post_as("/api/v1/releases", &admin, &other, &headers);
    assert_eq!(reused.problem(), (422, "key-reused".to_owned()));

    let release = first.json();
    let text = |field: &str| release[field].as_str().expect("a text").to_owned();
    let (id, number, sha256) = (text("id"), text("number"), text("sha256"));
    let opened = world.get(&format!("/api/v1/releases/{id}"), &admin).json();
    assert_eq!(opened["release"], release);
    let content = world.get(&format!("/api/v1/releases/{id}/content"), &admin);
    assert_eq!(content.json(), opened["report"], "the bytes say what the API says");
    assert_eq!(Digest::of(content.text.as_bytes()).to_string(), sha256);
    let file = world.get(&format!("/rilis/{number}?format=json"), &admin);
    assert_eq!(file.text, content.text, "the file is the exact bytes");

    let page = world.get(&format!("/rilis/{number}"), &admin);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for line in opened["report"]["lines"].as_array().expect("lines") {
        let actual = thousands(line["actual"].as_u64().expect("a number"));
        let (indicator, remark) = (line["indicator"].as_str(), line["remark"].as_str());
        let row = format!(
            "<th role=\"rowheader\" scope=\"row\">{}</th>\
             <td role=\"cell\" data-label=\"Satuan\">orang</td>\
             <td role=\"cell\" class=\"jp-num\" data-label=\"Target\">n/a</td>\
             <td role=\"cell\" class=\"jp-num\" data-label=\"Realisasi\">{actual}</td>\
             <td role=\"cell\" class=\"jp-num\" data-label=\"Capaian (%)\">n/a</td>\
             <td role=\"cell\" data-label=\"Keterangan\">{}</td>",
            indicator.expect("a text"),
            remark.expect("a text")
        );
        assert!(page.text.contains(&row), "{row} is not in {}", page.text);
    }
    let list = world.get("/api/v1/releases", &admin).json();
    assert_eq!((&list["items"], &list["total"]), (&json!([release]), &json!(1)));
    let anybody =
        |path: String| world.send(Request::get(path).body(Body::empty()).expect("a request"));
    let checked = anybody(format!("/cek-rilis/{sha256}"));
    assert!(checked.status == StatusCode::OK && checked.text.contains(&number), "{}", checked.text);
    let unknown = anybody(format!("/cek-rilis/{}", "0".repeat(64)));
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
});

on_both_engines!(what_is_wrong_in_a_release_is_told_by_its_field, |fresh| {
    let world = World::new(&fresh);
    let admin = world.administrator();
    let wrong = |body| world.post("/api/v1/releases", &admin, &body).wrong();
    let is = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
    assert_eq!(wrong(json!({})), is("kind", "empty"));
    assert_eq!(wrong(json!({"kind": "rahasia"})), is("kind", "word"));
    assert_eq!(wrong(json!({"kind": "stages", "area": "99"})), is("area", "region"));
    assert_eq!(wrong(json!({"kind": "stages", "period": "2020"})), is("period", "word"));
    assert_eq!(wrong(json!({"kind": "targets", "sex": "female"})), is("sex", "word"));
    assert_eq!(wrong(json!({"kind": "stages", "known_at": 999})), is("known_at", "position"));
    let restating = json!({"kind": "stages", "restates": "2022-0007", "reason": "salah"});
    assert_eq!(wrong(restating), is("restates", "release-unknown"));
    let executive = world.token("executive", "", "");
    let refused = world.post("/api/v1/releases", &executive, &json!({"kind": "stages"}));
    assert_eq!(refused.problem(), (403, "forbidden".to_owned()));
    let counter = world.token("registration_officer", "ppkukm", "31.73.05");
    let id =
        world.post("/api/v1/releases", &admin, &json!({"kind": "stages"})).json()["id"].clone();
    let path = format!("/api/v1/releases/{}", id.as_str().expect("an id"));
    assert_eq!(world.get(&path, &counter).problem(), (404, "not-found".to_owned()));
});

on_both_engines!(a_figure_from_elsewhere_stands_beside_the_release, |fresh| {
    let world = World::new(&fresh);
    let admin = world.administrator();
    world.registered(&admin, NIK, "ppkukm");
    let release = world.post("/api/v1/releases", &admin, &json!({"kind": "stages"})).json();
    let id = release["id"].as_str().expect("an id");
    let path = format!("/api/v1/releases/{id}/outside");
    let body = json!({"line": "registration", "value": 3, "source": "Kompas, 12 November 2021"});
    let explanation = vec![("explanation".to_owned(), "reason".to_owned())];
    assert_eq!(world.post(&path, &admin, &body).wrong(), explanation);
    let mut told = body.clone();
    told["parts"] = json!([{"reason": "voided", "change": -1}]);
    let differ = vec![("parts".to_owned(), "parts-differ".to_owned())];
    assert_eq!(world.post(&path, &admin, &told).wrong(), differ);
    told["parts"] = json!([{"reason": "voided", "change": -2}]);
    let key = testkit::id().to_string();
    let headers = [("idempotency-key", key.as_str())];
    let entered = world.post_as(&path, &admin, &told, &headers);
    assert_eq!(entered.status, StatusCode::CREATED, "{}", entered.text);
    let again = world.post_as(&path, &admin, &told, &headers);
    assert_eq!((again.status, &again.text), (StatusCode::OK, &entered.text));
    assert_eq!(entered.json()["difference"], json!(-2));
    let opened = world.get(&format!("/api/v1/releases/{id}"), &admin).json();
    assert_eq!(opened["outside"], json!([entered.json()]));
    let executive = world.token("executive", "", "");
    assert_eq!(world.post(&path, &executive, &told).problem(), (403, "forbidden".to_owned()));
    let unknown = format!("/api/v1/releases/{}/outside", testkit::id());
    assert_eq!(world.post(&unknown, &admin, &told).problem(), (404, "not-found".to_owned()));
});
