//! What a page's Content-Security-Policy keeps its scripts from.

/// What a script can ask by, each with the directive that stands in for it where it is missing.
const ASKING: [&str; 10] = [
    "connect-src",
    "font-src",
    "frame-src",
    "img-src",
    "manifest-src",
    "media-src",
    "object-src",
    "script-src",
    "style-src",
    "worker-src",
];

/// The policies of a page so far: each alone may forbid.
#[derive(Debug, Default)]
pub(super) struct Policy(Vec<String>);

impl Policy {
    pub(super) fn add(&mut self, content: &str) {
        self.0.push(content.to_ascii_lowercase());
    }

    /// The first directive that lets a script ask other hosts.
    pub(super) fn open(&self) -> Option<&'static str> {
        ASKING.into_iter().find(|name| !self.0.iter().any(|policy| is_closed(policy, name)))
    }
}

fn is_closed(policy: &str, name: &str) -> bool {
    let directive = |name: &str| {
        let mut all = policy.split(';').map(|directive| directive.split_ascii_whitespace());
        all.find_map(|mut words| (words.next() == Some(name)).then_some(words))
    };
    let worker = || if name == "worker-src" { directive("script-src") } else { None };
    let sources = directive(name).or_else(worker).or_else(|| directive("default-src"));
    sources.is_some_and(|mut sources| {
        sources.all(|source| source.starts_with('\'') || matches!(source, "data:" | "blob:"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_holds_where_it_names_the_site_only() {
        let open = |content: &str| {
            let mut policy = Policy::default();
            policy.add(content);
            policy.open()
        };
        assert_eq!(open("default-src 'none'; script-src 'self'; img-src 'self' data:"), None);
        assert_eq!(open("default-src 'self'; connect-src *"), Some("connect-src"));
        assert_eq!(open("default-src 'self'; img-src https:"), Some("img-src"));
        assert_eq!(open("script-src 'self'"), Some("connect-src"));
        assert_eq!(Policy::default().open(), Some("connect-src"));
    }
}
