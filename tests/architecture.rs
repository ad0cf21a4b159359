//! The arrows of `ARCHITECTURE.md`: who may name whom, and where the world (disk, net, clock, environment, terminal) may be touched.
//! Reads the source as words, so it does not see through macros. Test code is free.

mod house;
mod words;

use std::collections::BTreeSet;

use house::{nothing, read};
use words::{paths, words};

/// A module → the modules that it may name beside itself. `(map)` is `lib.rs`, `STEP` what each step may name, `ALL` everything.
const ARROWS: &str = "
(map)            → ALL
text             →
diag             →
yaml             → diag text
model            → text diag
config           → model text diag yaml
pipeline         → pipeline::load pipeline::parse pipeline::anchor pipeline::link pipeline::render pipeline::write model diag config
pipeline::load   → STEP
pipeline::parse  → STEP
pipeline::anchor → STEP
pipeline::link   → STEP
pipeline::render → STEP
pipeline::write  → STEP
check            → STEP
import           → STEP
edit             → STEP
export           → STEP
review           → STEP
offline          → diag
cli              → model
cmd              → ALL
main             → cli cmd";
const STEP: &str = "model text diag config yaml";
/// Disk, net, clock, environment, terminal: touched here and nowhere else.
const WORLDLY: &str = "pipeline::load pipeline::write cmd main";
const WORLD: &str = "std::fs std::net std::env std::process std::time::SystemTime std::time::Instant std::io::stdin std::io::stdout \
    std::io::stderr jiff::Timestamp::now jiff::Zoned::now walkdir rustix";
const PRINTING: &str = "print println eprint eprintln dbg";

/// What each file (its path under `src/`, its text) names and may not.
fn violations(files: &[(&str, &str)]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for &(path, text) in files {
        let module = module_of(path);
        let Some((owner, allowed)) = row(&module) else {
            found.insert(format!("{path}: is in no module of the table in tests/architecture.rs"));
            continue;
        };
        let (words, worldly) = (words(text), has(WORLDLY, owner));
        for at in (0..words.len()).filter(|&at| at == 0 || words[at - 1] != "::") {
            let next = words.get(at + 1).map_or("", String::as_str);
            if next == "!" && has(PRINTING, &words[at]) && !worldly {
                found.insert(format!("{path}: {owner} may not print ({}!)", words[at]));
            }
            let named = if next == "::" { paths(&words, &mut { at }, "") } else { vec![] };
            for name in named {
                let world = WORLD.split_whitespace().find(|world| within(&name, world));
                if let Some(world) = world.filter(|_| !worldly) {
                    found.insert(format!("{path}: {owner} may not touch {world}"));
                }
                let Some(inside) = inside(&name, &module) else {
                    continue;
                };
                let target = row(&inside).map_or("the crate's root", |(target, _)| target);
                if target != owner && allowed != "ALL" && !has(allowed, target) {
                    found.insert(format!("{path}: {owner} may not name {target} ({name})"));
                }
            }
        }
    }
    found.into_iter().collect()
}

/// `pipeline/parse/front_matter.rs` → `pipeline::parse::front_matter`.
fn module_of(path: &str) -> String {
    let stem = path.trim_end_matches(".rs");
    if stem == "lib" { "(map)".to_owned() } else { stem.trim_end_matches("/mod").replace('/', "::") }
}

fn within(path: &str, outer: &str) -> bool {
    path == outer || path.strip_prefix(outer).is_some_and(|rest| rest.starts_with("::"))
}

/// The row of the table with the longest name that `module` stands in, and what it may name.
fn row(module: &str) -> Option<(&'static str, &'static str)> {
    let rows = ARROWS.lines().filter_map(|line| line.split_once('→'));
    let rows = rows.map(|(name, allowed)| (name.trim(), allowed.trim()));
    let (name, allowed) = rows.filter(|(name, _)| within(module, name)).max_by_key(|row| row.0.len())?;
    Some((name, if allowed == "STEP" { STEP } else { allowed }))
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|one| one == word)
}

/// The path of `name` from the crate's root; none for another crate's and for what is in scope.
fn inside(name: &str, module: &str) -> Option<String> {
    if let Some(rest) = name.strip_prefix("crate::").or(name.strip_prefix("postil::")) {
        return Some(rest.to_owned());
    }
    let (mut base, mut rest) = (module, name.strip_prefix("self::").unwrap_or(name));
    while let Some(outer) = rest.strip_prefix("super::") {
        (base, rest) = (base.rsplit_once("::").map_or("", |(parent, _)| parent), outer);
    }
    (rest != name).then(|| format!("{base}::{rest}").trim_start_matches("::").to_owned())
}

#[test]
fn the_source_keeps_to_the_arrows() {
    let files = read("src", ".rs");
    assert!(files.len() > 5, "the source was not found");
    nothing(&violations(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()));
}

#[test]
fn forbidden_arrows_are_caught() {
    const PLANTED: &str = r#"
pipeline/parse/mod.rs    | fn f() { crate::pipeline::render::page(); }       | pipeline::render
pipeline/parse/mod.rs    | use super::link;                                  | pipeline::link
pipeline/parse/inline.rs | use super::super::link::Site;                     | pipeline::link
pipeline/anchor/mod.rs   | use crate::{model::Note, pipeline::{link}};       | pipeline::link
pipeline/write.rs        | use crate::pipeline;                              | pipeline (
check/rule.rs            | let text = std::fs::read(path);                   | std::fs
check/rule.rs            | use std::{collections::BTreeMap, fs};             | std::fs
check/rule.rs            | #[cfg(test)] mod t { fn f() {} } use std::fs;     | std::fs
text/mod.rs              | use crate::model::Note;                           | model
model/note.rs            | println!("{note}");                               | print
main.rs                  | use postil::pipeline::load;                       | pipeline::load
cli.rs                   | use crate::NAME;                                  | root
else.rs                  | fn f() {}                                         | no module"#;
    for line in PLANTED.lines().skip(1) {
        let [path, text, caught] = line.splitn(3, " | ").map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        let found = violations(&[(path, text)]);
        assert!(found.len() == 1 && found[0].contains(caught), "{line}\ngave {found:?}");
    }
}

#[test]
fn allowed_arrows_are_let_through() {
    const FINE: &str = r##"
pipeline/parse/mod.rs | pub(crate) mod a; use self::a::{self, Tree}; use super::parse::a::Leaf; use crate::{config::Config, model::*};
pipeline/mod.rs       | use crate::pipeline::{load, write}; use crate::{diag::Diagnostics};
pipeline/load.rs      | use std::fs; use walkdir::WalkDir;
check/rule.rs         | /* std::fs */ let a = "std::fs::read"; let b = r#"crate::"cmd"#; let c = '"'; fn f<'a>(x: &'a str) {} // crate::cmd::x
check/rule.rs         | #[cfg(test)] mod tests { use crate::pipeline::parse; fn f() { std::fs::read(p); } }
check/rule.rs         | #[cfg(test)] use std::fs;
cmd/build.rs          | println!("{}", std::env::var("A")); use crate::pipeline::write;
main.rs               | fn main() -> std::process::ExitCode { postil::cmd::run(postil::cli::parse()) }
lib.rs                | pub use crate::pipeline::build;"##;
    for (path, text) in FINE.lines().filter_map(|line| line.split_once(" | ")) {
        nothing(&violations(&[(path.trim(), text)]));
    }
}
