//! What every folder, file and rule of the project has.

use std::{collections::BTreeSet, fs, path::Path};

/// The files under `folder` of the project whose names end in `ending`, as (path from `folder`, text).
pub(super) fn read(folder: &str, ending: &str) -> Vec<(String, String)> {
    let (root, mut waiting, mut files) =
        (Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), vec![String::new()], vec![]);
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(root.join(&path)).expect("a folder of the project").flatten() {
            let name = format!("{path}{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && !name.ends_with("node_modules") => waiting.push(name + "/"),
                Ok(kind) if kind.is_file() && name.ends_with(ending) => {
                    files.push((name, fs::read_to_string(entry.path()).unwrap_or_default()));
                }
                _ => {}
            }
        }
    }
    files.sort();
    files
}

pub(super) fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_folder_says_what_it_holds() {
    let mut silent = vec![];
    for top in ["src", "templates", "themes", "tests"] {
        let files = read(top, "");
        let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        for place in files.iter().map(|(path, _)| folder(path)).collect::<BTreeSet<_>>() {
            // A case shows what its name says; a module's own folder is told by the module.
            let case =
                ["sites", "check", "import", "offline"].iter().any(|cases| top == "tests" && place.starts_with(cases));
            let module = format!("{place}.rs");
            let case = case || files.iter().any(|(path, text)| *path == module && text.starts_with("//!"));
            // The README of templates/ tells of its components as well.
            let case = case || top == "templates" && place == "components";
            // And a theme's README of its files.
            let case = case || top == "themes" && place.ends_with("/static");
            let inside = || files.iter().filter(|(path, _)| folder(path) == place);
            let told = inside().any(|(path, text)| {
                path.ends_with("README.md") || (path.ends_with("mod.rs") || path == "lib.rs") && text.starts_with("//!")
            });
            if inside().count() > 3 && !told && !case {
                silent.push(format!("{top}/{place} has neither a README.md nor a mod.rs that begins with //!"));
            }
        }
    }
    nothing(&silent);
}

#[test]
fn no_source_file_is_over_600_lines() {
    let long = read("src", ".rs").into_iter().filter(|(_, text)| text.lines().count() > 600);
    nothing(&long.map(|(path, text)| format!("src/{path} has {} lines", text.lines().count())).collect::<Vec<_>>());
}

#[test]
fn every_rule_has_a_page_and_a_case() {
    let (files, mut missing) = (read("src/check", ".rs"), vec![]);
    let modules = files.iter().find(|(path, _)| path == "mod.rs").map_or("", |(_, text)| text);
    for (path, text) in files.iter().filter(|(path, _)| path != "mod.rs") {
        let code =
            text.split_once("const CODE: &str = \"").and_then(|(_, rest)| rest.split_once('"')).map(|(code, _)| code);
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        match code {
            None if modules.contains(&format!("mod {module};")) => {
                missing.push(format!("src/check/{path} has no `const CODE: &str = \"…\"`"));
            }
            Some(code) if !Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check").join(code).is_dir() => {
                missing.push(format!("tests/check/{code}/ is missing: the case of src/check/{path}"));
            }
            _ => {}
        }
        if code.is_some() && !text.starts_with("//!") {
            missing.push(format!("src/check/{path} has no doc comment: it is the rule's page in the manual"));
        }
    }
    nothing(&missing);
}

/// Templates escape whatever is not of the type `Html`; `| safe` would take that away.
#[test]
fn no_template_says_safe() {
    let templates = ["templates", "themes"].into_iter().flat_map(|folder| read(folder, "ml"));
    let found: Vec<String> = templates.filter(|(_, text)| text.contains("safe")).map(|(path, _)| path).collect();
    nothing(&found);
}
