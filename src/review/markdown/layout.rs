//! A report that is never longer than a forge takes: each section gets its share, and what does not fit is counted.

/// Characters of a comment or description on GitHub: 65,536. What is left is for headings and counts.
const MOST: usize = 60_000;

/// Characters of one item; the lines below it that do not fit are counted.
const ITEM: usize = 4_000;

/// Items after which a section is folded.
const OPEN: usize = 12;

/// A part of the report.
pub(super) struct Section {
    pub(super) title: &'static str,
    /// What stands above the items.
    pub(super) intro: Option<String>,
    pub(super) items: Vec<Item>,
    pub(super) fold: Fold,
}

/// Whether a long section is shown only when it is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    Never,
    WhereLong,
}

/// One thing, with what there is to say of it in lines of their own.
pub(super) struct Item {
    pub(super) head: String,
    pub(super) lines: Vec<String>,
}

impl Item {
    fn text(&self) -> String {
        let head = format!("- {}\n", self.head);
        let lines: Vec<String> = self.lines.iter().map(|line| format!("  - {line}\n")).collect();
        let mut left = ITEM.saturating_sub(length(&head));
        let shown = lines.iter().take_while(|line| takes(&mut left, line)).count();
        let more = lines.len() - shown;
        let more = if more > 0 { format!("  - … and {more} more\n") } else { String::new() };
        head + &lines[..shown].concat() + &more
    }
}

/// The sections that hold something, one below the other.
pub(super) fn render(sections: &[Section]) -> String {
    let sections: Vec<&Section> = sections.iter().filter(|s| !s.items.is_empty() || s.intro.is_some()).collect();
    let items: Vec<Vec<String>> = sections.iter().map(|s| s.items.iter().map(Item::text).collect()).collect();
    let sizes: Vec<usize> = items.iter().map(|items| items.iter().map(|item| length(item)).sum()).collect();
    let shares = shares(&sizes, MOST);
    let parts = sections.iter().zip(&items).zip(shares);
    parts.map(|((section, items), share)| one(section, items, share)).collect()
}

fn one(section: &Section, items: &[String], share: usize) -> String {
    let intro = section.intro.as_ref().map_or(String::new(), |intro| format!("\n{intro}\n"));
    let heading = format!("\n### {}\n{intro}", section.title);
    if items.is_empty() {
        return heading;
    }
    let mut left = share;
    let shown = items.iter().take_while(|item| takes(&mut left, item)).count();
    let gap = if shown > 0 { "\n" } else { "" };
    let more = match items.len() - shown {
        0 => String::new(),
        more => format!("{gap}… and {more} more, which `postil review --format json` lists\n"),
    };
    let list = items[..shown].concat() + &more;
    if section.fold == Fold::WhereLong && items.len() > OPEN {
        let count = items.len();
        format!("{heading}\n<details>\n<summary>{count} in all</summary>\n\n{list}\n</details>\n")
    } else {
        format!("{heading}\n{list}")
    }
}

/// Whether a text fits into what is left; takes it away.
fn takes(left: &mut usize, text: &str) -> bool {
    let rest = left.checked_sub(length(text));
    *left = rest.unwrap_or(0);
    rest.is_some()
}

/// What each may take of `most`: small ones all they need, large ones equal parts of the rest.
fn shares(sizes: &[usize], most: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&i| sizes[i]);
    let (mut shares, mut left) = (vec![0; sizes.len()], most);
    for (&i, done) in order.iter().zip(0..) {
        shares[i] = sizes[i].min(left / (sizes.len() - done));
        left -= shares[i];
    }
    shares
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(items: usize) -> Section {
        let item = |i| Item { head: format!("{i} {}", "x".repeat(90)), lines: Vec::new() };
        Section { title: "Notes", intro: None, items: (0..items).map(item).collect(), fold: Fold::WhereLong }
    }

    #[test]
    fn small_sections_are_whole_and_large_ones_cut() {
        assert_eq!(shares(&[10, 500, 100, 900], 610), [10, 250, 100, 250]);
        assert_eq!(shares(&[], 10), [0; 0]);
        let text = render(&[section(3), section(5_000), section(5_000)]);
        assert!(length(&text) < 65_536);
        assert_eq!(text.matches("more, which").count(), 2);
        assert_eq!(text.matches("<details>").count(), 2);
    }

    #[test]
    fn an_item_with_too_many_lines_says_how_many() {
        let item = Item { head: "a".into(), lines: vec!["y".repeat(1_000); 6] };
        assert!(item.text().ends_with("… and 3 more\n"));
    }
}
