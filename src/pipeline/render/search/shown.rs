//! What a hit shows: a line of a table, loaded for the hits on the screen, and the text that its excerpts come from.

use rayon::prelude::*;
use serde_json::{Value, json};

use super::super::context::Contexts;
use super::unit::words;
use super::{Files, name, script};
use crate::model::site::{Site, Thing};

/// Units of one table: ten hits load ten tables at worst, each about 1 kB gzipped.
const TABLE: usize = 16;

/// The tables of all units: for each title, language, direction, route, date, and the name of the file with its text.
/// The names of their files.
pub(super) fn tables(cx: &Contexts<'_>, units: &[Thing], texts: &[String], files: &mut Files) -> Vec<String> {
    let rows = |(units, texts): (&[Thing], &[String])| -> Value {
        units.iter().zip(texts).map(|(&unit, text)| row(cx, unit, text)).collect()
    };
    units.chunks(TABLE).zip(texts.chunks(TABLE)).map(|table| files.add(&rows(table))).collect()
}

fn row(cx: &Contexts<'_>, unit: Thing, text: &str) -> Value {
    let library = cx.library();
    let (language, date) = match unit {
        Thing::Article(i) => {
            let front = &library.articles[i].front;
            (front.language.as_str(), front.source.published.map(|date| cx.language.date(date)))
        }
        _ => ("", None),
    };
    let direction = crate::pipeline::render::context::direction(language);
    let right_to_left = u8::from(!language.is_empty() && direction == "rtl");
    let route = library.route(unit);
    json!([library.label(unit), language, right_to_left, route.as_str(), date.unwrap_or_default(), text])
}

/// The text of a unit as a script: its blocks in groups, each group the place that its blocks are nearest to and the
/// blocks; and its notes, each an id and words.
pub(super) fn text(site: &Site, unit: Thing) -> Vec<u8> {
    let words = words(site, unit);
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for block in &words.blocks {
        match groups.last_mut() {
            Some(group) if group[0] == &*block.place => group.push(block.text),
            _ => groups.push(vec![&block.place, block.text]),
        }
    }
    // The route keeps the texts of two things apart that say the same.
    script(&json!([groups, words.notes, site.library().route(unit).as_str()]))
}

/// The names of the texts' files, which are made again when they are written: all at once would fill the memory.
pub(super) fn text_names(site: &Site, units: &[Thing]) -> Vec<String> {
    units.par_iter().map(|&unit| name(&text(site, unit))).collect()
}
