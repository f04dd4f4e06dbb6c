//! The OpenAPI document: complete, kept, and true of every route.
use crate::world::World;
use axum::{body::Body, http::Request};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf};
use testkit::Fresh;

fn document() -> Value {
    serde_json::from_str(jakpreneur::api::document()).expect("JSON")
}

/// Every operation: its path, method and description.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let of = |(path, item): (&String, &Value)| {
        let item = item.as_object().expect("methods").clone();
        item.into_iter().map(|(method, about)| (path.clone(), method, about)).collect::<Vec<_>>()
    };
    paths.iter().flat_map(of).collect()
}

/// A field that may be null is one of two, and described there.
fn is_described(field: &Value) -> bool {
    let either = field["oneOf"].as_array().into_iter().flatten();
    field["description"].is_string() || either.into_iter().any(|one| one["description"].is_string())
}

fn is_open(operation: &Value) -> bool {
    operation["security"] == serde_json::json!([{}])
}

#[test]
fn the_document_is_the_one_that_is_kept() {
    insta::assert_json_snapshot!("openapi", document());
}

#[test]
fn every_route_of_the_contract_is_in_the_document() {
    let paths: BTreeSet<String> = operations(&document())
        .into_iter()
        .map(|(path, method, _)| format!("{} {path}", method.to_uppercase()))
        .collect();
    insta::assert_snapshot!("routes", paths.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_route_is_closed_to_whoever_is_signed_out_unless_the_document_opens_it() {
    let world = World::new(&Fresh::sqlite());
    for (path, method, operation) in operations(&document()) {
        let id = "0190b0f2-0000-7000-8000-000000000001";
        let address = path.replace("{id}", id).replace("{member}", id).replace("{other}", id);
        let request = Request::builder().method(method.to_uppercase().as_str()).uri(address);
        let answer = world.send(request.body(Body::empty()).expect("a request"));
        // What is open answers, also that there is no such thing.
        let is_closed = answer.status.as_u16() == 401;
        assert_eq!(is_closed, !is_open(&operation), "{method} {path}: {}", answer.text);
    }
}

#[test]
fn every_field_and_parameter_is_described_and_no_body_takes_unknown_fields() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    for (name, schema) in schemas {
        let fields = schema["properties"].as_object().into_iter().flatten();
        for (field, about) in fields {
            assert!(is_described(about), "{name}.{field} is not described");
        }
        if name.ends_with("Body") {
            assert_eq!(schema["additionalProperties"], false, "{name} takes unknown fields");
        }
    }
    for (path, method, operation) in operations(&document) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{method} {path}: {parameter}");
        }
        let answers = operation["responses"].as_object().expect("answers");
        for (status, answer) in answers {
            let refused = status.starts_with('4') || status == "500";
            let problem = answer["content"]["application/problem+json"].is_object();
            assert!(!refused || problem, "{method} {path}: {status} is no problem");
        }
    }
}

#[test]
fn the_page_of_the_document_runs_no_script_but_its_own() {
    let world = World::new(&Fresh::sqlite());
    let page = world.get("/api/v1/docs/", "");
    assert!(page.header("content-security-policy").contains("script-src 'self'"));
    for tag in page.text.split("<script").skip(1) {
        assert!(tag.starts_with(" src=\"./"), "<script{tag}");
    }
    assert!(!page.text.contains("<style"));
    let start = world.get("/api/v1/docs/swagger-initializer.js", "");
    assert!(start.text.contains("/api/v1/openapi.json"), "{}", start.text);
}

/// The name in the document of whatever derives `ToSchema` there, by source.
fn schemas(source: &str) -> Vec<String> {
    let mut lines = source.lines();
    let mut names = Vec::new();
    while let Some(line) = lines.next() {
        if !line.contains("derive(") || !line.contains("ToSchema") {
            continue;
        }
        let mut called = None;
        for line in lines.by_ref() {
            if let Some((_, name)) = line.split_once("schema(as = ") {
                called = Some(name.trim_end_matches([')', ']']));
            }
            let named = line.split_once("struct ").or_else(|| line.split_once("enum "));
            if let Some((_, own)) = named.filter(|_| !line.trim_start().starts_with('/')) {
                let end = own.find(|c: char| !c.is_alphanumeric()).unwrap_or(own.len());
                names.push(called.unwrap_or(&own[..end]).to_owned());
                break;
            }
        }
    }
    names
}

#[test]
fn no_two_schemas_share_a_name_and_hide_each_other() {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut names: Vec<String> = Vec::new();
    while let Some(folder) = folders.pop() {
        for inside in fs::read_dir(folder).expect("a folder") {
            let path = inside.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                names.extend(schemas(&fs::read_to_string(path).expect("a source")));
            }
        }
    }
    names.sort();
    assert!(names.len() > 150, "only {} were found", names.len());
    let twice = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]);
    assert_eq!(twice.collect::<Vec<_>>(), Vec::<&String>::new());
}
