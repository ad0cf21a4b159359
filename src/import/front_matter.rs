//! The front matter of a draft, written by hand so that its keys stand in the order in which the site's documentation
//! has them.

use std::collections::BTreeSet;

use super::draft::{Draft, Field};
use crate::model::vocabulary::TextKind;
use crate::yaml::{flow, scalar};

/// From `---` to `---`, with a newline at the end. A field that the draft does not have has no key.
pub(super) fn write(draft: &Draft, outlet_id: Option<&str>, via_id: Option<&str>, from: &str) -> String {
    let mut lines = vec!["---".to_owned()];
    lines.extend(draft.title.as_ref().map(|title| format!("title: {}", scalar(title))));
    // The key is required; `und` is BCP 47 for a language that is not determined.
    lines.push(format!("language: {}", draft.language.as_deref().unwrap_or("und")));
    lines.push(format!("text: {}", draft.text.unwrap_or(TextKind::Full).id()));
    lines.extend(source(draft, outlet_id, via_id));
    lines.extend(provenance(draft, from));
    lines.push("---\n".to_owned());
    lines.join("\n")
}

fn source(draft: &Draft, outlet_id: Option<&str>, via_id: Option<&str>) -> Vec<String> {
    let keys = [
        ("outlet", outlet_id.map(scalar)),
        ("authors", (!draft.authors.is_empty()).then(|| flow(&draft.authors))),
        ("url", draft.url.as_deref().map(scalar)),
        ("published", draft.published.map(|published| published.to_string())),
        ("via", via_id.map(scalar)),
        ("rights", draft.rights.as_deref().map(scalar)),
    ];
    mapping("source", keys)
}

/// The import's own record: what is unsure, which rule gave each value, which source lines are not in the body.
fn provenance(draft: &Draft, from: &str) -> Vec<String> {
    let unsure: Vec<&str> = draft.unsure.iter().map(|field| field.key()).collect();
    let dropped: BTreeSet<usize> =
        draft.dropped.iter().flat_map(|dropped| dropped.line..=dropped.last).filter(|line| *line > 0).collect();
    let numbers: Vec<String> = dropped.iter().map(usize::to_string).collect();
    let mut lines =
        vec!["import:".to_owned(), format!("  from: {}", scalar(from)), format!("  unsure: {}", flow(&unsure))];
    let sources = mapping("sources", sources(draft));
    lines.extend(sources.iter().map(|line| format!("  {line}")));
    lines.push(format!("  dropped: [{}]", numbers.join(", ")));
    lines
}

/// For each field that has a value, the decision that gave it.
fn sources(draft: &Draft) -> Vec<(&'static str, Option<String>)> {
    let mut seen = BTreeSet::from([Field::Body]);
    let first = draft.decisions.iter().filter(|decision| seen.insert(decision.field));
    first.map(|decision| (decision.field.key(), Some(scalar(&decision.place())))).collect()
}

/// A block mapping without the keys that have no value; `{}` when none has.
fn mapping(name: &str, keys: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Vec<String> {
    let mut lines: Vec<String> =
        keys.into_iter().filter_map(|(key, value)| Some(format!("  {key}: {}", value?))).collect();
    let head = if lines.is_empty() { format!("{name}: {{}}") } else { format!("{name}:") };
    lines.insert(0, head);
    lines
}
