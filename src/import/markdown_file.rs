//! Markdown with or without front matter: an article's own words are kept as they are, its front matter is read for
//! what it calls title, author, date, address and language in the words of the usual site generators.

use serde_yaml::Value;

use super::date::{self, Published};
use super::draft::{Block, Decision, Draft, Field, Kind};
use super::source::Unreadable;
use super::{doubts, language, shape};

/// Longest front matter, in bytes.
const LONGEST: usize = 64 * 1024;

/// Keys of each field, the surest first.
const TITLE: &[&str] = &["title", "headline"];
const AUTHORS: &[&str] = &["authors", "author", "byline", "by", "creator"];
const PUBLISHED: &[&str] = &["published", "date", "date_published", "pubdate", "publishdate", "created"];
const MODIFIED: &[&str] = &["modified", "updated", "lastmod", "last_modified_at"];
const OUTLET: &[&str] = &["outlet", "site", "publisher", "publication", "sitename", "source"];
const ADDRESS: &[&str] =
    &["url", "canonical", "canonical_url", "link", "source", "source_url", "original", "permalink"];
const LANGUAGE: &[&str] = &["language", "lang", "locale"];
const TAGS: &[&str] = &["tags", "categories", "keywords"];

/// The article in a Markdown file.
///
/// # Errors
/// When the front matter is no YAML, or nothing follows it.
pub(super) fn read(name: &str, text: &str) -> Result<Draft, Unreadable> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (head, body, first) = parts(&text);
    let head: Value = match head {
        Some(head) => {
            serde_yaml::from_str(head).map_err(|error| Unreadable::Malformed("front matter", error.to_string()))?
        }
        None => Value::Null,
    };
    let mut draft = Draft { from: name.to_owned(), ..Draft::default() };
    fields(&head, &text, &mut draft);
    let body = own_title(body, first, &mut draft);
    draft.body = blocks(body.0, body.1);
    if !draft.body.iter().any(is_text) {
        return Err(Unreadable::NoArticle(""));
    }
    if draft.language.is_none() {
        draft.language = language::of(&draft.body).filter(|seen| !seen.weak).map(|seen| seen.tag.to_owned());
    }
    missing(&mut draft);
    doubts::add(&mut draft);
    Ok(draft)
}

/// Front matter, body and the line of the body's start.
fn parts(text: &str) -> (Option<&str>, &str, usize) {
    let found = text.strip_prefix("---\n").and_then(|rest| {
        let end = rest.find("\n---\n").or_else(|| rest.strip_suffix("\n---").map(str::len))?;
        (end < LONGEST).then(|| (&rest[..end], rest.get(end + 5..).unwrap_or("")))
    });
    match found {
        Some((head, body)) => (Some(head), body, text[..text.len() - body.len()].matches('\n').count() + 1),
        None => (None, text, 1),
    }
}

fn fields(head: &Value, text: &str, draft: &mut Draft) {
    let mut say = |field: Field, value: String, key: &str| {
        let line =
            text.lines().position(|line| line.trim_start().to_lowercase().starts_with(key)).map_or(0, |at| at + 1);
        draft.decisions.push(Decision { field, value, rule: "front matter", line });
    };
    let title = find(head, TITLE).and_then(|(key, value)| Some((key, string(value)?)));
    if let Some((key, title)) = &title {
        say(Field::Title, title.clone(), key);
    }
    let authors = find(head, AUTHORS).map(|(key, value)| (key, strings(value)));
    if let Some((key, authors)) = &authors {
        say(Field::Authors, authors.join(", "), key);
    }
    let published = find(head, PUBLISHED).and_then(|(key, value)| Some((key, day(value)?)));
    if let Some((key, published)) = &published {
        say(Field::Published, published.to_string(), key);
    }
    if let Some((key, modified)) = find(head, MODIFIED).and_then(|(key, value)| Some((key, day(value)?))) {
        say(Field::Modified, modified.to_string(), key);
    }
    let is_address = |text: &String| text.starts_with("https://") || text.starts_with("http://");
    let outlet =
        each(head, OUTLET).find_map(|(key, value)| Some((key, string(value).filter(|text| !is_address(text))?)));
    if let Some((key, outlet)) = &outlet {
        say(Field::Outlet, outlet.clone(), key);
    }
    let url = each(head, ADDRESS).find_map(|(key, value)| Some((key, string(value).filter(is_address)?)));
    if let Some((key, url)) = &url {
        say(Field::Url, url.clone(), key);
    }
    draft.language = find(head, LANGUAGE).and_then(|(_, value)| string(value));
    draft.categories = find(head, TAGS).map(|(_, value)| strings(value)).unwrap_or_default();
    draft.title = title.map(|(_, title)| title);
    draft.authors = authors.map(|(_, authors)| authors).unwrap_or_default();
    draft.published = published.map(|(_, published)| published);
    draft.outlet = outlet.map(|(_, outlet)| outlet);
    draft.url = url.map(|(_, url)| url);
}

fn each<'a>(head: &'a Value, keys: &'a [&'a str]) -> impl Iterator<Item = (&'a str, &'a Value)> {
    // postil's own front matter has a mapping `source`.
    let nested = head.get("source").filter(|source| source.is_mapping());
    keys.iter().filter_map(move |key| Some((*key, head.get(key).or_else(|| nested?.get(key))?)))
}

fn find<'a>(head: &'a Value, keys: &'a [&'a str]) -> Option<(&'a str, &'a Value)> {
    each(head, keys).next()
}

fn string(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Mapping(_) => string(value.get("name")?)?,
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(values) => values.iter().filter_map(string).collect(),
        value => string(value).into_iter().collect(),
    }
}

fn day(value: &Value) -> Option<Published> {
    let text = string(value)?;
    let day = text.split(['T', ' ']).next().unwrap_or(&text);
    date::published(day).or_else(|| date::published(&text))
}

/// `# Title` as the first line of the body is the title, or says it again.
fn own_title<'a>(body: &'a str, first: usize, draft: &mut Draft) -> (&'a str, usize) {
    let blank = body.len() - body.trim_start_matches('\n').len();
    let rest = &body[blank..];
    let line = rest.lines().next().unwrap_or("");
    let Some(title) = line.strip_prefix("# ").map(|title| title.trim().trim_end_matches('#').trim()) else {
        return (body, first);
    };
    let number = first + blank;
    let same = draft.title.as_deref().is_some_and(|known| super::slug::folded(known) == super::slug::folded(title));
    if draft.title.is_some() && !same {
        return (body, first);
    }
    draft.title.get_or_insert_with(|| title.to_owned());
    draft.decisions.push(Decision {
        field: Field::Title,
        value: title.to_owned(),
        rule: "first heading",
        line: number,
    });
    (rest.get(line.len()..).unwrap_or(""), number)
}

/// Blocks between blank lines, code fences whole: the author's Markdown, not a character changed.
fn blocks(body: &str, first: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let (mut start, mut fence) = (first, None);
    for (number, line) in (first..).zip(body.lines().chain([""])) {
        let mark = line.trim_start().chars().take_while(|c| matches!(c, '`' | '~')).count();
        let marked = line.trim_start().starts_with(['`', '~']) && mark >= 3;
        match fence {
            None if marked => fence = Some(mark),
            Some(width) if marked && mark >= width && line.trim().chars().all(|c| matches!(c, '`' | '~')) => {
                fence = None;
            }
            _ => {}
        }
        if line.trim().is_empty() && fence.is_none() {
            if !open.is_empty() {
                blocks.push(Block { line: start, kind: kind(&open.join("\n")) });
                open.clear();
            }
        } else {
            if open.is_empty() {
                start = number;
            }
            open.push(line);
        }
    }
    if !open.is_empty() {
        blocks.push(Block { line: start, kind: kind(&open.join("\n")) });
    }
    blocks
}

fn kind(text: &str) -> Kind {
    Kind::Markdown(text.to_owned())
}

fn is_text(block: &Block) -> bool {
    matches!(&block.kind, Kind::Markdown(text) if shape::words(text) > 0 && !text.starts_with('#'))
}

fn missing(draft: &mut Draft) {
    let absent = [
        (draft.title.is_none(), Field::Title),
        (draft.authors.is_empty(), Field::Authors),
        (draft.outlet.is_none(), Field::Outlet),
        (draft.url.is_none(), Field::Url),
        (draft.published.is_none(), Field::Published),
    ];
    draft.unsure.extend(absent.into_iter().filter(|(absent, _)| *absent).map(|(_, field)| field));
}
