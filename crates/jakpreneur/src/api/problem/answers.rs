//! What every route may answer beside its own, for the OpenAPI document.
use std::collections::BTreeMap;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{Content, Header, ObjectBuilder, Ref, RefOr, Response, ResponseBuilder, Type},
};

type Responses = BTreeMap<String, RefOr<Response>>;

/// A problem under a status, with the headers that come with it.
fn problem(
    status: u16,
    about: &str,
    header: Option<(&str, Type, &str)>,
) -> (String, RefOr<Response>) {
    let schema = Ref::from_schema_name(super::ProblemBody::name());
    let content = Content::builder().schema(Some(schema)).build();
    let mut response =
        ResponseBuilder::new().description(about).content("application/problem+json", content);
    if let Some((name, kind, about)) = header {
        let kind = ObjectBuilder::new().schema_type(kind).build();
        let header = Header::builder().schema(Some(kind)).description(Some(about)).build();
        response = response.header(name, header);
    }
    (status.to_string(), response.build().into())
}

const WAIT: Option<(&str, Type, &str)> = Some(("Retry-After", Type::Integer, "Seconds to wait."));

/// What a route that anybody may ask can meet.
pub struct Aloud;
/// What a route that only reads can meet.
pub struct Read;
/// What a route about one record can meet beside.
pub struct Found;
/// What a route that takes a body can meet beside.
pub struct Known;
/// What a route that writes can meet beside.
pub struct Written;

impl IntoResponses for Aloud {
    fn responses() -> Responses {
        [
            problem(422, "`invalid`: a parameter or field is wrong; see `errors`.", None),
            problem(500, "`fault`: something broke; its cause is in the server's log alone.", None),
            problem(503, "`unavailable`: the database cannot be reached now.", WAIT),
        ]
        .into()
    }
}

impl IntoResponses for Read {
    fn responses() -> Responses {
        let mut all = Aloud::responses();
        let how = Some(("WWW-Authenticate", Type::String, "`Bearer`."));
        all.extend([
            problem(401, "`signed-out`: no token, or one that is not valid.", how),
            problem(
                403,
                "`forbidden`: the role may not do this. `forged`: a session's write without `X-CSRF-Token`.",
                None,
            ),
        ]);
        all
    }
}

impl IntoResponses for Found {
    fn responses() -> Responses {
        let about = "`not-found`: there is no such record, or it is outside the caller's scope.";
        [problem(404, about, None)].into()
    }
}

impl IntoResponses for Known {
    fn responses() -> Responses {
        [
            problem(
                400,
                "`not-json`: the body is not JSON. `idempotency-key`: the key is no UUID.",
                None,
            ),
            problem(413, "`too-large`: the body is larger than 64 KB; a file, than 200 MB.", None),
            problem(415, "`media-type`: the body is not of the kind documented here.", None),
        ]
        .into()
    }
}

impl IntoResponses for Written {
    fn responses() -> Responses {
        let mut all = Known::responses();
        let about = "`invalid`: fields are wrong; see `errors`. `key-reused`: the idempotency key was used for \
                     another request.";
        all.extend([
            problem(422, about, None),
            problem(507, "`disk-full`: there is no room; nothing was recorded.", None),
        ]);
        all
    }
}
