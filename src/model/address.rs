//! Addresses of other people's pages, checked before they can become links.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};
use url::Url;

/// An address with the scheme http, https or mailto, parsed as a browser does (WHATWG URL) and kept in its parsed
/// form, so that what was checked is what a page holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

/// Why a text is no address that a page may link to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// Not an address at all.
    #[error("`{0}` is not an address: it begins with https:// or http://")]
    Malformed(String),
    /// A scheme that a page must not link to.
    #[error("`{0}:` addresses are not linked: use https, http or mailto")]
    Scheme(String),
    /// `https://example.org@elsewhere.net` looks like the one and leads to the other.
    #[error("the address holds a user name before its host: take it out")]
    UserInfo,
}

impl Address {
    /// An address from a text.
    ///
    /// # Errors
    /// When it has no scheme or host, another scheme, or a user name.
    pub fn parse(text: &str) -> Result<Self, BadAddress> {
        let url = Url::parse(text).map_err(|_| BadAddress::Malformed(text.trim().to_owned()))?;
        match url.scheme() {
            "http" | "https" if !url.username().is_empty() || url.password().is_some() => Err(BadAddress::UserInfo),
            "http" | "https" | "mailto" => Ok(Self(String::from(url).into())),
            other => Err(BadAddress::Scheme(other.to_owned())),
        }
    }

    /// The address as it is written to a page.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What all addresses of one document have in common: the address without its scheme, `www.`, a slash at its end, a
    /// fragment, and what [`TRACKING`] only tells advertisers. All else counts, since a server may show another document
    /// for it: other parameters, their order, the case of letters; and a fragment that begins with `!` or `/`, as in
    /// pages whose scripts take it for a path.
    #[must_use]
    pub fn document(&self) -> String {
        let Ok(mut url) = Url::parse(&self.0) else { return self.0.to_string() };
        if !url.fragment().is_some_and(|fragment| fragment.starts_with(['!', '/'])) {
            url.set_fragment(None);
        }
        let parameters = url.query().unwrap_or_default().split('&').filter(|parameter| !is_tracking(parameter));
        let query = parameters.collect::<Vec<_>>().join("&");
        url.set_query((!query.is_empty()).then_some(&query));
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        let whole = url.as_str();
        let rest = whole.split_once("://").map_or(whole, |(_, rest)| rest);
        rest.strip_prefix("www.").unwrap_or(rest).to_owned()
    }

    /// The host as a reader should see it: in ASCII, so that look-alike letters show, without `www.`.
    #[must_use]
    pub fn host(&self) -> String {
        let url = Url::parse(&self.0).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }
}

/// Parameters that tell where a reader came from and never what they see: the campaign parameters of Google Analytics
/// (a name that ends in `_` stands for all that begin so) and the click ids of advertising networks and mailings.
const TRACKING: [&str; 9] = ["utm_", "fbclid", "gclid", "dclid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid"];

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.iter().any(|known| if known.ends_with('_') { name.starts_with(known) } else { name == *known })
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(D::Error::custom)
    }
}

impl JsonSchema for Address {
    fn schema_name() -> Cow<'static, str> {
        "Address".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "uri", "pattern": "^(https?://|mailto:)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_as_a_browser_does() {
        let parse = |t: &str| Address::parse(t).map(|a| a.as_str().to_owned());
        assert_eq!(parse("https://example.org"), Ok("https://example.org/".into()));
        assert_eq!(parse(" java\nscript:alert(1)"), Err(BadAddress::Scheme("javascript".into())));
        assert_eq!(parse("data:text/html,x"), Err(BadAddress::Scheme("data".into())));
        assert_eq!(parse("https://example.org@elsewhere.net/"), Err(BadAddress::UserInfo));
        assert!(parse("example.org").is_err());
    }

    #[test]
    fn one_document_has_many_addresses() {
        let document = |t: &str| Address::parse(t).unwrap().document();
        let same = [
            "https://example.org/a",
            "http://www.example.org/a/",
            "https://example.org:443/a#part",
            "https://EXAMPLE.org/a?utm_source=x&fbclid=1",
        ];
        assert!(same.iter().all(|address| document(address) == "example.org/a"));
        assert_eq!(document("https://example.org/?p=1&utm_medium=mail&q=2#!/x"), "example.org/?p=1&q=2#!/x");
        for other in ["https://example.org/A", "https://example.org/a?page=2", "https://m.example.org/a"] {
            assert_ne!(document(other), "example.org/a", "{other}");
        }
        assert_eq!(document("mailto:a@example.org"), "mailto:a@example.org");
    }
}
