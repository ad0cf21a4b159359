//! The events of a Markdown text, with footnotes at its end in the order of their first mention.

use std::collections::{BTreeMap, BTreeSet};
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
fn number<'a>(mut main: Vec<Placed<'a>>, notes: Vec<(String, Vec<Placed<'a>>)>) -> Vec<Placed<'a>> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (at, (name, _)) in notes.iter().enumerate() {
        first.entry(name.clone()).or_insert(at);
    }
    let mut notes: Vec<Option<Vec<Placed<'a>>>> = notes.into_iter().map(|(_, events)| Some(events)).collect();
    let mut numbers = Numbers::default();
    let (mut from, mut asked, mut rest) = (0, 0, 0);
    loop {
        for (event, _) in &mut main[from..] {
            match event {
                Event::FootnoteReference(name) => *name = numbers.mention(name).to_string().into(),
                Event::Start(Tag::FootnoteDefinition(name)) => *name = numbers.define(name).to_string().into(),
                _ => {}
            }
        }
        from = main.len();
        // What is mentioned comes in the order of its numbers, as a footnote only mentions what comes after it.
        let mut note = None;
        while note.is_none() && asked < numbers.names.len() {
            note = first.get(&numbers.names[asked]).and_then(|&at| notes[at].take());
            asked += 1;
        }
        while note.is_none() && rest < notes.len() {
            note = notes[rest].take();
            rest += 1;
        }
        let Some(mut note) = note else { return main };
        main.append(&mut note);
    }
}

/// The numbers that footnotes have, from 1.
#[derive(Default)]
struct Numbers {
    names: Vec<String>,
    by_name: BTreeMap<String, usize>,
    defined: BTreeSet<String>,
}

impl Numbers {
    fn mention(&mut self, name: &str) -> usize {
        match self.by_name.get(name) {
            Some(number) => *number,
            None => self.next(name),
        }
    }

    /// A name that was defined before names the first footnote; the second one gets a number of its own.
    fn define(&mut self, name: &str) -> usize {
        if self.defined.insert(name.to_owned()) { self.mention(name) } else { self.next(name) }
    }

    fn next(&mut self, name: &str) -> usize {
        self.names.push(name.to_owned());
        self.by_name.entry(name.to_owned()).or_insert(self.names.len());
        self.names.len()
    }
}
