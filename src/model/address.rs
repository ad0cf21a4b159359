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

    /// The host as a reader should see it: in ASCII, so that look-alike letters show, without `www.`.
    #[must_use]
    pub fn host(&self) -> String {
        let url = Url::parse(&self.0).ok();
        let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }
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
}
