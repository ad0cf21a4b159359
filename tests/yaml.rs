//! Each place that is found for a value of a YAML text is where that value was written.

use std::collections::BTreeMap;

use postil::{
    diag::{Origin, SourceMap},
    yaml::place,
};
use proptest::prelude::*;

/// A value as somebody might write it.
#[derive(Clone, Debug)]
enum Value {
    Text(String, Style),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Single,
    Double,
    Block,
}

/// Words that may stand plain: they begin with a letter and hold no sign of YAML.
fn words() -> impl Strategy<Value = String> {
    "[a-zäé水]([a-z0-9äé水’\u{1f30a} -]{0,12}[a-zäé水])?".prop_filter("it is a word of YAML", |words| {
        !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(&words.as_str())
            && !words.contains(" -")
    })
}

fn value() -> impl Strategy<Value = Value> {
    let style = prop::sample::select(vec![Style::Plain, Style::Single, Style::Double, Style::Block]);
    let text = (words(), style).prop_map(|(words, style)| Value::Text(words, style));
    text.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Value::List),
            prop::collection::btree_map("[a-z]{1,6}|[0-9]{1,2}", inner, 1..4).prop_map(Value::Map),
        ]
    })
}

/// Writes YAML and remembers for each way what must be found there.
struct Author {
    text: String,
    /// (way, first byte, the bytes).
    places: Vec<(String, usize, String)>,
}

impl Author {
    /// A value behind `key:` or `-`, which stand in the last line already.
    fn behind(&mut self, way: &str, value: &Value, indent: usize, flow: bool) {
        match value {
            Value::Text(words, style) => self.words(way, words, *style, indent, flow),
            _ if flow => {
                self.text.push(' ');
                self.flow(way, value);
                self.text.push('\n');
            }
            Value::List(_) | Value::Map(_) => {
                self.text.push('\n');
                self.block(way, value, indent);
            }
        }
    }

    fn words(&mut self, way: &str, words: &str, style: Style, indent: usize, flow: bool) {
        if matches!(style, Style::Block) && !flow {
            let line = format!(" |\n{}", " ".repeat(indent + 2));
            self.text.push_str(&line);
            self.known(way, words);
            self.text.push('\n');
        } else {
            self.text.push(' ');
            self.known(way, &quoted(words, style));
            self.text.push_str(if flow { "" } else { " # a comment: \"here\"\n" });
        }
    }

    fn known(&mut self, way: &str, written: &str) {
        self.places.push((way.to_owned(), self.text.len(), written.to_owned()));
        self.text.push_str(written);
    }

    /// A map or list on lines of its own.
    fn block(&mut self, way: &str, value: &Value, indent: usize) {
        let start = |text: &mut String, sign: &str| *text += &(" ".repeat(indent) + sign);
        match value {
            Value::Map(entries) => {
                for (number, (key, value)) in entries.iter().enumerate() {
                    start(&mut self.text, "");
                    self.key(&join(way, key), key, value);
                    self.behind(
                        &join(way, key),
                        value,
                        indent + 2,
                        number % 2 == 1 && !matches!(value, Value::Text(..)),
                    );
                }
            }
            Value::List(items) => {
                for (number, value) in items.iter().enumerate() {
                    start(&mut self.text, "-");
                    self.behind(
                        &join(way, &number.to_string()),
                        value,
                        indent + 2,
                        number % 2 == 1 && !matches!(value, Value::Text(..)),
                    );
                }
            }
            Value::Text(..) => {}
        }
    }

    /// A map or list is found at its key.
    fn key(&mut self, way: &str, key: &str, value: &Value) {
        match value {
            Value::Text(..) => self.text.push_str(key),
            _ => self.known(way, key),
        }
        self.text.push(':');
    }

    /// A value in brackets.
    fn flow(&mut self, way: &str, value: &Value) {
        match value {
            Value::Text(words, style) => self.known(way, &quoted(words, *style)),
            Value::Map(entries) => {
                self.text.push('{');
                for (key, value) in entries {
                    self.key(&join(way, key), key, value);
                    self.text.push(' ');
                    self.flow(&join(way, key), value);
                    self.text.push_str(", ");
                }
                self.text.push('}');
            }
            Value::List(items) => {
                self.text.push('[');
                for (number, value) in items.iter().enumerate() {
                    self.flow(&join(way, &number.to_string()), value);
                    self.text.push_str(", ");
                }
                self.text.push(']');
            }
        }
    }
}

fn quoted(words: &str, style: Style) -> String {
    match style {
        Style::Plain | Style::Block => words.to_owned(),
        Style::Single => format!("'{words}'"),
        Style::Double => format!("\"{words}\""),
    }
}

fn join(way: &str, step: &str) -> String {
    if way.is_empty() { step.to_owned() } else { format!("{way}/{step}") }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_are_found_where_they_were_written(
        entries in prop::collection::btree_map("[a-z]{1,6}", value(), 1..5),
        before in prop::sample::select(vec!["", "---\n", "--- \nné\n"]),
        returns in any::<bool>(),
    ) {
        let mut author = Author { text: String::new(), places: vec![] };
        author.block("", &Value::Map(entries), 0);
        // In a file, the YAML may stand behind something.
        let (mut yaml, mut places) = (author.text, author.places);
        if returns {
            for (_, at, _) in &mut places {
                *at += yaml[..*at].matches('\n').count();
            }
            yaml = yaml.replace('\n', "\r\n");
        }
        let file = format!("{before}{yaml}---\nno: YAML\n");
        let mut map = SourceMap::default();
        let source = map.add("a.md", file.clone());
        let origin = Origin::new(source, before.len()..before.len() + yaml.len());
        for (way, at, written) in places {
            let span = place(&map, &origin, &way);
            let found = &file[span.start as usize..span.end as usize];
            prop_assert_eq!(found, &written, "at {} of\n{}", way, yaml);
            prop_assert_eq!(span.start as usize, before.len() + at, "at {} of\n{}", way, yaml);
            // Of something that is not there, the nearest that is.
            let beyond = place(&map, &origin, &join(&way, "nowhere"));
            prop_assert_eq!(beyond, span);
            // The same, asked from further inside.
            if let Some((first, rest)) = way.split_once('/') {
                prop_assert_eq!(place(&map, &origin.inside(first), rest), span);
            }
        }
    }

    /// Any text at all: a place is in the file, on characters.
    #[test]
    fn no_text_has_a_place_outside_itself(text in "[a-c:\\-\\[\\]{}&*!|>'\"# \n\té水]{0,60}", way in "[a-c0-9/]{0,6}") {
        let mut map = SourceMap::default();
        let source = map.add("a.yaml", text.clone());
        let span = place(&map, &Origin::new(source, 0..text.len()), &way);
        prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
}
