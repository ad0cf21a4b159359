//! What holds for every built site: the sample at the root of the project in each theme, and each case in `tests/sites/`. No expectation is written down.

mod atom;
mod linked_data;
mod page;
mod random;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Component, Path},
    sync::OnceLock,
};

use page::{Link, Page};
pub(crate) use page::{shown, unbalanced};
use percent_encoding::percent_decode_str;

use crate::case::{Case, Run, Tree, Workplace, cases, difference, sample_in};

const VOID: &str = "area base br col embed hr img input link meta source track wbr";

/// The themes that postil brings, the sample's own first.
const THEMES: [&str; 3] = ["folio", "broadsheet", "plain"];

struct Built {
    case: Case,
    run: Run,
    tree: Tree,
    pages: BTreeMap<String, Page>,
    /// The address the site will have; empty where it was built without one.
    base: String,
}

impl Built {
    fn new(case: Case) -> Built {
        let (tree, run) = case.copy().build(&[]);
        let files = tree.iter().filter(|(path, _)| has(path, "html"));
        let pages: BTreeMap<_, _> =
            files.map(|(path, bytes)| (path.clone(), Page::read(&String::from_utf8_lossy(bytes)))).collect();
        let canonical = pages.get("index.html").and_then(|page| page.links.iter().find(|link| link.rel == "canonical"));
        let base = canonical.map_or(String::new(), |link| link.to.trim_end_matches("index.html").to_owned());
        Built { case, run, tree, pages, base }
    }
}

/// All sites, each built once for all laws.
fn sites() -> &'static [Built] {
    static SITES: OnceLock<Vec<Built>> = OnceLock::new();
    SITES.get_or_init(|| {
        let samples = THEMES.into_iter().map(sample_in).filter(|_| env::var("CASE").is_err());
        cases("sites").into_iter().chain(samples).map(Built::new).collect()
    })
}

/// Asks `look` of every page of every site and shows all that is wrong at once.
fn law(look: impl Fn(&Built, &str, &Page) -> Vec<String>) {
    on_sites(|site| {
        site.pages
            .iter()
            .flat_map(|(path, page)| look(site, path, page).into_iter().map(move |text| format!("{path}: {text}")))
            .collect()
    });
}

fn on_sites(look: impl Fn(&Built) -> Vec<String>) {
    let wrong: Vec<_> = sites()
        .iter()
        .flat_map(|site| look(site).into_iter().map(|text| format!("{}: {text}", site.case.name)))
        .collect();
    assert!(
        wrong.is_empty(),
        "\n{} wrong\n{}",
        wrong.len(),
        wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn every_site_builds() {
    on_sites(|site| {
        let allowed = site.run.code == 0 || site.run.code == 1 && site.case.folder.join("report.txt").exists();
        let mut wrong = vec![];
        if !allowed {
            wrong.push(format!("build ended with {}:\n{}", site.run.code, site.run.said));
        }
        for path in ["index.html", "404.html", "feed.xml", "robots.txt", ".nojekyll"] {
            if allowed && !site.tree.contains_key(path) {
                wrong.push(format!("{path} was not written"));
            }
        }
        wrong
    });
}

#[test]
fn every_internal_link_and_fragment_leads_somewhere() {
    law(|site, path, page| page.links.iter().filter_map(|link| broken(site, path, link)).collect());
}

#[test]
fn no_address_is_absolute_and_nothing_is_loaded_from_elsewhere() {
    law(|site, path, page| {
        let own = |to: &str| path == "404.html" && !site.base.is_empty() && to.starts_with(&site.base);
        let outlawed =
            page.links.iter().filter(|link| !own(&link.to)).filter_map(|Link { element, rel, to, .. }| {
                let scheme = scheme(to);
                let loads = element != "a"
                    && !(element == "link" && (rel == "canonical" || rel == "alternate" || rel == "license"));
                let bad = to.starts_with('/')
                    || to.contains('\\')
                    || scheme.is_some() && loads
                    || scheme.is_some_and(|name| !["http", "https", "mailto"].contains(&name));
                bad.then(|| format!("<{element}> has \"{to}\""))
            });
        outlawed.collect()
    });
}

#[test]
fn ids_are_unique() {
    law(|_, _, page| page.twins.iter().map(|id| format!("id \"{id}\" stands twice")).collect());
}

#[test]
fn html_is_well_formed() {
    law(|site, path, page| {
        let text = String::from_utf8(site.tree[path].clone()).unwrap_or_default();
        let mut wrong = unbalanced(&text, VOID);
        wrong.extend(page.errors.iter().cloned());
        if text.is_empty() {
            wrong.push("is empty or not UTF-8".into());
        }
        wrong
    });
}

#[test]
fn every_page_begins_with_the_policy_and_holds_nothing_inline() {
    const POLICY: [&str; 7] = [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ];
    law(|_, _, page| {
        let mut wrong = page.inline.clone();
        let [charset, policy] = page.head.as_slice() else {
            return vec!["the head is empty".into()];
        };
        if charset.to_lowercase() != "meta charset=\"utf-8\"" {
            wrong.push("charset is not first".into());
        }
        if !policy.contains("Content-Security-Policy")
            || !POLICY.iter().all(|part| policy.contains(part))
            || policy.contains("unsafe")
            || policy.contains("http:")
        {
            wrong.push(format!("the policy is not second or not strict: {policy}"));
        }
        wrong
    });
}

#[test]
fn xml_and_json_are_well_formed() {
    on_sites(|site| {
        let check = |(path, bytes): (&String, &Vec<u8>)| {
            let text = String::from_utf8_lossy(bytes);
            let wrong = match path {
                path if has(path, "xml") => unbalanced(&text, "").into_iter().chain(bare_ampersand(&text)).collect(),
                path if has(path, "json") => serde_json::from_str::<serde_json::Value>(&text)
                    .err()
                    .map(|error| error.to_string())
                    .into_iter()
                    .collect(),
                _ => vec![],
            };
            wrong.into_iter().map(|text| format!("{path}: {text}")).collect::<Vec<_>>()
        };
        site.tree.iter().flat_map(check).collect()
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    const PLACES: [&[(&str, &str)]; 3] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "Asia/Kathmandu"), ("LC_ALL", "C")],
        &[("RAYON_NUM_THREADS", "4"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "ar_EG.UTF-8")],
        &[("RAYON_NUM_THREADS", "2"), ("HOME", "/nonexistent"), ("COLUMNS", "20")],
    ];
    on_sites(|site| {
        let other = |environment: &&[(&str, &str)]| {
            let (tree, _) = site.case.copy().build(environment);
            let paths: BTreeSet<_> = site.tree.keys().chain(tree.keys()).collect();
            let differ = paths.into_iter().filter(|path| site.tree.get(*path) != tree.get(*path));
            differ.map(|path| format!("{path} differs with {environment:?}")).collect::<Vec<_>>()
        };
        PLACES.iter().flat_map(other).collect()
    });
}

#[test]
fn an_article_without_its_notes_is_the_same_text() {
    on_sites(|site| {
        let copy = site.case.copy();
        let articles = take_notes_away(&copy);
        let (plain, _) = copy.build(&[]);
        let compare = |slug: String| {
            let path = format!("articles/{slug}.html");
            let text = |tree: &Tree| tree.get(&path).and_then(|bytes| Page::read(&String::from_utf8_lossy(bytes)).bare);
            let (with, without) = (text(&site.tree)?, text(&plain).unwrap_or_default());
            (with != without)
                .then(|| format!("{path} (- without notes, + with notes)\n{}", difference(&without, &with)))
        };
        articles.into_iter().filter_map(compare).collect()
    });
}

/// Removes all `notes` folders. Returns the articles that have no notes in their front matter besides, and no link to one.
fn take_notes_away(copy: &Workplace) -> Vec<String> {
    let entries = fs::read_dir(copy.site().join("content/articles")).into_iter().flatten().flatten();
    let mut slugs = vec![];
    for entry in entries.filter(|entry| entry.path().is_dir()) {
        let notes = entry.path().join("notes");
        if notes.exists() {
            fs::remove_dir_all(notes).expect("a folder of the copy");
        }
        let text = fs::read_to_string(entry.path().join("article.md")).unwrap_or_default();
        if !text.lines().any(|line| line.starts_with("notes:")) && !text.contains("/notes/") {
            slugs.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    slugs
}

fn broken(site: &Built, path: &str, link: &Link) -> Option<String> {
    let own = link.to.strip_prefix(&site.base).filter(|_| path == "404.html" && !site.base.is_empty());
    if own.is_none() && (scheme(&link.to).is_some() || link.to.starts_with('/')) {
        return None;
    }
    let (address, fragment) = own.unwrap_or(&link.to).split_once('#').unwrap_or((own.unwrap_or(&link.to), ""));
    let file = match (own, address) {
        (Some(""), _) => "index.html".to_owned(),
        (Some(_), _) => address.to_owned(),
        (None, "") => path.to_owned(),
        (None, _) => {
            let address = percent_decode_str(address.split('?').next().unwrap_or_default());
            joined(path, &address.decode_utf8_lossy())
        }
    };
    if !site.tree.contains_key(&file) {
        return Some(format!("\"{}\" leads to no file", link.to));
    }
    let page = site.pages.get(&file).filter(|_| !fragment.is_empty())?;
    (!page.ids.contains(fragment)).then(|| format!("\"{}\" leads to no id", link.to))
}

/// `../topics/x.html` from `articles/a.html` → `topics/x.html`.
fn joined(page: &str, to: &str) -> String {
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in Path::new(to).components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.push(name.to_str().unwrap_or_default()),
            _ => {}
        }
    }
    parts.join("/")
}

fn scheme(address: &str) -> Option<&str> {
    let (name, _) = address.split_once(':')?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)).then_some(name)
}

/// An `&` in XML that begins no entity.
pub(crate) fn bare_ampersand(text: &str) -> Option<String> {
    let mut after = text.split('&').skip(1);
    let rest = after.find(|rest| {
        !rest
            .split_once(';')
            .is_some_and(|(name, _)| ["amp", "lt", "gt", "quot", "apos"].contains(&name) || name.starts_with('#'))
    })?;
    Some(format!("an & begins no entity: &{}", rest.chars().take(20).collect::<String>()))
}

fn has(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}
