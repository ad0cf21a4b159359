//! What may be typed: clap types only, nothing resolved.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    /// Report every problem with its file, line and column, and what to do about it.
    #[command(after_help = "Examples:\n  postil check\n  postil check --format json > problems.json")]
    Check(Check),
    /// Find quotes in texts: JSON lines in, JSON lines out.
    ///
    /// Reads {"id", "text", "quote", "prefix", "suffix", "position", "old"} from standard input, one object a line; the
    /// last four may be missing. `position` counts code points; `old` is the text that the quote was taken from.
    /// Prints {"id", "start", "end", "score", "how"} in the same order: code points of `text`, `null` where the words
    /// are gone; `score` from 0 to 1, how sure it is that they stand here and not nowhere; `how` is exact, moved,
    /// approximate, carried, ambiguous (the best of several places) or orphan (its score is that of the best guess).
    #[command(after_help = "Examples:\n  postil anchor < quotes.jsonl > places.jsonl")]
    Anchor(Anchor),
    /// Turn plain-text dumps into articles. Never overwrites a file.
    #[cfg(feature = "import")]
    #[command(
        after_help = "Examples:\n  postil import page.txt --dry-run\n  postil import dumps/*.txt\n  postil import - < page.txt"
    )]
    Import(Import),
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

/// `postil check`.
#[derive(Debug, Args)]
pub struct Check {
    /// How problems are printed.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Exit with 1 for warnings as well.
    #[arg(long)]
    pub strict: bool,
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

/// `postil import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Files to read; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Show what would be written, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// `postil schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// The folder to write the schemas to.
    #[arg(long, value_name = "DIR", default_value = "schema")]
    pub out: PathBuf,
}
