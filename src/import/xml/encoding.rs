//! Bytes → text. Valid UTF-8 wins over a declaration: one feed or page in a hundred declares a wrong one.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// Bytes in which an XML declaration stands.
const DECLARATION: usize = 256;

/// The text of `bytes`: by its byte order mark, as UTF-8 if it is that, by the XML declaration, or as windows-1252,
/// which old feeds mean when they say nothing. What fits no character is U+FFFD.
pub(in crate::import) fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    declared(bytes).unwrap_or(WINDOWS_1252).decode_without_bom_handling(bytes).0
}

/// What `<?xml … encoding="…"?>` names. UTF-8 is not it, or the bytes would be; UTF-16 would not show a declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]);
    let declaration = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let label = value.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding.is_ascii_compatible() && encoding != encoding_rs::UTF_8).then_some(encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_utf_8_wins_over_the_declaration() {
        let says = |bytes: &[u8]| text(bytes).into_owned();
        let declared = "<?xml version='1.0' encoding='ISO-8859-1'?>";
        assert_eq!(says(format!("{declared}é").as_bytes()), format!("{declared}é"));
        assert_eq!(says(&[declared.as_bytes(), b"\xe9"].concat()), format!("{declared}é"));
        assert_eq!(says(b"caf\xe9 \x80"), "café €");
        assert_eq!(
            says(b"<?xml version=\"1.0\" encoding=\"windows-1251\"?>\xcf"),
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>П"
        );
        assert_eq!(says(b"<?xml encoding=\"utf-8\"?>\xe9"), "<?xml encoding=\"utf-8\"?>é");
        assert_eq!(says(b"\xff\xfea\0"), "a");
        assert_eq!(says(b"\xef\xbb\xbfa"), "a");
    }
}
