//! A browser without a screen: it keeps cookies, follows redirects when told to, and fills in forms.
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use jakpreneur::{App, web};
use std::collections::BTreeMap;
use tokio::runtime::Runtime;
use tower::ServiceExt;

pub struct Browser {
    runtime: Runtime,
    router: Router,
    cookies: BTreeMap<String, String>,
    /// The page that is open.
    pub page: String,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a readable header"))
    }
}

impl Browser {
    pub fn new(app: &App) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let (router, page) = (web::router(app.clone()), String::new());
        Self { runtime, router, cookies: BTreeMap::new(), page }
    }

    /// Opens a page.
    pub fn get(&mut self, path: &str) -> Answer {
        self.request(Request::get(path), Body::empty())
    }

    /// The same, as it goes over the line.
    pub fn weigh(&mut self, path: &str) -> usize {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, "gzip");
        let answer = self.request(request, Body::empty());
        assert_eq!(answer.header("content-encoding"), "gzip", "{path}");
        answer.bytes.len()
    }

    /// Opens a page that must be there.
    pub fn open(&mut self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    /// Chooses the language.
    pub fn speak(&mut self, lang: &str) {
        self.cookies.insert("jp_lang".to_owned(), lang.to_owned());
    }

    /// Sends a form of the open page.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.hidden("csrf"));
        let form = form.extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.request(request, Body::from(form))
    }

    /// Sends a form of the open page with a file.
    pub fn send_file(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &str)) -> Answer {
        let csrf = self.hidden("csrf");
        let part = |about: &str, content: &str| {
            format!("--X\r\nContent-Disposition: form-data; {about}\r\n\r\n{content}\r\n")
        };
        let said = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied());
        let mut parts: Vec<String> =
            said.map(|(name, value)| part(&format!("name=\"{name}\""), value)).collect();
        let (name, content) = file;
        parts.push(part(&format!("name=\"file\"; filename=\"{name}\""), content));
        let body = parts.concat() + "--X--\r\n";
        let kind = "multipart/form-data; boundary=X";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.request(request, Body::from(body))
    }

    /// Sends a form of the open page as a phone does: with a photo, or an empty place for one.
    pub fn send_photo(&mut self, path: &str, fields: &[(&str, &str)], photo: &[u8]) -> Answer {
        let csrf = self.hidden("csrf");
        let mut body = Vec::new();
        for (name, value) in [("csrf", csrf.as_str())].iter().chain(fields) {
            let about = format!("Content-Disposition: form-data; name=\"{name}\"");
            body.extend(format!("--X\r\n{about}\r\n\r\n{value}\r\n").bytes());
        }
        let about = "Content-Disposition: form-data; name=\"photo\"; filename=\"foto.jpg\"";
        body.extend(format!("--X\r\n{about}\r\nContent-Type: image/jpeg\r\n\r\n").bytes());
        body.extend(photo);
        body.extend(b"\r\n--X--\r\n");
        let kind = "multipart/form-data; boundary=X";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.request(request, Body::from(body))
    }

    /// Sends a form and goes where it leads.
    pub fn follow(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.send(path, fields);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
        let next = answer.header("location").to_owned();
        self.open(&next)
    }

    /// Signs in with the password every account of these tests has.
    pub fn sign_in(&mut self, name: &str) {
        self.open("/masuk");
        let sent = [("name", name), ("password", super::world::PASSWORD)];
        assert_eq!(self.send("/masuk", &sent).status, StatusCode::SEE_OTHER, "{name} signs in");
    }

    /// The first value of a hidden field of the open page.
    pub fn hidden(&self, name: &str) -> String {
        let before = format!("name=\"{name}\" value=\"");
        let value = self.page.split_once(&before).map_or("", |(_, rest)| rest);
        value.split_once('"').map_or("", |(value, _)| value).to_owned()
    }

    pub fn request(&mut self, request: axum::http::request::Builder, body: Body) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request.header(header::HOST, "jakpreneur.test");
        let request = request.header(header::COOKIE, cookies.join("; "));
        let request = request.body(body).expect("a request");
        let response =
            self.runtime.block_on(self.router.clone().oneshot(request)).expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        for cookie in headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie");
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            let (name, value) = pair.expect("a name and a value");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let body =
            self.runtime.block_on(response.into_body().collect()).expect("a body").to_bytes();
        let answer = Answer { status, headers, bytes: body.to_vec() };
        if answer.header("content-type").starts_with("text/html") && !answer.bytes.is_empty() {
            self.page = answer.text();
        }
        answer
    }
}

/// What a page has of its own, as [`tidy`] leaves it: its title and all between header and footer.
pub fn own(page: &str) -> String {
    let page = tidy(page);
    let between = |from: &str, to: &str| {
        let (_, rest) = page.split_once(from).expect("a page has it");
        rest.split_once(to).expect("a page ends it").0.to_owned()
    };
    format!("{}\n{}", between("<title>", "</title>"), between("tabindex=\"-1\">", "</main>").trim())
}

/// A page without what changes from run to run or with the stylesheet: for snapshots.
pub fn tidy(page: &str) -> String {
    let page = without(page, "name=\"csrf\" value=\"", "\"");
    let page = page.split("/aset/").enumerate().fold(String::new(), |page, (n, part)| {
        let name = |part: &str| {
            let (stem, rest) = part.split_once('.').expect("a hashed name");
            let (_, rest) = rest.split_once('.').expect("an ending");
            format!("/aset/{stem}.{rest}")
        };
        page + &if n == 0 { part.to_owned() } else { name(part) }
    });
    without_ids(&page)
}

fn without(page: &str, before: &str, after: &str) -> String {
    let mut parts = page.split(before);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| {
        let (_, rest) = part.split_once(after).unwrap_or_default();
        format!("{page}{before}{after}{rest}")
    })
}

fn without_ids(page: &str) -> String {
    let is_id = |text: &str| text.len() == 36 && uuid::Uuid::parse_str(text).is_ok();
    let mut tidied = String::new();
    let mut at = 0;
    while let Some(rest) = page.get(at..) {
        match rest.get(..36) {
            Some(text) if is_id(text) => {
                tidied.push_str("ID");
                at += 36;
            }
            _ => {
                let Some(letter) = rest.chars().next() else { break };
                tidied.push(letter);
                at += letter.len_utf8();
            }
        }
    }
    tidied
}
