//! A form that was sent: its fields, checked to be ours.
use super::Visit;
use crate::{App, Problem, journal::Asking, staff::Officer};
use axum::{
    body::to_bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::header,
};
use rules::ActId;
use std::{fmt::Write as _, sync::Arc};
use uuid::Uuid;

/// No form of ours is larger.
const LARGEST: usize = 64 * 1024;

/// The fields of a form, in the order they were sent.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl FromIterator<(&'static str, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (&'static str, String)>>(fields: I) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}

impl Fields {
    /// Reads `a=1&b=2`.
    pub fn parse(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body);
        Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// The field's value, trimmed; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.exact(name).trim()
    }

    /// The field's value with its spaces, for passwords.
    pub fn exact(&self, name: &str) -> &str {
        let sent = self.0.iter().find(|(field, _)| field == name);
        sent.map_or("", |(_, value)| value.as_str())
    }

    /// The field's value where it holds something.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|value| !value.is_empty()).map(str::to_owned)
    }

    /// Gives a field a value where nothing was sent.
    pub fn fill(&mut self, name: &str, value: &str) {
        if !self.0.iter().any(|(field, _)| field == name) {
            self.0.push((name.to_owned(), value.to_owned()));
        }
    }

    /// Every value of a field that may come several times.
    pub fn all(&self, name: &str) -> Vec<String> {
        let sent = self.0.iter().filter(|(field, _)| field == name);
        sent.map(|(_, value)| value.clone()).collect()
    }

    /// Whether a box was ticked or a yes chosen.
    pub fn yes(&self, name: &str) -> bool {
        matches!(self.get(name), "true" | "on" | "ya" | "1")
    }

    /// What was asked, without what only proves that the form is ours.
    fn digest(&self, path: &str) -> [u8; 32] {
        let mut text = String::new();
        for (name, value) in self.0.iter().filter(|(name, _)| name != "csrf" && name != "act_id") {
            // Writing to a string cannot fail.
            let _ = write!(text, "{}:{name}={}:{value};", name.len(), value.len());
        }
        Asking::digest(path, text.as_bytes())
    }
}

/// A form sent by somebody who is signed in, from a page of ours.
pub struct Posted {
    /// Who sent it.
    pub visit: Visit,
    /// What was sent.
    pub fields: Fields,
}

impl FromRequest<App> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
            return Err(Problem::Forged);
        }
        let body = to_bytes(body, LARGEST).await.map_err(|_| Problem::TooLarge)?;
        let fields = Fields::parse(&body);
        let token = parts.headers.get("x-csrf-token").and_then(|token| token.to_str().ok());
        visit.check_form(token.unwrap_or_else(|| fields.get("csrf")), &parts.headers)?;
        Ok(Self { visit, fields })
    }
}

impl Posted {
    /// The act this form asks for. Sent twice, it happens once.
    pub fn asking(&self, app: &App) -> Result<Asking, Problem> {
        Ok(self.asked_by(app, self.visit.officer()?))
    }

    /// The same, asked by somebody else than the officer who is signed in.
    pub fn asked_by(&self, app: &App, officer: Arc<Officer>) -> Asking {
        let sent: Option<Uuid> = self.fields.get("act_id").parse().ok();
        Asking {
            officer,
            at: app.house.now(),
            made_at: None,
            act_id: ActId(sent.unwrap_or_else(|| app.house.new_id())),
            asked: sent.map(|_| self.fields.digest(&self.visit.path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_forgets_the_token_and_nothing_else() {
        let digest = |body: &str| Fields::parse(body.as_bytes()).digest("/x");
        assert_eq!(digest("a=1&csrf=q&act_id=7"), digest("a=1"));
        assert_ne!(digest("a=1&b=2"), digest("a=12&b="));
        assert_ne!(digest("a=1"), Fields::parse(b"a=1").digest("/y"));
    }
}
