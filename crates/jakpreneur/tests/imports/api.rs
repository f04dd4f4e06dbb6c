//! Files sent over HTTP.
use super::setup::*;
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use jakpreneur::{App, journal::Asking, staff};
use rules::{ActId, Role};
use serde_json::Value;
use std::fmt::Write as _;
use testkit::Fresh;
use tower::ServiceExt;

struct Client {
    router: Router,
    token: String,
}

impl Client {
    fn new(app: &App, name: &str, role: Role, area: Option<&str>) -> Self {
        officer(app, name, role, "ppapp", area);
        let (asking, name) = (asking(app), name.to_owned());
        let made =
            app.change_now(move |tx, house| staff::make_token(tx, house, &asking, &name, ""));
        Self { router: jakpreneur::api::routes(app.clone()), token: made.expect("a token").1 }
    }

    async fn ask(&self, mut request: Request<Body>) -> (StatusCode, Vec<u8>) {
        let bearer = format!("Bearer {}", self.token).parse().expect("a header");
        request.headers_mut().insert(header::AUTHORIZATION, bearer);
        let answer = self.router.clone().oneshot(request).await.expect("answers");
        let status = answer.status();
        (status, answer.into_body().collect().await.expect("a body").to_bytes().to_vec())
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let (status, body) =
            self.ask(Request::get(path).body(Body::empty()).expect("a request")).await;
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    async fn send(
        &self,
        fields: &[(&str, &str)],
        file: &str,
        key: Option<&str>,
    ) -> (StatusCode, Value) {
        let mut body = String::new();
        for (name, value) in fields {
            let _ = write!(
                body,
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        let _ = write!(
            body,
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"peserta.csv\"\r\n\r\n{file}\r\n--x--\r\n"
        );
        let mut request = Request::post("/api/v1/imports")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        let (status, body) = self.ask(request.body(Body::from(body)).expect("a request")).await;
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// The file once it is over.
    async fn over(&self, id: &str) -> Value {
        loop {
            let (status, job) = self.get(&format!("/api/v1/imports/{id}")).await;
            assert_eq!(status, StatusCode::OK);
            if !job["ended_at"].is_null() {
                return job;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
}

fn asking(app: &App) -> Asking {
    Asking {
        officer: app.operator(),
        at: app.house.now(),
        act_id: ActId(testkit::id()),
        asked: None,
        made_at: None,
    }
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

#[test]
fn a_file_is_sent_followed_and_its_refused_rows_taken_back() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let client = Client::new(&app, "petugas", Role::RegistrationOfficer, Some("31.73.05"));
    let other = Client::new(&app, "selatan", Role::CityOffice, Some("31.74"));
    wait(async {
        let file = lines(
            "NIK,Nama,Kelurahan,Tanggal Daftar,Warna",
            people(1, 3).map(|row| row + ",merah"),
        );
        let file = file + "1,2,3,4,5\n";
        let key = testkit::id().to_string();
        let (status, job) = client.send(&[("kind", "members")], &file, Some(&key)).await;
        assert_eq!((status, &job["state"]), (StatusCode::ACCEPTED, &"waiting".into()), "{job}");
        let id = job["id"].as_str().expect("an id").to_owned();
        let done = client.over(&id).await;
        assert_eq!(done["state"], "done");
        assert_eq!(
            done["counts"],
            serde_json::json!({"new": 3, "existing": 0, "possible_duplicate": 0, "rejected": 1})
        );
        assert_eq!(done["unknown_columns"], serde_json::json!(["Warna"]));

        let (status, back) = client
            .ask(
                Request::get(format!("/api/v1/imports/{id}/rejects"))
                    .body(Body::empty())
                    .expect("a request"),
            )
            .await;
        let back = String::from_utf8(back).expect("text");
        assert_eq!(status, StatusCode::OK);
        assert!(
            back.starts_with("NIK,Nama,Kelurahan,Tanggal Daftar,Warna,Alasan\n1,2,3,4,5,"),
            "{back}"
        );

        let (status, again) = client.send(&[("kind", "members")], &file, Some(&key)).await;
        assert_eq!((status, &again["id"]), (StatusCode::OK, &id.as_str().into()));
        let (status, _) = client.send(&[("kind", "services")], &file, Some(&key)).await;
        assert_eq!(
            status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "the key was used for another request"
        );

        let (status, list) = client.get("/api/v1/imports?limit=1").await;
        assert_eq!(
            (status, &list["total"], &list["next"]),
            (StatusCode::OK, &1.into(), &Value::Null)
        );
        let (status, _) = other.get(&format!("/api/v1/imports/{id}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_dry_run_records_nothing_and_a_bad_file_says_why() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let client = Client::new(&app, "petugas", Role::RegistrationOfficer, Some("31.73.05"));
    let before = entries(&app);
    wait(async {
        let file = lines(HEADER, people(1, 3));
        let (_, job) = client.send(&[("kind", "members"), ("dry_run", "true")], &file, None).await;
        let done = client.over(job["id"].as_str().expect("an id")).await;
        assert_eq!(done["counts"]["new"], 3);
        assert_eq!(entries(&app), before);

        let (_, job) = client.send(&[("kind", "members")], "Nama\nSiti\n", None).await;
        let failed = client.over(job["id"].as_str().expect("an id")).await;
        assert_eq!(failed["state"], "failed");
        assert_eq!(failed["failure"]["code"], "column-missing");
        assert_eq!(failed["failure"]["message"], "Kolom NIK tidak ada dalam berkas");
    });
}

#[test]
fn what_is_no_request_of_ours_is_refused() {
    let fresh = Fresh::sqlite();
    let app = open(&fresh);
    let client = Client::new(&app, "petugas", Role::RegistrationOfficer, Some("31.73.05"));
    let mentor = Client::new(&app, "pendamping", Role::Mentor, Some("31.73.05"));
    wait(async {
        for fields in [
            &[][..],
            &[("kind", "people")],
            &[("kind", "members"), ("dry_run", "maybe")],
            &[("kind", "members"), ("dry_run", "")],
            &[("kind", "members"), ("agency", "sosial")],
            &[("kind", "services"), ("scheme", "P2")],
        ] {
            let (status, _) = client.send(fields, "NIK", None).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        let (status, _) = client.send(&[("kind", "members")], "", None).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "an empty file");
        let (status, _) = mentor.send(&[("kind", "members")], "NIK", None).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        let signed_out = Request::get("/api/v1/imports").body(Body::empty()).expect("a request");
        let answer = client.router.clone().oneshot(signed_out).await.expect("answers");
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
        let large = "x".repeat(5_000_000);
        let (status, job) = client.send(&[("kind", "members")], &large, None).await;
        assert_eq!(status, StatusCode::ACCEPTED, "larger than the usual body limit");
        client.over(job["id"].as_str().expect("an id")).await;
    });
}
