//! Language tags.

use unic_langid::LanguageIdentifier;

/// Whether this is a language tag as HTML and BCP 47 (RFC 5646) have it: a language, and behind it a script, a region,
/// variants, extensions. Whether anybody speaks it is not asked; longer than three letters no language of the registry is.
#[must_use]
pub fn is_language_tag(tag: &str) -> bool {
    // Extensions and private parts begin with a letter or digit that stands alone; the crate knows none of them.
    let known = tag.split('-').position(|part| part.len() == 1).unwrap_or(usize::MAX);
    let parts: Vec<&str> = tag.split('-').collect();
    let (named, more) = parts.split_at(known.min(parts.len()));
    let part = |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let language = matches!(parts[0].len(), 2 | 3) && named.join("-").parse::<LanguageIdentifier>().is_ok();
    language && !tag.contains('_') && more.len() != 1 && more.iter().all(part)
}

#[cfg(test)]
mod tests {
    use super::is_language_tag;

    #[test]
    fn tags_are_told_from_names() {
        for tag in ["en", "fr-CA", "zh-Hans-CN", "sr-Latn", "de-CH-1996", "und", "ar-u-nu-latn", "en-x-port"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["", "English", "english!", "English language", "en_US", "e", "de-", "en-x", "françai", "x"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }
}
