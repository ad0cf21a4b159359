//! What articles share: readable cases in `tests/shared/*.test` (see its README.md), and laws for random texts.

mod laws;

use std::fmt::Write as _;
use std::{fs, path::Path};

use postil::model::shared::SharedPair;
use postil::pipeline::link::shared::{Text, pairs};

/// An article of a case file.
struct Article {
    name: String,
    outlet: Option<String>,
    text: String,
}

#[test]
fn articles_share_what_a_reader_would_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shared");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "test"));
    files.sort();
    assert!(files.len() >= 8, "{} files", files.len());
    let mut wrong = Vec::new();
    for path in &files {
        let content = fs::read_to_string(path).unwrap();
        let content: Vec<&str> = content.lines().filter(|line| !line.starts_with('#')).collect();
        let content = unescaped(&content.join("\u{1}"));
        let (articles, wanted) = content.split_once("\u{1}\u{1}").expect("articles, an empty line, pairs");
        let articles: Vec<Article> = articles.split('\u{1}').map(article).collect();
        let texts: Vec<Text<'_>> = articles.iter().map(text).collect();
        let got = told(&articles, &pairs(&texts));
        let wanted = wanted.trim_end_matches('\u{1}').replace('\u{1}', "\n");
        if wanted != got {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            wrong.push(format!("{name}: expected\n{wanted}\n  got\n{got}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn article(line: &str) -> Article {
    let (head, text) = line.split_once(": ").expect("a name, a colon, words");
    let (name, outlet) = head.split_once(" | ").map_or((head, None), |(name, outlet)| (name, Some(outlet)));
    Article { name: name.into(), outlet: outlet.map(Into::into), text: text.into() }
}

fn text(article: &Article) -> Text<'_> {
    Text { text: &article.text, outlet: article.outlet.as_deref(), ..Text::default() }
}

/// `\n` and `\u{…}` read.
fn unescaped(text: &str) -> String {
    let text = text.replace("\\n", "\n");
    let mut parts = text.split("\\u{");
    let mut value = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("an escape ends");
        value.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        value.push_str(rest);
    }
    value
}

/// Pairs in the words of a case file.
fn told(articles: &[Article], pairs: &[SharedPair]) -> String {
    let mut out = String::new();
    for pair in pairs {
        let (first, second) = (&articles[pair.first], &articles[pair.second]);
        let _ = writeln!(out, "{} {}", first.name, second.name);
        for passage in &pair.passages {
            let (here, there) = (&first.text[passage.here.bytes()], &second.text[passage.there.bytes()]);
            let _ = writeln!(out, "[{here}]\n[{there}]\n{}/{}", passage.same, passage.words);
        }
        out.push('\n');
    }
    if pairs.is_empty() { "nothing".into() } else { out.trim_end().to_owned() }
}
