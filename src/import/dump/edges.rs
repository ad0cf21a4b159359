//! Running heads and page numbers of printed pages, which a copy from a PDF has between its paragraphs.

use std::collections::HashMap;

use super::boilerplate::dropped;
use super::lines::{Line, Mark, Source};
use crate::import::shape;

/// Fewest pages from which a line that comes again is a running head.
const PAGES: usize = 2;

/// Longest running head, in words.
const HEAD_WORDS: usize = 14;

/// Takes the edges of pages out of the lines, and closes the gap in a sentence that runs over two of them.
pub(super) fn strip(source: &mut Source) {
    let numbered = source.lines.iter().filter(|line| page_number(&line.text)).count();
    let fed = source.lines.iter().filter(|line| line.mark == Mark::Page).count();
    if numbered < PAGES && fed == 0 {
        return;
    }
    let heads = heads(&source.lines);
    let mut kept: Vec<Line> = Vec::with_capacity(source.lines.len());
    let mut cut = false;
    for mut line in std::mem::take(&mut source.lines) {
        let head = heads.get(&bare(&line.text)).is_some_and(|times| *times >= PAGES);
        if head || page_number(&line.text) {
            source.dropped.push(dropped(&line, "page edge"));
            cut = true;
            continue;
        }
        let amid =
            kept.last().is_some_and(|last| !shape::ended(&last.text)) && line.text.starts_with(char::is_lowercase);
        if cut && amid {
            line.gap = 0;
        }
        cut = false;
        kept.push(line);
    }
    source.lines = kept;
}

/// `12`, `- 12 -`, `Page 3`, `Page 3 of 8`, `Seite 3`, `3/8`.
fn page_number(text: &str) -> bool {
    let plain = text.trim_matches(['-', '–', '—', ' ', '[', ']', '|', '·']).to_lowercase();
    let words = [
        "page ",
        "seite ",
        "página ",
        "pagina ",
        "strona ",
        "страница ",
        "стр. ",
        "p. ",
        "sayfa ",
        "صفحة ",
        "صفحه ",
        "עמוד ",
        "sida ",
        "side ",
        "sivu ",
        "strana ",
        "halaman ",
    ];
    let number = words.iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(&plain);
    let digits = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let parted = [" of ", "/", " von ", " sur ", " de ", " di ", " van ", " z ", " из "];
    digits(number)
        || parted
            .iter()
            .any(|word| number.split_once(word).is_some_and(|(one, all)| digits(one.trim()) && digits(all.trim())))
}

/// How often each line stands at the edge of a page: beside a page number, a page feed, or with a number in it that
/// differs.
fn heads(lines: &[Line]) -> HashMap<String, usize> {
    let mut heads = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let beside = [index.checked_sub(1), Some(index + 1)];
        let edge = line.mark == Mark::Page
            || line.text.ends_with(|c: char| c.is_ascii_digit())
            || line.text.starts_with(|c: char| c.is_ascii_digit())
            || beside
                .iter()
                .flatten()
                .filter_map(|at| lines.get(*at))
                .any(|near| near.mark == Mark::Page || page_number(&near.text));
        if edge
            && !shape::ended(&line.text)
            && shape::words(&line.text) <= HEAD_WORDS
            && shape::item(&line.text).is_none()
        {
            *heads.entry(bare(&line.text)).or_default() += 1;
        }
    }
    heads
}

/// A line without its numbers; of one that is nothing else, all of it.
fn bare(text: &str) -> String {
    let words: String = text.chars().filter(|c| !c.is_numeric()).collect();
    let words = words.trim_matches([' ', '|', '·', '-', '–', '—', '•']).to_lowercase();
    if words.is_empty() { text.to_owned() } else { words }
}
