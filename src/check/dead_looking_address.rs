//! Finds addresses that a reader will hardly reach the same page by: of one computer or network, cut short, of a session,
//! of search results, of a page to log in, or such that only lead on to another address. Nothing is fetched.
//!
//! **Why**: a source that nobody can read shows nothing.
//!
//! **What to do**: cite the address of the document itself.

use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::address::Address;

pub(super) const CODE: &str = "dead-looking-address";

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    Private,
    Cut,
    Session,
    Results,
    Login,
    LeadsOn,
}

impl Flaw {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Private => ("is known on one computer or network only", "cite an address that everybody can reach"),
            Self::Cut => ("is cut short", "copy the whole address"),
            Self::Session => {
                ("belongs to a session, which ends", "cite the page without the session, or its archived copy")
            }
            Self::Results => ("is a list of search results, which change", "cite the document that was found"),
            Self::Login => ("is a page to log in", "cite the page behind it, or an archived copy"),
            Self::LeadsOn => ("only leads on to another address", "cite the address that it leads to"),
        }
    }
}

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for reading in subject.readings() {
        let own = reading.url.and_then(|url| Some(("url", url, flaw(url)?)));
        // What an archive keeps does not end with a session; only its host can be out of reach.
        let copy = reading.archived.and_then(|url| Some(("archived", url, private(&parsed(url)?)?)));
        for (key, url, flaw) in own.into_iter().chain(copy) {
            let (what, todo) = flaw.words();
            let problem = Diagnostic::warning(CODE, format!("`{}` {what}", super::shortened(url.as_str())));
            found.push(problem.at(reading.place(subject, key)).help(todo));
        }
    }
}

fn parsed(url: &Address) -> Option<Url> {
    Url::parse(url.as_str()).ok().filter(|url| url.scheme() != "mailto")
}

fn flaw(url: &Address) -> Option<Flaw> {
    let url = parsed(url)?;
    private(&url).or_else(|| cut(&url)).or_else(|| known(&url)).or_else(|| session(&url)).or_else(|| login(&url))
}

/// Top-level names that never lead anywhere in public: RFC 6761 (`test`, `localhost`, `invalid`), RFC 6762 (`local`), and
/// `internal`, reserved by ICANN in 2024. `example` and its like are left alone: sites that show how things are done use them.
const PRIVATE: [&str; 5] = ["internal", "invalid", "local", "localhost", "test"];

fn private(url: &Url) -> Option<Flaw> {
    let private = match url.host()? {
        Host::Domain(name) => match name.trim_end_matches('.').rsplit_once('.') {
            None => true,
            Some((_, top)) => PRIVATE.contains(&top),
        },
        Host::Ipv4(ip) => ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified(),
        Host::Ipv6(ip) => ip.is_loopback() || ip.is_unspecified() || ip.is_unique_local() || ip.is_unicast_link_local(),
    };
    private.then_some(Flaw::Private)
}

fn cut(url: &Url) -> Option<Flaw> {
    let end = url.query().unwrap_or(url.path());
    let end = percent_decode_str(end).decode_utf8_lossy();
    (end.ends_with('…') || end.ends_with("...")).then_some(Flaw::Cut)
}

/// Hosts, with how the path begins: those of search engines, and those that only count or shorten. A host that ends in
/// `.` has many endings.
const KNOWN: [(&str, &str, Flaw); 22] = [
    ("google.", "/search", Flaw::Results),
    ("google.", "/url", Flaw::LeadsOn),
    ("news.google.com", "/search", Flaw::Results),
    ("news.google.com", "/rss/articles/", Flaw::LeadsOn),
    ("news.google.com", "/articles/", Flaw::LeadsOn),
    ("news.google.com", "/read/", Flaw::LeadsOn),
    ("bing.com", "/search", Flaw::Results),
    ("bing.com", "/ck/", Flaw::LeadsOn),
    ("duckduckgo.com", "/?q=", Flaw::Results),
    ("duckduckgo.com", "/l/", Flaw::LeadsOn),
    ("yandex.", "/search", Flaw::Results),
    ("r.search.yahoo.com", "/", Flaw::LeadsOn),
    ("search.yahoo.com", "/search", Flaw::Results),
    ("l.facebook.com", "/l.php", Flaw::LeadsOn),
    ("l.instagram.com", "/", Flaw::LeadsOn),
    ("out.reddit.com", "/", Flaw::LeadsOn),
    ("safelinks.protection.outlook.com", "/", Flaw::LeadsOn),
    ("bit.ly", "/", Flaw::LeadsOn),
    ("goo.gl", "/", Flaw::LeadsOn),
    ("lnkd.in", "/", Flaw::LeadsOn),
    ("t.co", "/", Flaw::LeadsOn),
    ("tinyurl.com", "/", Flaw::LeadsOn),
];

fn known(url: &Url) -> Option<Flaw> {
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let target = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let is = |name: &str| match name.strip_suffix('.') {
        Some(_) => host.starts_with(name),
        None => host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.')),
    };
    KNOWN.iter().find(|(name, path, _)| is(name) && target.starts_with(path)).map(|&(_, _, flaw)| flaw)
}

/// Names under which servers of Java, PHP and other languages put the number of a visit into addresses.
const SESSION: [&str; 4] = ["jsessionid", "phpsessid", "sessionid", "session_id"];

fn session(url: &Url) -> Option<Flaw> {
    let address = url.as_str().to_ascii_lowercase();
    let mut names = address.split(['?', '&', ';']).skip(1).map(|part| part.split('=').next().unwrap_or_default());
    names.any(|name| SESSION.contains(&name)).then_some(Flaw::Session)
}

fn login(url: &Url) -> Option<Flaw> {
    const NAMES: [&str; 4] = ["login", "log-in", "signin", "sign-in"];
    let last = url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let stem = last.split('.').next().unwrap_or_default();
    let stem = stem.strip_prefix("wp-").unwrap_or(stem);
    NAMES.contains(&stem).then_some(Flaw::Login)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_dead_looking_addresses_from_living_ones() {
        let found = |text: &str| flaw(&Address::parse(text).unwrap());
        for (text, expected) in [
            ("http://localhost:8000/a", Flaw::Private),
            ("http://intranet/report", Flaw::Private),
            ("http://192.168.1.7/a", Flaw::Private),
            ("http://[::1]/", Flaw::Private),
            ("https://files.example.local/a", Flaw::Private),
            ("https://example.org/what-was-sa…", Flaw::Cut),
            ("https://example.org/what...", Flaw::Cut),
            ("https://www.google.co.uk/search?q=tides", Flaw::Results),
            ("https://duckduckgo.com/?q=tides", Flaw::Results),
            ("https://www.google.com/url?q=https://example.org", Flaw::LeadsOn),
            ("https://t.co/abc", Flaw::LeadsOn),
            ("https://eur01.safelinks.protection.outlook.com/?url=x", Flaw::LeadsOn),
            ("https://example.org/a;jsessionid=1A2B", Flaw::Session),
            ("https://example.org/a?x=1&PHPSESSID=9", Flaw::Session),
            ("https://example.org/account/login/?next=/a", Flaw::Login),
            ("https://example.org/wp-login.php", Flaw::Login),
        ] {
            assert_eq!(found(text), Some(expected), "{text}");
        }
        for text in [
            "https://example.org/",
            "https://example.org/search/results-of-the-vote",
            "https://example.org/?p=19869",
            "https://example.org/how-to-login-safely",
            "https://at.co/a",
            "https://googles.example.org/url",
            "https://93.184.216.34/a",
            "mailto:desk@example.org",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
