//! A review as JSON, for tools: everything that [`Review`] holds, under the names of its fields.
//!
//! `version` is 1. Keys may be added without a new version; none is renamed or taken out, and no value changes its
//! meaning. What is not there is `null`, a list that holds nothing is `[]`. Texts are as they were written: whoever shows
//! them escapes them. The types document the keys; `README.md` lists the first ones.

use serde::Serialize;

use super::Review;
use crate::diag::Severity;

/// Counts up when a key changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    #[serde(flatten)]
    review: &'a Review,
}

/// The review as one JSON object.
///
/// # Panics
/// Never: texts, numbers and lists are what JSON has.
#[must_use]
pub fn render(review: &Review) -> String {
    let (errors, warnings) = (review.count(Severity::Error), review.count(Severity::Warning));
    let report = Report { version: VERSION, errors, warnings, review };
    serde_json::to_string_pretty(&report).expect("texts, numbers and lists are what JSON has")
}
