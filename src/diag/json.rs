//! Problems as JSON, one array, for tools.

use serde_json::{Value, json};

use super::{Diagnostic, SourceMap, Span};

/// All problems as one JSON array. Lines and columns count from 1, columns in characters; `start` and `end` are bytes.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &SourceMap) -> String {
    let list: Vec<Value> = diagnostics.iter().map(|d| one(d, sources)).collect();
    format!("{:#}", Value::from(list))
}

fn one(diagnostic: &Diagnostic, sources: &SourceMap) -> Value {
    let related: Vec<Value> =
        diagnostic.related.iter().map(|r| json!({ "message": r.message, "place": place(r.span, sources) })).collect();
    json!({
        "code": diagnostic.code,
        "severity": diagnostic.severity.label(),
        "message": diagnostic.message,
        "place": diagnostic.span.map(|s| place(s, sources)),
        "related": related,
        "help": diagnostic.help,
    })
}

fn place(span: Span, sources: &SourceMap) -> Value {
    let at = sources.line_column(span);
    json!({ "path": sources.path(span.source), "line": at.line, "column": at.column, "start": span.start, "end": span.end })
}
