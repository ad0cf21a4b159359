//! Listings: colours by syntect as classes, marks inside them.

use std::sync::OnceLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxSet};

use super::writer::Writer;
use crate::text::TextRange;

/// Listings larger than this, in bytes, are shown without colours: some grammars take very long on some texts.
const LARGEST: usize = 100 << 10;

/// The parts of a grammar that have a colour; the rest stays plain, which keeps pages small.
const COLOURED: [&str; 10] =
    ["comment", "constant", "entity", "invalid", "keyword", "markup", "storage", "string", "support", "variable"];

/// Knows grammars; they are unpacked when the first listing asks for one.
#[derive(Default)]
pub(crate) struct Highlighter {
    grammars: OnceLock<SyntaxSet>,
}

impl Highlighter {
    /// The scope changes of each line, or `None` where there is no grammar or it gives up.
    fn parse(&self, code: &str, language: &str) -> Option<Vec<Vec<(usize, ScopeStackOp)>>> {
        if code.len() > LARGEST || language.is_empty() {
            return None;
        }
        let grammars = self.grammars.get_or_init(two_face::syntax::extra_newlines);
        let grammar = grammars.find_syntax_by_token(language)?;
        let mut state = ParseState::new(grammar);
        code.split_inclusive('\n').map(|line| state.parse_line(line, grammars).ok()).collect()
    }
}

impl Writer<'_> {
    pub(super) fn code_block(&mut self, language: &str, text: TextRange) {
        self.html.markup("<pre class=\"code\" tabindex=\"0\"><code");
        if !language.is_empty() {
            self.html.attribute("class", &format!("language-{language}"));
        }
        self.html.markup(">");
        self.hoisting += 1;
        let code = self.document.text.slice(text);
        match self.around.highlighter.parse(code, language) {
            Some(lines) => self.coloured(code, text.start, lines),
            None => self.marked(text),
        }
        self.hoisting -= 1;
        self.html.markup("</code></pre>\n");
        if !self.waiting.is_empty() {
            self.html.markup("<p class=\"noterefs\">");
            self.release();
            self.html.markup("</p>\n");
        }
    }

    /// Words between two changes of scope stand in the spans that are open there; marks lie inside the spans.
    fn coloured(&mut self, code: &str, start: u32, lines: Vec<Vec<(usize, ScopeStackOp)>>) {
        let mut stack = ScopeStack::new();
        // For each scope on the stack whether it has a span.
        let mut spans: Vec<bool> = Vec::new();
        let mut at = start;
        for (line, changes) in code.split_inclusive('\n').zip(lines) {
            let line_start = at;
            let line_end = TextRange::new(0, line.len()).end + line_start;
            for (offset, change) in changes {
                let next = TextRange::new(0, offset).end + line_start;
                self.marked(TextRange { start: at, end: next });
                at = next.max(at);
                // An unbalanced grammar only costs colours.
                let _ = stack.apply_with_hook(&change, |basic, _| self.scope(&basic, &mut spans));
            }
            self.marked(TextRange { start: at, end: line_end });
            at = line_end;
        }
        for _ in spans.into_iter().filter(|&span| span) {
            self.html.markup("</span>");
        }
    }

    fn scope(&mut self, change: &BasicScopeStackOp, spans: &mut Vec<bool>) {
        match change {
            BasicScopeStackOp::Push(scope) => {
                let class = class(*scope);
                spans.push(class.is_some());
                if let Some(class) = class {
                    self.html.markup("<span").attribute("class", &class).markup(">");
                }
            }
            BasicScopeStackOp::Pop => {
                if spans.pop() == Some(true) {
                    self.html.markup("</span>");
                }
            }
        }
    }
}

/// `keyword.control.import` → `sy-keyword sy-control`.
fn class(scope: Scope) -> Option<String> {
    let name = scope.build_string();
    let mut atoms = name.split('.');
    let first = atoms.next().filter(|first| COLOURED.contains(first))?;
    let second = atoms.next().map(|second| format!(" sy-{second}")).unwrap_or_default();
    Some(format!("sy-{first}{second}"))
}
