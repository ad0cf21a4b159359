//! Whatever strangers send, a page holds only what postil writes: every payload in every field and every text, built in
//! spite of all errors, and read as a browser reads it. Nothing panics, and what is refused is refused at its place.

mod bounds;
mod payloads;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
    process::Command,
    thread,
};

use html5ever::{ParseOpts, parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use payloads::{ADDRESSES, CHARACTERS, MARKDOWN, PIECES, WORDS};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};
use tempfile::TempDir;

use crate::case::{place, tree};
use crate::laws::{bare_ampersand, unbalanced};

/// What the templates and the Markdown writer write.
const ELEMENTS: &str = "html head meta title link script body header nav main footer article section aside div p span a \
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr th td blockquote q cite pre code em strong del ins mark sub sup \
    kbd abbr bdi br wbr hr img figure figcaption input details summary time button dialog fieldset legend label \
    svg defs g path line rect circle use text";

/// What they put into their tags.
const ATTRIBUTES: &str = "http-equiv content charset name lang dir class id href rel type title src alt width height loading decoding \
    role tabindex scope start checked disabled datetime datatype property aria-label aria-labelledby aria-hidden \
    aria-current accesskey data-index data-n data-notes data-foot defer popover popovertarget value aria-pressed \
    data-site data-opens data-needs data-only data-words data-by data-all data-bare data-copy x y x1 x2 y1 y2 dx cx cy r rx d transform text-anchor";

/// Payloads in one site: as many as a feed has entries.
const CHUNK: usize = 30;

/// A text as YAML, with every sign escaped that could mean something.
fn yaml(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            ' '..='~' if c != '"' && c != '\\' => quoted.push(c),
            c if u32::from(c) < 0x1_0000 => write!(quoted, "\\u{:04X}", u32::from(c)).expect("a string grows"),
            c => write!(quoted, "\\U{:08X}", u32::from(c)).expect("a string grows"),
        }
    }
    quoted + "\""
}

struct Hostile {
    folder: TempDir,
}

impl Hostile {
    fn new() -> Hostile {
        let site = Hostile { folder: place() };
        site.write("postil.yaml", "title: Hostile\nlanguage: en\nbase_url: https://example.org/reader/\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        fs::create_dir(site.folder.path().join("content/articles")).expect("a new folder");
        site
    }

    fn write(&self, path: &str, text: &str) {
        self.try_write(path, text).expect("a file can be written");
    }

    fn try_write(&self, path: &str, text: &str) -> std::io::Result<()> {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a path in the site"))?;
        fs::write(path, text)
    }

    fn postil(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        let output = command.current_dir(self.folder.path()).args(arguments).env("NO_COLOR", "1").output();
        let output = output.expect("the built program starts");
        let said = String::from_utf8(output.stdout).expect("standard output is UTF-8")
            + &String::from_utf8(output.stderr).expect("standard error is UTF-8");
        (output.status.code().unwrap_or(-1), said)
    }

    /// Checks and builds, and looks at everything that was built. Gives the pages.
    fn inert(&self, wrong: &mut Vec<String>) -> BTreeMap<String, Seen> {
        for arguments in [&["check"][..], &["build", "--lenient"]] {
            let (code, said) = self.postil(arguments);
            if !(0..=1).contains(&code) {
                wrong.push(format!("{arguments:?} ended with {code}: {said}"));
            }
            wrong.extend(steers(&said).map(|c| format!("{arguments:?} printed {c:?}")));
        }
        let (_, json) = self.postil(&["check", "--format", "json"]);
        if let Err(error) = serde_json::from_str::<serde_json::Value>(&json) {
            wrong.push(format!("check --format json: {error}"));
        }
        let mut pages = BTreeMap::new();
        for (path, bytes) in tree(&self.folder.path().join("_site")) {
            let text = String::from_utf8_lossy(&bytes);
            let mut tell = |what: String| wrong.push(format!("{path}: {what}"));
            match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
                Some("html") => {
                    let seen = Seen::new(&text);
                    seen.wrong.iter().cloned().for_each(&mut tell);
                    pages.insert(path.clone(), seen);
                }
                Some("xml") => {
                    unbalanced(&text, "").into_iter().chain(bare_ampersand(&text)).for_each(&mut tell);
                    text.chars().filter(|&c| !in_xml(c)).for_each(|c| tell(format!("{c:?} stands in XML")));
                    if text.contains("zq49zq") {
                        tell("a template was evaluated".into());
                    }
                }
                _ => {}
            }
        }
        pages
    }
}

/// Characters that may not reach a terminal.
fn steers(text: &str) -> impl Iterator<Item = char> {
    let hidden =
        |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(hidden).collect::<BTreeSet<_>>().into_iter()
}

/// XML 1.0, `Char`.
fn in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{1_0000}'..)
}

/// A page as a browser has it.
#[derive(Default)]
struct Seen {
    wrong: Vec<String>,
    /// All words.
    text: String,
    /// The words of the first heading, of the title, and of the article.
    parts: BTreeMap<&'static str, String>,
}

impl Seen {
    fn new(html: &str) -> Seen {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut seen = Seen::default();
        seen.walk(&dom.document);
        seen.text = plain(&seen.text);
        if seen.text.contains("zq49zq") {
            seen.wrong.push("a template was evaluated".into());
        }
        seen
    }

    fn walk(&mut self, node: &Handle) {
        let start = self.text.len();
        let mut part = None;
        match &node.data {
            NodeData::Text { contents } => self.text.push_str(&contents.borrow()),
            NodeData::Comment { contents } => self.wrong.push(format!("a comment: {contents}")),
            NodeData::Element { name, attrs, .. } => {
                let name = &*name.local;
                if !ELEMENTS.split_whitespace().any(|element| element == name) {
                    self.wrong.push(format!("<{name}>"));
                }
                for attribute in attrs.borrow().iter() {
                    self.attribute(name, &attribute.name.local, &attribute.value);
                }
                let text = attrs.borrow().iter().any(|a| &*a.name.local == "class" && a.value.starts_with("text "));
                part = match name {
                    "h1" => Some("h1"),
                    "title" => Some("title"),
                    "div" if text => Some("text"),
                    _ => None,
                };
                if name == "script" {
                    self.script(node);
                    return;
                }
            }
            _ => {}
        }
        node.children.borrow().iter().for_each(|child| self.walk(child));
        if let Some(part) = part {
            self.parts.entry(part).or_insert_with(|| plain(&self.text[start..]));
        }
        // Marks and shared passages may end inside of a word.
        let inside = |name: &str| matches!(name, "mark" | "span" | "a");
        if matches!(&node.data, NodeData::Element { name, .. } if !inside(&name.local)) {
            self.text.push(' ');
        }
    }

    fn attribute(&mut self, element: &str, name: &str, value: &str) {
        let mut tell = |what: &str| self.wrong.push(format!("<{element} {name}=\"{value}\"> {what}"));
        if !ATTRIBUTES.split_whitespace().any(|attribute| attribute == name) {
            tell("is no attribute of ours");
        }
        let simple = |c: char| c.is_ascii_alphanumeric() || "-_ ".contains(c);
        match name {
            "href" | "src" => {
                let scheme =
                    value.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
                if scheme.is_some_and(|scheme| !["http", "https", "mailto"].contains(&scheme)) {
                    tell("has another scheme");
                }
                let host = url::Url::parse(value).ok().and_then(|url| url.host_str().map(str::to_owned));
                let away = host.is_some_and(|host| host.ends_with("raw.zq")) || value.starts_with('/');
                if away || value.contains(['<', '"', '\\', ' ']) {
                    tell("leads away");
                }
            }
            "class" if element == "code" && value.starts_with("language-") && !value.contains(char::is_whitespace) => {}
            "class" | "id" | "data-notes" | "role" | "rel" | "type"
                if !value.chars().all(|c| simple(c) || "/+".contains(c)) =>
            {
                tell("holds other signs than ours");
            }
            "class" if value.contains("zq") => tell("has a class of a stranger"),
            "http-equiv" if !value.starts_with("Content-Security") => tell("is no policy"),
            _ => {}
        }
    }

    /// Ours by its address, or data that can be read.
    fn script(&mut self, node: &Handle) {
        let text: String = node.children.borrow().iter().map(words).collect();
        let NodeData::Element { attrs, .. } = &node.data else { return };
        let value = |wanted: &str| {
            attrs.borrow().iter().find(|a| &*a.name.local == wanted).map(|a| a.value.to_string()).unwrap_or_default()
        };
        // The page for missing addresses knows its place by the site's address only.
        let source = value("src");
        let source = source.strip_prefix("https://example.org/reader/").unwrap_or(&source);
        let ours = source.trim_start_matches("../").starts_with("assets/") && text.trim().is_empty();
        let data = value("src").is_empty() && value("type") == "application/ld+json";
        match serde_json::from_str::<serde_json::Value>(&text) {
            _ if ours => {}
            Ok(_) if data => {}
            _ => self.wrong.push(format!("a script: {text}")),
        }
    }
}

fn words(node: &Handle) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => String::new(),
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Runs chunks of payloads on several threads and shows all that is wrong.
fn all(payloads: &[&str], work: impl Fn(&[&str]) -> Vec<String> + Sync) {
    let chunks: Vec<_> = payloads.chunks(CHUNK).collect();
    let wrong: Vec<String> = thread::scope(|scope| {
        let running: Vec<_> = chunks.iter().map(|chunk| scope.spawn(|| work(chunk))).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("a look at a site")).collect()
    });
    let shown: Vec<_> = wrong.iter().take(40).map(String::as_str).collect();
    assert!(wrong.is_empty(), "\n{} wrong\n{}", wrong.len(), shown.join("\n"));
}

fn everything() -> Vec<&'static str> {
    [WORDS, CHARACTERS, MARKDOWN].concat()
}

#[test]
fn there_are_payloads_enough_and_none_twice() {
    let payloads = everything();
    assert!(payloads.len() >= 200 && ADDRESSES.len() >= 20);
    assert_eq!(payloads.iter().collect::<BTreeSet<_>>().len(), payloads.len());
}

/// Every field that holds words, of every kind of file.
#[test]
fn fields_are_words() {
    all(&everything(), |payloads| {
        let site = Hostile::new();
        for (i, payload) in payloads.iter().enumerate() {
            fields(&site, i, &yaml(payload));
        }
        let mut wrong = vec![];
        let pages = site.inert(&mut wrong);
        for (i, payload) in payloads.iter().enumerate().filter(|(_, payload)| WORDS.contains(payload)) {
            for (folder, part) in [
                ("articles", "h1"),
                ("articles", "title"),
                ("outlets", "h1"),
                ("topics", "h1"),
                ("claims", "h1"),
                ("editors", "h1"),
                ("pages", "h1"),
            ] {
                let path = format!("{folder}/k{i}.html");
                let found = pages.get(&path).and_then(|page| page.parts.get(part)).map_or("no page", String::as_str);
                if !found.contains(&plain(payload)) {
                    wrong.push(format!("{path}: <{part}> says {found:?}, not {payload:?}"));
                }
            }
            let times =
                pages.get(&format!("articles/k{i}.html")).map_or(0, |page| page.text.matches(&plain(payload)).count());
            if times < 8 {
                wrong.push(format!("articles/k{i}.html says {payload:?} only {times} times"));
            }
        }
        wrong
    });
}

fn fields(site: &Hostile, i: usize, p: &str) {
    let source =
        format!("{{title: {p}, author: {p}, publisher: {p}, url: \"https://fine.example/{i}\", accessed: 2025-11-21}}");
    site.write(
        &format!("content/articles/k{i}/article.md"),
        &format!(
            "---\ntitle: {p}\nlanguage: en\ntext: full\nsummary: {p}\nsource: {{outlet: k{i}, authors: [{p}], rights: {p}, \
             url: \"https://fine.example/\"}}\ntopics: [k{i}]\nstance:\n  - {{toward: k{i}, label: favor, rationale: {p}, \
             quote: {p}, by: k{i}, on: 2025-11-21}}\ncorrections:\n  - {{date: 2025-11-21, text: {p}}}\nimport: {{from: {p}, \
             unsure: [{p}], sources: {{{p}: {p}}}}}\nnotes:\n  - {{id: inline, kind: question, body: {p}, by: k{i}, \
             created: 2025-11-21, answer: {{text: {p}, by: k{i}, on: 2025-11-22}}}}\n---\n\nTwice a day.\n"
        ),
    );
    let history = format!("history: [{{date: 2025-11-22, by: k{i}, what: {p}, kind: correction}}]\n");
    let rest = format!("by: k{i}\ncreated: 2025-11-21\nsources: [{source}]\n{history}");
    let note = |id: &str, words: &str| {
        let text = format!("kind: fact-check\n{words}tags: [{p}]\nclaim: k{i}\n{rest}");
        site.write(&format!("content/articles/k{i}/notes/{id}.yaml"), &text);
    };
    note("whole", &format!("body: {p}\n"));
    note("placed", &format!("quote: Twice a day\nanchor: {{prefix: {p}, suffix: {p}}}\nbody: Words.\nlanguage: {p}\n"));
    note("lost", &format!("quote: {p}\nbody: Words.\norphan: {{since: 2025-11-21, reason: {p}}}\n"));
    let rating = format!("ratings: [{{rater: {p}, scale: {p}, value: {p}, date: 2025}}]\n");
    let outlet = format!("name: {p}\ncountry: {p}\nlanguage: {p}\nowner: {p}\nsummary: {p}\naliases: [{p}]\n{rating}");
    site.write(&format!("content/outlets/k{i}.yaml"), &outlet);
    let topic = format!("label: {p}\nkind: story\naliases: [{p}]\nsummary: {p}\n");
    site.write(&format!("content/topics/k{i}.yaml"), &topic);
    let claim = format!("text: {p}\nclaimant: {p}\nverdict: supported\nsummary: {p}\ntopics: [k{i}]\n{rest}");
    site.write(&format!("content/claims/k{i}.yaml"), &claim);
    let event = format!("date: 2025\ntext: {p}\ntopics: [k{i}]\narticles: [k{i}]\nsources: [{source}]\n");
    site.write(&format!("content/events/k{i}.yaml"), &event);
    site.write(
        &format!("content/editors/k{i}.yaml"),
        &format!("name: {p}\nlogin: {p}\nbio: {p}\ndisclosures: [{p}]\n"),
    );
    site.write(&format!("content/pages/k{i}.md"), &format!("---\ntitle: {p}\nsummary: {p}\n---\n\nWords.\n"));
}

/// The texts of articles, notes and pages.
#[test]
fn texts_are_words_and_what_markdown_allows() {
    all(&everything(), |payloads| {
        let site = Hostile::new();
        for (i, payload) in payloads.iter().enumerate() {
            let head = "---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\n";
            site.write(&format!("content/articles/k{i}/article.md"), &format!("{head}{payload}\n"));
            site.write(&format!("content/articles/w{i}/article.md"), &format!("{head}{}", wrapped(payload)));
            site.write(&format!("content/pages/k{i}.md"), &format!("---\ntitle: Title\n---\n\n{payload}\n"));
            let note = format!("kind: context\nby: ada\ncreated: 2025-11-21\nbody: {}\n", yaml(payload));
            site.write(&format!("content/articles/k{i}/notes/body.yaml"), &note);
            site.write(
                &format!("content/articles/k{i}/notes/quote.yaml"),
                &format!("{note}quote: {}\n", yaml(payload)),
            );
            let inside = note.replace(&yaml(payload), &yaml(&wrapped(payload)));
            site.write(&format!("content/articles/w{i}/notes/body.yaml"), &inside);
        }
        let mut wrong = vec![];
        let pages = site.inert(&mut wrong);
        for (i, payload) in payloads.iter().enumerate().filter(|(_, payload)| WORDS.contains(payload)) {
            let page = &pages[&format!("articles/k{i}.html")];
            let (text, payload) = (page.parts.get("text").map_or("", String::as_str), plain(payload));
            // In the text, in both notes, and as what one of them quotes.
            if !text.contains(&payload) || page.text.matches(&payload).count() < 4 {
                wrong.push(format!("articles/k{i}.html does not say {payload:?}: {text:?}"));
            }
        }
        wrong
    });
}

/// A payload inside everything that Markdown has.
fn wrapped(payload: &str) -> String {
    let line = payload.replace('\n', " ");
    [
        "Before PAYLOAD after",
        "# PAYLOAD",
        "[x](https://fine.example/ \"PAYLOAD\")",
        "[x](<PAYLOAD>)",
        "[x](PAYLOAD)",
        "[x](https://fine.example/PAYLOAD)",
        "[PAYLOAD](https://fine.example/)",
        "![PAYLOAD](x.png \"PAYLOAD\")",
        "![x](PAYLOAD)",
        "[x][PAYLOAD]\n\n[PAYLOAD]: https://fine.example/ 'PAYLOAD'",
        "```PAYLOAD\nx\n```",
        "```rust\nPAYLOAD\n```",
        "| PAYLOAD | x |\n|---|:-:|\n| x | PAYLOAD |",
        "[[PAYLOAD]] [[x|PAYLOAD]] [[topic:PAYLOAD|x]]",
        "x[^PAYLOAD]\n\n[^PAYLOAD]: PAYLOAD",
        "- PAYLOAD\n- [ ] PAYLOAD",
        "> [!WARNING]\n> PAYLOAD",
        "PAYLOAD\n: PAYLOAD",
        "<PAYLOAD>",
        "**PAYLOAD** ~~PAYLOAD~~ <sub>PAYLOAD</sub> `PAYLOAD`",
    ]
    .iter()
    .map(|text| text.replace("PAYLOAD", &line) + "\n\n")
    .collect()
}

/// The names of files, as far as a disk takes them.
#[test]
fn names_are_ids_or_refused() {
    all(&everything(), |payloads| {
        let site = Hostile::new();
        for (i, payload) in payloads.iter().enumerate().filter(|(_, payload)| !payload.contains(['/', '\0'])) {
            let article = "---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\nWords.\n";
            site.write(&format!("content/articles/k{i}/article.md"), article);
            // The system may refuse some of these itself.
            let written = [
                site.try_write(&format!("content/articles/{payload}/article.md"), article),
                site.try_write(&format!("content/articles/k{i}/{payload}.txt"), "words"),
                site.try_write(&format!("content/articles/k{i}/notes/{payload}.yaml"), "kind: context"),
                site.try_write(&format!("content/topics/{payload}.yaml"), "label: x\nkind: theme\n"),
                site.try_write(&format!("content/{payload}"), "words"),
            ];
            drop(written);
        }
        let mut wrong = vec![];
        site.inert(&mut wrong);
        wrong
    });
}

/// Each address in each field that holds one.
#[test]
fn bad_addresses_are_refused_at_their_place() {
    let (site, mut places) = (Hostile::new(), BTreeSet::new());
    let article = "---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\nWords.\n";
    for (i, address) in ADDRESSES.iter().enumerate() {
        let address = yaml(address);
        for (path, text) in [
            (format!("articles/k{i}/article.md"), article.to_owned()),
            (format!("articles/url{i}/article.md"), article.replace("text:", "source:\n  url: HERE\ntext:")),
            (format!("articles/archived{i}/article.md"), article.replace("text:", "source: {archived: HERE}\ntext:")),
            (
                format!("articles/k{i}/notes/source.yaml"),
                "kind: context\nbody: Words.\nsources:\n  - title: One\n  - title: Two\n    url: HERE\nby: ada\ncreated: 2025\n".into(),
            ),
            (format!("outlets/k{i}.yaml"), "name: Name\nurl: HERE\n".into()),
            (format!("topics/k{i}.yaml"), "label: x\nkind: theme\nsame_as:\n  - https://fine.example/\n  - HERE\n".into()),
            (format!("editors/k{i}.yaml"), "name: Name\nurl: HERE\n".into()),
        ] {
            for (number, line) in text.lines().enumerate() {
                if let Some(column) = line.find("HERE") {
                    places.insert((format!("content/{path}"), number + 1, column + 1));
                }
            }
            site.write(&format!("content/{path}"), &text.replace("HERE", &address));
        }
    }
    let mut wrong = vec![];
    site.inert(&mut wrong);
    let (_, json) = site.postil(&["check", "--format", "json"]);
    let told: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    for problem in told.iter().filter(|problem| problem["code"] == "bad-value") {
        let number = |name: &str| problem["place"][name].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        places.remove(&(
            problem["place"]["path"].as_str().unwrap_or_default().to_owned(),
            number("line"),
            number("column"),
        ));
    }
    wrong.extend(places.iter().map(|place| format!("not refused: {place:?}")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Signs of Markdown, HTML and YAML thrown together, the same at each run.
#[test]
fn nothing_at_random_panics_or_gets_through() {
    let mut runner = TestRunner::deterministic();
    let piece = prop::sample::select(PIECES);
    let strategy = prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat());
    let texts: Vec<String> =
        (0..8 * CHUNK).map(|_| strategy.new_tree(&mut runner).expect("a text").current()).collect();
    all(&texts.iter().map(String::as_str).collect::<Vec<_>>(), |texts| {
        let site = Hostile::new();
        for (i, text) in texts.iter().enumerate() {
            let article = format!("---\ntitle: Title\nlanguage: en\ntext: digest\n---\n\n{text}\n");
            site.write(&format!("content/articles/k{i}/article.md"), &article);
            let note = format!("kind: context\nby: ada\ncreated: 2025-11-21\nbody: {}\n", yaml(text));
            site.write(&format!("content/articles/k{i}/notes/body.yaml"), &note);
            let half: String = text.chars().skip(text.chars().count() / 3).take(6).collect();
            site.write(&format!("content/articles/k{i}/notes/quote.yaml"), &format!("{note}quote: {}\n", yaml(&half)));
            // As YAML, and as front matter, it need not be anything.
            site.write(&format!("content/articles/k{i}/notes/raw.yaml"), text);
            site.write(&format!("content/pages/k{i}.md"), &format!("---\n{text}\n---\n"));
        }
        let mut wrong = vec![];
        let pages = site.inert(&mut wrong);
        if pages.len() < CHUNK {
            wrong.push(format!("only {} pages", pages.len()));
        }
        wrong
    });
}
