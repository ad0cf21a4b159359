//! The first words of an article, for people who may not show the whole of it.

use unicode_segmentation::UnicodeSegmentation;

use super::draft::{Block, Draft, Dropped, Kind};
use super::{markdown, shape, shown};
use crate::model::vocabulary::TextKind;

/// Keeps at most `most` words of the body, whole blocks as long as they fit, then whole sentences of a paragraph. Where
/// not one sentence fits, its first words stand with an ellipsis. A body that fits stays as it is.
pub(super) fn cut(draft: &mut Draft, most: usize) {
    if shown::count(&draft.body) <= most {
        return;
    }
    let mut kept: Vec<Block> = Vec::new();
    let mut room = most;
    let mut blocks = std::mem::take(&mut draft.body).into_iter();
    let mut rest = String::new();
    let mut lines = None;
    for block in blocks.by_ref() {
        let words = shown::block(&block.kind);
        let count = shape::words(&words);
        if count <= room {
            room -= count;
            kept.push(block);
            continue;
        }
        lines = Some((block.line, block.line));
        let least = if kept.iter().any(has_text) { 0 } else { room };
        let length = if is_running(&block.kind) { sentences(&words, room, least) } else { 0 };
        words[length..].trim().clone_into(&mut rest);
        kept.extend(part(&block, &words, length));
        break;
    }
    for block in blocks {
        rest.push(' ');
        rest.push_str(&shown::block(&block.kind));
        lines = lines.map(|(first, last)| (first, block.line.max(last)));
    }
    // A heading or a rule with nothing behind it announces nothing.
    while kept.last().is_some_and(|block| !has_text(block)) {
        kept.pop();
    }
    let (line, last) = lines.unwrap_or_default();
    draft.dropped.push(Dropped { line, last, text: rest.trim().to_owned(), rule: "behind the excerpt" });
    draft.dropped.sort_by_key(|dropped| dropped.line);
    draft.body = kept;
    draft.text = Some(TextKind::Excerpt);
    draft.cut_at = Some(most);
    let body = markdown::body(&draft.body);
    draft.attachments.retain(|file| body.contains(&file.name));
}

/// Whether a block is running text: a list, a table or code can't be cut at a sentence.
fn is_running(kind: &Kind) -> bool {
    match kind {
        Kind::Paragraph(_) => true,
        Kind::Markdown(text) => !text.starts_with(['|', '`', '~', '-', '+', '>', '!', '#', '<', ' ', ':']),
        _ => false,
    }
}

fn has_text(block: &Block) -> bool {
    block.kind != Kind::Break && shown::heading(&block.kind).is_none()
}

/// The first `length` bytes of a paragraph's words, without its marks: a cut through Markdown could leave one open.
fn part(block: &Block, words: &str, length: usize) -> Option<Block> {
    let text = words[..length].trim_end();
    let ended = shape::ends_in_stop(text) || text.ends_with(['!', '?', '”', '"', '»', '؟', '！', '？']);
    let text = if ended { text.to_owned() } else { format!("{text} …") };
    (length > 0).then_some(Block { line: block.line, kind: Kind::Paragraph(text) })
}

/// Length in bytes of the first sentences that have at most `room` words; of the first `least` words where not one
/// sentence fits. Sentences and words are those of UAX 29.
fn sentences(text: &str, room: usize, least: usize) -> usize {
    let upto = |pieces: &mut dyn Iterator<Item = &str>, room: usize| {
        let (mut end, mut count) = (0, 0);
        for piece in pieces {
            count += shape::words(piece);
            if count > room {
                break;
            }
            end += piece.len();
        }
        end
    };
    match upto(&mut text.split_sentence_bounds(), room) {
        0 if least > 0 => upto(&mut text.split_inclusive(' '), least),
        end => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(texts: &[&str]) -> Draft {
        let block = |(line, text): (usize, &&str)| Block { line, kind: Kind::Paragraph((*text).to_owned()) };
        Draft { body: (1..).zip(texts).map(block).collect(), ..Draft::default() }
    }

    fn excerpt(texts: &[&str], words: usize) -> Vec<String> {
        let mut draft = draft(texts);
        draft.excerpt(words);
        assert!(draft.words() <= words + 1, "an ellipsis is the only addition");
        draft.body.iter().map(Block::words).collect()
    }

    #[test]
    fn ends_with_a_sentence() {
        let text = ["One two three. Four five six. Seven eight."];
        assert_eq!(excerpt(&text, 7), ["One two three. Four five six."]);
        assert_eq!(excerpt(&text, 6), ["One two three. Four five six."]);
        assert_eq!(excerpt(&text, 8), text);
        assert_eq!(excerpt(&["One two three.", "Four five six."], 4), ["One two three."]);
    }

    #[test]
    fn a_long_first_sentence_is_cut_between_words() {
        assert_eq!(excerpt(&["one two three four five"], 2), ["one two …"]);
    }

    #[test]
    fn the_rest_is_accounted_for() {
        let mut draft = draft(&["One two.", "Three four.", "Five six."]);
        draft.excerpt(3);
        assert_eq!(draft.text, Some(TextKind::Excerpt));
        let dropped = &draft.dropped[0];
        assert_eq!((dropped.line, dropped.last, dropped.text.as_str()), (2, 3, "Three four. Five six."));
    }
}
