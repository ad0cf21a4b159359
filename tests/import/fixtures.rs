//! Each `*.txt` beside this file gives the articles in the `*.md` of the same name. `UPDATE=1` rewrites those.

use std::fs;
use std::path::{Path, PathBuf};

use postil::import::{self, Draft, outlets};

/// Stands between the articles of one dump.
const NEXT: &str = "\n<!-- the next article -->\n\n";

pub(super) fn dumps() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut dumps: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    dumps.sort();
    dumps
}

pub(super) fn articles(drafts: &[Draft]) -> String {
    let article = |draft: &Draft| {
        let id = |name: &Option<String>| name.as_deref().map(outlets::id);
        draft.article_md(id(&draft.outlet).as_deref(), id(&draft.via).as_deref(), &draft.from)
    };
    drafts.iter().map(article).collect::<Vec<_>>().join(NEXT)
}

#[test]
fn dumps_become_the_articles_beside_them() {
    let dumps = dumps();
    assert!(dumps.len() >= 8, "fixtures are missing: {dumps:?}");
    let mut wrong = Vec::new();
    for dump in dumps {
        let name = dump.file_name().unwrap().to_str().unwrap();
        let found = articles(&import::read_text(name, &fs::read_to_string(&dump).unwrap()));
        let expected = dump.with_extension("md");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n") != found {
            wrong.push(format!("{name}: expected {}, found:\n{found}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE=1 accepts what was found", wrong.join("\n"));
}

#[test]
fn front_matter_is_yaml_with_the_keys_of_the_site() {
    for dump in dumps() {
        let name = dump.file_name().unwrap().to_str().unwrap();
        for draft in import::read_text(name, &fs::read_to_string(&dump).unwrap()) {
            let article = articles(std::slice::from_ref(&draft));
            let yaml = article.strip_prefix("---\n").unwrap().split("\n---\n").next().unwrap();
            let value: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
            assert_eq!(value.get("title").and_then(|title| title.as_str()), draft.title.as_deref(), "{name}");
            assert_eq!(value["import"]["from"].as_str(), Some(name));
            let authors =
                value["source"].get("authors").and_then(|authors| authors.as_sequence()).cloned().unwrap_or_default();
            let authors: Vec<&str> = authors.iter().map(|author| author.as_str().unwrap()).collect();
            assert_eq!(authors, draft.authors, "{name}");
        }
    }
}
