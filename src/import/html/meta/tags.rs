//! `<meta>`: names in lower case → contents.

use std::collections::BTreeMap;

use dom_query::Document;

use super::dom;

/// All that a page's `<meta>` elements say, in their order.
#[derive(Debug, Default)]
pub(super) struct Tags {
    by_name: BTreeMap<String, Vec<String>>,
    /// The words of `<title>`.
    pub(super) title: Option<String>,
}

impl Tags {
    /// The first content of the first of `names` that the page has.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.by_name.get(*name)?.first()).map(String::as_str)
    }

    /// All contents of the first of `names` that the page has.
    pub(super) fn all(&self, names: &[&str]) -> &[String] {
        names.iter().find_map(|name| self.by_name.get(*name)).map_or(&[], Vec::as_slice)
    }
}

/// Longest content that is kept, in bytes: a description is not longer.
const LONGEST: usize = 2000;

pub(super) fn read(document: &Document) -> Tags {
    let mut tags = Tags::default();
    for node in document.select("meta[content]").nodes() {
        let Some(content) = dom::attribute(node, "content").filter(|content| content.len() <= LONGEST) else {
            continue;
        };
        let content = dom::squash(&content);
        for key in ["property", "name", "itemprop", "http-equiv"] {
            for name in dom::attribute(node, key).iter().flat_map(|name| name.split_whitespace()) {
                // Some pages write `dc:date`, some `DC.date`.
                let name = name.to_ascii_lowercase();
                let name = name.strip_prefix("dc:").map_or(name.clone(), |rest| format!("dc.{rest}"));
                let name = name.strip_prefix("dcterms:").map_or(name.clone(), |rest| format!("dcterms.{rest}"));
                tags.by_name.entry(name).or_default().push(content.clone());
            }
        }
    }
    tags.title = document.select_single("head title, title").nodes().first().map(dom::words).filter(|t| !t.is_empty());
    tags
}
