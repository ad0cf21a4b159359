//! What [`link`](crate::pipeline::link) adds: who points at what.

use std::collections::BTreeMap;

use super::address::Address;
use super::anchor::Anchored;
use super::article::OutletCorrection;
use super::compared::ComparedPair;
use super::document::Document;
use super::excerpt::Excerpt;
use super::id::Id;
use super::library::Library;
use super::mention::{Mention, SharedName};
use super::note::{Change, Citation, Note};
use super::route::Route;
use super::shared::SharedPair;
use super::vocabulary::{Relation, TopicKind};
use crate::diag::Origin;

/// One of the things that have a page, by its number in the [`Library`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// In [`Library::articles`].
    Article(usize),
    /// In [`Library::claims`].
    Claim(usize),
    /// In [`Library::topics`].
    Topic(usize),
    /// In [`Library::outlets`].
    Outlet(usize),
    /// In [`Library::editors`].
    Editor(usize),
    /// In [`Library::pages`].
    Page(usize),
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Href {
    /// A page of the site.
    Page {
        /// What the page is about.
        thing: Thing,
        /// A place on it.
        fragment: Option<String>,
    },
    /// A page of the site that is about no single thing, or a file that is copied.
    File(Route),
    /// A place on the same page.
    Here(String),
    /// Somewhere else.
    Elsewhere(Address),
    /// Nowhere: why, and what may be meant.
    Broken(BrokenLink),
}

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenLink {
    /// What is wrong, for a message.
    pub why: String,
    /// The nearest thing that exists.
    pub nearest: Option<String>,
}

/// The links of an article's texts, each in the order of [`Document::links`](super::document::Document::links).
#[derive(Clone, Debug, Default)]
pub struct ArticleLinks {
    /// Of the article.
    pub body: Vec<Href>,
    /// Of each note.
    pub notes: Vec<Vec<Href>>,
}

/// A text that links here, with the sentence that does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// Whose page it stands on.
    pub from: Thing,
    /// The note that links, by its place in the article's notes; none where the page's own text does.
    pub note: Option<usize>,
    /// The link's words in their sentence.
    pub excerpt: Excerpt,
}

/// A note, by the numbers of its article and its own place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteRef {
    /// In [`Library::articles`].
    pub article: usize,
    /// In its notes.
    pub note: usize,
}

/// Who wrote articles, as printed there.
#[derive(Clone, Debug)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The name as a file is called.
    pub slug: String,
    /// What they wrote.
    pub articles: Vec<usize>,
}

/// Articles with something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other article.
    pub article: usize,
    /// How many claims both touch.
    pub claims: usize,
    /// How many topics of each kind both are about or mention; kinds without any are left out.
    pub topics: BTreeMap<TopicKind, usize>,
    /// How many passages both have.
    pub passages: usize,
    /// Whether so much of one stands in the other that it is probably the same text.
    pub same_text: bool,
}

/// A document that is cited, with everything that cites it.
#[derive(Clone, Debug)]
pub struct CitedDocument {
    /// The document, with the fullest of what its citations say of it.
    pub citation: Citation,
    /// Where it is cited.
    pub cited_by: Vec<CitedAt>,
}

/// A place where a document is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitedAt {
    /// Who cites it.
    pub citer: Citer,
    /// The citation's number among the citer's sources.
    pub source: usize,
}

/// What cites a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Citer {
    /// A note.
    Note(NoteRef),
    /// A claim, by its number.
    Claim(usize),
    /// An event, by its number.
    Event(usize),
}

/// What has a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recorded {
    /// A note.
    Note(NoteRef),
    /// A claim, by its number.
    Claim(usize),
}

/// An entry of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeRef {
    /// What was changed.
    pub of: Recorded,
    /// The entry's number in its history.
    pub entry: usize,
}

/// A correction that an outlet published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutletCorrectionRef {
    /// The article that was corrected, in [`Library::articles`].
    pub article: usize,
    /// The number of the correction in its front matter.
    pub entry: usize,
}

/// Everything that points somewhere, both ways.
#[derive(Debug, Default)]
pub struct Links {
    /// What each article's links lead to.
    pub articles: Vec<ArticleLinks>,
    /// What each page's links lead to.
    pub pages: Vec<Vec<Href>>,
    /// Who links to a thing.
    pub backlinks: BTreeMap<Thing, Vec<Backlink>>,
    /// For each article its notes in reading order: anchored ones by place, whole-article ones before, lost ones last.
    pub reading_order: Vec<Vec<usize>>,
    /// For each claim the notes that are tied to it, by article and reading order.
    pub claim_notes: Vec<Vec<NoteRef>>,
    /// For each claim those that it is related to, by relation and number, whichever side says so.
    pub claim_relations: Vec<Vec<(Relation, usize)>>,
    /// For each topic the articles about it.
    pub topic_articles: Vec<Vec<usize>>,
    /// For each topic the claims about it.
    pub topic_claims: Vec<Vec<usize>>,
    /// For each topic the events that belong to it, by date.
    pub topic_events: Vec<Vec<usize>>,
    /// For each topic those directly below it.
    pub topic_narrower: Vec<Vec<usize>>,
    /// For each topic and claim that is the target of stances, the articles with the number of the stance.
    pub stances_toward: BTreeMap<Thing, Vec<(usize, usize)>>,
    /// For each outlet what it published.
    pub outlet_articles: Vec<Vec<usize>>,
    /// For each outlet what it republished.
    pub outlet_republished: Vec<Vec<usize>>,
    /// For each editor the notes they wrote.
    pub editor_notes: Vec<Vec<NoteRef>>,
    /// All authors by slug.
    pub authors: Vec<Author>,
    /// For each article the words that name topics, in the order of its text.
    pub mentions: Vec<Vec<Mention>>,
    /// For each topic the articles that mention it, newest first.
    pub topic_mentions: Vec<Vec<usize>>,
    /// Labels and aliases that name no topic, since several have them.
    pub shared_names: Vec<SharedName>,
    /// For each article those nearest to it.
    pub related: Vec<Vec<Related>>,
    /// Pairs of articles that share passages, by their numbers.
    pub shared: Vec<SharedPair>,
    /// For each article the numbers of its pairs in [`Links::shared`].
    pub shared_of: Vec<Vec<usize>>,
    /// Pairs of articles that have a page on which they are compared, by their numbers.
    pub compared: Vec<ComparedPair>,
    /// For each article the numbers of its pairs in [`Links::compared`].
    pub compared_of: Vec<Vec<usize>>,
    /// All documents cited, by publisher and title.
    pub cited: Vec<CitedDocument>,
    /// Changes of notes and claims, newest first.
    pub changes: Vec<ChangeRef>,
    /// Corrections by outlets, newest first.
    pub outlet_corrections: Vec<OutletCorrectionRef>,
    /// Questions without an answer, newest first.
    pub open_questions: Vec<NoteRef>,
    /// Questions with one, the newest answer first.
    pub answered_questions: Vec<NoteRef>,
    /// Articles, newest first.
    pub newest: Vec<usize>,
}

/// A whole site: what was written, where quotes stand, who points at what.
#[derive(Debug)]
pub struct Site {
    /// What was written, with every quote's place.
    pub anchored: Anchored,
    /// Who points at what.
    pub links: Links,
}

impl Site {
    /// What was written.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.anchored.library
    }

    /// The thing that an id names, where a reference may mean a topic or a claim (targets of stances).
    #[must_use]
    pub fn topic_or_claim(&self, id: &Id) -> Option<Thing> {
        let library = self.library();
        library.topics.index(id.as_str()).map(Thing::Topic).or(library.claims.index(id.as_str()).map(Thing::Claim))
    }
}

impl Site {
    /// Whether a thing's page has a place of that name: a heading, or a note of an article.
    #[must_use]
    pub fn has_place(&self, thing: Thing, fragment: &str) -> bool {
        let library = self.library();
        let heading = |document: &Document| document.headings.iter().any(|h| *h.id == *fragment);
        match thing {
            Thing::Article(i) => {
                let article = &library.articles[i];
                let note = fragment.strip_prefix("note-");
                heading(&article.body) || note.is_some_and(|id| article.notes.iter().any(|n| n.id.as_str() == id))
            }
            Thing::Page(i) => heading(&library.pages[i].body),
            _ => false,
        }
    }

    /// Width and height in pixels of an image that lies beside an article, by its route.
    #[must_use]
    pub fn image_size(&self, route: &Route) -> Option<(u32, u32)> {
        let (slug, name) = route.as_str().strip_prefix("articles/")?.split_once('/')?;
        let article = &self.library().articles[self.library().article(slug)?];
        article.attachments.iter().find(|file| file.name == name)?.size
    }
}

impl Library {
    /// Where a thing's page stands.
    #[must_use]
    pub fn route(&self, thing: Thing) -> Route {
        let (folder, id) = match thing {
            Thing::Article(i) => ("articles", &self.articles[i].slug),
            Thing::Claim(i) => ("claims", &self.claims.at(i).id),
            Thing::Topic(i) => ("topics", &self.topics.at(i).id),
            Thing::Outlet(i) => ("outlets", &self.outlets.at(i).id),
            Thing::Editor(i) => ("editors", &self.editors.at(i).id),
            Thing::Page(i) => ("pages", &self.pages[i].slug),
        };
        Route::new(format!("{folder}/{id}.html"))
    }

    /// The outlet, person or organisation that makes a claim, by its id.
    #[must_use]
    pub fn claimant(&self, id: &str) -> Option<Thing> {
        let acts = |&i: &usize| matches!(self.topics.at(i).fields.kind, TopicKind::Person | TopicKind::Organisation);
        let outlet = self.outlets.index(id).map(Thing::Outlet);
        outlet.or_else(|| self.topics.index(id).filter(acts).map(Thing::Topic))
    }

    /// What a thing is called.
    #[must_use]
    pub fn label(&self, thing: Thing) -> &str {
        match thing {
            Thing::Article(i) => &self.articles[i].front.title,
            Thing::Claim(i) => &self.claims.at(i).fields.text,
            Thing::Topic(i) => &self.topics.at(i).fields.label,
            Thing::Outlet(i) => &self.outlets.at(i).fields.name,
            Thing::Editor(i) => &self.editors.at(i).fields.name,
            Thing::Page(i) => &self.pages[i].fields.title,
        }
    }
}

impl Library {
    /// A note.
    #[must_use]
    pub fn note(&self, at: NoteRef) -> &Note {
        &self.articles[at.article].notes[at.note]
    }

    /// What cites documents, with where it was written.
    #[must_use]
    pub fn sources_of(&self, citer: Citer) -> (&Origin, &[Citation]) {
        match citer {
            Citer::Note(at) => (&self.note(at).origin, &self.note(at).fields.sources),
            Citer::Claim(i) => (&self.claims.at(i).origin, &self.claims.at(i).fields.sources),
            Citer::Event(i) => (&self.events.at(i).origin, &self.events.at(i).fields.sources),
        }
    }

    /// One citation.
    #[must_use]
    pub fn citation(&self, at: CitedAt) -> &Citation {
        &self.sources_of(at.citer).1[at.source]
    }

    /// An entry of a history.
    #[must_use]
    pub fn change(&self, at: ChangeRef) -> &Change {
        match at.of {
            Recorded::Note(note) => &self.note(note).fields.history[at.entry],
            Recorded::Claim(i) => &self.claims.at(i).fields.history[at.entry],
        }
    }

    /// A correction by an outlet.
    #[must_use]
    pub fn outlet_correction(&self, at: OutletCorrectionRef) -> &OutletCorrection {
        &self.articles[at.article].front.corrections[at.entry]
    }
}
