//! What holds for any text.

use std::fs;

use postil::import::{self, Block, Draft, Field, Kind, escape};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::fixtures::{articles, dumps};

/// Everything that a site could switch on.
fn dialect() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The paragraphs of a page, one a line; anything that is no plain paragraph shows as `WRONG`.
fn shown(markdown: &str) -> String {
    let words = |event| match event {
        Event::Start(Tag::Paragraph) => String::new(),
        Event::End(TagEnd::Paragraph) => "\n".to_owned(),
        Event::Text(text) => text.to_string(),
        other => format!("WRONG {other:?}"),
    };
    Parser::new_ext(markdown, dialect()).map(words).collect()
}

/// Pieces that mean something in Markdown, to be put together in all pairs and threes.
const PIECES: &[&str] = &[
    "a",
    "1",
    " ",
    "*",
    "_",
    "#",
    "-",
    "+",
    "<",
    ">",
    "[",
    "]",
    "(x)",
    "`",
    "|",
    "\\",
    "~",
    "!",
    "&amp;",
    "&",
    ";",
    ":",
    "=",
    "1.",
    "2)",
    "---",
    "***",
    "[^1]:",
    "[[w]]",
    "{#id}",
    "http://x.example",
    "<b>",
    "»",
    "“",
    "\u{a0}",
    "^",
    "$",
    "[x] ",
    "[!NOTE]",
];

#[test]
fn escaped_text_is_shown_with_the_same_characters() {
    for one in PIECES {
        for two in PIECES {
            for three in PIECES {
                let text = format!("{one}{two}{three}");
                let Some(text) = Some(text.trim()).filter(|text| !text.is_empty()) else {
                    continue;
                };
                // Between two paragraphs, where a definition, a rule or an underline could reach out to its neighbours.
                let page = shown(&format!("above\n\n{}\n\nbelow", escape(text)));
                assert_eq!(page, format!("above\n{text}\nbelow\n"), "{text:?} → {:?}", escape(text));
            }
        }
    }
}

#[test]
fn headings_captions_and_items_are_shown_with_the_same_characters() {
    for piece in PIECES {
        for end in PIECES {
            let text = format!("x{piece} y{end}");
            let kinds = [
                Kind::Heading { level: 2, text: text.clone() },
                Kind::Caption(text.clone()),
                Kind::Quote(vec![text.clone()]),
                Kind::List { numbering: import::Numbering::Numbers, items: vec![text.clone(), text.clone()] },
            ];
            for kind in kinds {
                let draft = Draft { body: vec![Block { line: 1, kind: kind.clone() }], ..Draft::default() };
                let markdown = draft.article_md(None, None, "x");
                let (_, body) = markdown.split_once("\n---\n").unwrap();
                let words: String = Parser::new_ext(body, dialect())
                    .filter_map(|event| match event {
                        Event::Text(text) => Some(text.to_string()),
                        Event::Start(Tag::Link { .. } | Tag::Table(_) | Tag::CodeBlock(_))
                        | Event::Code(_)
                        | Event::Html(_) => Some("WRONG".to_owned()),
                        _ => None,
                    })
                    .collect();
                let times = if matches!(kind, Kind::List { .. }) { 2 } else { 1 };
                assert_eq!(words, text.trim().repeat(times), "{kind:?} → {body:?}");
            }
        }
    }
}

#[test]
fn no_prefix_of_a_dump_panics_and_each_gives_the_same_twice() {
    for dump in dumps() {
        let text = fs::read_to_string(dump).unwrap();
        // Every fifth is enough: the fixtures are many, and of several scripts.
        for (end, _) in text.char_indices().step_by(5) {
            let drafts = import::read_text("prefix", &text[..end]);
            if end % 64 == 0 {
                assert_eq!(drafts, import::read_text("prefix", &text[..end]));
            }
            let _ = (
                articles(&drafts),
                drafts.iter().map(Draft::slug).collect::<Vec<_>>(),
                drafts.iter().map(Draft::report).collect::<String>(),
            );
        }
    }
}

#[test]
fn line_ends_do_not_matter() {
    for dump in dumps() {
        let text = fs::read_to_string(dump).unwrap().replace("\r\n", "\n");
        let expected = import::read_text("dump", &text);
        assert_eq!(import::read_text("dump", &text.replace('\n', "\r\n")), expected);
        assert_eq!(import::read_text("dump", &text.replace('\n', "\r")), expected);
        assert_eq!(import::read_text("dump", &format!("\u{feff}{text}")), expected);
    }
}

/// Every source line is in the body, is the title, or is reported as dropped.
#[test]
fn no_line_is_lost() {
    for dump in dumps() {
        let text = fs::read_to_string(&dump).unwrap();
        let drafts = import::read_text("dump", &text);
        let kept: String = drafts.iter().map(words).collect();
        let dropped: Vec<usize> =
            drafts.iter().flat_map(|draft| &draft.dropped).flat_map(|dropped| dropped.line..=dropped.last).collect();
        let titles: Vec<usize> = drafts
            .iter()
            .flat_map(|draft| &draft.decisions)
            .filter(|decision| decision.field == Field::Title)
            .map(|decision| decision.line)
            .collect();
        for (number, line) in (1..).zip(text.lines()) {
            let letters = letters(line);
            let found = kept.contains(&letters) || dropped.contains(&number) || titles.contains(&number);
            assert!(found, "{}:{number}: lost: {line}", dump.display());
        }
    }
}

fn words(draft: &Draft) -> String {
    let text = |block: &Block| match &block.kind {
        Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) | Kind::Markdown(text) => {
            letters(text)
        }
        Kind::List { items: texts, .. } | Kind::Quote(texts) => texts.iter().map(|text| letters(text)).collect(),
        Kind::Break => String::new(),
    };
    draft.body.iter().map(text).collect()
}

/// Without spaces, hyphens and marks, which unwrapping and lists take away.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// A hundred times the text may take a hundred times as long, not ten thousand: with a quadratic step this runs for
/// minutes.
#[test]
fn long_texts_take_linear_time() {
    for unit in [
        "word ",
        "a-\nb ",
        "By \n",
        "“x” ",
        "The post a appeared first on ",
        "> \n",
        "1. x\n",
        "short\n\n",
        "| ",
        "* * *\n\n",
        "May 3, 2024 | ",
        "«\u{a0}",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        let _ = articles(&import::read_text("long", &text));
        let lines = format!("{unit}\n\nA sentence of eight words or so ends here, too.\n\n").repeat(1_000);
        let _ = articles(&import::read_text("long", &lines));
    }
}
