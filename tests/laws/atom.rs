//! What RFC 4287 asks of a feed, and a reader of ours besides: entries that lead to their place.

use super::{Built, broken, has, on_sites};
use crate::laws::page::Link;

#[test]
fn feeds_are_atom_and_their_entries_lead_to_their_place() {
    on_sites(|site| {
        let feeds = site.tree.iter().filter(|(path, _)| has(path, "xml") && *path != "sitemap.xml");
        feeds.flat_map(|(path, bytes)| feed(site, path, &String::from_utf8_lossy(bytes))).collect()
    });
}

/// Every site has the three feeds, so that no subscriber meets a dead end.
#[test]
fn every_site_has_its_feeds() {
    on_sites(|site| {
        let wanted = ["feed.xml", "corrections.xml", "questions.xml"].into_iter();
        wanted.filter(|path| !site.tree.contains_key(*path)).map(|path| format!("{path} was not written")).collect()
    });
}

fn feed(site: &Built, path: &str, text: &str) -> Vec<String> {
    let mut wrong = vec![];
    let entries = all(text, "entry");
    let head: String = text.split("<entry>").next().unwrap_or_default().into();
    for name in ["id", "title", "updated"] {
        for part in entries.iter().chain([&head]) {
            if all(part, name).len() != 1 || all(part, name)[0].trim().is_empty() {
                wrong.push(format!("not exactly one <{name}> in {part}"));
            }
        }
    }
    if !text.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"") {
        wrong.push("the root is no feed of Atom's".into());
    }
    let of = |part: &str, name: &str| all(part, name).first().cloned().unwrap_or_default();
    let mut updated: Vec<String> = entries.iter().map(|entry| of(entry, "updated")).collect();
    if !updated.is_sorted_by(|a, b| a >= b) {
        wrong.push(format!("not newest first: {updated:?}"));
    }
    if updated.first().is_some_and(|newest| *newest != of(&head, "updated")) {
        wrong.push("the feed's time is not that of its newest entry".into());
    }
    updated.push(of(&head, "updated"));
    wrong.extend(updated.iter().filter(|time| !is_time(time)).map(|time| format!("{time} is no time of RFC 3339")));
    let mut ids: Vec<String> = entries.iter().map(|entry| of(entry, "id")).chain([of(&head, "id")]).collect();
    let iri = |id: &String| ["https://", "http://", "urn:"].iter().any(|start| id.starts_with(start));
    wrong.extend(ids.iter().filter(|id| !iri(id)).map(|id| format!("the id {id} is no absolute IRI")));
    ids.sort();
    wrong.extend(
        ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| format!("the id {} stands twice", pair[0])),
    );
    wrong.extend(entries.iter().filter_map(|entry| entry_flaw(site, entry)));
    wrong.into_iter().map(|text| format!("{path}: {text}")).collect()
}

fn entry_flaw(site: &Built, entry: &str) -> Option<String> {
    if all(&all(entry, "author").join(""), "name").iter().all(|name| name.trim().is_empty()) {
        return Some(format!("nobody is the author of {entry}"));
    }
    let links: Vec<&str> = entry.split("<link rel=\"alternate\"").skip(1).collect();
    let [link] = links[..] else { return Some(format!("not exactly one alternate link in {entry}")) };
    let to = link.split_once("href=\"")?.1.split('"').next()?;
    let relative = to.strip_prefix(&site.base).unwrap_or(to);
    if !site.base.is_empty() && relative == to {
        return Some(format!("{to} is not absolute"));
    }
    let link = Link { element: "a".into(), rel: String::new(), class: String::new(), to: relative.into() };
    broken(site, "index.html", &link)
}

/// What stands inside each element of a name. The laws hold elsewhere that tags are balanced.
fn all(text: &str, name: &str) -> Vec<String> {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    text.split(&start).skip(1).map(|rest| rest.split(&end).next().unwrap_or_default().to_owned()).collect()
}

/// `2025-11-21T00:00:00Z`.
fn is_time(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00T00:00:00Z"
}
