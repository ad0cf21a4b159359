//! Who published the article.

use url::Url;

use super::Candidate;
use super::json_ld::Linked;
use super::tags::Tags;

/// Longest name of an outlet, in characters: more is a slogan.
const LONGEST: usize = 60;

pub(super) fn find(tags: &Tags, linked: &Linked, address: Option<&str>) -> Vec<Candidate<String>> {
    let host = address.and_then(|address| Url::parse(address).ok()).and_then(|url| url.host_str().map(str::to_owned));
    let host = host.map(|host| host.trim_start_matches("www.").to_owned());
    let stated = [
        (tags.first(&["og:site_name"]), "meta og:site_name"),
        (linked.publisher.as_deref(), "JSON-LD publisher"),
        (
            tags.first(&["dc.publisher", "publisher", "application-name", "apple-mobile-web-app-title"]),
            "meta application-name",
        ),
    ];
    let mut found: Vec<Candidate<String>> = Vec::new();
    for (evidence, rule) in stated {
        let Some(evidence) = evidence else { continue };
        let name = clean(evidence);
        if !name.is_empty() && name.chars().count() <= LONGEST {
            found.push(Candidate::new(name, rule, evidence));
        }
    }
    // A name that is only the address says less than one in words; an app's name is often another one.
    found.sort_by_key(|one| one.rule != "meta application-name" && is_address(&one.value));
    if found.len() > 1 && found[0].rule == "meta application-name" {
        found.rotate_left(1);
    }
    if let Some(host) = host {
        found.push(Candidate::new(host.clone(), "host of the address", host));
    }
    found
}

/// `The Harbour Post | News and views` → `The Harbour Post`.
fn clean(name: &str) -> String {
    let cut = [" | ", " – ", " — ", " - ", " :: "].iter().filter_map(|mark| name.find(mark)).min();
    name[..cut.unwrap_or(name.len())].trim().trim_start_matches('@').trim_start_matches("www.").to_owned()
}

fn is_address(name: &str) -> bool {
    name.contains('.') && !name.contains(' ')
}
