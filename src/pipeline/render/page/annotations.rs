//! An article's notes for other programs: one `AnnotationPage` of the W3C Web Annotation Data Model (2017) an article.

use serde_json::{Value, json};

use super::super::{Plan, RenderError};
use super::Renderer;
use crate::model::note::{AnchorHint, Note};
use crate::model::route::Route;
use crate::model::site::{NoteRef, Thing};
use crate::text::TextRange;

/// Characters of context on each side of an exported quote: what tells most phrases from their twins.
const CONTEXT: usize = 32;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for (index, article) in library.articles.iter().enumerate().filter(|(_, article)| !article.notes.is_empty()) {
        let route = Route::new(format!("annotations/{}.json", article.slug));
        plan.page(&route.clone(), move |r| Ok(r.annotations(index, &route)))?;
    }
    Ok(())
}

impl Renderer<'_> {
    fn annotations(&self, index: usize, route: &Route) -> Vec<u8> {
        let order = self.cx.site.links.reading_order[index].iter();
        let items: Vec<Value> = order.map(|&note| self.annotation(NoteRef { article: index, note })).collect();
        let page = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": self.address(route.as_str()),
            "type": "AnnotationPage",
            "items": items,
        });
        format!("{page:#}\n").into_bytes()
    }

    fn annotation(&self, at: NoteRef) -> Value {
        let article = self.cx.library().route(Thing::Article(at.article));
        let note = &self.cx.library().articles[at.article].notes[at.note];
        let mut annotation = json!({
            "id": self.address(&format!("{article}#note-{}", note.id)),
            "type": "Annotation",
            "motivation": note.fields.kind.motivation(),
            "creator": { "type": "Person", "name": self.cx.editor(&note.fields.by).label },
            "created": note.fields.created.rfc3339(),
            "body": self.bodies(note),
            "target": { "source": self.address(article.as_str()) },
        });
        if let Some(date) = note.fields.history.iter().map(|change| change.date).max() {
            annotation["modified"] = json!(date.rfc3339());
        }
        // Where the annotation was obtained from (W3C Annotation Data Model, 3.3.5 "Other Identities").
        if let Some(url) = note.fields.imported.as_ref().and_then(|imported| imported.url.as_ref()) {
            annotation["via"] = json!(url.as_str());
        }
        let selectors = self.selectors(at, note);
        if !selectors.is_empty() {
            annotation["target"]["selector"] = json!(selectors);
        }
        annotation
    }

    fn bodies(&self, note: &Note) -> Vec<Value> {
        let text = |purpose: &str, value: &str| json!({ "type": "TextualBody", "purpose": purpose, "value": value });
        let mut body = text(note.fields.kind.motivation(), &note.fields.body);
        body["format"] = json!("text/markdown");
        if let Some(language) = &note.fields.language {
            body["language"] = json!(language);
        }
        let level = note.fields.verdict.as_ref().and_then(|id| self.cx.config.scale.level(id));
        let mut bodies = vec![body];
        bodies.extend(level.map(|level| text("classifying", &level.label)));
        bodies.extend(note.fields.tags.iter().map(|tag| text("tagging", tag)));
        // What the answer is to the question: "replying" (Web Annotation Vocabulary, 2.3), with who gave it and when.
        bodies.extend(note.fields.answer.as_ref().map(|answer| {
            let mut body = text("replying", &answer.text);
            body["creator"] = json!({ "type": "Person", "name": self.cx.editor(&answer.by).label });
            body["created"] = json!(answer.on.rfc3339());
            body
        }));
        let cited = note.fields.sources.iter().filter_map(|source| source.url.as_ref());
        bodies.extend(
            cited.map(|url| json!({ "type": "SpecificResource", "purpose": "linking", "source": url.as_str() })),
        );
        bodies
    }

    /// The words with those around them, and where they stand in code points; of a note without a place only what it has
    /// stored.
    fn selectors(&self, at: NoteRef, note: &Note) -> Vec<Value> {
        let Some(quote) = &note.fields.quote else { return Vec::new() };
        let text = &self.cx.library().articles[at.article].body.text;
        let Some(anchor) = self.cx.site.anchored.placements[at.article].notes[at.note].anchor() else {
            return vec![stored(quote, &note.fields.anchor)];
        };
        let points = text.code_points(anchor.range);
        let (prefix, suffix) = around(text.as_str(), anchor.range);
        vec![
            json!({ "type": "TextQuoteSelector", "exact": text.slice(anchor.range), "prefix": prefix, "suffix": suffix }),
            json!({ "type": "TextPositionSelector", "start": points.start, "end": points.end }),
        ]
    }

    /// The address of a route, or the way to it from this folder where the site has none.
    fn address(&self, route: &str) -> String {
        match &self.cx.config.base_url {
            Some(base) => format!("{base}{route}"),
            None => format!("../{route}"),
        }
    }
}

/// What a note says of its words.
fn stored(quote: &str, anchor: &AnchorHint) -> Value {
    let mut selector = json!({ "type": "TextQuoteSelector", "exact": quote });
    for (name, words) in [("prefix", &anchor.prefix), ("suffix", &anchor.suffix)] {
        if let Some(words) = words {
            selector[name] = json!(words);
        }
    }
    selector
}

fn around(text: &str, range: TextRange) -> (&str, &str) {
    let (before, after) = (&text[..range.start as usize], &text[range.end as usize..]);
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}
