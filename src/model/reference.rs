//! What stands between the brackets of a wikilink: `slug`, `claim:id`, `topic:id#place`.

/// What kind of thing a reference names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `article:`
    Article,
    /// `claim:`
    Claim,
    /// `topic:`
    Topic,
    /// `outlet:`
    Outlet,
    /// `editor:`
    Editor,
    /// `page:`
    Page,
}

/// A reference to one of the site's things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// Its kind; `None` is looked up as article, topic, claim, outlet, in that order.
    pub kind: Option<ReferenceKind>,
    /// Its id.
    pub id: &'a str,
    /// A place on its page.
    pub fragment: Option<&'a str>,
}

impl<'a> Reference<'a> {
    /// Reads what stands between the brackets. A prefix that is no kind is part of the id, which then names nothing.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let text = text.trim();
        let (name, fragment) = match text.split_once('#') {
            Some((name, fragment)) => (name, Some(fragment)),
            None => (text, None),
        };
        let kind = |word| {
            Some(match word {
                "article" => ReferenceKind::Article,
                "claim" => ReferenceKind::Claim,
                "topic" => ReferenceKind::Topic,
                "outlet" => ReferenceKind::Outlet,
                "editor" => ReferenceKind::Editor,
                "page" => ReferenceKind::Page,
                _ => return None,
            })
        };
        match name.split_once(':').and_then(|(word, id)| Some((kind(word)?, id.trim()))) {
            Some((kind, id)) => Self { kind: Some(kind), id, fragment },
            None => Self { kind: None, id: name, fragment },
        }
    }
}
