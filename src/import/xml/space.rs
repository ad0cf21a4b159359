//! Namespaces, by family: feeds name the same vocabulary by a dozen addresses, and some by a prefix alone.

/// What an element's name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Space {
    /// No namespace, one of those that RSS had over the years, or an unknown one without a prefix.
    Plain,
    /// Atom 1.0 and 0.3.
    Atom,
    /// The RSS module `content`.
    Content,
    /// Dublin Core, elements and terms.
    Dublin,
    /// Apple's podcasts.
    Itunes,
    /// Media RSS.
    Media,
    /// HTML as XML.
    Html,
    /// `FeedBurner`'s additions.
    Feedburner,
    /// Anything else.
    Other,
}

/// A part of each address, in lower case, that no other has.
const ADDRESSES: &[(&str, Space)] = &[
    ("www.w3.org/2005/atom", Space::Atom),
    ("purl.org/atom/", Space::Atom),
    ("modules/content", Space::Content),
    ("purl.org/dc/", Space::Dublin),
    ("itunes.com/dtds/", Space::Itunes),
    ("search.yahoo.com/mrss", Space::Media),
    ("w3.org/1999/xhtml", Space::Html),
    ("rssnamespace.org/feedburner", Space::Feedburner),
    ("purl.org/rss/1.0/modules/", Space::Other),
    ("purl.org/rss/", Space::Plain),
    ("purl.org/net/rss", Space::Plain),
    ("my.netscape.com/", Space::Plain),
    ("channel.netscape.com/", Space::Plain),
    ("backend.userland.com/creativecommons", Space::Other),
    ("backend.userland.com", Space::Plain),
    ("blogs.law.harvard.edu/tech/rss", Space::Plain),
];

/// Prefixes that feeds use without declaring them.
const PREFIXES: &[(&str, Space)] = &[
    ("", Space::Plain),
    ("rss", Space::Plain),
    ("atom", Space::Atom),
    ("content", Space::Content),
    ("dc", Space::Dublin),
    ("dcterms", Space::Dublin),
    ("itunes", Space::Itunes),
    ("media", Space::Media),
    ("xhtml", Space::Html),
    ("feedburner", Space::Feedburner),
];

impl Space {
    /// The family of a namespace's address. An unknown one without a prefix is the feed's own.
    pub(super) fn of_address(address: &str, prefix: &str) -> Self {
        let address = address.trim().to_lowercase();
        let known = ADDRESSES.iter().find(|(part, _)| address.contains(part)).map(|(_, space)| *space);
        known.unwrap_or(if prefix.is_empty() { Self::Plain } else { Self::Other })
    }

    /// The family that a prefix usually means.
    pub(super) fn of_prefix(prefix: &str) -> Self {
        PREFIXES.iter().find(|(name, _)| *name == prefix).map_or(Self::Other, |(_, space)| *space)
    }
}
