//! Request → response: a file of the site, by its exact name in the list of all files. The disk is never asked.

use std::sync::Arc;

use hyper::body::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};

use super::body::Reply;
use super::guard::{self, Refusal};
use super::live;
use super::state::{Now, Ready, State};

const TEXT: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// On every response: nothing is guessed, kept, framed or given to another site's page.
const ALWAYS: [(HeaderName, &str); 4] = [
    (HeaderName::from_static("x-content-type-options"), "nosniff"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-frame-options"), "DENY"),
];

/// The policy of pages that are no page of the site.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// Answers a request.
pub(super) async fn answer<B>(request: &Request<B>, state: &Arc<State>) -> Response<Reply> {
    let mut response = match state.own.admit(request) {
        Err(Refusal { status, why }) => plain(status, why),
        Ok(()) if request.method() != Method::GET && request.method() != Method::HEAD => {
            let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            response
        }
        Ok(()) => found(request, state).await,
    };
    for (name, value) in ALWAYS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

async fn found<B>(request: &Request<B>, state: &Arc<State>) -> Response<Reply> {
    match request.uri().path() {
        "/_postil/live" if request.method() == Method::GET => {
            let query = request.uri().query().unwrap_or_default();
            with_type(StatusCode::OK, "text/event-stream", Reply::Stream(live::stream(query, state)))
        }
        "/_postil/live.js" => with_type(StatusCode::OK, SCRIPT, Reply::Bytes(Bytes::from_static(live::SCRIPT))),
        "/_postil/live.css" => with_type(StatusCode::OK, STYLE, Reply::Bytes(Bytes::from_static(live::STYLE))),
        path => page(&shown(path, state).await),
    }
}

fn page(shown: &Shown) -> Response<Reply> {
    let kind = content_type(&shown.name);
    let body = if kind == HTML { live::watched(&shown.bytes, &shown.seen()) } else { shown.bytes.clone() };
    let mut response = with_type(shown.status, kind, Reply::Bytes(body));
    if shown.origin == Origin::Server {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    }
    response
}

/// What an address shows.
pub(super) struct Shown {
    status: StatusCode,
    /// The name of the file.
    pub(super) name: String,
    bytes: Bytes,
    origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Site,
    /// A page that only says what is wrong.
    Server,
}

impl Shown {
    /// What tells this state of the page from others.
    pub(super) fn seen(&self) -> String {
        let hash = blake3::hash(&self.bytes).to_hex();
        format!("{}-{}", self.status.as_u16(), &hash[..32])
    }
}

/// What `path` shows now; the first reading of the site is waited for.
pub(super) async fn shown(path: &str, state: &State) -> Shown {
    let mut now = state.now.subscribe();
    let now = match now.wait_for(|now| now.ready == Ready::Yes).await {
        Ok(now) => now.clone(),
        Err(_) => Now::default(),
    };
    shown_by(path, &now).await
}

/// What `path` shows where the site is as `now` says.
pub(super) async fn shown_by(path: &str, now: &Now) -> Shown {
    let Some(site) = &now.site else {
        let bytes = live::problem_page("There is no site to show yet", &now.problems);
        return Shown::own(StatusCode::SERVICE_UNAVAILABLE, bytes);
    };
    let name = guard::file(path).unwrap_or_default();
    match site.file(&name).await {
        Some(Ok(bytes)) => Shown { status: StatusCode::OK, name, bytes, origin: Origin::Site },
        Some(Err(why)) => {
            let bytes = live::problem_page("This page can't be made", &why);
            Shown::own(StatusCode::INTERNAL_SERVER_ERROR, bytes)
        }
        None => match site.file("404.html").await {
            Some(Ok(bytes)) => {
                Shown { status: StatusCode::NOT_FOUND, name: "404.html".into(), bytes, origin: Origin::Site }
            }
            _ => Shown::own(StatusCode::NOT_FOUND, live::problem_page("There is no such page", "")),
        },
    }
}

impl Shown {
    fn own(status: StatusCode, bytes: Bytes) -> Self {
        Self { status, name: "problem.html".into(), bytes, origin: Origin::Server }
    }
}

fn plain(status: StatusCode, why: &'static str) -> Response<Reply> {
    with_type(status, TEXT, Reply::Bytes(Bytes::from_static(why.as_bytes())))
}

fn with_type(status: StatusCode, kind: &'static str, body: Reply) -> Response<Reply> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// What a file's ending says it is, as static hosts have it.
fn content_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" => HTML,
        "css" => STYLE,
        "js" => SCRIPT,
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" | "md" => TEXT,
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}
