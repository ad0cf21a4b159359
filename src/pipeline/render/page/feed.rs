//! Atom feeds, the sitemap and robots.txt: where formats demand absolute addresses, `base_url` is used.

use serde::Serialize;

use super::super::context::Section;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::model::date::Date;
use crate::model::route::Route;
use crate::model::site::Thing;

/// Entries in a feed.
pub(super) const ENTRIES: usize = 30;

/// What a feed's ids are made from where a site has no address: ids must be IRIs and never change (RFC 4287, 4.2.6).
const NO_ADDRESS: &str = "urn:postil:";

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    plan.page(&Route::new("feed.xml"), Renderer::feed)?;
    plan.page(&Route::new("corrections.xml"), Renderer::corrections_feed)?;
    plan.page(&Route::new("questions.xml"), Renderer::questions_feed)?;
    plan.page(&Route::new("robots.txt"), Renderer::robots)?;
    if plan.renderer.cx.config.base_url.is_some() {
        let pages = plan.output.iter().map(|(path, _)| path.as_str());
        let listed = pages.filter(|path| path.strip_suffix(".html").is_some_and(|stem| stem != "404"));
        let routes: Vec<String> = listed.map(str::to_owned).collect();
        plan.page(&Route::new("sitemap.xml"), move |r| r.sitemap(&routes))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct FeedCx {
    id: String,
    updated: String,
    self_url: String,
}

#[derive(Serialize)]
pub(super) struct Entry {
    pub(super) id: String,
    title: String,
    url: String,
    updated: String,
    author: String,
    summary: String,
}

#[derive(Serialize)]
struct Fields {
    feed: FeedCx,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct UrlCx {
    loc: String,
    lastmod: String,
}

#[derive(Serialize)]
struct Urls {
    urls: Vec<UrlCx>,
}

#[derive(Serialize)]
struct Robots {
    sitemap_url: String,
}

impl Renderer<'_> {
    fn feed(&self) -> Page {
        let mut entries = self.article_entries();
        entries.extend(self.note_entries());
        self.atom("feed.xml", entries)
    }

    fn article_entries(&self) -> Vec<(Date, Entry)> {
        let cx = &self.cx;
        let library = cx.library();
        let newest = cx.site.links.newest.iter().filter_map(|&i| {
            let article = &library.articles[i];
            let date = article.front.source.retrieved.or(article.front.source.published)?;
            let author = match &article.front.source.authors[..] {
                [] => cx.config.title.clone(),
                names => names.join(&cx.say("list-separator", &[])),
            };
            let summary = article.front.summary.clone().unwrap_or_default();
            let route = library.route(Thing::Article(i)).to_string();
            Some((date, self.entry(&route, article.front.title.clone(), date, author, summary)))
        });
        newest.take(ENTRIES).collect()
    }

    fn note_entries(&self) -> Vec<(Date, Entry)> {
        let cx = &self.cx;
        let library = cx.library();
        let newest = cx.notes_newest_first().into_iter().take(ENTRIES).map(|at| {
            let article = &library.articles[at.article];
            let note = &article.notes[at.note];
            let route = format!("{}#note-{}", library.route(Thing::Article(at.article)), note.id);
            let title = cx.pair(&cx.note_label(at), &article.front.title);
            let words = note.body.text.as_str();
            let summary = words[..crate::text::first_sentence(words)].to_owned();
            let author = cx.editor(&note.fields.by).label;
            (note.fields.created, self.entry(&route, title, note.fields.created, author, summary))
        });
        newest.collect()
    }

    /// An entry. Its link is absolute where the site has an address, and relative to the feed otherwise: an entry without
    /// content must have one (RFC 4287, 4.1.2), and links are references (4.2.7.1).
    pub(super) fn entry(&self, route: &str, title: String, date: Date, author: String, summary: String) -> Entry {
        let absolute = self.absolute(route);
        let id = if absolute.is_empty() { format!("{NO_ADDRESS}{route}") } else { absolute.clone() };
        let url = if absolute.is_empty() { route.to_owned() } else { absolute };
        Entry { id, title, url, updated: date.rfc3339(), author, summary }
    }

    /// The address of a route, or empty where the site has none.
    fn absolute(&self, route: &str) -> String {
        self.cx.config.base_url.as_ref().map(|base| format!("{base}{route}")).unwrap_or_default()
    }

    /// A feed of the newest entries, by the template of its name. Its time is that of the newest, since a build reads no clock.
    pub(super) fn atom(&self, name: &'static str, mut entries: Vec<(Date, Entry)>) -> Page {
        entries.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
        entries.truncate(ENTRIES);
        let self_url = self.absolute(name);
        let id = if self_url.is_empty() { format!("{NO_ADDRESS}{name}") } else { self_url.clone() };
        let updated = entries.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(date, _)| date.rfc3339());
        let entries = entries.into_iter().map(|(_, entry)| entry).collect();
        let page = self.cx.page("feed", Section::Home, &Route::new(name), &self.cx.config.title);
        self.fill(name, &page, &Fields { feed: FeedCx { id, updated, self_url }, entries })
    }

    fn sitemap(&self, routes: &[String]) -> Page {
        let library = self.cx.library();
        let lastmod = |route: &str| {
            let slug = route.strip_prefix("articles/").and_then(|r| r.strip_suffix(".html"));
            let article = slug.and_then(|slug| library.article(slug)).map(|i| &library.articles[i]);
            let date = article.and_then(|a| a.front.source.retrieved.or(a.front.source.published));
            date.map(|date| date.to_string()).unwrap_or_default()
        };
        let urls = routes.iter().map(|route| UrlCx { loc: self.absolute(route), lastmod: lastmod(route) });
        let page = self.cx.page("sitemap", Section::Home, &Route::new("sitemap.xml"), "Sitemap");
        self.fill("sitemap.xml", &page, &Urls { urls: urls.collect() })
    }

    fn robots(&self) -> Page {
        let page = self.cx.page("robots", Section::Home, &Route::new("robots.txt"), "robots.txt");
        self.fill("robots.txt", &page, &Robots { sitemap_url: self.absolute("sitemap.xml") })
    }
}
