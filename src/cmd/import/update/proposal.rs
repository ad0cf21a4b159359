//! What a source would change in the article that it became.

use std::path::{Path, PathBuf};

use super::Updater;
use super::body::{Body, Conflict, Texts, changes, decide};
use super::carry::{Carried, carry, source};
use super::pictures::{self, Pictures};
use crate::cmd::import::outlets::Stub;
use crate::cmd::import::write::Writer;
use crate::cmd::replace::Change;
use crate::edit::front_matter::rewrite;
use crate::import::Draft;
use crate::import::update::{FieldChange, Known, Text, Winner, plan};
use crate::import::values::values;
use crate::model::vocabulary::TextKind;
use crate::pipeline::parse;
use crate::text::ParagraphChange;

/// What was found for a draft.
pub(in crate::cmd::import) enum Look {
    /// It is a new article.
    New,
    /// Its source has nothing new.
    Nothing(Box<Proposal>),
    /// Something would change.
    Changes(Box<Proposal>),
    /// Its article is left alone.
    Refused(Refused),
}

/// What would change.
#[derive(Debug)]
pub(in crate::cmd::import) struct Proposal {
    /// The article's file.
    pub(in crate::cmd::import) path: PathBuf,
    /// Fields whose value differs from the source's.
    pub(super) fields: Vec<FieldChange>,
    /// What becomes of the text.
    pub(super) text: Text,
    /// Its paragraphs that change.
    pub(super) paragraphs: Vec<ParagraphChange>,
    /// Notes that come along.
    pub(super) carried: Vec<String>,
    /// Notes that are left for a person.
    pub(in crate::cmd::import) left: Vec<String>,
    pub(super) pictures: Pictures,
    /// Files and their new texts, the article last.
    pub(super) files: Vec<Change>,
    /// Outlets that the site does not know.
    pub(super) stubs: Vec<Stub>,
}

/// An article that is left alone.
#[derive(Debug)]
pub(in crate::cmd::import) struct Refused {
    pub(in crate::cmd::import) path: PathBuf,
    /// A sentence.
    pub(in crate::cmd::import) why: String,
    /// What both sides say, where that is the reason.
    pub(super) conflicts: Vec<Conflict>,
}

impl Refused {
    pub(super) fn because(path: PathBuf, why: String) -> Self {
        Self { path, why, conflicts: Vec::new() }
    }
}

/// Looks what `draft` would change in the article with this number.
///
/// # Errors
/// When git ends while it is asked.
pub(super) fn look(
    updater: &mut Updater<'_>,
    number: usize,
    draft: &Draft,
    writer: &Writer<'_>,
    beside: Option<&Path>,
) -> anyhow::Result<Look> {
    let (articles, keep) = (&updater.articles, updater.options.keep);
    let article = &articles.library.articles[number];
    let path = updater.path(article.slug.as_str());
    let refused = |why: &str| Ok(Look::Refused(Refused::because(path.clone(), why.to_owned())));
    let file = source(articles, number);
    let Some((head, body)) = parse::parts(file) else { return refused("it has no front matter") };
    let draft = as_short(draft, &article.front, updater.options.excerpt.is_some());
    let texts = Texts { present: &file[body.clone()], known: Known::of(&article.front), source: &draft.body_md() };
    let limits = &articles.config.limits;
    let place = articles.library.sources.path(article.origin.source);
    let bases = &mut updater.bases;
    let decided = decide(&texts, keep, || bases.find(place, texts.known.wrote, limits.article_bytes))?;
    let (text, new_body) = match decided {
        Body::New(text, body) => (text, body),
        Body::Conflict(why, conflicts) => {
            let why = format!("{why}: edit the article, or choose with --keep mine or --keep theirs");
            return Ok(Look::Refused(Refused { path, why, conflicts }));
        }
    };
    let (outlet, via, mut stubs) = writer.ids(&draft);
    let plan = plan(&article.front, &draft, &values(&draft, outlet.as_deref(), via.as_deref()), text);
    let taken = |id: &str| {
        let mut fields = plan.fields.iter().filter(|field| field.winner == Winner::Source);
        fields.any(|field| matches!(field.key, "outlet" | "via") && field.source == id)
    };
    stubs.retain(|(id, ..)| taken(id));
    let new_head = match rewrite(&file[head.clone()], &plan.edits, limits, |before, after| {
        plan.edits.is_empty() || plan.is_said(before, after)
    }) {
        Ok(head) => head,
        Err(error) => return refused(&format!("the front matter: {error}")),
    };
    let paragraphs = changes(file, body.start, &new_body);
    let new = [&file[..head.start], &new_head, &file[head.end..body.start], &new_body].concat();
    let pictures = pictures::look(&draft, &new_body, &path, beside);
    let Some(carried) = carried(articles, number, updater.root, file, new)? else {
        return refused("its new text can't be read as an article: edit it by hand");
    };
    let is_new = !carried.files.is_empty() || !pictures.new.is_empty();
    let Carried { files, shown, left } = carried;
    let proposal =
        Proposal { path, fields: plan.fields, text, paragraphs, carried: shown, left, pictures, files, stubs };
    Ok(if is_new { Look::Changes(proposal.into()) } else { Look::Nothing(proposal.into()) })
}

/// The files with their notes; none where the article stays as it is.
fn carried(
    articles: &super::find::Articles,
    number: usize,
    root: &Path,
    old: &str,
    new: String,
) -> anyhow::Result<Option<Carried>> {
    if new == old { Ok(Some(Carried::default())) } else { carry(articles, number, root, new) }
}

/// The draft as short as the article is, where it was cut when it came and nobody says how long it may be now.
fn as_short(draft: &Draft, front: &crate::model::article::FrontMatter, is_said: bool) -> Draft {
    let mut draft = draft.clone();
    let most = front.import.as_ref().and_then(|import| import.excerpt);
    if let Some(most) = most.filter(|_| front.text == TextKind::Excerpt && !is_said) {
        draft.excerpt(most);
    }
    draft
}
