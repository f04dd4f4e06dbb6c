//! Open data over the API and the pages: for anybody, with metadata, without small numbers.
use crate::world::World;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::Value;
use testkit::on_both_engines;

on_both_engines!(anybody_reads_the_tables_with_what_must_be_known_to_read_them, |fresh| {
    let world = World::new(&fresh);
    let anybody =
        |path: &str| world.send(Request::get(path).body(Body::empty()).expect("a request"));
    let catalogue = anybody("/api/v1/open-data").json();
    let tables = catalogue["tables"].as_array().expect("tables").clone();
    assert_eq!(tables.len(), 4);
    for entry in tables {
        let told = &entry["metadata"];
        for field in ["title", "concept", "unit", "formula", "source", "licence", "as_at"] {
            assert!(told[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {told}");
        }
        let json = anybody(entry["json"].as_str().expect("an address")).json();
        assert_eq!((&json["table"], &json["metadata"]), (&entry["table"], told));
        let rows = json["rows"].as_array().expect("rows");
        let cells = rows.iter().flat_map(|row| row["cells"].as_array().expect("cells"));
        assert!(cells.clone().count() > 7);
        assert!(cells.into_iter().all(|cell| cell["persons"] == Value::Null), "nobody is few");
        let csv = anybody(entry["csv"].as_str().expect("an address"));
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        assert!(csv.header("link").contains("rel=\"describedby\""));
        assert_eq!(csv.text.lines().count(), 1 + 7 * rows.len(), "{}", csv.text);
        let page = format!("/data-terbuka/{}", entry["table"].as_str().expect("a word"));
        let page = anybody(&page);
        assert!(page.status == StatusCode::OK && page.text.contains("tidak ditampilkan"));
    }
    assert_eq!(anybody("/data-terbuka").status, StatusCode::OK);
    assert_eq!(anybody("/data-terbuka/rahasia").status, StatusCode::NOT_FOUND);
    let unknown = anybody("/api/v1/open-data/rahasia");
    assert_eq!(unknown.problem(), (404, "not-found".to_owned()));
    let wrong = anybody("/api/v1/open-data/stages-by-sex?format=doc").wrong();
    assert_eq!(wrong, [("format".to_owned(), "word".to_owned())]);
});
