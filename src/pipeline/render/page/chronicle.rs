//! The picture above a list of events: events, and for a story what each outlet published when.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::super::context::Contexts;
use super::super::figure::Extent;
use super::super::figure::timeline::{self, Entry, Marks, Row, Timeline};
use super::super::html::Html;
use super::super::language::Arg;
use crate::model::site::Thing;

/// Fewer marks than this are read in the list as fast.
const FEWEST: usize = 3;

/// What templates receive of a picture of events.
#[derive(Serialize)]
pub(super) struct ChronicleCx {
    svg: Html,
    numbered: bool,
    keys: Vec<KeyCx>,
    /// Articles of the story that have no date.
    undated: usize,
}

/// What a sign in the picture means.
#[derive(Serialize)]
struct KeyCx {
    sign: &'static str,
    text: String,
}

/// An event with the number of its mark; 0 where marks have none.
#[derive(Serialize)]
pub(super) struct NumberedEvent {
    #[serde(flatten)]
    card: Value,
    number: usize,
}

/// The events as a list shows them, with their numbers in the picture.
pub(super) fn numbered(cx: &Contexts<'_>, events: &[usize], picture: Option<&ChronicleCx>) -> Vec<NumberedEvent> {
    let has_numbers = picture.is_some_and(|picture| picture.numbered);
    let one = |(i, event): (usize, &usize)| NumberedEvent {
        card: cx.cards.events[*event].clone(),
        number: if has_numbers { i + 1 } else { 0 },
    };
    events.iter().enumerate().map(one).collect()
}

/// The picture of these events, sorted by time, and these articles on a page so far below the root; none where there is
/// too little to show.
pub(super) fn chronicle(cx: &Contexts<'_>, root: &str, events: &[usize], articles: &[usize]) -> Option<ChronicleCx> {
    let entries: Vec<Entry> = events.iter().map(|&event| event_entry(cx, event)).collect();
    let rows = rows(cx, root, articles);
    let shown: usize = rows.iter().map(|row| row.entries.len()).sum();
    if entries.is_empty() || entries.len() + shown < FEWEST {
        return None;
    }
    let name = name(cx, entries.len(), shown);
    let timeline = Timeline { name, events: entries, rows };
    let drawing = timeline::draw(&timeline, &cx.language)?;
    let keys = keys(cx, &timeline, &drawing);
    let numbered = drawing.marks == Marks::Numbers;
    Some(ChronicleCx { svg: drawing.svg, numbered, keys, undated: articles.len() - shown })
}

fn name(cx: &Contexts<'_>, events: usize, articles: usize) -> String {
    let many = |id: &str, count: usize| Arg::from(cx.say(id, &[("count", count.into())]));
    let events = ("events", many("events", events));
    match articles {
        0 => cx.say("chronicle-name", &[events]),
        _ => cx.say("chronicle-name-articles", &[events, ("articles", many("articles", articles))]),
    }
}

fn event_entry(cx: &Contexts<'_>, event: usize) -> Entry {
    let event = cx.library().events.at(event);
    Entry {
        extent: event.fields.date.into(),
        about: event.fields.date.approximate,
        when: cx.language.when(event.fields.date),
        text: event.fields.text.clone(),
        href: format!("#event-{}", event.id),
        context: event.fields.articles.is_empty(),
    }
}

/// The articles that have a date, a row for each outlet by its name; one row for all where there are too many.
fn rows(cx: &Contexts<'_>, root: &str, articles: &[usize]) -> Vec<Row> {
    let library = cx.library();
    let [others, all] = ["chronicle-others", "articles-title"].map(|id| cx.say(id, &[]));
    let mut by_outlet: BTreeMap<&str, Vec<(Extent, Entry)>> = BTreeMap::new();
    for &i in articles {
        let front = &library.articles[i].front;
        let Some(date) = front.source.published else { continue };
        let outlet = front.source.outlet.as_ref().and_then(|id| library.outlets.index(id.as_str()));
        let name = outlet.map_or(others.as_str(), |outlet| library.label(Thing::Outlet(outlet)));
        let entry = Entry {
            extent: date.into(),
            about: false,
            when: cx.language.date(date),
            text: front.title.clone(),
            href: format!("{root}{}", library.route(Thing::Article(i))),
            context: false,
        };
        by_outlet.entry(name).or_default().push((date.into(), entry));
    }
    if by_outlet.len() > timeline::MOST_ROWS {
        by_outlet = BTreeMap::from([(all.as_str(), by_outlet.into_values().flatten().collect())]);
    }
    let row = |(label, mut entries): (&str, Vec<(Extent, Entry)>)| {
        entries.sort_by_key(|(extent, _)| extent.ends());
        Row { label: label.to_owned(), entries: entries.into_iter().map(|(_, entry)| entry).collect() }
    };
    by_outlet.into_iter().map(row).collect()
}

/// The signs that the picture has, in words.
fn keys(cx: &Contexts<'_>, timeline: &Timeline, drawing: &timeline::Drawing) -> Vec<KeyCx> {
    let any = |test: fn(&Entry) -> bool| timeline.events.iter().any(test);
    let (filled, hollow) = (any(|e| !e.context), any(|e| e.context));
    let keys = [
        ("●", "chronicle-mentioned", filled && hollow),
        ("○", "chronicle-unmentioned", filled && hollow),
        ("◆", "chronicle-appeared", !timeline.rows.is_empty()),
        ("┄", "chronicle-vague", drawing.unsure),
        ("◌", "chronicle-about", any(|e| e.about)),
        ("▭", "chronicle-several", drawing.counts),
        ("//", "chronicle-scale", drawing.broken),
    ];
    keys.into_iter().filter(|(.., shown)| *shown).map(|(sign, id, _)| KeyCx { sign, text: cx.say(id, &[]) }).collect()
}
