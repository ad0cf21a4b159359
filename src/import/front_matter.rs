//! The front matter of a draft, written by hand so that its keys stand in the order in which the site's documentation
//! has them.

use std::collections::BTreeSet;

use super::draft::{Draft, Field};
use super::values::{Value, record, record_yaml, values};
use crate::yaml::{flow, scalar};

/// From `---` to `---`, with a newline at the end. A field that the draft does not have has no key.
pub(super) fn write(draft: &Draft, outlet_id: Option<&str>, via_id: Option<&str>, from: &str) -> String {
    let mut lines = vec!["---".to_owned()];
    let values = values(draft, outlet_id, via_id);
    let (in_source, above): (Vec<&Value>, Vec<&Value>) = values.iter().partition(|value| value.way != value.key);
    lines.extend(above.iter().map(|value| format!("{}: {}", value.key, value.yaml)));
    lines.extend(mapping("source", in_source.iter().map(|value| (value.key, Some(value.yaml.clone())))));
    lines.extend(provenance(draft, &values, from));
    lines.push("---\n".to_owned());
    lines.join("\n")
}

/// The import's own record: what is unsure, which rule gave each value, which source lines are not in the body, and marks
/// of what was written.
fn provenance(draft: &Draft, values: &[Value], from: &str) -> Vec<String> {
    let unsure: Vec<&str> = draft.unsure.iter().map(|field| field.key()).collect();
    let mut lines =
        vec!["import:".to_owned(), format!("  from: {}", scalar(from)), format!("  unsure: {}", flow(&unsure))];
    let rules = rules(draft).into_iter().map(|(key, rule)| (key, Some(scalar(&rule))));
    lines.extend(mapping("sources", rules).iter().map(|line| format!("  {line}")));
    lines.push(format!("  dropped: {}", dropped(draft)));
    lines.push(format!("  wrote: {}", record_yaml(&record(values, &draft.body_md()))));
    lines.extend(draft.cut_at.map(|most| format!("  excerpt: {most}")));
    lines
}

/// For each field that has a value, the decision that gave it.
pub(super) fn rules(draft: &Draft) -> Vec<(&'static str, String)> {
    let mut seen = BTreeSet::from([Field::Body]);
    let first = draft.decisions.iter().filter(|decision| seen.insert(decision.field));
    first.map(|decision| (decision.field.key(), decision.place())).collect()
}

/// Numbers of the source's lines that are not in the body, in brackets.
pub(super) fn dropped(draft: &Draft) -> String {
    let numbers: BTreeSet<usize> =
        draft.dropped.iter().flat_map(|dropped| dropped.line..=dropped.last).filter(|line| *line > 0).collect();
    format!("[{}]", numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
}

/// A block mapping without the keys that have no value; `{}` when none has.
fn mapping(name: &str, keys: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Vec<String> {
    let mut lines: Vec<String> =
        keys.into_iter().filter_map(|(key, value)| Some(format!("  {key}: {}", value?))).collect();
    let head = if lines.is_empty() { format!("{name}: {{}}") } else { format!("{name}:") };
    lines.insert(0, head);
    lines
}
