//! Where the links of a Markdown text lead.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::model::address::{Address, BadAddress};
use crate::model::article::Article;
use crate::model::document::{Document, Link, LinkKind};
use crate::model::library::Library;
use crate::model::reference::{Reference, ReferenceKind};
use crate::model::route::Route;
use crate::model::site::{BrokenLink, Href, Thing};
use crate::text::nearest;

/// What each link of a document leads to, in order.
pub(super) fn of_document(document: &Document, library: &Library) -> Vec<Href> {
    let here = library.sources.path(document.source);
    document.links.iter().map(|link| resolve(link, here, library)).collect()
}

fn resolve(link: &Link, here: &str, library: &Library) -> Href {
    match link.kind {
        LinkKind::Wiki => wiki(&link.target, library),
        LinkKind::Email => elsewhere(&format!("mailto:{}", link.target)),
        LinkKind::Link | LinkKind::Image => target(&link.target, here, library),
    }
}

fn broken(why: impl Into<String>) -> Href {
    Href::Broken(BrokenLink { why: why.into(), nearest: None })
}

/// A wikilink: `[[slug]]`, `[[claim:id#place]]`.
fn wiki(text: &str, library: &Library) -> Href {
    let reference = Reference::parse(text);
    match thing(&reference, library) {
        Some(thing) => Href::Page { thing, fragment: reference.fragment.map(str::to_owned) },
        None => Href::Broken(BrokenLink {
            why: format!("nothing is called `{}`", text.trim()),
            nearest: nearest(reference.id, names(&reference, library)).map(str::to_owned),
        }),
    }
}

fn thing(reference: &Reference<'_>, library: &Library) -> Option<Thing> {
    let id = reference.id;
    let article = || library.article(id).map(Thing::Article);
    let claim = || library.claims.index(id).map(Thing::Claim);
    let topic = || library.topics.index(id).map(Thing::Topic);
    let outlet = || library.outlets.index(id).map(Thing::Outlet);
    match reference.kind {
        None => article().or_else(topic).or_else(claim).or_else(outlet),
        Some(ReferenceKind::Article) => article(),
        Some(ReferenceKind::Claim) => claim(),
        Some(ReferenceKind::Topic) => topic(),
        Some(ReferenceKind::Outlet) => outlet(),
        Some(ReferenceKind::Editor) => library.editors.index(id).map(Thing::Editor),
        Some(ReferenceKind::Page) => library.page(id).map(Thing::Page),
    }
}

/// The ids that the reference might have meant.
fn names<'a>(reference: &Reference<'_>, library: &'a Library) -> Vec<&'a str> {
    let wanted = |kind| reference.kind.is_none_or(|k| k == kind);
    let mut names = Vec::new();
    if wanted(ReferenceKind::Article) {
        names.extend(library.articles.iter().map(|a| a.slug.as_str()));
    }
    if wanted(ReferenceKind::Topic) {
        names.extend(library.topics.ids().map(crate::model::id::Id::as_str));
    }
    if wanted(ReferenceKind::Claim) {
        names.extend(library.claims.ids().map(crate::model::id::Id::as_str));
    }
    if wanted(ReferenceKind::Outlet) {
        names.extend(library.outlets.ids().map(crate::model::id::Id::as_str));
    }
    if reference.kind == Some(ReferenceKind::Editor) {
        names.extend(library.editors.ids().map(crate::model::id::Id::as_str));
    }
    if reference.kind == Some(ReferenceKind::Page) {
        names.extend(library.pages.iter().map(|p| p.slug.as_str()));
    }
    names
}

/// An address, a place on this page, or the path of a file.
fn target(text: &str, here: &str, library: &Library) -> Href {
    // What browsers strip before they read an address (WHATWG URL, 4.4): a check must not see less than they do.
    let text: String =
        text.trim_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    if let Some(fragment) = text.strip_prefix('#') {
        return Href::Here(fragment.to_owned());
    }
    if text.is_empty() {
        return broken("this link has no target");
    }
    if text.contains('\\') {
        return broken(format!("`{text}` holds a backslash: between folders stands `/`"));
    }
    if text.starts_with('/') {
        return broken(format!(
            "`{text}` begins at the root of a server or disk, which a page opened from a folder does not have"
        ));
    }
    match Url::parse(&text) {
        Ok(_) => elsewhere(&text),
        Err(url::ParseError::RelativeUrlWithoutBase) => file(&text, here, library),
        Err(error) => broken(format!("`{text}` is not an address: {error}")),
    }
}

fn elsewhere(text: &str) -> Href {
    match Address::parse(text) {
        Ok(address) => Href::Elsewhere(address),
        Err(error @ (BadAddress::Scheme(_) | BadAddress::UserInfo | BadAddress::Malformed(_))) => {
            broken(error.to_string())
        }
    }
}

/// Stands for the site's root while a path is resolved; reserved never to exist (RFC 2606).
const ROOT: &str = "http://root.invalid/";

/// The path of a file of the site, as it works on the forge.
fn file(text: &str, here: &str, library: &Library) -> Href {
    let joined = Url::parse(ROOT).and_then(|root| root.join(here)).and_then(|base| base.join(text));
    let Ok(url) = joined else { return broken(format!("`{text}` is not a path")) };
    let path = percent_decode_str(url.path().trim_start_matches('/')).decode_utf8_lossy().into_owned();
    let fragment = url.fragment().map(|f| percent_decode_str(f).decode_utf8_lossy().into_owned());
    let parts: Vec<&str> = path.split('/').collect();
    let stem = |file: &str, ending: &str| file.strip_suffix(ending).map(str::to_owned);
    let found = match parts[..] {
        ["content", "articles", slug, "article.md"] => library.article(slug).map(Thing::Article),
        ["content", "articles", slug, "notes", file] => {
            return match (library.article(slug), stem(file, ".yaml")) {
                (Some(article), Some(id)) if library.articles[article].notes.iter().any(|n| n.id.as_str() == id) => {
                    Href::Page { thing: Thing::Article(article), fragment: Some(format!("note-{id}")) }
                }
                (Some(article), _) => no_note(file, text, &library.articles[article]),
                (None, _) => missing(text),
            };
        }
        ["content", "articles", slug, ..] => return attachment(slug, &parts[3..].join("/"), text, library),
        ["content", folder, file] => entity(folder, file, library),
        _ => None,
    };
    found.map_or_else(|| missing(text), |thing| Href::Page { thing, fragment })
}

fn entity(folder: &str, file: &str, library: &Library) -> Option<Thing> {
    if folder == "pages" {
        return library.page(file.strip_suffix(".md")?).map(Thing::Page);
    }
    let id = file.strip_suffix(".yaml")?;
    match folder {
        "claims" => library.claims.index(id).map(Thing::Claim),
        "topics" => library.topics.index(id).map(Thing::Topic),
        "outlets" => library.outlets.index(id).map(Thing::Outlet),
        "editors" => library.editors.index(id).map(Thing::Editor),
        _ => None,
    }
}

fn attachment(slug: &str, name: &str, text: &str, library: &Library) -> Href {
    let article = library.article(slug).map(|i| &library.articles[i]);
    match article.and_then(|a| a.attachments.iter().find(|file| file.name == name)) {
        Some(file) if file.flaw.is_some() => broken(format!("the file `{text}` is not published")),
        Some(_) => Href::File(Route::new(format!("articles/{slug}/{name}"))),
        None => Href::Broken(BrokenLink {
            why: format!("there is no file `{text}`"),
            nearest: article
                .and_then(|a| nearest(name, a.attachments.iter().map(|file| file.name.as_str())))
                .and_then(|near| Some(format!("{}{near}", text.strip_suffix(name)?))),
        }),
    }
}

/// A path into the folder of an article's notes that leads to none: a note of a like name may be meant, or a file beside
/// the article, one folder up.
fn no_note(file: &str, text: &str, article: &Article) -> Href {
    let notes: Vec<String> = article.notes.iter().map(|note| format!("{}.yaml", note.id)).collect();
    let folder = text.strip_suffix(file).unwrap_or_default();
    let beside = article.attachments.iter().any(|attachment| attachment.name == file);
    let near = nearest(file, notes.iter().map(String::as_str)).map(|note| format!("{folder}{note}"));
    Href::Broken(BrokenLink {
        why: format!("there is no file `{text}`"),
        nearest: if beside { Some(format!("{folder}../{file}")) } else { near },
    })
}

fn missing(text: &str) -> Href {
    broken(format!("there is no file `{text}` that has a page"))
}
