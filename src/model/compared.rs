//! Articles that are set side by side.

use super::library::Library;
use super::route::Route;

/// Two articles that have a page on which they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedPair {
    /// The article with the smaller number.
    pub first: usize,
    /// The other one.
    pub second: usize,
    /// The passages that they share: a number in [`Links::shared`](super::site::Links::shared).
    pub shared: Option<usize>,
    /// The claims on which both have notes, by number.
    pub claims: Vec<usize>,
}

impl ComparedPair {
    /// The other article of the pair.
    #[must_use]
    pub fn other(&self, article: usize) -> usize {
        if article == self.first { self.second } else { self.first }
    }
}

impl Library {
    /// Where two articles are compared: `compare/<a>/<b>.html`, the smaller number first. Both in one file name
    /// (`a--b.html`) would be longer than a name may be, and `a--b` beside `c` would be `a` beside `b--c`.
    #[must_use]
    pub fn compare_route(&self, one: usize, other: usize) -> Route {
        let slug = |article: usize| &self.articles[article].slug;
        Route::new(format!("compare/{}/{}.html", slug(one.min(other)), slug(one.max(other))))
    }
}
