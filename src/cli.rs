//! What may be typed: clap types only, nothing resolved.

// An address as a value: `core` has no sockets.
#[cfg(feature = "serve")]
use core::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::vocabulary::{NoteKind, Treats};

/// Articles with notes in the margin, woven into a site that needs no server.
#[derive(Debug, Parser)]
#[command(name = "postil", version, about, max_term_width = 100)]
pub struct Cli {
    /// The site's folder: the one that holds postil.yaml.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// What to do; `build` where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What postil can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build the site into _site, old or new as a whole at every instant.
    #[command(
        after_help = "Examples:\n  postil build\n  postil build --out public --base-url https://example.org/reader/"
    )]
    Build(Build),
    /// Show the site on this machine and keep the open page fresh: each save is there at once, at the place that changed.
    ///
    /// Errors are shown in the page as `postil check` prints them, above the last good site, and go away when they are
    /// mended. Nothing is written to disk. Links to the site's own address lead to this server instead.
    #[cfg(feature = "serve")]
    #[command(
        after_help = "Examples:\n  postil serve --open\n  postil serve --port 8000\n  postil serve --host 0.0.0.0    # for a phone in the same network: everybody there can read the site"
    )]
    Serve(Serve),
    /// Report every problem with its file, line and column, and what to do about it.
    #[command(
        after_help = "Examples:\n  postil check\n  postil check --format json > problems.json\n  postil check --offline _site    # does the built site ask for anything outside itself?"
    )]
    Check(Check),
    /// Write notes, see where they stand, and make them fit again after an article was edited.
    Note(Note),
    /// Find quotes in texts: JSON lines in, JSON lines out.
    ///
    /// Reads {"id", "text", "quote", "prefix", "suffix", "position", "old"} from standard input, one object a line; the
    /// last four may be missing. `position` counts code points; `old` is the text that the quote was taken from.
    /// Prints {"id", "start", "end", "score", "how"} in the same order: code points of `text`, `null` where the words
    /// are gone; `score` from 0 to 1, how sure it is that they stand here and not nowhere; `how` is exact, moved,
    /// approximate, carried, ambiguous (the best of several places) or orphan (its score is that of the best guess).
    #[command(after_help = "Examples:\n  postil anchor < quotes.jsonl > places.jsonl")]
    Anchor(Anchor),
    /// Turn what you have into articles: text, saved pages, mails, feeds, books, Markdown, folders, addresses.
    ///
    /// Says which rule gave each value, what it was unsure of and what it left out. Never overwrites a file; with --update,
    /// never what a person changed in it. Opens the network for the addresses given here and for nothing else. Annotations
    /// from Hypothesis become notes.
    #[cfg(feature = "import")]
    #[command(after_help = IMPORT_EXAMPLES)]
    Import(Box<Import>),
    /// Tell what a branch changes, for the people who review it.
    ///
    /// Compares the site in the working tree, with all that is not committed yet, and the merge base of HEAD and BASE, as
    /// pull requests do. Exit code 1: a verdict was changed without an entry in its history, a history was rewritten, or
    /// `postil check` finds an error that was not there.
    #[command(
        after_help = "Examples:\n  postil review origin/main\n  postil review origin/main --format json > review.json\n  postil review HEAD    # what is not committed yet"
    )]
    Review(Review),
    /// Write the JSON Schemas of all YAML files, for editors that complete and check as you type.
    Schema(Schema),
}

/// `postil build`.
#[derive(Debug, Default, Args)]
pub struct Build {
    /// The folder to write: free, or written by postil before.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the site will be published, for feeds and the sitemap; wins over postil.yaml.
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// How the pages look: a folder of themes/, or folio, broadsheet or plain; wins over postil.yaml.
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Build in spite of errors in the content; notes without a place stand at the end of their article.
    #[arg(long)]
    pub lenient: bool,
    /// Overwrite pages that were edited by hand in the output folder.
    #[arg(long)]
    pub force: bool,
    /// Write file by file, for folders that can't be exchanged (mount points). Not atomic.
    #[arg(long)]
    pub in_place: bool,
}

/// `postil serve`.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub struct Serve {
    /// Open the site in the browser.
    #[arg(long)]
    pub open: bool,
    /// The port; the first free one from 4321 where nothing is said.
    #[arg(long, value_name = "NUMBER")]
    pub port: Option<u16>,
    /// The address to be reached at, in numbers; only this machine where nothing is said.
    #[arg(long, value_name = "ADDRESS")]
    pub host: Option<IpAddr>,
}

/// `postil check`.
#[derive(Debug, Args)]
pub struct Check {
    /// How problems are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Exit with 1 for warnings as well.
    #[arg(long)]
    pub strict: bool,
    /// Judge a built site instead: everything that a browser would load is in this folder, and every link leads somewhere.
    ///
    /// Reads pages, style sheets, pictures, scripts and the web app's manifest. Links that a reader follows may lead
    /// elsewhere. What a script computes can't be told from its text: a page whose policy does not keep its scripts inside
    /// is reported.
    #[arg(long, value_name = "DIR")]
    pub offline: Option<PathBuf>,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The line, a caret, and what to do.
    Human,
    /// One JSON array.
    Json,
}

/// `postil anchor`.
#[derive(Debug, Args)]
pub struct Anchor {
    /// Add the time that each quote took: "us", microseconds, reading and writing not counted.
    #[arg(long)]
    pub timed: bool,
    /// Add all places that came into question, with the numbers that were judged: "candidates".
    #[arg(long)]
    pub explain: bool,
}

#[cfg(feature = "import")]
const IMPORT_EXAMPLES: &str = "\
Examples:
  postil import page.txt --dry-run             # kept and dropped, side by side on a wide terminal
  postil import saved.html --set author=\"Ada Quill\" --set published=2024-05-03
  postil import dumps/ --report json > report.jsonl
  postil import - --url https://example.org/a < page.txt
  postil import https://example.org/a.html --set rights=\"CC BY 4.0\"
  postil import feed.xml --items 1,3-5         # or --since 2024-05-01
  postil import page.html --excerpt 120        # the first 120 words and the link
  postil import annotations.json --by ada@hypothes.is=sample-editor-one
  postil import --update saved.html            # what is new in it, into the article that it became

A folder stands for the files below it: .txt, .html, .mhtml, .eml, .md, .epub, feeds and annotations;
hidden ones, *_files folders and links are passed over. An address is http or https, at most 32 MiB and
30 seconds; up to 5 redirects are followed and shown.

Exit codes: 0 all written (or shown), 1 something is no article or exists already, 2 something could not
be read, 3 with --strict: all is written, and something is unsure.";

/// `postil import`.
#[expect(clippy::struct_excessive_bools, reason = "each is an option that is typed or not")]
#[derive(Debug, Args)]
pub struct Import {
    /// Files, folders or addresses (http, https) to read; `-` is standard input.
    #[arg(required = true, value_name = "SOURCE")]
    pub sources: Vec<PathBuf>,
    /// What the sources are; told by their content where nothing is said.
    #[arg(long, value_enum, value_name = "KIND")]
    pub from: Option<ImportFrom>,
    /// Where the source was read: for its links, and as its address where it states none.
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// What you know better: title, author (may be repeated), outlet, published, language, url or rights. It wins.
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    /// Of a feed, a book or a text with several articles only these, such as 1,3-5.
    #[arg(long, value_name = "NUMBERS")]
    pub items: Option<String>,
    /// Only what was published on this day or later, or says no day.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    pub since: Option<Date>,
    /// Keep only the first N words, cut at the end of a sentence or paragraph: for texts that you may not republish.
    #[arg(long, value_name = "N")]
    pub excerpt: Option<NonZeroUsize>,
    /// Who is who in a Hypothesis export: its user, `=`, and the id of an editor of the site. May be repeated.
    #[arg(long, value_name = "USER=EDITOR")]
    pub by: Vec<String>,
    /// Show what would be kept, dropped and written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Bring what is new in the sources into the articles that they became; what is not there yet is made.
    ///
    /// What you changed stays; where you and the source edited the same words, the article is left alone. Shows each
    /// change and asks; in a pipe nothing is written without --yes.
    #[arg(long)]
    pub update: bool,
    /// The article that the source became, where its address and name do not tell: its folder's name.
    #[arg(long, value_name = "NAME", requires = "update")]
    pub article: Option<String>,
    /// Whose words stay where you and the source edited the same ones.
    #[arg(long, value_enum, value_name = "WHOSE", requires = "update")]
    pub keep: Option<Keep>,
    /// Update without asking.
    #[arg(long, requires = "update", conflicts_with = "dry_run")]
    pub yes: bool,
    /// How the report is printed.
    #[arg(long, value_enum, default_value_t = ImportReport::Text, value_name = "FORMAT")]
    pub report: ImportReport,
    /// Exit with 3 when something is unsure.
    #[arg(long)]
    pub strict: bool,
}

/// Whose words stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Keep {
    /// Those in the article.
    Mine,
    /// The source's.
    Theirs,
}

/// A kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFrom {
    /// A copy as plain text.
    Text,
    /// A saved page.
    Html,
    /// A mail, or a page saved as MHTML.
    Mail,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// Markdown, with or without front matter.
    Markdown,
    /// A book.
    Epub,
    /// Annotations, as JSON.
    Hypothesis,
}

/// How an import is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportReport {
    /// For people.
    Text,
    /// One JSON object a line: articles, skipped items, sources that gave nothing, a summary at the end.
    Json,
}

/// `postil review`.
#[derive(Debug, Args)]
pub struct Review {
    /// The branch, tag or commit that the change is meant for.
    #[arg(value_name = "BASE")]
    pub base: String,
    /// How the review is printed.
    #[arg(long, value_enum, default_value_t = ReviewFormat::Markdown)]
    pub format: ReviewFormat,
}

/// How a review is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReviewFormat {
    /// For a pull request or the summary of a workflow: never longer than a forge takes.
    Markdown,
    /// One JSON object that holds everything.
    Json,
}

/// `postil schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// The folder to write the schemas to.
    #[arg(long, value_name = "DIR", default_value = "schema")]
    pub out: PathBuf,
}

/// `postil note`.
#[derive(Debug, Args)]
pub struct Note {
    /// What to do with notes.
    #[command(subcommand)]
    pub command: NoteCommand,
}

/// What can be done with notes.
#[derive(Debug, Subcommand)]
pub enum NoteCommand {
    /// Write a new note's file: finds the words in the article and stores what is around them.
    ///
    /// Without --quote and --whole, on a terminal, it opens your editor ($VISUAL or $EDITOR) with a form to fill in.
    /// Nothing is written unless the words stand in the article and `postil check` has no error for the note. Never
    /// overwrites a file.
    #[command(after_help = ADD_EXAMPLES)]
    Add(Box<NoteAdd>),
    /// List notes with their places, of one article or all.
    #[command(
        after_help = "Examples:\n  postil note list\n  postil note list harbour-closed --state orphan --state ambiguous\n  postil note list --format json > notes.json"
    )]
    List(NoteList),
    /// Make notes fit again after their article was edited: shows the words that changed, asks, and rewrites `quote` and
    /// `anchor`, nothing else.
    ///
    /// The place of a note is carried over from the text on which it was made, where git has that text; else it is found
    /// by the note's words alone. Notes whose words are gone, or stand several times, are listed and left as they are.
    /// Stances that quote the article are treated as notes.
    #[command(
        after_help = "Examples:\n  postil note fix                    # shows each change and asks\n  postil note fix --dry-run          # writes nothing\n  postil note fix harbour-closed --yes\n\nExit codes: 0 all notes fit (with --dry-run: nothing is to do), 1 some do not, 2 could not run"
    )]
    Fix(NoteFix),
}

const ADD_EXAMPLES: &str = "\
Examples:
  postil note add harbour-closed
  postil note add harbour-closed --quote \"closed for nine days\" --kind context \\
    --body \"Closed to ferries; fishing boats went out after two.\"
  postil note add harbour-closed --quote \"the tide\" --nth 2 --kind definition --body - < body.md
  postil note add harbour-closed --quote \"The port office … until Monday morning\" \\
    --kind fact-check --verdict needs-context --body \"Only ferries were concerned.\" \\
    --source \"Harbour log, March, publisher=Port office, accessed=2026-01-05, shows=context\" \\
    --source \"https://example.org/a, title=Ferries stay in port, published=2026-03\"
  postil note add harbour-closed --whole --kind context --body \"Made from the print edition.\"

A source is key=value, separated by commas; the keys are title, author, publisher, url, published,
accessed, archived, shows (supports, refutes or context). The first part may stand without its key:
an address is the url, other words are the title. Every source has a title. A comma belongs to the
value unless a key follows it.

Exit codes: 0 the note was written, 1 it was not (its words, an error in it, an empty form), 2 could not run.";

/// `postil note add`.
#[derive(Debug, Args)]
pub struct NoteAdd {
    /// The article: its name, or the path of its folder or article.md.
    #[arg(value_name = "ARTICLE")]
    pub article: String,
    /// The words that the note is about, as a reader sees them; long passages as "first words … last words".
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// Some of the words right before them, where they stand several times.
    #[arg(long, value_name = "WORDS", requires = "quote", allow_hyphen_values = true)]
    pub prefix: Option<String>,
    /// Some of the words right after them.
    #[arg(long, value_name = "WORDS", requires = "quote", allow_hyphen_values = true)]
    pub suffix: Option<String>,
    /// Which of several places, counted from 1.
    #[arg(long, value_name = "N")]
    pub nth: Option<NonZeroUsize>,
    /// The note is on the whole article.
    #[arg(long, conflicts_with_all = ["quote", "nth"])]
    pub whole: bool,
    /// What the note does.
    #[arg(long, value_parser = word_of(NoteKind::ALL, NoteKind::id))]
    pub kind: Option<NoteKind>,
    /// The note, Markdown; `-` reads it from standard input.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub body: Option<String>,
    /// A fact-check's verdict: a level of the site's scale.
    #[arg(long, value_name = "ID", value_parser = Id::new)]
    pub verdict: Option<Id>,
    /// The shared claim that the words are about.
    #[arg(long, value_name = "ID", value_parser = Id::new)]
    pub claim: Option<Id>,
    /// What the article does with that claim.
    #[arg(long, value_parser = word_of(Treats::ALL, Treats::id))]
    pub treats: Option<Treats>,
    /// A document that the note rests on (see below); may be given several times.
    #[arg(long = "source", value_name = "SOURCE", allow_hyphen_values = true)]
    pub sources: Vec<String>,
    /// A word to find the note by; may be given several times.
    #[arg(long = "tag", value_name = "WORD")]
    pub tags: Vec<String>,
    /// The language of a translation, BCP 47.
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Who writes the note: an id in content/editors. May be left out where there is only one.
    #[arg(long, value_name = "ID", value_parser = Id::new)]
    pub by: Option<Id>,
    /// When it was written; today where nothing is said.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    pub created: Option<Date>,
    /// The file's name without its ending; made from the day and the words where nothing is said.
    #[arg(long, value_name = "NAME", value_parser = Id::new)]
    pub id: Option<Id>,
    /// Open the editor with what was given.
    #[arg(long)]
    pub edit: bool,
    /// Print the file, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `postil note list`.
#[derive(Debug, Args)]
pub struct NoteList {
    /// One article: its name, or the path of its folder or article.md.
    #[arg(value_name = "ARTICLE")]
    pub article: Option<String>,
    /// How notes are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Only notes in this state; may be given several times.
    #[arg(long = "state", value_enum, value_name = "STATE")]
    pub states: Vec<State>,
}

/// How a note's words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum State {
    /// The same words between the stored ones.
    Exact,
    /// The same words elsewhere.
    Moved,
    /// Words that are like them.
    Approximate,
    /// Several places.
    Ambiguous,
    /// None.
    Orphan,
    /// The note is on the whole article.
    Whole,
}

/// One word of a closed list.
fn word_of<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let possible = PossibleValuesParser::new(all.iter().map(|&one| id(one)));
    possible.map(move |typed| all.iter().copied().find(|&one| id(one) == typed).expect("one of the possible values"))
}

/// `postil note fix`.
#[derive(Debug, Args)]
pub struct NoteFix {
    /// The articles whose notes are looked at, by name or path; all where none is named.
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Write without asking what reaches --min-score.
    #[arg(long, conflicts_with = "dry_run")]
    pub yes: bool,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// What a change has to reach to be written unasked, 0 to 1.
    ///
    /// Of a place carried over from the old text, the part of the note's words that still stands there (0.70 where
    /// nothing is said); of a place found by the words alone, how sure it is that they are meant (0.95;
    /// 0.98 where the words are the same and what stands around them is not, as with a copy of a deleted passage).
    #[arg(long, value_name = "SCORE", value_parser = score)]
    pub min_score: Option<f32>,
}

/// A number from 0 to 1.
fn score(text: &str) -> Result<f32, String> {
    let score = text.parse::<f32>().ok().filter(|score| (0.0..=1.0).contains(score));
    score.ok_or_else(|| "a score is a number from 0 to 1, such as 0.9".to_owned())
}
