//! Finds labels and aliases that two topics share.
//!
//! **Why**: the name says of neither that it is meant, so that articles that use it are not tied to either.
//!
//! **What to do**: take the alias from one of them, or add what tells them apart; in an article that means one of the two,
//! `skip_mentions` names the other.

use super::Subject;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::mention::NameOwner;

pub(super) const CODE: &str = "shared-name";

pub(super) fn check(subject: Subject<'_>, found: &mut Diagnostics) {
    for name in &subject.site.links.shared_names {
        let [first, others @ ..] = &name.owners[..] else { continue };
        for other in others {
            let (id, known) = (id(subject, other), id(subject, first));
            let message =
                format!("`{}` is a name of the topics `{known}` and `{id}`: it names neither", words(subject, other));
            let problem = Diagnostic::warning(CODE, message).at(place(subject, other));
            let problem = problem.related(place(subject, first), "the other one");
            found.push(problem.help("take it from one of them, or let articles that mean one of them skip the other"));
        }
    }
}

fn id<'a>(subject: Subject<'a>, owner: &NameOwner) -> &'a str {
    subject.library().topics.at(owner.topic).id.as_str()
}

fn words<'a>(subject: Subject<'a>, owner: &NameOwner) -> &'a str {
    let topic = &subject.library().topics.at(owner.topic).fields;
    owner.alias.map_or(&topic.label, |alias| &topic.aliases[alias])
}

fn place(subject: Subject<'_>, owner: &NameOwner) -> Span {
    let pointer = owner.alias.map_or_else(|| "label".to_owned(), |alias| format!("aliases/{alias}"));
    subject.place(&subject.library().topics.at(owner.topic).origin, &pointer)
}
