//! Addresses of links: absolute, without what only counts readers, written so that Markdown reads them back.

use url::Url;

/// Parameters that name a campaign or a click and change nothing of the page, besides all that begin with `utm_`.
const TRACKING: &[&str] = &["fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga"];

/// The destination of a link, ready for `](…)`. A fragment of the same page, a script and what is no address give none.
pub(super) fn link(href: &str, base: Option<&Url>) -> Option<String> {
    let href: String = href.chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect();
    if href.starts_with('#') {
        return None;
    }
    if let Some(url) = absolute(&href, base) {
        let allowed = matches!(url.scheme(), "http" | "https" | "mailto");
        return allowed.then(|| destination(without_tracking(url).as_str()));
    }
    // Without a base a relative address says nothing to a reader.
    None
}

/// `href` as an absolute address.
pub(in crate::import::html) fn absolute(href: &str, base: Option<&Url>) -> Option<Url> {
    match base {
        Some(base) => base.join(href.trim()).ok(),
        None => Url::parse(href.trim()).ok(),
    }
}

/// The same page, without the parameters that only count readers.
pub(in crate::import::html) fn without_tracking(mut url: Url) -> Url {
    let tracks = |name: &str| name.starts_with("utm_") || TRACKING.contains(&name);
    let Some(query) = url.query() else { return url };
    let parts: Vec<&str> = query.split('&').collect();
    let kept: Vec<&str> =
        parts.iter().copied().filter(|part| !tracks(part.split('=').next().unwrap_or(part))).collect();
    if kept.len() < parts.len() {
        let query = kept.join("&");
        url.set_query((!query.is_empty()).then_some(query.as_str()));
    }
    url
}

/// Characters that would end a destination, or mean something in it, in percent form.
fn destination(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '(' => written.push_str("%28"),
            ')' => written.push_str("%29"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            '|' => written.push_str("%7C"),
            '\\' => written.push_str("%5C"),
            '*' => written.push_str("%2A"),
            ' ' => written.push_str("%20"),
            '&' if is_entity(&url[at..]) => written.push_str("\\&"),
            c => written.push(c),
        }
    }
    written
}

/// `&copy;` in an address would be read as a character.
fn is_entity(text: &str) -> bool {
    text[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#').is_some_and(|end| text.as_bytes()[1 + end] == b';')
}
