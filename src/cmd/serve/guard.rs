//! Whose requests are answered, and which file an address means: only requests to this server's own names, so that no
//! page elsewhere can read the site by pointing its own name here (DNS rebinding), and only paths of the site.

use std::net::IpAddr;

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Request, StatusCode};
use percent_encoding::percent_decode_str;

/// The names under which this server is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) port: u16,
    pub(super) names: Names,
}

/// Which hosts are own ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Names {
    /// `127.0.0.1`, `localhost` and `[::1]`.
    Loopback,
    /// These and every address in numbers, which no foreign page can have for a name.
    Addresses,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) why: &'static str,
}

const NO_HOST: Refusal = Refusal { status: StatusCode::BAD_REQUEST, why: "a request names one host" };
const FOREIGN_HOST: Refusal = Refusal {
    status: StatusCode::FORBIDDEN,
    why: "this name is not one of postil's: use the address that `postil serve` printed",
};
const FOREIGN_PAGE: Refusal =
    Refusal { status: StatusCode::FORBIDDEN, why: "other sites can't read what `postil serve` shows" };

impl Own {
    /// Whether the request is for this server, and not from another site's page.
    pub(super) fn admit<B>(self, request: &Request<B>) -> Result<(), Refusal> {
        let headers = request.headers();
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(NO_HOST);
        };
        let in_line = request.uri().authority();
        if !host.to_str().is_ok_and(|host| self.has(host)) || in_line.is_some_and(|host| !self.has(host.as_str())) {
            return Err(FOREIGN_HOST);
        }
        let own_origin = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| self.has(host));
        if headers.get_all(ORIGIN).iter().any(|origin| !origin.to_str().is_ok_and(own_origin)) {
            return Err(FOREIGN_PAGE);
        }
        // Browsers say where a request comes from: a link on another site may lead here, nothing else may.
        let from = said(headers, "sec-fetch-site");
        if matches!(from, Some("cross-site" | "same-site")) && said(headers, "sec-fetch-mode") != Some("navigate") {
            return Err(FOREIGN_PAGE);
        }
        Ok(())
    }

    /// Whether `authority` (`host:port`) is an own name with the own port.
    fn has(self, authority: &str) -> bool {
        let (host, port) = match authority.rsplit_once(':') {
            // The colon of `[::1]` begins no port.
            Some((host, port)) if !port.ends_with(']') => (host, port),
            _ => (authority, "80"),
        };
        let digits = port.len() <= 5 && port.bytes().all(|b| b.is_ascii_digit());
        digits && port.parse() == Ok(self.port) && self.has_host(host)
    }

    fn has_host(self, host: &str) -> bool {
        let loopback = host.eq_ignore_ascii_case("localhost") || matches!(host, "127.0.0.1" | "[::1]");
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        loopback || self.names == Names::Addresses && bare.parse::<IpAddr>().is_ok()
    }
}

fn said<'a>(headers: &'a HeaderMap, name: &'static str) -> Option<&'a str> {
    headers.get(HeaderName::from_static(name)).and_then(|value| value.to_str().ok())
}

/// The file that the path of an address means; `None` where it can mean none. The path is decoded once and never
/// normalised: whatever is not exactly the name of a file is no file.
pub(super) fn file(path: &str) -> Option<String> {
    let path = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    let folder = path.is_empty() || path.ends_with('/');
    Some(if folder { format!("{path}index.html") } else { path.into_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Own = Own { port: 4321, names: Names::Loopback };

    #[test]
    fn own_names_are_few() {
        for own in ["127.0.0.1:4321", "localhost:4321", "LocalHost:4321", "[::1]:4321"] {
            assert!(HERE.has(own), "{own}");
        }
        for foreign in [
            "",
            ":",
            ":4321",
            "127.0.0.1",
            "127.0.0.1:",
            "127.0.0.1:80",
            "127.0.0.1:04321:4321",
            "127.0.0.1:+4321",
            "127.0.0.2:4321",
            "127.1:4321",
            "2130706433:4321",
            "localhost.:4321",
            "a.localhost:4321",
            "::1:4321",
            "[::1]4321",
            "[::1]",
            "evil.example.org:4321",
            "127.0.0.1:4321@evil.example.org",
            "x@127.0.0.1:4321",
            "127.0.0.1.evil.example.org:4321",
            "192.168.0.7:4321",
        ] {
            assert!(!HERE.has(foreign), "{foreign}");
        }
        let abroad = Own { names: Names::Addresses, ..HERE };
        assert!(abroad.has("192.168.0.7:4321") && abroad.has("[fe80::1]:4321") && abroad.has("localhost:4321"));
        assert!(!abroad.has("evil.example.org:4321") && !abroad.has("192.168.0.7:80"));
        assert!(Own { port: 80, ..HERE }.has("127.0.0.1"));
    }

    #[test]
    fn a_path_is_the_name_of_a_file_or_none() {
        assert_eq!(file("/").as_deref(), Some("index.html"));
        assert_eq!(file("/articles/").as_deref(), Some("articles/index.html"));
        assert_eq!(file("/articles/h%C3%A4fen.html").as_deref(), Some("articles/häfen.html"));
        assert_eq!(file("/a%252e.html").as_deref(), Some("a%2e.html"));
        assert_eq!((file("*"), file(""), file("/%FF")), (None, None, None));
    }
}
