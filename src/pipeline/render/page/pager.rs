//! Long lists in pages.

use serde::Serialize;

use crate::model::route::Route;

/// Entries on a page of a list.
const PER_PAGE: usize = 50;

/// What templates receive of a page's place among the others.
#[derive(Clone, Debug, Serialize)]
pub(super) struct PagerCx {
    number: usize,
    total: usize,
    newer: Option<String>,
    older: Option<String>,
    count: usize,
}

impl PagerCx {
    /// Page `number` of `total`, counted from 1, of a list that has `count` entries and does not go by date.
    pub(super) fn numbered(number: usize, total: usize, count: usize, route: impl Fn(usize) -> Route) -> Self {
        let neighbour = |n: usize| (1..=total).contains(&n).then(|| route(n).to_string());
        Self { number, total, newer: neighbour(number - 1), older: neighbour(number + 1), count }
    }

    /// Whether it is the first page.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }
}

/// One page of a list: its place, its entries, its neighbours.
pub(super) struct ListPage {
    pub(super) route: Route,
    pub(super) entries: std::ops::Range<usize>,
    pub(super) pager: PagerCx,
}

/// Cuts a list of `count` entries, newest first, into pages in `folder`. Pages are numbered from the oldest, so that
/// a new entry changes the first page and no other.
pub(super) fn pages(folder: &str, count: usize) -> Vec<ListPage> {
    pages_after(&format!("{folder}/index.html"), folder, count)
}

/// The same where the first page stands at `first` and the others in `folder`.
pub(super) fn pages_after(first_page: &str, folder: &str, count: usize) -> Vec<ListPage> {
    let total = count.div_ceil(PER_PAGE).max(1);
    let first = count - (total - 1) * PER_PAGE.min(count);
    let name = |position: usize| match position {
        0 => first_page.to_owned(),
        _ => format!("{folder}/page-{}.html", total - position),
    };
    let page = |position: usize| {
        let start = if position == 0 { 0 } else { first + (position - 1) * PER_PAGE };
        let end = first + position * PER_PAGE;
        ListPage {
            route: Route::new(name(position)),
            entries: start..end,
            pager: PagerCx {
                number: position + 1,
                total,
                newer: position.checked_sub(1).map(name),
                older: (position + 1 < total).then(|| name(position + 1)),
                count,
            },
        }
    };
    (0..total).map(page).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_stands_on_one_page() {
        for count in [0, 1, 49, 50, 51, 100, 101, 1234] {
            let entries: Vec<usize> = pages("x", count).into_iter().flat_map(|p| p.entries).collect();
            assert_eq!(entries, (0..count).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_new_entry_changes_only_the_first_page() {
        let names = |count| -> Vec<(String, std::ops::Range<usize>)> {
            pages("x", count).into_iter().skip(1).map(|p| (p.route.to_string(), p.entries)).collect()
        };
        let shifted: Vec<_> = names(120).into_iter().map(|(n, r)| (n, r.start + 1..r.end + 1)).collect();
        assert_eq!(names(121), shifted);
    }
}
