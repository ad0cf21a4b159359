//! What every page receives: the site and the page itself.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::super::assets::StyleSheetCx;
use super::super::html::Html;
use super::cards::KindCx;
use super::{Contexts, direction};
use crate::config::Offline;
use crate::model::route::Route;
use crate::model::vocabulary::NoteKind;

/// The main sections, in the order of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// The first page and those that belong to no section.
    Home,
    Articles,
    Topics,
    Claims,
    Notes,
    Timeline,
    Sources,
    Search,
}

impl Section {
    const ALL: [Self; 8] = [
        Self::Home,
        Self::Articles,
        Self::Topics,
        Self::Claims,
        Self::Notes,
        Self::Timeline,
        Self::Sources,
        Self::Search,
    ];

    /// The message with its name, and where it is.
    fn link(self) -> (&'static str, &'static str) {
        match self {
            Self::Home => ("home", "index.html"),
            Self::Articles => ("articles-title", "articles/index.html"),
            Self::Topics => ("topics-title", "topics/index.html"),
            Self::Claims => ("claims-title", "claims/index.html"),
            Self::Notes => ("notes-title", "notes/index.html"),
            Self::Timeline => ("timeline", "timeline.html"),
            Self::Sources => ("sources", "sources.html"),
            Self::Search => ("search", "search.html"),
        }
    }
}

#[derive(Serialize)]
struct NavCx {
    label: String,
    route: &'static str,
    /// The key that leads there together with the browser's own (HTML `accesskey`), or empty.
    key: &'static str,
    current: bool,
}

#[derive(Serialize)]
struct PageLink {
    label: String,
    route: String,
}

#[derive(Serialize)]
struct Counts {
    articles: usize,
    notes: usize,
    claims: usize,
    topics: usize,
    outlets: usize,
    editors: usize,
    sources: usize,
}

#[derive(Serialize)]
struct ScaleCx {
    id: String,
    levels: Vec<Value>,
}

#[derive(Serialize)]
struct Fields<'a> {
    title: &'a str,
    description: &'a str,
    language: &'a str,
    dir: &'static str,
    base_url: &'a str,
    repository: &'a str,
    generator: &'a str,
    nav: Vec<NavCx>,
    pages: &'a [PageLink],
    stylesheets: &'a [StyleSheetCx],
    /// Their routes by name.
    scripts: &'a BTreeMap<String, String>,
    icon: &'a str,
    counts: &'a Counts,
    scale: &'a ScaleCx,
    kinds: Vec<KindCx>,
}

/// `site` in templates, made once for each section of the navigation.
pub(crate) struct SiteCx {
    sections: Vec<Value>,
}

impl SiteCx {
    /// Makes all; without the script that searches there is no search.
    pub(crate) fn new(
        cx: &Contexts<'_>,
        stylesheets: &[StyleSheetCx],
        scripts: &BTreeMap<String, String>,
        icon: &str,
    ) -> Self {
        let library = cx.library();
        let counts = Counts {
            articles: library.articles.len(),
            notes: library.articles.iter().map(|a| a.notes.len()).sum(),
            claims: library.claims.len(),
            topics: library.topics.len(),
            outlets: library.outlets.len(),
            editors: library.editors.len(),
            sources: cx.site.links.cited.len(),
        };
        let shown = |section: &Section| match section {
            Section::Claims => counts.claims > 0,
            Section::Topics => counts.topics > 0,
            Section::Notes => counts.notes > 0,
            Section::Timeline => !library.events.is_empty(),
            Section::Sources => counts.sources > 0,
            Section::Search => scripts.contains_key("search"),
            Section::Home => false,
            Section::Articles => true,
        };
        let levels = cx.scale.levels.iter().filter_map(|level| cx.verdict(Some(&level.id))).collect();
        let scale = ScaleCx { id: cx.config.scale.id.to_string(), levels };
        let pages = pages(cx);
        let generator = concat!("postil ", env!("CARGO_PKG_VERSION"));
        let make = |here: &Section| {
            let nav = Section::ALL.iter().filter(|s| shown(s)).map(|section| {
                let (id, route) = section.link();
                let key = if *section == Section::Search { "/" } else { "" };
                NavCx { label: cx.say(id, &[]), route, key, current: section == here }
            });
            Value::from_serializable(&Fields {
                title: &cx.config.title,
                description: &cx.config.description,
                language: &cx.config.language,
                dir: direction(&cx.config.language),
                base_url: cx.config.base_url.as_ref().map_or("", |url| url.as_str()),
                repository: cx.config.repository.as_ref().map_or("", |r| r.url.as_str()),
                generator,
                nav: nav.collect(),
                pages: &pages,
                stylesheets,
                scripts,
                icon,
                counts: &counts,
                scale: &scale,
                kinds: NoteKind::ALL.iter().map(|&kind| KindCx::new(&cx.language, kind)).collect(),
            })
        };
        Self { sections: Section::ALL.iter().map(make).collect() }
    }

    /// `site` for a page of a section.
    pub(crate) fn section(&self, section: Section) -> Value {
        self.sections[section as usize].clone()
    }
}

/// The site's own pages by their order and title, then lists of what has something in it.
fn pages(cx: &Contexts<'_>) -> Vec<PageLink> {
    let library = cx.library();
    let mut pages: Vec<_> = library.pages.iter().collect();
    pages.sort_by_key(|p| (p.fields.order.unwrap_or(i64::MAX), p.fields.title.clone()));
    let mut links: Vec<PageLink> = pages
        .into_iter()
        .map(|p| PageLink { label: p.fields.title.clone(), route: format!("pages/{}.html", p.slug) })
        .collect();
    let mut list = |id: &str, route: &str, shown: bool| {
        if shown {
            links.push(PageLink { label: cx.say(id, &[]), route: route.into() });
        }
    };
    list("overview", "overview.html", cx.has_overview());
    list("outlets-title", "outlets/index.html", !library.outlets.is_empty());
    list("editors-title", "editors/index.html", !library.editors.is_empty());
    list("comparisons", "compare/index.html", !cx.site.links.compared.is_empty());
    let links_of = &cx.site.links;
    let changed = !links_of.changes.is_empty() || !links_of.outlet_corrections.is_empty();
    list("corrections", "corrections.html", changed);
    let asked = !links_of.open_questions.is_empty() || !links_of.answered_questions.is_empty();
    list("questions", "questions.html", asked || cx.unjudged_claims().next().is_some());
    list("offline", "offline.html", cx.config.offline == Offline::Pwa);
    links
}

/// `page` in templates.
#[derive(Serialize)]
pub(crate) struct PageCx {
    kind: &'static str,
    title: String,
    pub(crate) heading: String,
    pub(crate) description: String,
    pub(crate) root: String,
    route: String,
    pub(crate) canonical: String,
    pub(crate) language: String,
    pub(crate) dir: &'static str,
    pub(crate) json_ld: Html,
    #[serde(skip)]
    pub(crate) section: Section,
}

impl Contexts<'_> {
    /// A page of some kind with its title.
    pub(crate) fn page(&self, kind: &'static str, section: Section, route: &Route, title: impl Into<String>) -> PageCx {
        let title = title.into();
        let base = self.config.base_url.as_ref();
        PageCx {
            kind,
            heading: title.clone(),
            title,
            description: String::new(),
            root: route.root(),
            route: route.to_string(),
            canonical: base.map(|base| format!("{base}{route}")).unwrap_or_default(),
            language: self.config.language.clone(),
            dir: direction(&self.config.language),
            json_ld: Html::default(),
            section,
        }
    }
}
