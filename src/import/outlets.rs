//! Outlets that a draft names: their ids, and a first file for one that the site does not know.

use super::slug;
use crate::yaml;

/// The id of an outlet with this name: `a-z`, `0-9` and `-`, 1 to 60 bytes.
///
/// ```
/// assert_eq!(postil::import::outlets::id("L’Écho du Phare"), "lecho-du-phare");
/// ```
#[must_use]
pub fn id(name: &str) -> String {
    slug::folder(name)
}

/// Id and file of an outlet about which nothing but its name is known.
///
/// The rest (country, owner, ratings) is for an editor to add: an import invents nothing.
#[must_use]
pub fn stub(name: &str) -> (String, String) {
    (id(name), format!("name: {}\n", yaml::scalar(name)))
}

/// Whether two spellings name the same outlet: case, accents and punctuation do not matter.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    slug::folded(one) == slug::folded(other)
}
