//! Which article an annotation belongs to.

use std::collections::BTreeMap;

use url::Url;

/// Pages that show another page under their own address, before that address.
const WRAPPERS: &[&str] = &[
    "https://via.hypothes.is/",
    "http://via.hypothes.is/",
    "https://web.archive.org/web/",
    "http://web.archive.org/web/",
];

/// Addresses of articles. `A` names an article.
#[derive(Debug, Clone)]
pub struct Addresses<A> {
    articles: BTreeMap<String, Vec<A>>,
}

impl<A> Default for Addresses<A> {
    fn default() -> Self {
        Self { articles: BTreeMap::new() }
    }
}

impl<A: Clone + PartialEq> Addresses<A> {
    /// Notes that an article can be read at this address.
    pub fn add(&mut self, address: &str, article: &A) {
        if let Some(page) = same_page(address) {
            let articles = self.articles.entry(page).or_default();
            if !articles.contains(article) {
                articles.push(article.clone());
            }
        }
    }

    /// The articles at the first of these addresses that any article has: one, or several where it can't be told.
    #[must_use]
    pub fn find(&self, pages: &[String]) -> &[A] {
        let found = pages.iter().find_map(|page| self.articles.get(&same_page(page)?));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// A form in which two addresses of one page are the same: without scheme, place in the page, last slash and what only
/// counts readers; the page itself where an archive or a proxy shows it. `www.` stays: it can be another site. `None`
/// for what is no address on the web.
///
/// ```
/// use postil::import::hypothesis::same_page;
/// assert_eq!(same_page("http://Example.org/a/?utm_source=x#b"), same_page("https://example.org/a"));
/// assert_eq!(same_page("https://web.archive.org/web/2025/https://example.org/a"), same_page("https://example.org/a"));
/// assert_ne!(same_page("https://example.org/a?id=1"), same_page("https://example.org/a?id=2"));
/// ```
#[must_use]
pub fn same_page(address: &str) -> Option<String> {
    let mut address = address.trim();
    // Each turn takes a wrapper off, so this ends.
    while let Some(inner) = unwrapped(address) {
        address = inner;
    }
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let counts = |pair: &&str| !["utm_", "fbclid=", "gclid="].iter().any(|lead| pair.starts_with(lead));
    let query: Vec<&str> =
        url.query().unwrap_or_default().split('&').filter(counts).filter(|pair| !pair.is_empty()).collect();
    let path = url.path().trim_end_matches('/');
    // `#!` and `#/` lead to pages, other fragments to places in a page.
    let page = url.fragment().filter(|fragment| fragment.starts_with(['!', '/'])).unwrap_or_default();
    Some(format!("{}{port}{path}?{}#{page}", url.host_str()?, query.join("&")))
}

fn unwrapped(address: &str) -> Option<&str> {
    let rest = WRAPPERS.iter().find_map(|wrapper| address.strip_prefix(wrapper))?;
    // The archive has a time before the address: `20250102030405id_/`.
    let inner = if rest.starts_with("http") { rest } else { rest.split_once('/')?.1 };
    (inner.starts_with("http://") || inner.starts_with("https://")).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_one_form() {
        let page = same_page("https://example.org/a").unwrap();
        for other in [
            "http://example.org:80/a/",
            "https://EXAMPLE.org/a?utm_source=x&fbclid=y#top",
            "https://via.hypothes.is/https://example.org/a",
            "http://web.archive.org/web/20250102030405id_/http://example.org/a",
            "https://via.hypothes.is/https://web.archive.org/web/2025/https://example.org/a",
        ] {
            assert_eq!(same_page(other).as_ref(), Some(&page), "{other}");
        }
        for other in [
            "https://www.example.org/a",
            "https://example.org/a?b",
            "https://example.org/A",
            "https://example.org/a#!/b",
        ] {
            assert_ne!(same_page(other).unwrap(), page, "{other}");
        }
        for none in ["urn:x-pdf:abc", "", "file:///a", "https://via.hypothes.is/"] {
            assert!(same_page(none).is_none_or(|key| key != page), "{none}");
        }
    }

    #[test]
    fn the_first_address_that_an_article_has_decides() {
        let mut addresses = Addresses::default();
        addresses.add("https://example.org/a", &1);
        addresses.add("https://example.org/a/", &1);
        addresses.add("https://example.org/b", &2);
        addresses.add("https://example.org/b", &3);
        let find =
            |pages: &[&str]| addresses.find(&pages.iter().map(|page| (*page).to_owned()).collect::<Vec<_>>()).to_vec();
        assert_eq!(find(&["urn:x-pdf:1", "http://example.org/a"]), [1]);
        assert_eq!(find(&["https://example.org/b", "https://example.org/a"]), [2, 3]);
        assert!(find(&["https://example.org/c"]).is_empty());
    }
}
