//! Bytes → text. A declaration is often wrong, so that bytes which are valid UTF-8 are UTF-8 whatever a page says.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::source::Unreadable;

/// How far into a page its declaration is looked for (the HTML standard has 1,024 bytes; real pages are later).
const HEAD: usize = 8192;

/// Share of control characters, in percent, from which bytes are no text.
const CONTROLS: usize = 2;

/// The text of `bytes`: by byte-order mark, as UTF-8 where it is valid, by its own declaration, by its statistics.
///
/// # Errors
/// When the bytes are that of no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if let Some(what) = known_binary(bytes) {
        return Err(Unreadable::NotText(what));
    }
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        let encoding = declared(bytes).or_else(|| utf_16(bytes)).unwrap_or_else(|| guess(bytes));
        encoding.decode_without_bom_handling(bytes).0
    };
    let controls = text.bytes().filter(|b| *b < 0x20 && !b"\t\n\r\x0c\x1b".contains(b)).count();
    if controls * 100 > text.len() * CONTROLS {
        return Err(Unreadable::NotText("it is full of control characters"));
    }
    Ok(text)
}

/// Formats that people mean to import and that are no text.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF-", "it is a PDF"),
        (b"PK\x03\x04", "it is a ZIP, perhaps a word processor's file"),
        (b"\xd0\xcf\x11\xe0", "it is a file of an old word processor"),
        (b"\x89PNG", "it is a picture"),
        (b"\xff\xd8\xff", "it is a picture"),
        (b"GIF8", "it is a picture"),
        (b"\x1f\x8b", "it is compressed"),
        (b"bplist", "it is a web archive of Safari"),
        (b"{\\rtf", "it is RTF"),
    ];
    KNOWN.iter().find(|(lead, _)| bytes.starts_with(lead)).map(|(_, what)| *what)
}

/// The encoding that a page or an XML file names. UTF-8 would have been valid, so that this name is wrong.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let (_, value) = head.split_once(key)?;
        let value = value.trim_start_matches([' ', '"', '\'']);
        let label: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
        let encoding = Encoding::for_label(label.as_bytes())?;
        (encoding.is_ascii_compatible() && encoding != encoding_rs::UTF_8).then_some(encoding)
    })
}

/// UTF-16 without a byte-order mark: every other byte of Latin text is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let most = head.len() / 4;
    if head.len() >= 8 && zeros(1) > most {
        Some(UTF_16LE)
    } else if head.len() >= 8 && zeros(0) > most {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Allow);
    // A few broken bytes in what is UTF-8 otherwise: `guess` names a one-byte encoding, which would break all the rest.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let multi = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{fffd}').count();
    if multi > broken * 4 {
        encoding_rs::UTF_8
    } else if guess == encoding_rs::UTF_8 {
        WINDOWS_1252
    } else {
        guess
    }
}
