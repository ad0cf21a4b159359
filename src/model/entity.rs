//! What articles are tied to: outlets, claims, topics, events, editors, and the site's own pages.

use schemars::JsonSchema;
use serde::Deserialize;

use super::address::Address;
use super::claimant::Claimants;
use super::date::{Date, When};
use super::document::Document;
use super::id::Id;
use super::note::{Change, Citation};
use super::vocabulary::{Relation, TopicKind};
use crate::diag::Origin;

/// A named thing with the place where it was written.
#[derive(Clone, Debug)]
pub struct Entry<T> {
    /// The file's name.
    pub id: Id,
    /// Where it was written.
    pub origin: Origin,
    /// What was written.
    pub fields: T,
}

/// Who publishes articles (schema.org `NewsMediaOrganization`).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Outlet {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: Option<Address>,
    /// Where it sits.
    pub country: Option<String>,
    /// Its language, BCP 47.
    pub language: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// One neutral sentence.
    pub summary: Option<String>,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The same outlet elsewhere.
    #[serde(default)]
    pub same_as: Vec<Address>,
    /// Other people's records about it. postil never computes one.
    #[serde(default)]
    pub ratings: Vec<Rating>,
}

/// What somebody else says about an outlet.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Rating {
    /// Who says so.
    pub rater: String,
    /// On which scale.
    pub scale: String,
    /// What.
    pub value: String,
    /// When.
    pub date: Date,
    /// Where.
    pub url: Option<Address>,
}

/// A statement that several articles make.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Claim {
    /// One sentence (schema.org `claimReviewed`).
    pub text: String,
    /// Who makes it: ids of outlets, people and organisations, or words where it is none of the site's. One, or a list.
    #[serde(default)]
    pub claimant: Claimants,
    /// When it was first made.
    pub date: Option<Date>,
    /// A level of the site's scale.
    pub verdict: Option<Id>,
    /// One sentence that gives the reason.
    pub summary: Option<String>,
    /// Topics that it is about.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Claims that are more specific than this one: whoever makes one of them makes this one too.
    #[serde(default)]
    pub narrower: Vec<Id>,
    /// Claims that can't be true where this one is; said on either side, it holds for both.
    #[serde(default)]
    pub contradicts: Vec<Id>,
    /// Claims that this one says again in other words.
    #[serde(default)]
    pub repeats: Vec<Id>,
    /// What the verdict rests on.
    #[serde(default)]
    pub sources: Vec<Citation>,
    /// Who wrote it down.
    pub by: Id,
    /// When.
    pub created: Date,
    /// What was changed since.
    #[serde(default)]
    pub history: Vec<Change>,
}

impl Claim {
    /// The claims that it names, with how each stands to it.
    pub fn relations(&self) -> impl Iterator<Item = (Relation, &Id)> {
        [
            (Relation::Narrower, &self.narrower),
            (Relation::Contradicts, &self.contradicts),
            (Relation::Repeats, &self.repeats),
        ]
        .into_iter()
        .flat_map(|(relation, ids)| ids.iter().map(move |id| (relation, id)))
    }
}

/// What articles are about.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Topic {
    /// Its name.
    pub label: String,
    /// What it is.
    pub kind: TopicKind,
    /// Other spellings.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// A sentence or two.
    pub summary: Option<String>,
    /// The same thing elsewhere.
    #[serde(default)]
    pub same_as: Vec<Address>,
    /// Topics that hold it.
    #[serde(default)]
    pub broader: Vec<Id>,
    /// Whether its label and aliases are looked for in articles; unless this says otherwise, those of all but themes
    /// are.
    pub mentions: Option<bool>,
}

impl Topic {
    /// Whether its names are looked for in articles. Those of themes are ordinary words as often as not ("sanctions"), so
    /// that a theme has to ask for it.
    #[must_use]
    pub fn is_looked_for(&self) -> bool {
        self.mentions.unwrap_or(self.kind != TopicKind::Theme)
    }
}

/// Something that happened.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Event {
    /// When.
    pub date: When,
    /// One sentence.
    pub text: String,
    /// Topics that it belongs to.
    #[serde(default)]
    pub topics: Vec<Id>,
    /// Articles that mention it; none where editors found it.
    #[serde(default)]
    pub articles: Vec<Id>,
    /// What shows it.
    #[serde(default)]
    pub sources: Vec<Citation>,
}

/// Who writes notes.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Editor {
    /// Their name.
    pub name: String,
    /// Their name on the forge.
    pub login: Option<String>,
    /// Their page.
    pub url: Option<Address>,
    /// A sentence or two.
    pub bio: Option<String>,
    /// What readers should know of their interests.
    #[serde(default)]
    pub disclosures: Vec<String>,
}

/// What stands above one of the site's own pages.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct PageFields {
    /// Its title.
    pub title: String,
    /// For the page's description.
    pub summary: Option<String>,
    /// Its place among the pages, smallest first.
    pub order: Option<i64>,
}

/// One of the site's own pages, such as the corrections policy.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file's name.
    pub slug: Id,
    /// Where its front matter was written.
    pub origin: Origin,
    /// What it says.
    pub fields: PageFields,
    /// Its text.
    pub body: Document,
}
