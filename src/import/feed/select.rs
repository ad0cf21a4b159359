//! Which drafts of a feed are wanted.

use std::collections::BTreeSet;

use crate::import::date::Published;
use crate::import::draft::Draft;
use crate::model::date::Date;

/// A list of numbers that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no list of items: write numbers from 1 with commas, or a range, such as 1,3 or 2-5")]
pub struct BadItems(pub String);

/// Largest number of an item: a range of more is a mistake.
const MOST: usize = 100_000;

/// The numbers in `1,3` or `2-5,9`, counted from 1.
///
/// # Errors
/// When it is no such list.
pub fn item_numbers(written: &str) -> Result<BTreeSet<usize>, BadItems> {
    let bad = || BadItems(written.to_owned());
    let number = |text: &str| text.trim().parse().ok().filter(|number| (1..=MOST).contains(number)).ok_or_else(bad);
    let mut numbers = BTreeSet::new();
    for part in written.split(',') {
        match part.split_once('-') {
            None => drop(numbers.insert(number(part)?)),
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                numbers.extend(first..=last);
                if last < first {
                    return Err(bad());
                }
            }
        }
    }
    Ok(numbers)
}

/// The drafts with these numbers, counted from 1 in the order in which an import lists them.
#[must_use]
pub fn only_items(drafts: Vec<Draft>, numbers: &BTreeSet<usize>) -> Vec<Draft> {
    (1..).zip(drafts).filter(|(number, _)| numbers.contains(number)).map(|(_, draft)| draft).collect()
}

/// The drafts published on `day` or later; those without a date stay, for nothing says that they are older.
#[must_use]
pub fn only_since(mut drafts: Vec<Draft>, day: Date) -> Vec<Draft> {
    drafts.retain(|draft| is_since(draft, day));
    drafts
}

/// Whether a draft may have been published on `day` or later; one without a date may.
#[must_use]
pub fn is_since(draft: &Draft, day: Date) -> bool {
    let last_possible = |published: Published| match published {
        Published::Day(date) => date.to_string(),
        Published::Month(date) => date.last_of_month().to_string(),
        Published::Year(date) => date.last_of_year().to_string(),
    };
    draft.published.is_none_or(|published| last_possible(published) >= day.start_iso())
}
