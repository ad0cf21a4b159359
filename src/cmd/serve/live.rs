//! What keeps an open page fresh: a script in it, and a stream of events (Server-Sent Events, whatwg.org) that tells
//! it when the page is another one and what is wrong with the newest state of the site.
//!
//! The page says itself which state of it is open (`seen`), so that a page that slept, or met another run of the
//! server, misses nothing.

use std::sync::Arc;
use std::time::Duration;

use hyper::body::Bytes;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use url::form_urlencoded;

use super::answer::shown_by;
use super::guard;
use super::state::{Ready, State};

/// The script in each page.
pub(super) const SCRIPT: &[u8] = include_bytes!("live.js");

/// The look of what the script shows, and of pages that only say what is wrong.
pub(super) const STYLE: &[u8] = include_bytes!("live.css");

/// How often an open page that nothing happens to is told that the server is there; it learns so of a connection that
/// broke.
const PULSE: Duration = Duration::from_secs(15);

/// What the page should wait before it connects again, in the words of the format: milliseconds.
const BEGINNING: &[u8] = b"retry: 500\n\n";

/// The page with the script that keeps it fresh; `seen` is the state that it shows.
pub(super) fn watched(page: &[u8], seen: &str) -> Bytes {
    let script = format!("<script src=\"/_postil/live.js\" data-seen=\"{seen}\" defer></script>\n");
    let end = memchr::memmem::rfind(page, b"</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(end);
    [before, script.as_bytes(), after].concat().into()
}

/// A page that says what is wrong and gives way to the site as soon as it is mended.
pub(super) fn problem_page(heading: &str, problems: &str) -> Bytes {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{heading}</title>\n\
         <link rel=\"stylesheet\" href=\"/_postil/live.css\">\n</head>\n<body class=\"problem-page\">\n<main>\n\
         <h1>{heading}</h1>\n<pre role=\"alert\" tabindex=\"0\">{}</pre>\n<p>This page goes away as soon as it is mended.</p>\n\
         </main>\n</body>\n</html>\n",
        escaped(problems)
    )
    .into()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The events for the page that `query` names.
pub(super) fn stream(query: &str, state: &Arc<State>) -> Receiver<Bytes> {
    let of = |key: &str| form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key);
    let value = |key: &str| of(key).map(|(_, value)| value.into_owned()).unwrap_or_default();
    let (events, receiver) = channel(4);
    tokio::spawn(tell(value("page"), value("seen"), Arc::clone(state), events));
    receiver
}

/// Tells a page what happens until it is gone.
async fn tell(path: String, mut seen: String, state: Arc<State>, events: Sender<Bytes>) {
    let _opened = state.opened(&guard::file(&path).unwrap_or_default());
    let mut now = state.now.subscribe();
    let mut told: Arc<str> = "".into();
    let mut message = Bytes::from_static(BEGINNING);
    loop {
        if events.send(message).await.is_err() {
            return;
        }
        let current = now.borrow_and_update().clone();
        let mut text = String::new();
        if current.ready == Ready::Yes {
            if current.problems != told {
                told = Arc::clone(&current.problems);
                text += &event("problems", &told);
            }
            let newest = shown_by(&path, &current).await.seen();
            if newest != seen {
                text += &event("change", &newest);
                seen = newest;
            }
        }
        // A reader who takes nothing must not keep an old reading of the site.
        drop(current);
        if !text.is_empty() && events.send(text.into()).await.is_err() {
            return;
        }
        tokio::select! {
            changed = now.changed() => if changed.is_err() { return },
            () = tokio::time::sleep(PULSE) => {}
            () = events.closed() => return,
        }
        // A comment, which no script hears.
        message = Bytes::from_static(b":\n\n");
    }
}

/// An event with `data` as JSON, which has no line break.
fn event(name: &str, data: &str) -> String {
    format!("event: {name}\ndata: {}\n\n", serde_json::Value::from(data))
}
