//! A page from the network: http and https, redirects followed by hand, bounded in size and time.
//!
//! The only code of postil that opens a socket. It runs for addresses that a person typed and for nothing else: no
//! picture, style or script of a page is fetched.

use std::io::Read as _;
use std::time::{Duration, Instant};

use thiserror::Error;
use ureq::http::StatusCode;
use ureq::http::header::{CONTENT_TYPE, LOCATION};
use url::Url;

use super::read::LARGEST;

/// Most redirects; browsers follow 20, but what needs more than a few is a login or a loop.
const REDIRECTS: usize = 5;

/// How much a page may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Until the server is reached.
    pub(super) connect: Duration,
    /// For everything, redirects included.
    pub(super) whole: Duration,
    /// Bytes, unpacked.
    pub(super) bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), whole: Duration::from_secs(30), bytes: LARGEST }
    }
}

/// What came.
#[derive(Debug)]
pub(super) struct Page {
    /// Its bytes, unpacked.
    pub(super) bytes: Vec<u8>,
    /// The address that gave them, after redirects.
    pub(super) address: String,
    /// A file's name whose ending stands for what the server says it is.
    pub(super) hint: &'static str,
}

/// Why nothing came.
#[derive(Debug, Error)]
pub(super) enum NotFetched {
    #[error("`{0}` is no address: write it as https://example.org/page.html")]
    NoAddress(String),
    #[error("only http and https addresses are read, not {0}")]
    Scheme(String),
    #[error("the server says {0}: look at the address in a browser, save the page and import the file")]
    Status(StatusCode),
    #[error("it is redirected more than {REDIRECTS} times: look at the address in a browser")]
    Loop,
    #[error("it is redirected to nowhere: the server gives no address that can be read")]
    Nowhere,
    #[error(
        "it is redirected from https to http ({0}), where anybody on the way could change it: import that address if you want it"
    )]
    Downgrade(String),
    #[error("it is larger than {} MiB", .0 / 1024 / 1024)]
    TooLarge(u64),
    #[error("the server could not be reached within {} s", .0.as_secs())]
    NoConnection(Duration),
    #[error("it did not come within {} s", .0.as_secs())]
    Slow(Duration),
    #[error("there is no host of this name: {0}")]
    NoHost(String),
    #[error("the connection failed: {0}")]
    Broken(String),
}

/// Fetches a page; `trail` gets a line for each redirect, also when it fails in the end.
pub(super) fn fetch(address: &str, limits: Limits, trail: &mut Vec<String>) -> Result<Page, NotFetched> {
    let until = Instant::now() + limits.whole;
    let mut url = web(Url::parse(address).map_err(|_| NotFetched::NoAddress(address.to_owned()))?)?;
    for _ in 0..=REDIRECTS {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(NotFetched::Slow(limits.whole));
        }
        let mut response = get(&url, left, limits)?;
        let status = response.status();
        if status.is_redirection() {
            let next = next(&url, response.headers().get(LOCATION).and_then(|to| to.to_str().ok()))?;
            trail.push(format!("{url} → {next} ({})", status.as_u16()));
            url = next;
            continue;
        }
        if !status.is_success() {
            return Err(NotFetched::Status(status));
        }
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).map(hint);
        let mut bytes = Vec::new();
        let body = response.body_mut().as_reader();
        body.take(limits.bytes + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| told(ureq::Error::from(error), &url, limits))?;
        if bytes.len() as u64 > limits.bytes {
            return Err(NotFetched::TooLarge(limits.bytes));
        }
        return Ok(Page { bytes, address: url.into(), hint: kind.unwrap_or("") });
    }
    Err(NotFetched::Loop)
}

fn get(url: &Url, left: Duration, limits: Limits) -> Result<ureq::http::Response<ureq::Body>, NotFetched> {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_connect(Some(limits.connect.min(left)))
        .timeout_global(Some(left))
        .user_agent(concat!("postil/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5")
        .build();
    ureq::Agent::new_with_config(config).get(url.as_str()).call().map_err(|error| told(error, url, limits))
}

/// The address without the part behind `#`, which no server sees, if it is one that is read.
fn web(mut url: Url) -> Result<Url, NotFetched> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(NotFetched::Scheme(url.scheme().to_owned()));
    }
    url.set_fragment(None);
    Ok(url)
}

fn next(from: &Url, to: Option<&str>) -> Result<Url, NotFetched> {
    let to = web(to.and_then(|to| from.join(to).ok()).ok_or(NotFetched::Nowhere)?)?;
    if from.scheme() == "https" && to.scheme() == "http" {
        return Err(NotFetched::Downgrade(to.into()));
    }
    Ok(to)
}

fn told(error: ureq::Error, url: &Url, limits: Limits) -> NotFetched {
    match error {
        ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            NotFetched::NoConnection(limits.connect)
        }
        ureq::Error::Timeout(_) => NotFetched::Slow(limits.whole),
        ureq::Error::HostNotFound => NotFetched::NoHost(url.host_str().unwrap_or_default().to_owned()),
        // What the system's resolver says has no kind of its own.
        ureq::Error::Io(error) if error.to_string().contains("lookup address") => {
            NotFetched::NoHost(url.host_str().unwrap_or_default().to_owned())
        }
        ureq::Error::Io(error) => NotFetched::Broken(error.to_string()),
        other => NotFetched::Broken(other.to_string()),
    }
}

/// A name with the ending that a type of content stands for: it counts where the bytes do not tell.
fn hint(kind: &str) -> &'static str {
    match kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" => "page.html",
        "application/rss+xml" | "application/atom+xml" | "application/feed+json" => "page.rss",
        "text/markdown" => "page.md",
        "application/epub+zip" => "page.epub",
        "message/rfc822" | "multipart/related" => "page.eml",
        _ => "",
    }
}

#[cfg(test)]
mod tests;
