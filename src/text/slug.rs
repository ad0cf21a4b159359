//! Names for files and fragments.

/// Longest slug, in bytes: names of files stay well below every file system's 255.
const MAX: usize = 80;

/// Lower-case ASCII letters, digits and hyphens from any text: transliterated, cut at a hyphen near 80 bytes, never
/// empty (`x` where nothing is left).
#[must_use]
pub fn slugify(text: &str) -> String {
    let mut slug = String::new();
    for c in deunicode::deunicode(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > MAX {
        let cut = slug[..MAX].rfind('-').filter(|&i| i > MAX / 2).unwrap_or(MAX);
        slug.truncate(cut);
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "x".into() } else { slug.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_stable_and_safe() {
        assert_eq!(slugify("Où est l'été ? — «là»"), "ou-est-lete-la");
        assert_eq!(slugify("../../etc"), "etc");
        assert_eq!(slugify("???"), "x");
        let once = slugify("A Long Name, with Commas");
        assert_eq!(slugify(&once), once);
    }
}
