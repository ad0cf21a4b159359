//! Which words name a topic: `mentions/*.test` (see its README.md), and laws for random names and texts.

use std::{fmt::Write as _, fs, path::Path};

use postil::{
    config::{self, Config},
    diag::{Diagnostics, SourceMap},
    model::{
        id::Id,
        mention::MentionPlace,
        site::Site,
        sources::{ArticleSources, NamedSource, Sources},
    },
    pipeline,
};
use proptest::prelude::*;

/// A site in memory: topics as (id, YAML), articles as (front matter beside the usual, Markdown).
fn site(topics: &[(String, String)], articles: &[(String, String)]) -> Site {
    let mut map = SourceMap::default();
    let mut diagnostics = Diagnostics::default();
    let config: Config =
        config::read(Path::new("postil.yaml"), "title: Names\nlanguage: en\n", &mut map, &mut diagnostics).unwrap();
    let mut sources = Sources::default();
    for (id, yaml) in topics {
        let source = map.add(format!("content/topics/{id}.yaml"), yaml.as_str());
        sources.topics.push(NamedSource { id: Id::new(id).unwrap(), source });
    }
    for (number, (front, text)) in articles.iter().enumerate() {
        let slug = format!("a{number:04}");
        let language = if front.contains("language:") { "" } else { "language: en\n" };
        let article = format!("---\ntitle: T\n{language}text: digest\n{front}---\n\n{text}\n");
        let article = map.add(format!("content/articles/{slug}/article.md"), article.as_str());
        let slug = Id::new(&slug).unwrap();
        sources.articles.push(ArticleSources { slug, article, notes: vec![], attachments: vec![] });
    }
    sources.map = map;
    let site = pipeline::woven(sources, &config, &mut diagnostics);
    let told: Vec<_> = diagnostics.iter().map(|d| format!("{d:?}")).collect();
    assert!(told.is_empty(), "{told:?}");
    site
}

/// An article's text with its mentions in brackets: `[id: words]` is the link, `(id: words)` another mention.
fn told(site: &Site, article: usize) -> String {
    let text = site.library().articles[article].body.text.as_str();
    let (mut told, mut at) = (String::new(), 0);
    for mention in &site.links.mentions[article] {
        let range = mention.range.bytes();
        let id = &site.library().topics.at(mention.topic).id;
        let (open, close) = match mention.place {
            MentionPlace::First | MentionPlace::Link(_) => ('[', ']'),
            MentionPlace::Later | MentionPlace::Bare => ('(', ')'),
        };
        let _ = write!(told, "{}{open}{id}: {}{close}", &text[at..range.start], &text[range.clone()]);
        at = range.end;
    }
    (told + &text[at..]).trim_end().replace('\n', "\\n")
}

/// `rose: person Rose | Rosie` → id and YAML; a `!` before the names: `mentions: true`, `-`: `mentions: false`.
fn topic(line: &str) -> (String, String) {
    let (id, rest) = line.split_once(": ").expect("an id and names");
    let (kind, names) = rest.split_once(' ').expect("a kind and names");
    let (extra, names) = match (names.strip_prefix("! "), names.strip_prefix("- ")) {
        (Some(names), _) => ("mentions: true\n", names),
        (_, Some(names)) => ("mentions: false\n", names),
        _ => ("", names),
    };
    let mut names = names.split(" | ").map(|name| format!("'{}'", name.replace('\'', "''")));
    let label = names.next().unwrap_or_default();
    let aliases: Vec<_> = names.collect();
    (id.to_owned(), format!("label: {label}\nkind: {kind}\naliases: [{}]\n{extra}", aliases.join(", ")))
}

#[test]
fn names_are_found_where_a_reader_sees_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mentions");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "test"));
    files.sort();
    let (mut wrong, mut count) = (vec![], 0);
    for path in &files {
        let content = fs::read_to_string(path).unwrap();
        let mut groups =
            content.split("\n\n").map(|group| group.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>());
        let topics: Vec<_> = groups.next().unwrap_or_default().into_iter().map(topic).collect();
        let groups: Vec<_> = groups.filter(|group| !group.is_empty()).collect();
        let article = |group: &Vec<&str>| {
            let field = |key: &str| group.iter().find_map(|line| line.strip_prefix(key));
            let front = group.iter().filter_map(|line| line.strip_prefix("front: "));
            let front: String = front.flat_map(|line| [line, "\n"]).collect();
            (front, field("text: ").unwrap_or_default().replace("\\n", "\n"))
        };
        let site = site(&topics, &groups.iter().map(article).collect::<Vec<_>>());
        for (number, group) in groups.iter().enumerate() {
            count += 1;
            let (wanted, got) = (group.last().unwrap().trim(), format!("found: {}", told(&site, number)));
            if wanted != got {
                wrong.push(format!("{}:\n  expected {wanted}\n  got      {got}", path.display()));
            }
        }
    }
    assert!(files.len() >= 5 && count >= 40, "{} files with {count} cases", files.len());
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn two_hundred_topics_are_each_linked_once() {
    let topics: Vec<_> = (0..200).map(|n| topic(&format!("t{n:03}: place Town {n} | Port {n}"))).collect();
    let text = (0..200).rev().map(|n| format!("From Port {n} to Town {n}.")).collect::<Vec<_>>().join(" ");
    let site = site(&topics, &[(String::new(), text)]);
    let mentions = &site.links.mentions[0];
    assert_eq!(mentions.len(), 400);
    assert_eq!(mentions.iter().filter(|m| m.place == MentionPlace::First).count(), 200);
}

fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Rose",
        "rose",
        "ROSE",
        "Rose Hill",
        "Hill",
        "AU",
        "au",
        "UN",
        "UN Council",
        "水",
        "水门",
        "بماكو",
        "و",
        "ال",
        "مالي",
        " ",
        " ",
        " ",
        " ",
        "\n\n",
        ". ",
        "-",
        "'s ",
        "l’",
        "’",
        "*",
        "**",
        "`",
        "[[rose]]",
        "[x](y)",
        "# ",
        "é",
        "e\u{301}",
        "\u{ad}",
        "\u{200b}",
        "İ",
        "ς",
        "\u{64e}",
        "_",
        "@",
        "://",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a text: mentions are words of it, in order, apart, and each topic has one target at most.
    #[test]
    fn mentions_are_whole_words_in_order(texts in prop::collection::vec(words(), 1..4), language in prop::sample::select(vec!["en", "fr", "ar", "zh"])) {
        let topics: Vec<_> = [
            "rose: person Rose | rose hill", "hill: place Hill", "rosehill: place Rose Hill", "au: organisation AU | UN",
            "council: organisation UN Council", "water: place 水", "gate: place 水门", "bamako: place بماكو", "mali: place مالي",
        ].iter().map(|line| topic(line)).collect();
        let articles: Vec<_> = texts.iter().map(|text| (format!("language: {language}\n"), text.clone())).collect();
        let site = site(&topics, &articles);
        for (article, mentions) in site.library().articles.iter().zip(&site.links.mentions) {
            let text = article.body.text.as_str();
            let mut behind = 0;
            for mention in mentions {
                prop_assert!(mention.range.start >= behind, "{mention:?} overlaps in {text:?}");
                let words = text.get(mention.range.bytes());
                prop_assert!(words.is_some_and(|words| !words.trim().is_empty()), "{mention:?} in {text:?}");
                behind = mention.range.end;
            }
            for topic in 0..topics.len() {
                prop_assert!(mentions.iter().filter(|m| m.topic == topic && m.is_target()).count() <= 1);
            }
        }
    }
}
