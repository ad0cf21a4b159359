//! Pictures: those that came with the page are kept beside the article, all others are left out and reported.

use dom_query::NodeRef;

use super::{Writer, address};
use crate::import::draft::{Attachment, Origin};
use crate::import::html::dom;
use crate::import::slug;

/// Most pictures that one article keeps.
const MOST: usize = 200;

/// Pictures that count readers or only hold a place are this small, in pixels of the page.
const TINY: usize = 8;

impl Writer<'_> {
    /// Alternative text and file name of a picture that is kept.
    pub(super) fn image(&mut self, node: &NodeRef<'_>) -> Option<(String, String)> {
        let alt = dom::attribute(node, "alt").map(|alt| dom::squash(&alt)).unwrap_or_default();
        let source = dom::attribute(node, "src").or_else(|| dom::attribute(node, "data-src"))?;
        if is_tiny(node) {
            return None;
        }
        if let Some(name) = self.names.get(&source) {
            return Some((alt, name.clone()));
        }
        let kept = self.files.find(&source).filter(|_| self.attachments.len() < MOST);
        let Some((name, origin)) = kept else {
            if !source.starts_with("data:") {
                let shown = address::absolute(&source, self.base).map_or(source, String::from);
                self.pictures.push(if alt.is_empty() { shown } else { format!("{alt} ({shown})") });
            }
            return None;
        };
        let name = self.free_name(&name);
        self.attachments.push(Attachment { name: name.clone(), origin });
        self.names.insert(source, name.clone());
        Some((alt, name))
    }

    /// A name of `a-z`, `0-9` and `-` with its ending, told apart from the others by a number.
    fn free_name(&self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "png"));
        let (stem, ending) = (slug::folder(stem), ending.to_ascii_lowercase());
        let taken = |name: &str| self.attachments.iter().any(|one| one.name == name);
        let first = format!("{stem}.{ending}");
        if !taken(&first) {
            return first;
        }
        (2..=MOST + 1).map(|number| format!("{stem}-{number}.{ending}")).find(|name| !taken(name)).unwrap_or(first)
    }
}

fn is_tiny(node: &NodeRef<'_>) -> bool {
    ["width", "height"].iter().any(|side| {
        dom::attribute(node, side).and_then(|size| size.parse::<usize>().ok()).is_some_and(|size| size <= TINY)
    })
}

/// The picture in a `data:` address.
pub(in crate::import::html) fn from_data(source: &str) -> Option<(String, Origin)> {
    let (head, data) = source.strip_prefix("data:image/")?.split_once(',')?;
    let ending = match head.split(';').next()? {
        "png" => "png",
        "jpeg" | "jpg" => "jpg",
        "gif" => "gif",
        "webp" => "webp",
        "avif" => "avif",
        _ => return None,
    };
    let bytes = base64(head.ends_with(";base64").then_some(data)?)?;
    // A placeholder of a few pixels is no picture.
    (bytes.len() > 512).then(|| (format!("picture.{ending}"), Origin::Bytes(bytes)))
}

/// Base64 with or without padding (RFC 4648, section 4); white space is skipped.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for c in text.bytes().filter(|c| !c.is_ascii_whitespace() && *c != b'=') {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}
