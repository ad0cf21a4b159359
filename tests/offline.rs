//! The site without a connection. `postil check --offline`: faults planted in small built sites, and none in those that
//! postil builds. `offline: pwa`: what is written, and what ends it.

use std::{env, fs, path::Path, process::Command};

use postil::offline::Folder;
use proptest::{prelude::*, sample::select};
use serde_json::Value;

use crate::case::{Case, Tree, cases, difference, place, sample_in, tree, trimmed};

/// What the command says of a built site, without the place of the folder; and its exit code.
fn told(folder: &Path, options: &[&str]) -> (String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    command.args(["check", "--offline"]).arg(folder).args(options).env("NO_COLOR", "1");
    let output = command.output().expect("the built program starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (trimmed(&said.replace(&format!("{}/", folder.display()), "")), output.status.code().unwrap_or(-1))
}

#[test]
fn planted_faults_are_found() {
    let mut wrong = vec![];
    for Case { name, folder, .. } in cases("offline") {
        let (said, code) = told(&folder, &[]);
        let (file, told) = (folder.join("report.txt"), format!("{said}exit code {code}\n"));
        if env::var("UPDATE").is_ok() {
            fs::write(&file, &told).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if expected != told {
            wrong.push(format!("{name}:\n{}", difference(&expected, &told)));
        }
        let rule = name.split("--").next().unwrap();
        if rule != "whole" && !told.contains(&format!("[{rule}]")) {
            wrong.push(format!("{name}: the report does not name the rule"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_built_site_is_whole() {
    let samples = ["folio", "broadsheet", "plain"].map(sample_in);
    for case in cases("sites").into_iter().chain(samples.into_iter().filter(|_| env::var("CASE").is_err())) {
        let built = case.copy();
        built.build(&[]);
        let (said, _) = told(&built.built(), &["--strict"]);
        assert_eq!(said, "no problems\n", "{}", case.name);
    }
}

#[test]
fn what_is_no_built_site_is_said() {
    let empty = place();
    let (said, code) = told(empty.path(), &[]);
    assert!(said.contains("is no built site: it has no index.html") && code == 2, "{said}");
    fs::write(empty.path().join("postil.yaml"), "").unwrap();
    assert!(told(empty.path(), &[]).0.contains("name what `postil build` wrote"));
    let (said, code) = told(&empty.path().join("gone"), &[]);
    assert!(said.starts_with("error: there is no folder ") && code == 2, "{said}");
}

#[test]
fn places_are_the_same_for_tools() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/offline/dead-link");
    let (said, code) = told(&folder, &["--format", "json"]);
    let list: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((list[0]["code"].as_str(), list[0]["place"]["line"].as_u64(), code), (Some("dead-link"), Some(4), 1));
}

/// A small site with these settings, built; with one more word in its article, where there is one.
fn built(settings: &str, word: &str) -> Tree {
    let site = place();
    let article = site.path().join("content/articles/tides");
    fs::create_dir_all(&article).unwrap();
    fs::write(site.path().join("postil.yaml"), format!("title: '</script>\"Tides'\nlanguage: en\n{settings}")).unwrap();
    let text = format!("---\ntitle: Tides\nlanguage: en\ntext: digest\n---\n\nTwice a day the sea comes in. {word}\n");
    fs::write(article.join("article.md"), text).unwrap();
    let out = site.path().join("_site");
    let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
    let output = command.current_dir(site.path()).args(["build", "--out", "_site"]).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(told(&out, &["--strict"]).0, "no problems\n");
    tree(&out)
}

/// What the build tells the worker.
fn site(built: &Tree) -> Value {
    let text = str::from_utf8(&built["sw.js"]).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("const SITE = ")?.strip_suffix(';'));
    serde_json::from_str(line.expect("a worker of an installable site")).unwrap()
}

#[test]
fn an_installable_site_lists_all_its_files() {
    let built = built("offline: pwa\n", "");
    let list: Value = serde_json::from_slice(&built["offline.json"]).unwrap();
    let listed: Vec<&str> = list["files"].as_array().unwrap().iter().map(|file| file[0].as_str().unwrap()).collect();
    let unlisted = [".nojekyll", ".postil-manifest", "offline.json", "robots.txt", "sitemap.xml", "sw.js"];
    let expected: Vec<&str> = built.keys().map(String::as_str).filter(|path| !unlisted.contains(path)).collect();
    assert_eq!(listed, expected);
    for file in list["files"].as_array().unwrap() {
        let bytes = &built[file[0].as_str().unwrap()];
        let hash = blake3::hash(bytes).to_hex();
        assert_eq!((file[1].as_u64(), file[2].as_str()), (Some(bytes.len() as u64), Some(&hash[..16])));
    }
    for path in site(&built)["shell"].as_array().unwrap() {
        assert!(built.contains_key(path.as_str().unwrap()), "{path} is precached and not there");
    }
    let manifest: Value = serde_json::from_slice(&built["manifest.webmanifest"]).unwrap();
    assert_eq!(manifest["name"], "</script>\"Tides");
}

#[test]
fn the_version_is_that_of_the_content() {
    let version = |word: &str| site(&built("offline: pwa\n", word))["version"].clone();
    assert_eq!(version(""), version(""));
    assert_ne!(version(""), version("And goes."));
}

#[test]
fn a_site_without_a_worker_ends_one_and_names_none() {
    let (unsaid, said) = (built("", ""), built("offline: folder\n", ""));
    assert_eq!(unsaid, said);
    let worker = str::from_utf8(&unsaid["sw.js"]).unwrap();
    assert!(worker.contains("registration.unregister()") && !worker.contains("SITE"), "{worker}");
    assert!(!unsaid.keys().any(|path| path.contains("offline") || path.ends_with("webmanifest")));
    let page = str::from_utf8(&unsaid["articles/tides.html"]).unwrap();
    assert!(!page.contains("sw.js") && !page.contains("webmanifest") && !page.contains("worker-src"), "{page}");
}

#[test]
fn every_theme_can_be_installed() {
    for theme in ["folio", "broadsheet", "plain"] {
        let built = built(&format!("offline: pwa\ntheme: {theme}\n"), "");
        let page = str::from_utf8(&built["articles/tides.html"]).unwrap();
        assert!(page.contains(r#"data-worker="../sw.js""#), "{theme}: {page}");
    }
}

/// What markup, styles and scripts are made of, and what may stand in the middle of a character.
const SCRAPS: &str = "<a <A\0b <img <svg <style <script <!-- --> <?xml-stylesheet ?> </style </script </svg ]]> <![CDATA[ > / = ' \" ` ${ } { ( ) [ ] \
    // /* */ \\ @import url( src= href= srcset= style= #a %zz ü 漢 \u{202e} & &# fetch( ; , \0 C:\\ // http: .. ?missed=";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// Built sites may hold anything that somebody put beside the pages.
    #[test]
    fn any_text_is_read(parts in prop::collection::vec(select(SCRAPS.split(' ').collect::<Vec<_>>()), 0..24), space in select(vec!["", " ", "\n"])) {
        let text = parts.join(space);
        let folder = Folder::new(["index.html".to_owned()].into(), &text);
        for path in ["index.html", "a/b.svg", "a.xml", "a.css", "a.js", "a.webmanifest"] {
            let _ = folder.read(path, &text);
        }
    }
}
