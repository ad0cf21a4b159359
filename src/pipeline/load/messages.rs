//! Files of messages, `i18n/<language>.ftl`: Fluent text → patterns. What is wrong in one is told at its place, and the
//! message falls back to the one that it would have replaced.

use std::collections::BTreeMap;

use super::theme::MessageFile;
use crate::diag::{Diagnostic, Diagnostics, SourceId, SourceMap, Span};
use crate::model::message::{Flaw, Messages, place_of, read};

/// The language that a file of a folder `i18n` is in, by its name.
pub(super) fn language_of(name: &str) -> Option<String> {
    let tag = name.strip_prefix("i18n/")?.strip_suffix(".ftl")?;
    let subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.split('-').all(subtag).then(|| tag.to_ascii_lowercase())
}

/// Where messages of one language are put together.
pub(super) struct Shelf<'a> {
    /// All languages so far, by their tags in small letters.
    pub(super) languages: &'a mut BTreeMap<String, Messages>,
    pub(super) map: &'a mut SourceMap,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Shelf<'_> {
    /// Puts the messages of a file over those that are there.
    pub(super) fn put(&mut self, file: &MessageFile) {
        let text = file.text.as_str();
        let (mut messages, mut flaws) = read(text);
        self.strange_variables(&messages, text, &mut flaws);
        if !flaws.is_empty() {
            let source = self.map.add(file.path.as_str(), text);
            for flaw in flaws {
                self.report(source, flaw);
            }
        }
        self.languages.entry(file.language.clone()).or_default().append(&mut messages);
    }

    /// A message may use the values that the English one has, and no others: nobody would fill them.
    fn strange_variables(&self, messages: &Messages, text: &str, flaws: &mut Vec<Flaw>) {
        let Some(english) = self.languages.get("en") else { return };
        let known = messages.iter().filter_map(|(id, pattern)| Some((id, pattern, english.get(id)?.variables())));
        for (id, pattern, has) in known {
            for name in pattern.variables().difference(&has) {
                let instead = match &has {
                    none if none.is_empty() => "it has no values".to_owned(),
                    some => {
                        format!("it has {}", some.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", "))
                    }
                };
                let message = format!("the message `{id}` has no value `${name}`; {instead}");
                flaws.push(Flaw { at: place_of(text, id), message });
            }
        }
    }

    fn report(&mut self, source: SourceId, flaw: Flaw) {
        let place = Span::new(source, flaw.at.start, flaw.at.end);
        let help = "write `id = words`, and values as in the English file: templates/README.md tells how";
        self.diagnostics.push(Diagnostic::error("bad-message", flaw.message).at(place).help(help));
    }
}
