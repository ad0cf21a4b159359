//! The order in which readers look names up.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is looked up: without accents, in lower case, from its first letter or digit on. Names that differ in
/// nothing else stand together; alphabets follow each other as in Unicode.
#[must_use]
pub fn alphabetical(name: &str) -> String {
    let plain: String = name.nfkd().filter(|&c| !is_combining_mark(c)).collect::<String>().to_lowercase();
    plain.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The letter under which a name stands in a list: one of an alphabet in upper case, `#` for digits and signs, `…` for
/// scripts with more signs than a row of links can hold.
#[must_use]
pub fn initial(name: &str) -> char {
    // U+2E80 begins the radicals; ideographs, kana and Hangul syllables follow (Unicode 16, Blocks.txt).
    match alphabetical(name).chars().next() {
        Some(c) if !c.is_alphabetic() => '#',
        None => '#',
        Some(c) if c >= '\u{2E80}' => '…',
        Some(c) => c.to_uppercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_they_are_looked_for() {
        let mut names = ["Zeit", "“Écho”", "été", "abc", "ABB", "12 Hours", "Правда"];
        names.sort_by_cached_key(|name| alphabetical(name));
        assert_eq!(names, ["12 Hours", "ABB", "abc", "“Écho”", "été", "Zeit", "Правда"]);
        let initials: String = names.iter().map(|name| initial(name)).collect();
        assert_eq!(initials, "#AAEEZП");
        assert_eq!([initial("朝日"), initial("—"), initial("")], ['…', '#', '#']);
    }
}
