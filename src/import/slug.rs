//! Names for files and folders, and the folded form in which two names are compared.

use deunicode::deunicode;

/// Longest folder or outlet id, in bytes: two of them and `article.md` stay far below the 260 of Windows.
const LONGEST: usize = 60;

/// Names that Windows gives to devices, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces"), and
/// those that a site keeps for itself (`model::id`).
const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "index", "assets"];

/// A name of 1 to 60 bytes of `a-z`, `0-9` and `-`; `untitled` where `text` has no letter and no digit.
pub(super) fn folder(text: &str) -> String {
    let mut name = String::new();
    for word in words(text) {
        if !name.is_empty() && name.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        // One word can be longer than the limit; it is ASCII, so any cut is between characters.
        name.extend(word.chars().take(LONGEST));
    }
    match name.as_str() {
        "" => "untitled".to_owned(),
        reserved if is_reserved(reserved) => format!("the-{reserved}"),
        _ => name,
    }
}

/// The form in which two titles or two outlet names are the same: letters and digits only, in lower case, without
/// accents.
pub(super) fn folded(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

fn is_reserved(name: &str) -> bool {
    let port =
        |lead: &str| name.strip_prefix(lead).is_some_and(|end| end.len() == 1 && end.as_bytes()[0].is_ascii_digit());
    RESERVED.contains(&name) || port("com") || port("lpt")
}

/// Lower-case words in ASCII. An apostrophe joins, so that `keeper's` is one word.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = deunicode(text).to_ascii_lowercase().replace('\'', "");
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}
