//! The events of a Markdown text, with footnotes at its end in the order of their first mention.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// All events as a page shows them. A footnote's name is replaced by its number, as text.
pub(super) fn in_reading_order(text: &str, options: Options) -> Vec<Placed<'_>> {
    let mut main = Vec::new();
    let mut notes: Vec<(String, Vec<Placed<'_>>)> = Vec::new();
    let mut open = 0_usize;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if let Event::Start(Tag::FootnoteDefinition(name)) = &event {
            open += 1;
            notes.push((name.to_string(), Vec::new()));
        }
        let ends = matches!(event, Event::End(TagEnd::FootnoteDefinition));
        match notes.last_mut().filter(|_| open > 0) {
            Some((_, events)) => events.push((event, range)),
            None => main.push((event, range)),
        }
        open -= usize::from(ends && open > 0);
    }
    number(main, notes)
}

/// Appends footnotes in the order in which they are mentioned, those never mentioned last.
fn number<'a>(mut main: Vec<Placed<'a>>, mut notes: Vec<(String, Vec<Placed<'a>>)>) -> Vec<Placed<'a>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut from = 0;
    loop {
        for (event, _) in &mut main[from..] {
            let (Event::FootnoteReference(name) | Event::Start(Tag::FootnoteDefinition(name))) = event else {
                continue;
            };
            let next = numbers.len() + 1;
            *name = numbers.entry(name.to_string()).or_insert(next).to_string().into();
        }
        from = main.len();
        if notes.is_empty() {
            return main;
        }
        let mentioned = |name: &String| numbers.get(name).copied().unwrap_or(usize::MAX);
        let next = (0..notes.len()).min_by_key(|&i| mentioned(&notes[i].0)).unwrap_or(0);
        main.append(&mut notes.remove(next).1);
    }
}
