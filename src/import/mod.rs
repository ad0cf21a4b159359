//! What editors have in, drafts of articles (and notes) out.
//!
//! An editor has a page that a browser saved, a text pasted from a feed reader or a newsletter, a mail, a feed, a book,
//! Markdown, or annotations. [`read_all`] tells what a source is, finds the articles in it, takes from each what it says
//! about itself, and keeps the rest as the body. Annotations are read apart, by [`hypothesis`], for they need the site.
//!
//! ```text
//! bytes ── encoding ──► text ── source (what kind?)
//!   dump/           lines ── wrap ── split ── boilerplate ── head ── structure ── settle ──┐
//!   html/, mail     tree ── meta, body, prune ── write (Markdown) ── clean ── settle ──────┤
//!   feed/, epub/    entries, chapters ── html's writer ── settle ──────────────────────────┼──► Draft
//!   markdown_file   front matter + text as it is ──────────────────────────────────────────┘
//! draft ── front_matter + markdown ──► article.md;   doubts and report say what to look at
//! ```
//!
//! Three promises. A field that the text does not state is left out and named in [`Draft::unsure`], never guessed.
//! Every source line with words is accounted for: it is in the body, it is the title, or it is in [`Draft::dropped`]
//! with the name of the rule that took it. The same text gives the same drafts: no disk, no clock, no network, and time
//! linear in the length of the text.
//!
//! ```
//! let text = "The lamp is lit again\n\nBy Ada Quill | The Harbour Post | May 3, 2024\n\n\
//!     The keeper climbed the stairs at dusk and lit the lamp.";
//! let drafts = postil::import::read_text("lamp.txt", text);
//! assert_eq!(drafts[0].title.as_deref(), Some("The lamp is lit again"));
//! assert_eq!(drafts[0].slug(), "the-harbour-post-the-lamp-is-lit-again");
//! ```

mod byline;
mod date;
mod doubts;
mod draft;
mod dump;
mod encoding;
pub mod epub;
mod excerpt;
pub mod feed;
mod front_matter;
mod html;
pub mod hypothesis;
mod language;
mod mail;
mod markdown;
mod markdown_file;
#[rustfmt::skip] // A table is read in rows.
mod months;
pub mod outlets;
#[rustfmt::skip]
mod phrases;
mod reading;
mod report;
mod said;
mod shape;
mod shown;
mod slug;
mod source;
pub mod update;
pub mod values;
mod xml;

pub use date::Published;
pub use draft::{Attachment, Block, Decision, Draft, Dropped, Field, Kind, Numbering, Origin};
pub use markdown::escape;
pub use reading::{Reading, Skipped};
pub use report::visible;
pub use said::{BadSaying, Said};
pub use source::{Source, SourceKind, Unreadable};

/// Every article that a source holds, in its order.
///
/// # Errors
/// When the source can't be read, or holds no article. Never panics.
pub fn read(source: &Source<'_>) -> Result<Vec<Draft>, Unreadable> {
    Ok(read_all(source)?.drafts)
}

/// Every article that a source holds, and what in it is none.
///
/// # Errors
/// As [`read`].
pub fn read_all(source: &Source<'_>) -> Result<Reading, Unreadable> {
    let drafts = match source.kind() {
        SourceKind::Text => {
            let drafts = read_text(source.name, &encoding::decode(source.bytes)?);
            if drafts.is_empty() { Err(Unreadable::NoArticle("")) } else { Ok(drafts) }
        }
        SourceKind::Html => {
            let text = encoding::decode(source.bytes)?;
            let files = html::Saved { page: source.name };
            let origin = html::Origin { name: source.name, url: source.url, files: &files };
            Ok(vec![html::read(&text, origin)?])
        }
        SourceKind::Mail => mail::read(source.name, source.bytes, source.url),
        SourceKind::Markdown => Ok(vec![markdown_file::read(source.name, &encoding::decode(source.bytes)?)?]),
        SourceKind::Feed => return feed::read(source.name, source.bytes, source.url),
        SourceKind::Epub => return epub::read(source.name, source.bytes),
        SourceKind::Hypothesis => Err(Unreadable::Annotations),
    };
    Ok(Reading { drafts: drafts?, skipped: Vec::new() })
}

/// Every article that a plain text holds, in the order of the text.
///
/// `name` is the file's name, kept as [`Draft::from`]. A text without a single paragraph of prose gives no draft. Never
/// panics.
#[must_use]
pub fn read_text(name: &str, text: &str) -> Vec<Draft> {
    dump::read(name, text)
}
