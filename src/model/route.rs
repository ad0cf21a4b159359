//! Where pages stand in the site.

use std::fmt;
use std::sync::Arc;

/// The path of a page or file from the site's root, such as `articles/tides.html`: no leading slash, always a file
/// name, so that the same link works on a server, under a sub-path and from a disk. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// A route from its parts, which are ids or fixed names.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this page up to the site's root: `""` or `"../"`, repeated for deeper pages.
    #[must_use]
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
