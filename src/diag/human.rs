//! Problems as `rustc` prints them: <file:line:column>, the line, a caret, and what to do.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Related, Severity, SourceMap, Span};

/// Whether the text holds terminal colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// ANSI colours.
    Ansi,
    /// Plain text.
    Plain,
}

/// One problem as text that ends without a line break.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &SourceMap, colour: Colour) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = visible(&diagnostic.message);
    let title = level.primary_title(message.as_str()).id(diagnostic.code);
    let label = |r: &Related| AnnotationKind::Context.span(bytes(sources, r.span)).label(visible(&r.message));
    let mut group = match diagnostic.span {
        None => Group::with_title(title),
        Some(span) if sources.text(span.source).is_empty() => {
            // A file that was not read, or holds nothing: there is no line to show.
            let path = visible(sources.path(span.source));
            title.element(Origin::path(path).line(1).char_column(1))
        }
        Some(span) => {
            let mut snippet = snippet(sources, span).annotation(AnnotationKind::Primary.span(bytes(sources, span)));
            for related in diagnostic.related.iter().filter(|r| r.span.source == span.source) {
                snippet = snippet.annotation(label(related));
            }
            title.element(snippet)
        }
    };
    for related in &diagnostic.related {
        if diagnostic.span.is_none_or(|s| s.source != related.span.source) {
            group = group.element(snippet(sources, related.span).annotation(label(related)));
        }
    }
    let help = diagnostic.help.as_deref().map(visible);
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match colour {
        Colour::Ansi => Renderer::styled(),
        Colour::Plain => Renderer::plain(),
    };
    renderer.render(&[group])
}

fn snippet(sources: &SourceMap, span: Span) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let file = sources.file(span.source);
    Snippet::source(harmless(&file.text)).path(visible(&file.path))
}

/// The span, inside the text and on character boundaries whatever the caller computed.
fn bytes(sources: &SourceMap, span: Span) -> std::ops::Range<usize> {
    let text = sources.text(span.source);
    let fit = |at: u32| {
        let mut at = (at as usize).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = fit(span.start);
    start..fit(span.end).max(start)
}

/// The text without the control characters U+0080 to U+009F, which some terminals obey: a sign of as many bytes stands
/// for each, so that places stay right. The library shows the other control characters as signs itself.
fn harmless(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| matches!(c, '\u{80}'..='\u{9F}');
    if text.contains(obeyed) { text.replace(obeyed, "\u{B7}").into() } else { text.into() }
}

/// A text for a terminal, control and bidirectional characters written as `\u{…}`: a report must not be steered by what
/// it quotes (Trojan Source, CVE-2021-42574).
#[must_use]
pub fn visible(message: &str) -> String {
    let hidden = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E007F}')
    };
    message.chars().fold(String::new(), |mut text, c| {
        if hidden(c) {
            text.extend(c.escape_unicode());
        } else {
            text.push(c);
        }
        text
    })
}
