//! The index that `search.html` searches, in scripts that it loads on demand: so it works from a disk as well, where a
//! page may load scripts, but read no files.
//!
//! ```text
//! root     facets of all units; the first word of each file of words; the names of these files and of the tables
//! words    words in order, each with the place and length of its list, and the names of the files of lists
//! lists    for each word the units and notes that have it (posting.rs)
//! pairs    for two common words side by side the units that may have them, and the names of these files (pair.rs)
//! tables   for each unit its title, route, date and the name of its text
//! texts    one a unit, for excerpts and phrases
//! ```
//!
//! A query loads the root, the words around those that were typed, their lists, for a phrase the pairs of its words, and
//! tables and texts of the hits that it shows. Each file calls `postilSearch` with one value; its name is a hash of its bytes, so that a page never meets a
//! file of another version. [`word`] says what a word is, [`unit`] what can be found.

mod code;
mod facet;
mod gather;
mod pair;
mod posting;
mod shard;
mod shown;
mod unit;
mod word;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::{Plan, RenderError};
use crate::model::output::Content;

/// Files of the index by name.
#[derive(Default)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a value as a script and gives its name.
    fn add(&mut self, value: &Value) -> String {
        let bytes = script(value);
        let name = name(&bytes);
        self.0.insert(name.clone(), bytes);
        name
    }
}

/// A value as a script that hands it to the page.
fn script(value: &Value) -> Vec<u8> {
    format!("postilSearch({value})\n").into_bytes()
}

/// 48 bits of a hash: with 10,000 texts two share a name in one of five million sites, and then the build says so.
fn name(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..12].to_owned()
}

fn route(name: &str) -> String {
    format!("search/{name}.js")
}

/// Plans the files of the index and gives the route of its root.
///
/// # Errors
/// When two files want the same place.
pub(super) fn plan(plan: &mut Plan<'_>) -> Result<String, RenderError> {
    let renderer = Arc::clone(&plan.renderer);
    let (site, cx) = (renderer.cx.site, &renderer.cx);
    let units = unit::units(site.library());
    let mut files = Files::default();
    let gathered = gather::gather(site, &units);
    let lists = posting::lists(&gathered, units.len());
    drop(gathered);
    let pairs = pair::shards(site, &units, &lists, &mut files);
    let shards = shard::shards(lists, &mut files);
    let texts = shown::text_names(site, &units);
    let tables = shown::tables(cx, &units, &texts, &mut files);
    let facets = facet::facets(cx, &units);
    let root = files.add(&json!({
        "count": units.len(),
        "names": facets.names,
        "facets": facets.packed,
        "firstWords": shards.first_words,
        "words": shards.words,
        "pairs": pairs,
        "tables": tables,
    }));
    for (name, bytes) in files.0 {
        plan.file(&route(&name), Content::Bytes(bytes))?;
    }
    for (unit, name) in units.into_iter().zip(texts) {
        plan.file(&route(&name), Content::Made(Box::new(move || Ok(shown::text(site, unit)))))?;
    }
    Ok(route(&root))
}
