//! What a page or a picture names: files that a browser loads by itself, and links that a reader follows.

use std::ops::Range;

use serde_json::Value;

use super::finding::{Code, Use};
use super::markup::{Attribute, Language, Piece, pieces};
use super::policy::Policy;
use super::{Reader, script, style};

/// Kinds of `link` that lead a reader or a program somewhere, and load nothing.
const LINKS: [&str; 13] = [
    "alternate",
    "author",
    "bookmark",
    "canonical",
    "external",
    "help",
    "license",
    "me",
    "next",
    "nofollow",
    "noopener",
    "prev",
    "search",
];

/// Attributes of SVG whose value may be a style with an address.
const PAINTS: [&str; 9] =
    ["clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke"];

/// The address that a first page says it will have, without its own name; empty where it says none.
pub(super) fn base(index: &str) -> String {
    let canonical = pieces(index, Language::Html).into_iter().find_map(|piece| match piece {
        Piece::Element { name, attributes, .. } if name == "link" && says(&attributes, "rel", "canonical") => {
            value(&attributes, "href").map(str::to_owned)
        }
        _ => None,
    });
    canonical.and_then(|href| href.strip_suffix("index.html").map(str::to_owned)).unwrap_or_default()
}

/// Reads a page.
pub(super) fn read(reader: &mut Reader<'_>, text: &str) {
    Page { reader, policy: Policy::default(), script: String::new(), told: false }.read(text, Language::Html);
}

/// Reads a picture.
pub(super) fn read_picture(reader: &mut Reader<'_>, text: &str) {
    // As a picture it runs no script; what shows it by itself is the reader's choice.
    Page { reader, policy: Policy::default(), script: String::new(), told: true }.read(text, Language::Svg);
}

/// Reads of an XML file what a browser that shows it would load.
pub(super) fn read_instructions(reader: &mut Reader<'_>, text: &str) {
    for (at, _) in text.match_indices("<?xml-stylesheet") {
        let end = text[at..].find("?>").map_or(text.len(), |end| at + end);
        instruction(reader, at..end);
    }
}

/// Reads the manifest of an installable site.
pub(super) fn read_manifest(reader: &mut Reader<'_>, text: &str) {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => manifest(reader, &value, ""),
        Err(error) => reader.report(Code::Unreadable, format!("this is no JSON: {error}"), 0..0),
    }
}

fn manifest(reader: &mut Reader<'_>, value: &Value, key: &str) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| manifest(reader, value, key)),
        Value::Array(list) => list.iter().for_each(|value| manifest(reader, value, key)),
        Value::String(written) if matches!(key, "src" | "start_url" | "url" | "action") => {
            let quoted = Value::from(written.as_str()).to_string();
            let at = reader.text.find(&quoted).map_or(0..0, |at| at + 1..at + quoted.len() - 1);
            // The folder as an address to begin at is opened by a server only, as is the manifest.
            if written != "./" {
                reader.address(&format!("`{key}`"), written, Use::Load, at);
            }
        }
        _ => {}
    }
}

fn instruction(reader: &mut Reader<'_>, at: Range<usize>) {
    let text = &reader.text[at.clone()];
    if !text.contains("xml-stylesheet") {
        return;
    }
    for quote in ['"', '\''] {
        if let Some((before, rest)) = text.split_once(&format!("href={quote}"))
            && let Some((written, _)) = rest.split_once(quote)
        {
            let from = at.start + before.len() + "href=".len() + 1;
            reader.address("`<?xml-stylesheet?>`", written, Use::Load, from..from + written.len());
        }
    }
}

struct Page<'a, 'r> {
    reader: &'a mut Reader<'r>,
    policy: Policy,
    /// The kind of the script element that was opened last.
    script: String,
    /// Whether it was told that no policy holds the page's scripts.
    told: bool,
}

impl Page<'_, '_> {
    fn read(&mut self, text: &str, language: Language) {
        let pieces = pieces(text, language);
        let foreign = |name: &str| language == Language::Svg || name == "svg";
        let mut drawing = language == Language::Svg;
        for piece in pieces {
            match piece {
                Piece::Element { name, attributes, at } => {
                    drawing |= foreign(&name);
                    self.element(&name, &attributes, &at, drawing);
                }
                Piece::Text { element, at } if element == "style" => {
                    style::read(self.reader, &text[at.clone()], at.start);
                }
                Piece::Text { at, .. } => self.inline(&text[at.clone()], at),
                Piece::Instruction { at } => instruction(self.reader, at),
            }
        }
    }

    fn element(&mut self, name: &str, attributes: &[Attribute], at: &Range<usize>, drawing: bool) {
        match name {
            "base" => {
                let message = "`<base>` moves every relative address of the page".to_owned();
                self.reader.report(Code::MovedBase, message, at.clone());
            }
            "meta" => self.meta(attributes),
            "script" => self.script(attributes, at),
            _ => {}
        }
        for attribute in attributes {
            self.attribute(name, attributes, attribute, drawing);
        }
    }

    fn attribute(&mut self, element: &str, attributes: &[Attribute], attribute: &Attribute, drawing: bool) {
        let Attribute { name, value, at } = attribute;
        let by = format!("`<{element} {name}>`");
        match name.as_str() {
            "id" => drop(self.reader.reading.ids.insert(value.clone())),
            "name" if element == "a" => drop(self.reader.reading.ids.insert(value.clone())),
            "src" | "poster" | "background" | "formaction" | "action" | "ping" => self.load(&by, value, at),
            "data" if element == "object" => self.load(&by, value, at),
            "manifest" if element == "html" => self.load(&by, value, at),
            "srcset" | "imagesrcset" => self.candidates(&by, value, at),
            "href" | "xlink:href" => self.href(element, attributes, attribute),
            "style" => style::read_attribute(self.reader, value, at),
            "srcdoc" => {
                let message = format!("{by} is a page in a page, which is not looked into");
                self.reader.report(Code::UnprovenScript, message, at.clone());
            }
            name if drawing && PAINTS.contains(&name) => style::read_attribute(self.reader, value, at),
            name if name.starts_with("on") => self.held(at),
            _ => {}
        }
    }

    fn load(&mut self, by: &str, written: &str, at: &Range<usize>) {
        self.reader.address(by, written, Use::Load, at.clone());
    }

    fn candidates(&mut self, by: &str, value: &str, at: &Range<usize>) {
        // A comma ends an address only where a space or the end follows it, or a size stands before it.
        for candidate in value.split_ascii_whitespace() {
            let address = candidate.trim_matches(',');
            let size = address.strip_suffix(['w', 'x', 'h']).is_some_and(|number| number.parse::<f64>().is_ok());
            if !size && !address.is_empty() {
                self.load(by, address, at);
            }
        }
    }

    fn href(&mut self, element: &str, attributes: &[Attribute], attribute: &Attribute) {
        let Attribute { name, value, at } = attribute;
        let by = format!("`<{element} {name}>`");
        match element {
            "base" => {}
            "a" | "area" => self.reader.address(&by, value, Use::Follow, at.clone()),
            "link" => {
                let kinds = self::value(attributes, "rel").unwrap_or_default().to_ascii_lowercase();
                let mut kinds = kinds.split_ascii_whitespace();
                let follows = kinds.all(|kind| LINKS.contains(&kind));
                self.reader.address(&by, value, if follows { Use::Follow } else { Use::Load }, at.clone());
            }
            "image" | "feimage" | "script" => self.load(&by, value, at),
            _ => self.reader.address(&by, value, Use::Draw, at.clone()),
        }
    }

    fn meta(&mut self, attributes: &[Attribute]) {
        let Some(content) = attributes.iter().find(|attribute| attribute.name == "content") else { return };
        if says(attributes, "http-equiv", "content-security-policy") {
            self.policy.add(&content.value);
        }
        if says(attributes, "http-equiv", "refresh")
            && let Some(written) = refreshed(&content.value)
        {
            self.load("`<meta http-equiv=refresh>`", written, &content.at);
        }
    }

    fn script(&mut self, attributes: &[Attribute], at: &Range<usize>) {
        self.script = value(attributes, "type").unwrap_or_default().trim().to_ascii_lowercase();
        if matches!(self.script.as_str(), "module" | "importmap" | "speculationrules") {
            let message = format!("`<script type={}>` does nothing in a page on a disk", self.script);
            self.reader.report(Code::ModuleScript, message, at.clone());
        }
        if self.runs() && value(attributes, "src").is_some() {
            self.held(at);
        }
    }

    fn runs(&self) -> bool {
        matches!(self.script.as_str(), "" | "module") || self.script.ends_with("javascript")
    }

    fn inline(&mut self, text: &str, at: Range<usize>) {
        if self.runs() && !text.trim().is_empty() {
            self.held(&at);
            script::read(self.reader, text, at.start);
        }
    }

    /// A script runs here: the policy has to keep it inside.
    fn held(&mut self, at: &Range<usize>) {
        if let Some(open) = self.policy.open().filter(|_| !self.told) {
            self.told = true;
            let message = format!("a script could ask other hosts: no policy of the page limits `{open}` to the site");
            self.reader.report(Code::UnprovenScript, message, at.clone());
        }
    }
}

fn value<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|attribute| attribute.name == name).map(|attribute| &*attribute.value)
}

fn says(attributes: &[Attribute], name: &str, word: &str) -> bool {
    value(attributes, name).is_some_and(|value| value.trim().eq_ignore_ascii_case(word))
}

/// The address in `0; url=next.html`.
fn refreshed(content: &str) -> Option<&str> {
    let (_, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let named = rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("url"));
    let written = if named { rest[3..].trim_start().strip_prefix('=')? } else { rest };
    Some(written.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refresh_says_where_to() {
        assert_eq!(refreshed("0; URL = 'a.html'"), Some("a.html"));
        assert_eq!(refreshed("5"), None);
    }
}
