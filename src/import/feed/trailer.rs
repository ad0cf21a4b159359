//! What feeds put behind an item's text: where it was published first, "Read more", and marks that words are missing.

use super::item::Stated;
use crate::import::draft::{Block, Dropped, Kind};
use crate::import::phrases;
use crate::import::shown::markdown as plain;

/// What the end of a text told when it was taken off.
#[derive(Debug, Default)]
pub(super) struct End {
    /// What was taken off, in the order of the source.
    pub(super) dropped: Vec<Dropped>,
    /// The title that a trailer names.
    pub(super) title: Option<Stated>,
    /// The outlet that a trailer names.
    pub(super) outlet: Option<Stated>,
    /// The mark that shows that the text goes on elsewhere.
    pub(super) cut: Option<Stated>,
}

/// What ends a text that goes on elsewhere.
const CUT: &[&str] = &["[…]", "[...]", "(…)", "(...)", "…", "...", "[ … ]", "[&hellip;]"];

/// Takes trailers off the end of `body`, and reads those that were `dropped` from it before.
pub(super) fn take(body: &mut Vec<Block>, dropped: Vec<Dropped>) -> End {
    let mut end = End::default();
    for dropped in &dropped {
        trailer(&dropped.text, &mut end, dropped.line);
    }
    let before = dropped.len();
    end.dropped = dropped;
    while let Some(last) = body.last_mut() {
        let line = last.line;
        let Some(written) = text_mut(&mut last.kind) else { break };
        let words = plain(written);
        let (at, rule) = match (trailer(written, &mut end, line), is_more(&words)) {
            (Some(at), _) => (at, "feed trailer"),
            (None, true) => (0, "read more"),
            (None, false) => {
                end.cut = end.cut.or_else(|| cut(&words, line));
                break;
            }
        };
        let text = plain(&written[at..]);
        if rule == "read more" {
            end.cut = end.cut.or_else(|| Stated::new(&text, line, rule));
        }
        end.dropped.insert(before, Dropped { line, last: line, text, rule });
        written.truncate(at);
        written.truncate(written.trim_end().len());
        if written.is_empty() {
            body.pop();
        }
    }
    end
}

/// Where in `written` a trailer begins; what it names goes into `end`.
fn trailer(written: &str, end: &mut End, line: usize) -> Option<usize> {
    let (at, title, outlet) = phrases::TRAILERS.iter().find_map(|(lead, middle)| {
        let at = written.rfind(lead)?;
        let tail = plain(&written[at..]);
        let (title, outlet) = tail.strip_prefix(lead)?.rsplit_once(middle)?;
        let outlet = outlet.trim_end_matches(['.', ' ']);
        // An outlet is a name; a sentence that goes on is the author's.
        (outlet.split_whitespace().count() <= 12).then(|| (at, title.trim().to_owned(), outlet.to_owned()))
    })?;
    end.title = Stated::new(&title, line, "feed trailer");
    end.outlet = Stated::new(&outlet, line, "feed trailer");
    Some(at)
}

/// `Read more`, `Continue reading “The lamp” →`.
fn is_more(plain: &str) -> bool {
    let lower = plain.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let reading = bare.starts_with("continue reading ") && plain.trim_end().ends_with(['→', '»']);
    reading || phrases::page::MORE.contains(&bare)
}

fn cut(plain: &str, line: usize) -> Option<Stated> {
    let end = CUT.iter().find(|end| plain.trim_end().ends_with(*end))?;
    Stated::new(end, line, "text that breaks off")
}

fn text_mut(kind: &mut Kind) -> Option<&mut String> {
    match kind {
        Kind::Paragraph(text) | Kind::Markdown(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(last: Kind) -> (Vec<Block>, End) {
        let mut body =
            vec![Block { line: 1, kind: Kind::Paragraph("Words.".to_owned()) }, Block { line: 3, kind: last }];
        let end = take(&mut body, Vec::new());
        (body, end)
    }

    #[test]
    fn trailers_are_taken_off_and_name_title_and_outlet() {
        let written = "The post [The lamp appeared first on the hill](https://example.org/a) appeared first on [Harbour Post](https://example.org).";
        let (body, end) = taken(Kind::Markdown(written.to_owned()));
        assert_eq!(body.len(), 1);
        assert_eq!(end.title.unwrap().words, "The lamp appeared first on the hill");
        assert_eq!(end.outlet.unwrap().words, "Harbour Post");
        assert!(end.cut.is_none() && end.dropped.len() == 1);
    }

    #[test]
    fn a_trailer_behind_a_sentence_leaves_the_sentence() {
        let (body, end) =
            taken(Kind::Paragraph("It burns […] The post Lamp appeared first on Harbour Post.".to_owned()));
        assert_eq!(body[1].kind, Kind::Paragraph("It burns […]".to_owned()));
        assert_eq!(end.cut.unwrap().words, "[…]");
        let (body, end) = taken(Kind::Paragraph("Continue reading The lamp →".to_owned()));
        assert!(body.len() == 1 && end.cut.is_some());
        let (body, end) = taken(Kind::Paragraph("Continue reading the meter every day.".to_owned()));
        assert!(body.len() == 2 && end.cut.is_none());
    }
}
