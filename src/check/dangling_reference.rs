//! Finds ids in YAML that name nothing: outlets, topics, claims, claimants, editors, articles.
//!
//! **Why**: the page would lack the link, the list or the name.
//!
//! **What to do**: mend the id, or add the file that it names.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Origin};
use crate::model::claimant::Claimant;
use crate::model::id::Id;
use crate::model::note::Change;
use crate::text::nearest;

pub(super) const CODE: &str = "dangling-reference";

/// What an id may name.
#[derive(Clone, Copy)]
enum Named {
    Outlet,
    Topic,
    Claim,
    Claimant,
    TopicOrClaim,
    Editor,
    Article,
}

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    articles(subject, found);
    for (_, note) in subject.notes() {
        let (origin, fields) = (&note.origin, &note.fields);
        one(subject, origin, "claim", fields.claim.as_ref(), Named::Claim, found);
        one(subject, origin, "by", Some(&fields.by), Named::Editor, found);
        one(subject, origin, "answer/by", fields.answer.as_ref().map(|answer| &answer.by), Named::Editor, found);
        history(subject, origin, &fields.history, found);
    }
    claims(subject, found);
    let library = subject.library();
    for topic in &library.topics {
        many(subject, &topic.origin, "broader", &topic.fields.broader, Named::Topic, found);
    }
    for event in &library.events {
        many(subject, &event.origin, "topics", &event.fields.topics, Named::Topic, found);
        many(subject, &event.origin, "articles", &event.fields.articles, Named::Article, found);
    }
}

fn claims(subject: Subject<'_>, found: &mut Diagnostics) {
    for claim in &subject.library().claims {
        let (origin, fields) = (&claim.origin, &claim.fields);
        for (i, claimant) in fields.claimant.all.iter().enumerate() {
            let pointer = if fields.claimant.listed { format!("claimant/{i}") } else { "claimant".to_owned() };
            let Claimant::Known(id) = claimant else { continue };
            one(subject, origin, &pointer, Some(id), Named::Claimant, found);
        }
        many(subject, origin, "topics", &fields.topics, Named::Topic, found);
        many(subject, origin, "narrower", &fields.narrower, Named::Claim, found);
        many(subject, origin, "contradicts", &fields.contradicts, Named::Claim, found);
        many(subject, origin, "repeats", &fields.repeats, Named::Claim, found);
        one(subject, origin, "by", Some(&fields.by), Named::Editor, found);
        history(subject, origin, &fields.history, found);
    }
}

fn articles(subject: Subject<'_>, found: &mut Diagnostics) {
    for article in &subject.library().articles {
        let (origin, front) = (&article.origin, &article.front);
        one(subject, origin, "source/outlet", front.source.outlet.as_ref(), Named::Outlet, found);
        one(subject, origin, "source/via", front.source.via.as_ref(), Named::Outlet, found);
        many(subject, origin, "topics", &front.topics, Named::Topic, found);
        for (i, id) in front.skip_mentions.iter().enumerate().filter(|(_, id)| id.as_str() != "all") {
            one(subject, origin, &format!("skip_mentions/{i}"), Some(id), Named::Topic, found);
        }
        for (i, stance) in front.stance.iter().enumerate() {
            one(subject, origin, &format!("stance/{i}/toward"), Some(&stance.toward), Named::TopicOrClaim, found);
            one(subject, origin, &format!("stance/{i}/by"), Some(&stance.by), Named::Editor, found);
        }
    }
}

fn history(subject: Subject<'_>, origin: &Origin, history: &[Change], found: &mut Diagnostics) {
    for (i, change) in history.iter().enumerate() {
        one(subject, origin, &format!("history/{i}/by"), Some(&change.by), Named::Editor, found);
    }
}

fn many(subject: Subject<'_>, origin: &Origin, pointer: &str, ids: &[Id], named: Named, found: &mut Diagnostics) {
    for (i, id) in ids.iter().enumerate() {
        one(subject, origin, &format!("{pointer}/{i}"), Some(id), named, found);
    }
}

fn one(subject: Subject<'_>, origin: &Origin, pointer: &str, id: Option<&Id>, named: Named, found: &mut Diagnostics) {
    let Some(id) = id.filter(|id| !exists(subject, named, id)) else { return };
    let (noun, folder) = words(named);
    let problem = Diagnostic::error(CODE, format!("there is no {noun} `{id}`")).at(subject.place(origin, pointer));
    found.push(match nearest(id.as_str(), known(subject, named, origin)) {
        Some(near) => problem.help(format!("did you mean `{near}`? or add {folder}")),
        None => problem.help(format!("mend the id, or add {folder}")),
    });
}

fn words(named: Named) -> (&'static str, &'static str) {
    match named {
        Named::Outlet => ("outlet", "a file in content/outlets"),
        Named::Topic => ("topic", "a file in content/topics"),
        Named::Claim => ("claim", "a file in content/claims"),
        Named::Claimant => (
            "outlet, person or organisation",
            "a file in content/outlets or content/topics, or write the name as it is printed, with its capitals",
        ),
        Named::TopicOrClaim => ("topic or claim", "a file in content/topics or content/claims"),
        Named::Editor => ("editor", "a file in content/editors"),
        Named::Article => ("article", "a folder in content/articles"),
    }
}

fn exists(subject: Subject<'_>, named: Named, id: &Id) -> bool {
    let library = subject.library();
    let id = id.as_str();
    match named {
        Named::Outlet => library.outlets.index(id).is_some(),
        Named::Topic => library.topics.index(id).is_some(),
        Named::Claim => library.claims.index(id).is_some(),
        Named::Claimant => library.claimant(id).is_some(),
        Named::TopicOrClaim => library.topics.index(id).is_some() || library.claims.index(id).is_some(),
        Named::Editor => library.editors.index(id).is_some(),
        Named::Article => library.article(id).is_some(),
    }
}

/// What may be meant; a claim's own file does not mean itself.
fn known<'a>(subject: Subject<'a>, named: Named, origin: &Origin) -> Vec<&'a str> {
    let library = subject.library();
    match named {
        Named::Outlet => library.outlets.ids().map(Id::as_str).collect(),
        Named::Topic => library.topics.ids().map(Id::as_str).collect(),
        Named::Claim => {
            let others = library.claims.iter().filter(|claim| claim.origin.source != origin.source);
            others.map(|claim| claim.id.as_str()).collect()
        }
        Named::Claimant => {
            let ids = library.outlets.ids().chain(library.topics.ids()).map(Id::as_str);
            ids.filter(|id| library.claimant(id).is_some()).collect()
        }
        Named::TopicOrClaim => library.topics.ids().chain(library.claims.ids()).map(Id::as_str).collect(),
        Named::Editor => library.editors.ids().map(Id::as_str).collect(),
        Named::Article => library.articles.iter().map(|a| a.slug.as_str()).collect(),
    }
}
