//! Saved pages: each folder in `html/` holds a page, the `article.md` that it becomes and the report. `UPDATE=1`
//! rewrites those two.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use postil::import::{self, Draft, Field, Kind, Origin, Source, SourceKind, Unreadable};
use pulldown_cmark::{Event, Options, Parser};

use super::fixtures::articles;

fn page(html: &str) -> Result<Vec<Draft>, Unreadable> {
    import::read(&Source { name: "page.html", bytes: html.as_bytes(), kind: Some(SourceKind::Html), url: None })
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/html");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn pages_become_the_articles_beside_them() {
    let mut wrong = String::new();
    for case in cases() {
        let bytes = fs::read(case.join("page.html")).unwrap();
        let drafts = import::read(&Source { name: "page.html", bytes: &bytes, kind: None, url: None }).unwrap();
        let found = [("article.md", articles(&drafts)), ("report.txt", drafts.iter().map(Draft::report).collect())];
        for (name, found) in found {
            let path = case.join(name);
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &found).unwrap();
            } else if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != found {
                writeln!(wrong, "{}: expected the file, found:\n{found}", path.display()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 accepts what was found");
}

#[test]
fn pictures_of_the_pages_folder_are_kept_and_no_others() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/html/saved/page.html");
    let bytes = fs::read(case).unwrap();
    let draft = &import::read(&Source { name: "page.html", bytes: &bytes, kind: None, url: None }).unwrap()[0];
    let kept: Vec<_> = draft.attachments.iter().map(|one| (one.name.as_str(), one.origin.clone())).collect();
    assert_eq!(kept, [("lamp-one.jpg", Origin::File("page_files/lamp one.jpg".to_owned()))]);
    let other = import::read(&Source { name: "other.html", bytes: &bytes, kind: None, url: None }).unwrap();
    assert!(other[0].attachments.is_empty(), "the folder belongs to another page");
}

/// Prose long enough to be an article.
const PROSE: &str = "<p>The keeper climbed the stairs at dusk and lit the lamp, as he had done on every evening of \
    his life, and then he sat down to write in the book that nobody else may read, until the morning came.</p>";

fn article(inner: &str) -> String {
    format!("<html lang=en><title>The lamp</title><body><article><h1>The lamp</h1>{PROSE}{inner}{PROSE}</article>")
}

/// The words that the Markdown of a body shows.
fn shown(draft: &Draft) -> String {
    let article = draft.article_md(None, None, "x");
    let (_, body) = article.split_once("\n---\n").unwrap();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let words = |event| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak | Event::End(_) => " ".to_owned(),
        Event::Html(html) | Event::InlineHtml(html) if html.len() > 6 => format!("WRONG {html}"),
        _ => String::new(),
    };
    Parser::new_ext(body, options).map(words).collect()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Inline pieces and their words: marks beside letters, punctuation and each other.
const PIECES: &[(&str, &str)] = &[
    ("a", "a"),
    (" ", " "),
    (".", "."),
    ("!", "!"),
    ("<b>«gras»</b>", "«gras»"),
    ("<i>b</i>", "b"),
    ("<b>x</b>", "x"),
    ("<b> y </b>", " y "),
    ("<em>(z)</em>", "(z)"),
    ("<b><i>n</i>m</b>", "nm"),
    ("<a href='https://example.org/a_(b)'>l]k[</a>", "l]k["),
    ("<a href='https://example.org/?a=1&copy=2'><b>q</b></a>", "q"),
    ("<code>`c`|</code>", "`c`|"),
    ("H<sub>2</sub>O", "H2O"),
    ("<i>i<sup>2</sup></i>", "i2"),
    ("<s>~</s>", "~"),
    ("*", "*"),
    ("_", "_"),
    ("[", "["),
    ("]", "]"),
    ("&lt;br&gt;", "<br>"),
    ("&amp;amp;", "&amp;"),
    ("<br>", " "),
    ("1. ", "1. "),
    ("- ", "- "),
    ("# ", "# "),
    ("|", "|"),
    ("\\", "\\"),
    (": ", ": "),
];

#[test]
fn every_mixture_of_marks_shows_its_words() {
    for one in PIECES {
        for two in PIECES {
            let (mut html, mut words) = (String::new(), Vec::new());
            for three in PIECES {
                write!(html, "<p>k{}{}{}k</p>", one.0, two.0, three.0).unwrap();
                words.push(format!("k{}{}{}k", one.1, two.1, three.1));
            }
            let draft = page(&article(&html)).unwrap().remove(0);
            let shown = without_space(&shown(&draft));
            for words in words {
                assert!(shown.contains(&without_space(&words)), "{words:?} of {one:?} {two:?}\n{shown}");
            }
        }
    }
}

#[test]
#[rustfmt::skip] // A list is read in rows.
fn tags_and_attributes_in_any_order_do_no_harm() {
    use proptest::prelude::*;
    let tag = prop::sample::select(vec![
        "<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td colspan=9>", "<td rowspan=99999>", "</table>",
        "<ul>", "<li>", "</ul>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "<a href='#n'>1</a>", "<p id=n>", "</a>",
        "<pre>", "</pre>", "<blockquote>", "<h1>", "<h6>", "</h1>", "<img src=x alt=y>", "<svg><path/>", "</svg>",
        "<!--", "-->", "<script>", "</script>", "<dl>", "<dt>", "<dd>", "<figure>", "<figcaption>", "<br>", "<math>",
        "<template>", "<select>", "<frameset>", "&#0;", "&#x1F600;", "\u{202e}", "words and more words, of prose. ",
        "<caption>", "<html lang=de>", "<base href='https://example.org'>", "<meta name=author content='Ada Quill'>",
        "<time>2024",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[[{}]],\"datePublished\":1}</script>",
    ]);
    proptest!(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }, |(soup in prop::collection::vec(tag, 0..80))| {
        for html in [soup.concat(), article(&soup.concat())] {
            if let Ok(drafts) = page(&html) {
                let _ = (articles(&drafts), drafts[0].report(), drafts[0].slug());
            }
        }
    });
}

#[test]
fn any_bytes_do_no_harm() {
    use proptest::prelude::*;
    let kinds = [SourceKind::Text, SourceKind::Html, SourceKind::Mail, SourceKind::Markdown];
    proptest!(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() }, |(bytes in prop::collection::vec(any::<u8>(), 0..400))| {
        for kind in kinds.map(Some).into_iter().chain([None]) {
            let _ = import::read(&Source { name: "x", bytes: &bytes, kind, url: Some("https://example.org/") });
        }
    });
}

#[test]
fn nesting_and_size_are_bounded() {
    let deep = |open: &str, close: &str| article(&format!("{}words{}", open.repeat(100_000), close.repeat(100_000)));
    for (open, close) in [
        ("<div>", "</div>"),
        ("<b>", ""),
        ("<ul><li>", ""),
        ("<blockquote>", ""),
        ("<table><tr><td>", ""),
        ("<font a>", "</p>"),
        ("<div><i>", "</div>"),
        ("<a href=x>", ""),
        ("<span>", "</span>"),
        ("<dl><dd>", ""),
        ("<svg>", ""),
        ("<x-y>", ""),
    ] {
        let started = std::time::Instant::now();
        let _ = page(&deep(open, close)).map(|drafts| articles(&drafts));
        assert!(started.elapsed().as_secs() < 20, "{open}: {:?}", started.elapsed());
    }
    let long = article(&PROSE.repeat(10 * 1024 * 1024 / PROSE.len()));
    assert!(page(&long).is_ok());
    assert!(matches!(page(&article(&"<p>a".repeat(500_000))), Err(Unreadable::TooLarge(..))));
}

#[test]
fn a_table_of_empty_cells_is_nothing() {
    let html = article("<table><tr><td colspan=9></td></tr><tr><td></td><td> </td></tr></table>");
    let draft = page(&html).unwrap().remove(0);
    assert!(!draft.article_md(None, None, "x").contains('|'));
}

#[test]
fn a_missing_field_is_named_and_nothing_is_invented() {
    let draft = page(&article("")).unwrap().remove(0);
    assert_eq!(draft.title.as_deref(), Some("The lamp"));
    for field in [Field::Authors, Field::Outlet, Field::Url, Field::Published] {
        assert!(draft.unsure.contains(&field), "{field:?}");
    }
    assert!(draft.authors.is_empty() && draft.outlet.is_none() && draft.published.is_none());
}

#[test]
fn a_language_that_the_words_contradict_is_unsure() {
    let html = article("").replace("lang=en", "lang=sw");
    let draft = page(&html).unwrap().remove(0);
    assert_eq!(draft.language.as_deref(), Some("sw"));
    assert!(draft.unsure.contains(&Field::Language));
}

#[test]
fn kinds_are_told_by_the_bytes_before_the_name() {
    let kind = |name, bytes: &[u8]| Source { name, bytes, kind: None, url: None }.kind();
    assert_eq!(kind("a.txt", b"<!DOCTYPE html><html>"), SourceKind::Html);
    assert_eq!(kind("a.txt", b"\xff\xfe<\0h\0t\0m\0l\0>\0"), SourceKind::Html);
    assert_eq!(kind("a.html", b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'>"), SourceKind::Feed);
    assert_eq!(kind("a.html", b"From: x\r\nMIME-Version: 1.0\r\n\r\n<html>"), SourceKind::Mail);
    assert_eq!(kind("a", b"PK\x03\x04................mimetypeapplication/epub+zip"), SourceKind::Epub);
    assert_eq!(kind("a", b"---\ntitle: x\n---\nwords"), SourceKind::Markdown);
    assert_eq!(kind("a.md", b"# Words"), SourceKind::Markdown);
    assert_eq!(kind("a", b"Words, and a < b"), SourceKind::Text);
    assert_eq!(kind("a.json", br#"{"version": "https://jsonfeed.org/version/1.1"}"#), SourceKind::Feed);
    assert_eq!(kind("a.json", br#"{"total": 1, "rows": [{"target": [{"selector": []}]}]}"#), SourceKind::Hypothesis);
}

#[test]
fn valid_utf_8_wins_over_a_wrong_declaration_and_a_guess_comes_last() {
    let html =
        article("<p>Über die Brücke, façade, naïve.</p>").replace("<title>", "<meta charset=windows-1251><title>");
    assert!(shown(&page(&html).unwrap()[0]).contains("Über die Brücke, façade"));
    let declared = html.replace("windows-1251", "windows-1252");
    let bytes = encode(&declared);
    let draft = import::read(&Source { name: "a.html", bytes: &bytes, kind: None, url: None }).unwrap().remove(0);
    assert!(shown(&draft).contains("Über die Brücke, façade"));
}

/// Latin-1.
fn encode(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

#[test]
fn binary_files_are_refused_with_a_remedy() {
    let refused = |bytes: &[u8]| {
        let error = import::read(&Source { name: "x", bytes, kind: None, url: None }).unwrap_err();
        error.to_string()
    };
    assert_eq!(refused(b""), "it is empty");
    let pdf = refused(b"%PDF-1.7 \x00\x01");
    assert!(pdf.contains("it is a PDF") && pdf.contains("export it as text"), "{pdf}");
    assert!(refused(b"\x00\x01\x02\x03\x04\x05\x06\x07").contains("control characters"));
}

#[test]
fn markdown_files_keep_their_text_and_their_front_matter() {
    let text = "---\ntitle: On lamps\nauthor: Ada Quill\ndate: 2024-05-03\nlink: https://example.org/lamps\ntags: [sea]\n\
        ---\n\n# On lamps\n\nSome *words* stay [as they](x.md) are, every one of them.\n\n```\n\ncode\n```\n\n- a\n- b\n";
    let draft =
        import::read(&Source { name: "a.md", bytes: text.as_bytes(), kind: None, url: None }).unwrap().remove(0);
    assert_eq!(draft.title.as_deref(), Some("On lamps"));
    assert_eq!(draft.authors, ["Ada Quill"]);
    assert_eq!(draft.published.unwrap().to_string(), "2024-05-03");
    assert_eq!(draft.url.as_deref(), Some("https://example.org/lamps"));
    let article = draft.article_md(None, None, "a.md");
    assert!(
        article.ends_with(
            "\n\nSome *words* stay [as they](x.md) are, every one of them.\n\n```\n\ncode\n```\n\n- a\n- b\n"
        )
    );
    assert_eq!(draft.unsure, [Field::Outlet]);
}

#[test]
fn a_page_saved_as_mhtml_brings_its_pictures() {
    let mail = format!(
        "From: <Saved>\r\nSnapshot-Content-Location: https://weekly.example.org/lamp\r\nSubject: The lamp\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\
        Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://weekly.example.org/lamp\r\n\r\n{}\r\n--b\r\n\
        Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://weekly.example.org/l.png\r\n\r\n\
        iVBORw0KGgo=\r\n--b--\r\n",
        article("<p><img src=3D\"https://weekly.example.org/l.png\" alt=3D\"lit\"></p>")
            .replace("lang=en", "lang=3Den")
    );
    let draft =
        import::read(&Source { name: "a.mhtml", bytes: mail.as_bytes(), kind: None, url: None }).unwrap().remove(0);
    assert_eq!(draft.url.as_deref(), Some("https://weekly.example.org/lamp"));
    assert_eq!(draft.attachments.len(), 1);
    assert!(draft.body.iter().any(|block| matches!(&block.kind, Kind::Markdown(text) if text == "![lit](l.png)")));
}
