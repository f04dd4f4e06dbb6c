//! Whatever is sent to a route, its answer is no fault: made-up addresses, headers, forms, files and JSON.
use super::world::{NIK, World, registration};
use axum::{
    body::Body,
    http::{HeaderValue, Request, header::HeaderName, request::Builder},
};
use proptest::{
    collection::vec,
    option,
    prelude::*,
    sample::{Index, select},
    test_runner::{Config, TestRunner},
};
use serde_json::{Value, json};
use testkit::on_both_engines;

/// Addresses that read something from themselves; `{}` is an id.
const LOOKS: [&str; 20] = [
    "/",
    "/api/v1/figures/stages",
    "/api/v1/members",
    "/api/v1/members/{}",
    "/api/v1/members/{}/timeline",
    "/api/v1/changes",
    "/api/v1/classes",
    "/api/v1/imports",
    "/api/v1/imports/{}/rejects",
    "/angka/tahap",
    "/angka/pelatihan",
    "/angka/pelatihan/orang",
    "/orang",
    "/orang/cari",
    "/masuk",
    "/impor/{}",
    "/warga/{}",
    "/loket-kerja/daftar",
    "/loket-kerja/ganda",
    "/aset/{}",
];

/// Forms of pages.
const FORMS: [&str; 9] = [
    "/loket-kerja/daftar",
    "/loket-kerja/periksa",
    "/loket-kerja/ganda",
    "/orang/cari",
    "/akun",
    "/token",
    "/bahasa",
    "/warga/{}/layanan",
    "/layanan/{}/batal",
];

const NAMES: [&str; 36] = [
    "as_at",
    "known_at",
    "area",
    "agency",
    "sex",
    "track",
    "business_type",
    "channel",
    "scheme",
    "registered_from",
    "registered_to",
    "by",
    "q",
    "stage",
    "measure",
    "limit",
    "after",
    "mentor",
    "map",
    "cetak",
    "next",
    "tersimpan",
    "nik",
    "name",
    "phone",
    "birth_date",
    "kelurahan",
    "kecamatan",
    "occurred_on",
    "reason",
    "note",
    "role",
    "password",
    "act_id",
    "csrf",
    "lang",
];

const VALUES: [&str; 22] = [
    "",
    "0",
    "-1",
    "9223372036854775808",
    "1e309",
    "NaN",
    "31.73",
    "31.73.05.1001",
    "ppkukm",
    "training",
    "reached",
    "2022-02-30",
    "9999-12-31",
    "29 Februari 2021",
    NIK,
    "JP317305-0000001-7",
    "area:city,area:city",
    "%",
    "%00",
    "%F0%28%8C%28",
    "../../etc/passwd",
    "<script>'\"--",
];

const HEADERS: [&str; 10] = [
    "idempotency-key",
    "authorization",
    "cookie",
    "accept",
    "accept-language",
    "range",
    "if-none-match",
    "content-type",
    "x-csrf-token",
    "accept-encoding",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![select(&VALUES[..]).prop_map(str::to_owned), "\\PC{0,24}", "[ -~]{0,200}"]
}

fn pairs() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    vec((select(&NAMES[..]), text()), 0..6)
}

fn headers() -> impl Strategy<Value = Vec<(&'static str, Vec<u8>)>> {
    vec((select(&HEADERS[..]), vec(any::<u8>(), 0..40)), 0..3)
}

fn with_headers(mut request: Builder, headers: &[(&'static str, Vec<u8>)]) -> Builder {
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            request = request.header(HeaderName::from_static(name), value);
        }
    }
    request
}

fn encoded(pairs: &[(&str, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// As many cases as `PROPTEST_CASES` says, 256 when it says nothing.
fn each<S: Strategy>(strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(strategy, test).expect("no fault");
}

/// Nothing that may be sent is a fault of the programme.
fn no_fault(world: &World, request: Builder, body: impl Into<Body>) -> Result<(), TestCaseError> {
    // What is no request never comes as far as the programme.
    let Ok(request) = request.body(body.into()) else { return Ok(()) };
    let asked = format!("{request:?}");
    let answer = world.send(request);
    prop_assert!(!answer.status.is_server_error(), "{asked}: {} {}", answer.status, answer.text);
    Ok(())
}

on_both_engines!(no_address_and_no_header_is_a_fault, |fresh| {
    let world = World::new(&fresh);
    let bearer = format!("Bearer {}", world.administrator());
    let (cookie, _) = world.session("administrator--");
    let cases = (select(&LOOKS[..]), text(), pairs(), option::of("[!-~]{0,40}"), headers());
    each(&cases, |(path, id, pairs, raw, headers)| {
        let id = encoded(&[("", id)]).split_off(1);
        let query = raw.unwrap_or_else(|| encoded(&pairs));
        let address = format!("{}?{query}", path.replace("{}", &id));
        let known = if path.starts_with("/api") {
            Request::get(address).header("authorization", &bearer)
        } else {
            Request::get(address).header("cookie", &cookie)
        };
        no_fault(&world, with_headers(known, &headers), Body::empty())
    });
});

on_both_engines!(no_form_is_a_fault, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (cookie, csrf) = world.session("administrator--");
    let id = world.registered(&token, NIK, "ppkukm");
    let cases = (select(&FORMS[..]), pairs(), option::of(vec(any::<u8>(), 0..80)), headers());
    each(&cases, |(path, mut pairs, raw, headers)| {
        pairs.push(("csrf", csrf.clone()));
        let request = Request::post(path.replace("{}", &id)).header("cookie", &cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let body = raw.unwrap_or_else(|| encoded(&pairs).into_bytes());
        no_fault(&world, with_headers(request, &headers), body)
    });
});

on_both_engines!(no_json_is_a_fault, |fresh| {
    let world = World::new(&fresh);
    let bearer = format!("Bearer {}", world.administrator());
    let strange = prop_oneof![
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        vec(text(), 0..4).prop_map(Value::from),
        text().prop_map(|name| json!({ name: {} })),
    ];
    let paths: &'static [&str] =
        &["members", "members/check", "members/lookup", "classes", "imports"];
    let cases = (select(paths), vec((any::<Index>(), strange), 0..4), text(), headers());
    each(&cases, |(path, changes, added, headers)| {
        let mut body = registration(NIK, "ppkukm");
        let Some(fields) = body.as_object_mut() else { return Ok(()) };
        for (field, value) in changes {
            let name = fields.keys().nth(field.index(fields.len())).cloned();
            fields.insert(name.unwrap_or_else(|| added.clone()), value);
        }
        let request = Request::post(format!("/api/v1/{path}"));
        let request = request.header("authorization", &bearer);
        let request = request.header("content-type", "application/json");
        no_fault(&world, with_headers(request, &headers), body.to_string())
    });
});

on_both_engines!(no_upload_is_a_fault, |fresh| {
    let world = World::new(&fresh);
    let bearer = format!("Bearer {}", world.administrator());
    let names: &'static [&str] =
        &["kind", "file", "dry_run", "agency", "scheme", "file\"; filename=\"x.csv"];
    let part = (select(names), vec(any::<u8>(), 0..60), option::of(text()));
    let cases = (vec(part, 0..5), any::<Index>(), option::of(any::<u8>()), headers());
    each(&cases, |(parts, cut, changed, headers)| {
        let mut body = Vec::new();
        for (name, content, said) in parts {
            body.extend(
                format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").bytes(),
            );
            body.extend(said.map_or(content, String::into_bytes));
            body.extend(b"\r\n");
        }
        body.extend(b"--X--\r\n");
        match (changed, cut.index(body.len())) {
            (Some(byte), at) => body[at] = byte,
            (None, at) if at % 3 == 0 => body.truncate(at),
            (None, _) => {}
        }
        let request = Request::post("/api/v1/imports").header("authorization", &bearer);
        let request = request.header("content-type", "multipart/form-data; boundary=X");
        no_fault(&world, with_headers(request, &headers), body)
    });
});
