//! The site's articles, and which of them a source became.

use std::path::Path;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::cmd::site;
use crate::config::Config;
use crate::diag::{Diagnostics, Severity};
use crate::import::hypothesis::same_page;
use crate::import::{Block, Draft};
use crate::model::address::Address;
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::sources::Sources;
use crate::pipeline;
use crate::text::count_differences;

/// The site's articles.
pub(super) struct Articles {
    pub(super) config: Config,
    pub(super) sources: Sources,
    pub(super) library: Library,
    /// Files below `content/articles` with an error in them, and where: what they hold is not known.
    broken: Vec<(String, String)>,
}

/// What was found for a source.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The number of the article in the library.
    Article(usize),
    /// It is a new one.
    None,
    /// The name of an article that it may be, and why that can't be told or used.
    Refused(String, String),
}

/// Part of the words of the shorter of two texts that both have, from which on they are taken for one article. Two texts
/// about the same thing share a third of their words; an edited one rarely loses half.
const LIKE: f32 = 0.5;

impl Articles {
    /// Those of the site at `root`.
    ///
    /// # Errors
    /// When the settings or a file can't be read.
    pub(super) fn of(root: &Path) -> anyhow::Result<Self> {
        let config = site::settings(root)?;
        let mut found = Diagnostics::default();
        let has_articles = root.join("content/articles").is_dir();
        let sources = if has_articles { pipeline::load::load(root, &config, &mut found)? } else { Sources::default() };
        let library = pipeline::parse::parse(sources.clone(), &config, &mut found);
        let errors = found.sorted(&library.sources).into_iter().filter(|problem| problem.severity == Severity::Error);
        let broken = errors.filter_map(|problem| {
            let span = problem.span?;
            let (path, at) = (library.sources.path(span.source), library.sources.line_column(span));
            let place = format!("{path}:{}:{}: {}", at.line, at.column, problem.message);
            path.starts_with(ARTICLES).then(|| (path.to_owned(), place))
        });
        let broken = broken.collect();
        Ok(Self { config, sources, library, broken })
    }

    /// The article that a draft became: the one that is `asked` for, else by its address, by the name of its folder, or by
    /// the file that it was read from. What only a name says has to share words with the text.
    pub(super) fn find(&self, asked: Option<&str>, slug: &str, draft: &Draft) -> Found {
        if let Some(asked) = asked {
            let slug = asked.rsplit(['/', '\\']).find(|part| !part.is_empty() && *part != "article.md").unwrap_or("");
            return match self.library.article(slug) {
                Some(number) => self.readable(number),
                None => self.missing(slug),
            };
        }
        let articles = &self.library.articles;
        let numbers = || 0..articles.len();
        let by_address: Vec<usize> = numbers().filter(|&n| address_says(&articles[n], draft) == Some(true)).collect();
        match by_address[..] {
            [only] => return self.readable(only),
            [first, ..] => {
                // Items that all lead to one page are told by their names.
                if let Some(named) = self.library.article(slug).filter(|named| by_address.contains(named)) {
                    return self.readable(named);
                }
                let why = format!("its address is that of {}: {}", self.named(&by_address), SAY);
                return Found::Refused(articles[first].slug.to_string(), why);
            }
            [] => {}
        }
        if let Some(number) = self.library.article(slug) {
            let article = &articles[number];
            if address_says(article, draft) == Some(false) {
                let why = format!("the article of this name has another address: {SAY}");
                return Found::Refused(slug.to_owned(), why);
            }
            if likeness(article, draft) < LIKE {
                let why = format!("the article of this name is another text: {SAY}");
                return Found::Refused(slug.to_owned(), why);
            }
            return self.readable(number);
        }
        if self.broken(slug).is_some() {
            return self.missing(slug);
        }
        self.by_file(draft)
    }

    /// The one article that was read from a file of this name and is this text.
    fn by_file(&self, draft: &Draft) -> Found {
        let articles = &self.library.articles;
        let is = |article: &Article| {
            article.front.import.as_ref().is_some_and(|import| import.from == draft.from)
                && address_says(article, draft) != Some(false)
                && likeness(article, draft) >= LIKE
        };
        let like: Vec<usize> = (0..articles.len()).filter(|&number| is(&articles[number])).collect();
        match like[..] {
            [only] => self.readable(only),
            [first, ..] => {
                let why = format!("it may be {}: {SAY}", self.named(&like));
                Found::Refused(articles[first].slug.to_string(), why)
            }
            [] => match self.unknown() {
                // What can't be read may be this very article, which would then be there twice.
                Some((slug, place)) => {
                    Found::Refused(slug, format!("it may be an article that can't be read: {place}"))
                }
                None => Found::None,
            },
        }
    }

    /// An article, unless something in its folder can't be read: a note that is not seen would lose its place.
    fn readable(&self, number: usize) -> Found {
        let slug = self.library.articles[number].slug.as_str();
        match self.broken(slug) {
            Some(place) => Found::Refused(slug.to_owned(), format!("mend this first: {place}")),
            None => Found::Article(number),
        }
    }

    fn missing(&self, slug: &str) -> Found {
        let why = match self.broken(slug) {
            Some(place) => format!("it can't be read: {place}"),
            None => "there is no such article: it is named by its folder in content/articles".to_owned(),
        };
        Found::Refused(slug.to_owned(), why)
    }

    /// The first error in an article's folder.
    fn broken(&self, slug: &str) -> Option<&str> {
        let folder = format!("{ARTICLES}{slug}/");
        self.broken.iter().find(|(path, _)| path.starts_with(&folder)).map(|(_, place)| place.as_str())
    }

    /// The first article that can't be read at all.
    fn unknown(&self) -> Option<(String, String)> {
        self.broken.iter().find_map(|(path, place)| {
            let slug = path.strip_prefix(ARTICLES)?.split('/').next()?;
            self.library.article(slug).is_none().then(|| (slug.to_owned(), place.clone()))
        })
    }

    fn named(&self, numbers: &[usize]) -> String {
        let slugs: Vec<&str> = numbers.iter().map(|&number| self.library.articles[number].slug.as_str()).collect();
        slugs.join(" and ")
    }
}

const ARTICLES: &str = "content/articles/";

/// What to do where it can't be told.
const SAY: &str = "say which one it is with --article NAME";

/// Whether the addresses say that an article is the draft's; `None` where one of them has none.
fn address_says(article: &Article, draft: &Draft) -> Option<bool> {
    let own = article.front.source.url.as_ref().map(Address::as_str).and_then(same_page)?;
    Some(own == draft.url.as_deref().and_then(same_page)?)
}

/// Part of the words of the shorter text that the other one has in the same order.
fn likeness(article: &Article, draft: &Draft) -> f32 {
    let old = article.body.text.as_str();
    let new = draft.body.iter().map(Block::words).collect::<Vec<_>>().join("\n");
    let (had, has) = (old.unicode_words().count(), new.unicode_words().count());
    let kept = had.saturating_sub(count_differences(old, &new).removed);
    #[expect(clippy::cast_precision_loss, reason = "no article has 16 million words")]
    let share = kept as f32 / had.min(has).max(1) as f32;
    share
}
