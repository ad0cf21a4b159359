//! Authors as feeds state them: with e-mail addresses, roles, the site's own name, and several in one.

use crate::import::outlets;

/// Words that stand where a name should: nobody is called so.
const NOBODY: &[&str] = &[
    "admin",
    "agencies",
    "agency",
    "administrator",
    "author",
    "editor",
    "editors",
    "staff",
    "webmaster",
    "noreply",
    "unknown",
    "none",
    "guest",
];

/// The persons that `stated` names; empty where it names nobody or the outlet itself.
pub(super) fn persons(stated: &str, outlet: Option<&str>) -> Vec<String> {
    let bare = without_address(stated);
    let bare = bare.strip_prefix("By ").or_else(|| bare.strip_prefix("by ")).unwrap_or(&bare);
    several(bare).into_iter().filter(|name| is_name(name, outlet)).map(str::to_owned).collect()
}

/// `mail@example.org (Ada Quill)` and `Ada Quill <mail@example.org>` → `Ada Quill`.
fn without_address(stated: &str) -> String {
    if !stated.contains('@') {
        return stated.trim().to_owned();
    }
    let inside = stated.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?.0)));
    match inside {
        Some((before, name)) if before.contains('@') => name.trim().to_owned(),
        _ => stated
            .split([' ', '<', '>', '(', ')'])
            .filter(|word| !word.contains('@'))
            .collect::<Vec<_>>()
            .join(" ")
            .trim()
            .to_owned(),
    }
}

/// Parts of a list, where each could be a name: two words or more. `Quill, Ada` is one person.
fn several(names: &str) -> Vec<&str> {
    // `Ada Quill in Saint-Port, Harbour County`: where somebody wrote it is no name.
    let names = match names.split_once(" in ") {
        Some((before, place)) if before.contains(' ') && place.starts_with(char::is_uppercase) => before,
        _ => names,
    };
    let parts: Vec<&str> = names
        .split([',', ';', '&'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !is_nobody(part))
        .collect();
    let whole = parts.iter().all(|part| part.split_whitespace().count() >= 2);
    if whole { parts } else { vec![names] }
}

fn is_nobody(name: &str) -> bool {
    NOBODY.contains(&name.to_lowercase().as_str())
}

fn is_name(name: &str, outlet: Option<&str>) -> bool {
    let lower = name.to_lowercase();
    name.chars().any(char::is_alphabetic)
        && !lower.contains("://")
        && !is_nobody(name)
        && outlet.is_none_or(|outlet| !outlets::same(outlet, name))
}

#[cfg(test)]
mod tests {
    #[test]
    fn persons_without_addresses_roles_and_outlets() {
        let persons = |stated: &str| super::persons(stated, Some("Harbour Post")).join("|");
        assert_eq!(persons("mail@example.org (Ada Quill)"), "Ada Quill");
        assert_eq!(persons("Ada Quill <mail@example.org>"), "Ada Quill");
        assert_eq!(persons("mail@example.org"), "");
        assert_eq!(persons("By Ada Quill, Bo Reed and Cy Finn"), "Ada Quill|Bo Reed|Cy Finn");
        assert_eq!(persons("Quill, Ada"), "Quill, Ada");
        assert_eq!(persons("Ada Quill in Saint-Port, Harbour County"), "Ada Quill");
        assert_eq!(persons("Ada Quill and agencies"), "Ada Quill");
        assert_eq!(persons("Made in Port"), "Made in Port");
        assert_eq!(persons("admin"), "");
        assert_eq!(persons("The harbour post"), "The harbour post");
        assert_eq!(persons("harbour post"), "");
        assert_eq!(persons("17"), "");
    }
}
