//! What [`load`](crate::pipeline::load) gives: the files of a site, read and sorted by what they are, not yet understood.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::id::Id;
use super::message::Messages;
use crate::diag::{SourceId, SourceMap};

/// All files of a site.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The text files, each read once.
    pub map: SourceMap,
    /// Folders of `content/articles`.
    pub articles: Vec<ArticleSources>,
    /// Files of `content/outlets`.
    pub outlets: Vec<NamedSource>,
    /// Files of `content/claims`.
    pub claims: Vec<NamedSource>,
    /// Files of `content/topics`.
    pub topics: Vec<NamedSource>,
    /// Files of `content/events`.
    pub events: Vec<NamedSource>,
    /// Files of `content/editors`.
    pub editors: Vec<NamedSource>,
    /// Files of `content/pages`.
    pub pages: Vec<NamedSource>,
    /// What the pages look like.
    pub look: Look,
}

/// A file whose name is the id of what it holds.
#[derive(Clone, Debug)]
pub struct NamedSource {
    /// The file's name without its ending.
    pub id: Id,
    /// The file.
    pub source: SourceId,
}

/// One folder of `content/articles`.
#[derive(Clone, Debug)]
pub struct ArticleSources {
    /// The folder's name.
    pub slug: Id,
    /// Its `article.md`.
    pub article: SourceId,
    /// Its `notes/*.yaml`, by name.
    pub notes: Vec<NamedSource>,
    /// Everything else in it that a page may show.
    pub attachments: Vec<Attachment>,
}

/// A file that lies beside an article and is copied as it is.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its path from the article's folder, with `/`.
    pub name: String,
    /// Its place in messages; its text is not kept.
    pub source: SourceId,
    /// Where it lies on the disk.
    pub path: PathBuf,
    /// Width and height in pixels, for images whose header says so.
    pub size: Option<(u32, u32)>,
    /// Why it is not published, if it could do more than show something.
    pub flaw: Option<String>,
}

/// Templates and theme: trusted, unlike content.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Templates by name with the place they win from: `site/…` over `theme/…` over `builtin/…`.
    pub templates: BTreeMap<String, String>,
    /// The words of pages by language, tags in small letters (`en`, `fr-ca`): the site's own over the theme's over
    /// those that postil brings, message by message.
    pub messages: BTreeMap<String, Messages>,
    /// The theme's static files by their path in `static/`.
    pub statics: BTreeMap<String, Vec<u8>>,
    /// Which of them are style sheets, in the order in which pages load them.
    pub styles: Vec<String>,
    /// Those that not every page needs, with the kinds of page that load them.
    pub only_on: BTreeMap<String, Vec<String>>,
}
