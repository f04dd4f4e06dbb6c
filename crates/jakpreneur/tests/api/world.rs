//! A programme with its router, and a client that speaks to it.
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use http_body_util::BodyExt;
use jakpreneur::{
    App, Opening,
    journal::Asking,
    staff::{self, AccountForm, Cost},
};
use rules::{ActId, Instant};
use serde_json::{Value, json};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use testkit::Fresh;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// 22 June 2022, noon in Jakarta.
pub const NOW: i64 = 1_655_874_000_000_000;

const PASSWORD: &str = "delapan belas kuda";

pub struct World {
    pub app: App,
    router: Router,
    runtime: Runtime,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).expect("JSON")
    }

    /// The status and the problem's slug.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        let kind = self.json()["type"].as_str().expect("a slug").to_owned();
        (self.status.as_u16(), kind)
    }

    /// Every wrong field with its reason.
    pub fn wrong(&self) -> Vec<(String, String)> {
        let errors = self.json()["errors"].as_array().expect("errors").clone();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        errors.iter().map(|error| (text(&error["field"]), text(&error["code"]))).collect()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a text"))
    }
}

impl World {
    pub fn new(fresh: &Fresh) -> Self {
        let counter = AtomicU64::new(1);
        let app = App::open(Opening {
            address: fresh.address.clone(),
            key: Some(fresh.key()),
            options: db::Options::default(),
            clock: Arc::new(|| Instant(NOW)),
            random: Arc::new(move |bytes| {
                for part in bytes.chunks_mut(8) {
                    let n = counter.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
                    part.copy_from_slice(&n.to_le_bytes()[..part.len()]);
                }
            }),
        })
        .expect("opens");
        app.load_names().expect("names");
        let router = jakpreneur::web::router(app.clone());
        Self { app, router, runtime: Runtime::new().expect("a runtime") }
    }

    /// A token of a new account.
    pub fn token(&self, role: &str, agency: &str, area: &str) -> String {
        let name = format!("{role}-{agency}-{area}").replace('_', "-");
        self.token_of(&AccountForm {
            name,
            role: role.to_owned(),
            agency: agency.to_owned(),
            area: area.to_owned(),
            password: PASSWORD.to_owned(),
        })
    }

    /// The same of an account with a name, everywhere.
    pub fn named_token(&self, name: &str, role: &str) -> String {
        self.token_of(&AccountForm {
            name: name.to_owned(),
            role: role.to_owned(),
            password: PASSWORD.to_owned(),
            ..AccountForm::default()
        })
    }

    fn token_of(&self, form: &AccountForm) -> String {
        let new = form.understand(&self.app.house).expect("an account");
        let (making, asking) = (self.asking(), self.asking());
        self.app
            .change_now(move |tx, house| {
                let hash = new.password.hash(Cost { memory: 8, passes: 1 }, [7; 16])?;
                staff::add(tx, house, &making, &new, &hash)?;
                staff::make_token(tx, house, &asking, &new.name, "").map(|(_, token)| token)
            })
            .expect("a token")
    }

    /// The token of somebody who may do everything everywhere.
    pub fn administrator(&self) -> String {
        self.token("administrator", "", "")
    }

    /// The cookie of a session, and the word that its pages' forms carry.
    pub fn session(&self, name: &str) -> (String, String) {
        let signed_in = self.runtime.block_on(staff::sign_in(&self.app, name, PASSWORD));
        let session = signed_in.expect("signs in");
        let cookie = session.cookie(false);
        let pair = cookie.split(';').next().expect("a pair").to_owned();
        (pair, session.csrf())
    }

    fn asking(&self) -> Asking {
        let officer = self.app.operator();
        Asking {
            officer,
            at: self.app.house.now(),
            act_id: ActId(testkit::id()),
            made_at: None,
            asked: None,
        }
    }

    pub fn send(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let answer = self.router.clone().oneshot(request).await.expect("an answer");
            let (parts, body) = answer.into_parts();
            let bytes = body.collect().await.expect("a body").to_bytes();
            let text = String::from_utf8(bytes.to_vec()).expect("text");
            Answer { status: parts.status, headers: parts.headers, text }
        })
    }

    pub fn get(&self, path: &str, token: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {token}"));
        self.send(request.body(Body::empty()).expect("a request"))
    }

    pub fn post(&self, path: &str, token: &str, body: &Value) -> Answer {
        self.post_as(path, token, body, &[])
    }

    pub fn post_as(
        &self,
        path: &str,
        token: &str,
        body: &Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::post(path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_string())).expect("a request"))
    }

    /// Sends a form with a file.
    pub fn send_file(
        &self,
        path: &str,
        token: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &str),
    ) -> Answer {
        let part = |about: &str, content: &str| {
            format!("--X\r\nContent-Disposition: form-data; {about}\r\n\r\n{content}\r\n")
        };
        let said = fields.iter().map(|(name, value)| part(&format!("name=\"{name}\""), value));
        let file = part(&format!("name=\"file\"; filename=\"{name}\""), content);
        let body = said.chain([file]).collect::<String>() + "--X--\r\n";
        let request = Request::post(path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "multipart/form-data; boundary=X");
        self.send(request.body(Body::from(body)).expect("a request"))
    }

    /// Registers somebody in Kebon Jeruk and gives their record's id.
    pub fn registered(&self, token: &str, nik: &str, agency: &str) -> String {
        let answer = self.post("/api/v1/members", token, &registration(nik, agency));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()["id"].as_str().expect("an id").to_owned()
    }
}

/// A registration with everything that must be there.
pub fn registration(nik: &str, agency: &str) -> Value {
    json!({
        "nik": nik, "name": "Siti Rahmawati", "kelurahan": "Kebon Jeruk", "phone": "0812 0000 0001",
        "business_type": "kuliner", "has_business": false, "agency": agency, "office": "31.73.05",
        "channel": "counter", "registered_on": "2022-01-03", "consent": true
    })
}

pub const NIK: &str = "3173055506900003";
pub const OTHER_NIK: &str = "3173051212880001";
