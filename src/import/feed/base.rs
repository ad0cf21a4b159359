//! Addresses: what relative ones are relative to.

use url::Url;

use crate::import::xml::Node;

/// The base of an element: the `xml:base` of all that it stands in, from the outside in (XML Base, 4), on `outer`.
pub(super) fn of(node: Node<'_>, outer: Option<&str>) -> Option<String> {
    let mut bases = Vec::new();
    let mut at = Some(node);
    while let Some(node) = at {
        bases.extend(node.attribute("xml:base"));
        at = node.parent();
    }
    let outer = outer.map(str::to_owned);
    bases.iter().rev().fold(outer, |base, one| resolve(one, base.as_deref()).or(base))
}

/// An absolute address; `None` for a relative one without a base.
pub(super) fn resolve(written: &str, base: Option<&str>) -> Option<String> {
    let written = written.trim();
    if written.is_empty() {
        return base.map(str::to_owned);
    }
    match Url::parse(written) {
        // As written: a parser would add a slash to `https://example.org`.
        Ok(_) => Some(written.to_owned()),
        Err(url::ParseError::RelativeUrlWithoutBase) => Some(Url::parse(base?).ok()?.join(written).ok()?.into()),
        Err(_) => None,
    }
}

/// The address without what only counts readers: `utm_…` and its like.
pub(super) fn without_counters(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    let counts = |key: &str| key.starts_with("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid"].contains(&key);
    let kept: Vec<&str> = url
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !counts(pair.split('=').next().unwrap_or(pair)))
        .collect();
    if kept.len() == url.query().unwrap_or_default().split('&').count() {
        return address.to_owned();
    }
    let query = kept.join("&");
    url.set_query((!query.is_empty()).then_some(query.as_str()));
    url.into()
}

/// Whether an article can have this address.
pub(super) fn is_web(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_go_and_the_rest_stays() {
        assert_eq!(without_counters("https://example.org"), "https://example.org");
        assert_eq!(without_counters("https://example.org/a?b=1&utm_source=x&c#d"), "https://example.org/a?b=1&c#d");
        assert_eq!(without_counters("https://example.org/a?utm_medium=rss"), "https://example.org/a");
    }
}
