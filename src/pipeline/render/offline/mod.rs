//! Reading without a connection: an installable site's worker, manifest and list of files; or the worker that ends one.
//!
//! The build can't know whether a site was installable before: it is often made in a fresh clone. So `sw.js` is always
//! there, and nobody asks for it but browsers that had a worker from this address: it takes itself and its caches away.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Plan, RenderError, lean, page};
use crate::config::Offline;
use crate::model::output::{Content, Listed};

/// Where the worker stands: at the root, since it may only answer for what is below it.
const WORKER: &str = "sw.js";

/// The list of all files that a download is made of.
const LIST: &str = "offline.json";

const MANIFEST: &str = "manifest.webmanifest";

/// Bytes of the search's index that every reader loads at once: some 600 kB gzipped. Of a larger index only the root; the
/// rest is kept as it is used.
const INDEX_BYTES: u64 = 2 << 20;

/// The script of every page of an installable site, and its style sheet.
const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// Gives an installable site's pages the script that they need, unless the theme has one of its own; `scripts` are their
/// routes by name. The files to plan: the script finds its style sheet by its own name.
pub(super) fn scripted(offline: Offline, scripts: &mut BTreeMap<String, String>) -> Vec<(String, String)> {
    if offline == Offline::Folder {
        scripts.remove("offline");
        return Vec::new();
    }
    if scripts.contains_key("offline") {
        return Vec::new();
    }
    let hash = blake3::Hasher::new().update(SCRIPT.as_bytes()).update(STYLE.as_bytes()).finalize().to_hex();
    let route = |ending: &str| format!("assets/offline-{}.{ending}", &hash[..8]);
    scripts.insert("offline".into(), route("js"));
    vec![(route("js"), lean::script(SCRIPT)), (route("css"), lean::style(STYLE))]
}

/// What is precached of the index, as far as it fits.
#[derive(Clone, Default)]
struct Index {
    root: Option<String>,
    /// What every search needs.
    head: BTreeSet<String>,
    /// What its excerpts come from.
    texts: BTreeSet<String>,
}

/// Plans what the site needs; `icon` and `index` are the routes of its icon and of the root of its index, if it has them.
///
/// # Errors
/// When two files want the same place.
pub(super) fn plan(plan: &mut Plan<'_>, icon: &str, index: Option<String>) -> Result<(), RenderError> {
    if plan.renderer.cx.config.offline == Offline::Folder {
        return plan.file(WORKER, Content::Bytes(include_bytes!("retired.js").to_vec()));
    }
    page::offline::plan(plan)?;
    let manifest = manifest(plan, icon);
    plan.file(MANIFEST, Content::Bytes(format!("{manifest:#}\n").into_bytes()))?;
    let index = indexed(plan, index);
    plan.file(LIST, Content::Last(Box::new(|files| list(files).to_string().into_bytes())))?;
    plan.file(WORKER, Content::Last(Box::new(move |files| worker(files, &index))))
}

fn indexed(plan: &Plan<'_>, root: Option<String>) -> Index {
    let mut index = Index { root, ..Index::default() };
    for (path, content) in plan.output.iter().filter(|(path, _)| path.as_str().starts_with("search/")) {
        let part = if matches!(content, Content::Made(_)) { &mut index.texts } else { &mut index.head };
        part.insert(path.to_string());
    }
    index
}

fn manifest(plan: &Plan<'_>, icon: &str) -> Value {
    let config = plan.renderer.cx.config;
    let icons: Vec<Value> = [icon]
        .into_iter()
        .filter(|icon| !icon.is_empty())
        .map(|icon| json!({ "src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any" }))
        .collect();
    json!({
        "name": config.title,
        "short_name": config.title,
        "description": config.description,
        "lang": config.language,
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "icons": icons,
    })
}

/// All that a reader may want: not what is for hosts and search engines, nor what tells of versions.
fn is_content(path: &str) -> bool {
    !matches!(path, ".nojekyll" | "robots.txt" | "sitemap.xml" | WORKER | LIST)
}

/// The files with their sizes in bytes and beginnings of their hashes.
fn list(files: &[Listed<'_>]) -> Value {
    let content = files.iter().filter(|file| is_content(file.path.as_str()));
    let line = |file: &Listed<'_>| json!([file.path.as_str(), file.size, file.hash.to_hex()[..16]]);
    json!({ "files": content.map(line).collect::<Vec<_>>() })
}

fn worker(files: &[Listed<'_>], index: &Index) -> Vec<u8> {
    let bytes = |part: &BTreeSet<String>| -> u64 {
        files.iter().filter(|file| part.contains(file.path.as_str())).map(|file| file.size).sum()
    };
    let head = bytes(&index.head);
    let texts = head + bytes(&index.texts);
    let is_shell = |path: &str| {
        path.starts_with("assets/")
            || matches!(path, "index.html" | "404.html" | "search.html" | MANIFEST | page::offline::ROUTE)
            || index.root.as_deref() == Some(path)
            || head <= INDEX_BYTES && index.head.contains(path)
            || texts <= INDEX_BYTES && index.texts.contains(path)
    };
    let shell: Vec<_> = files.iter().filter(|file| is_shell(file.path.as_str())).collect();
    let mut hasher = blake3::Hasher::new();
    for file in &shell {
        hasher.update(file.path.as_str().as_bytes()).update(&[0]).update(file.hash.as_bytes());
    }
    let first = |file: &Listed<'_>| file.path.as_str().split('/').next().unwrap_or_default().to_owned();
    let site = json!({
        "version": hasher.finalize().to_hex()[..16],
        "notice": page::offline::ROUTE,
        "tops": files.iter().map(first).collect::<BTreeSet<_>>(),
        "shell": shell.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
    });
    format!("'use strict';\nconst SITE = {site};\n{}", lean::script(include_str!("worker.js"))).into_bytes()
}
