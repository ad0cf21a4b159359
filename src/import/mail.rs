//! Pages saved as MHTML and newsletters saved as mail: a message whose largest HTML part is the page.

use std::collections::BTreeMap;

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::date::Published;
use super::draft::{Decision, Draft, Field, Origin};
use super::html::{self, Files};
use super::read_text;
use super::source::Unreadable;

/// The articles of a message: that of its page, or those of its text where it has no page.
///
/// # Errors
/// When it is no message, or holds neither.
pub(super) fn read(name: &str, bytes: &[u8], url: Option<&str>) -> Result<Vec<Draft>, Unreadable> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| Unreadable::Malformed("mail", "it has no header".to_owned()))?;
    let mut drafts = if let Some((page, address)) = page(&message) {
        let files = parts(&message);
        let saved = header(&message, "Snapshot-Content-Location");
        let url = url.map(str::to_owned).or(saved).or(address);
        vec![html::read(&page, html::Origin { name, url: url.as_deref(), files: &files })?]
    } else {
        let text = message.body_text(0).ok_or(Unreadable::NoArticle(""))?;
        read_text(name, &text)
    };
    if drafts.is_empty() {
        return Err(Unreadable::NoArticle(""));
    }
    for draft in &mut drafts {
        headers(&message, draft);
    }
    Ok(drafts)
}

/// The HTML of the largest part of that kind, and its address.
fn page(message: &Message<'_>) -> Option<(String, Option<String>)> {
    let html = message.parts.iter().filter_map(|part| match &part.body {
        PartType::Html(text) => Some((part, text)),
        _ => None,
    });
    let (part, text) = html.max_by_key(|(_, text)| text.len())?;
    let address = part.content_location().filter(|address| address.starts_with("http")).map(str::to_owned);
    Some((text.to_string(), address))
}

fn header(message: &Message<'_>, name: &str) -> Option<String> {
    let value = message.header_raw(name)?.trim().to_owned();
    value.starts_with("http").then_some(value)
}

/// What the header says and the page does not.
fn headers(message: &Message<'_>, draft: &mut Draft) {
    let say = |draft: &mut Draft, field: Field, value: String, rule: &'static str| {
        draft.unsure.retain(|unsure| *unsure != field);
        draft.decisions.push(Decision { field, value, rule, line: 0 });
    };
    if draft.title.is_none()
        && let Some(subject) = message.subject().map(str::trim).filter(|subject| !subject.is_empty())
    {
        draft.title = Some(subject.to_owned());
        say(draft, Field::Title, subject.to_owned(), "subject of the mail");
    }
    let is_page = message.header_raw("Snapshot-Content-Location").is_some();
    if draft.published.is_none()
        && !is_page
        && let Some(date) = message.date()
    {
        let (year, month, day) = (date.year, date.month, date.day);
        let day = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
        if let Some(date) = day.and_then(|((year, month), day)| jiff::civil::Date::new(year, month, day).ok()) {
            draft.published = Some(Published::Day(date));
            say(draft, Field::Published, date.to_string(), "date of the mail");
        }
    }
    if draft.outlet.is_none()
        && !is_page
        && let Some(name) = message.from().and_then(|from| from.first()).and_then(|from| from.name())
    {
        draft.outlet = Some(name.to_owned());
        say(draft, Field::Outlet, name.to_owned(), "sender of the mail");
    }
}

/// Pictures of a message, by their address and by their id.
#[derive(Debug, Default)]
struct Parts {
    pictures: BTreeMap<String, (String, Vec<u8>)>,
}

impl Files for Parts {
    fn find(&self, address: &str) -> Option<(String, Origin)> {
        let (name, bytes) = self.pictures.get(address).or_else(|| self.pictures.get(address.strip_prefix("cid:")?))?;
        Some((name.clone(), Origin::Bytes(bytes.clone())))
    }
}

fn parts(message: &Message<'_>) -> Parts {
    let mut parts = Parts::default();
    for part in &message.parts {
        let (PartType::Binary(bytes) | PartType::InlineBinary(bytes)) = &part.body else { continue };
        let Some(ending) = part.content_type().filter(|kind| kind.ctype() == "image").and_then(|kind| kind.subtype())
        else {
            continue;
        };
        let ending = if ending == "jpeg" { "jpg" } else { ending };
        let address = part.content_location().map(str::to_owned);
        let last = address.as_deref().and_then(|address| address.split(['?', '#']).next()?.rsplit('/').next());
        let stem = last.map_or("picture", |last| last.rsplit_once('.').map_or(last, |(stem, _)| stem));
        let name = format!("{stem}.{ending}");
        if !html::is_picture(&name) {
            continue;
        }
        for key in address.iter().map(String::as_str).chain(part.content_id()) {
            parts.pictures.insert(key.to_owned(), (name.clone(), bytes.to_vec()));
        }
    }
    parts
}
