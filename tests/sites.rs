//! Small sites and what they must become: `tests/sites/<behaviour>/` (some files of the output, maybe the report)
//! and `tests/check/<code of a rule>/` or `…/<code>--<variant>/` (the report). `UPDATE=1` writes the expectations anew; read them before you commit them.

use std::{env, fs, path::Path};

use crate::case::{Case, Tree, cases, difference, tree, trimmed};

#[test]
fn sites_become_what_is_expected() {
    let cases = cases("sites");
    judge(&cases, |case| {
        let (built, run) = case.copy().build(&[]);
        let mut wrong = vec![];
        if !(run.code == 0 || run.code == 1 && case.folder.join("report.txt").exists()) {
            wrong.push(format!("build ended with {}:\n{}", run.code, run.said));
        }
        wrong.extend(pages(case, &built));
        wrong.extend(report(case));
        wrong
    });
}

#[test]
fn rules_report_what_is_expected() {
    judge(&cases("check"), |case| {
        if !case.folder.join("report.txt").exists() && !updating() {
            return vec!["report.txt is missing: UPDATE=1 writes it".into()];
        }
        let mut wrong = report(case);
        let told = fs::read_to_string(case.folder.join("report.txt")).unwrap_or_default();
        let code = case.name.split("--").next().unwrap_or_default();
        if !told.contains(&format!("[{code}]")) {
            wrong.push(format!("the report does not name the rule {code}"));
        }
        wrong
    });
}

/// Runs every case and shows all that is wrong at once.
fn judge(cases: &[Case], look: impl Fn(&Case) -> Vec<String>) {
    let wrong: Vec<_> = cases
        .iter()
        .flat_map(|case| look(case).into_iter().map(move |text| format!("{}: {text}", case.name)))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n(run one: see tests/README.md)", wrong.join("\n"));
}

/// Each file under `expected/` against the built one.
fn pages(case: &Case, built: &Tree) -> Vec<String> {
    let expected = tree(&case.folder.join("expected"));
    expected
        .iter()
        .filter_map(|(path, bytes)| match built.get(path) {
            None => Some(format!("expected/{path} was not built")),
            Some(found) => {
                compare(&format!("expected/{path}"), &String::from_utf8_lossy(bytes), &kept(path, found), case)
            }
        })
        .collect()
}

/// What `check` says, and whether its exit code fits: 1 with an error, else 0.
fn report(case: &Case) -> Vec<String> {
    let file = case.folder.join("report.txt");
    if !file.exists() && case.folder.parent().is_some_and(|folder| folder.ends_with("sites")) {
        return vec![];
    }
    let run = case.copy().postil(&["check"], &[]);
    let code = i32::from(run.said.lines().any(|line| line.starts_with("error")));
    let mut wrong = vec![];
    if run.code != code {
        wrong.push(format!("check ended with {}, not {code}:\n{}", run.code, run.said));
    }
    wrong.extend(compare("report.txt", &fs::read_to_string(file).unwrap_or_default(), &run.said, case));
    wrong
}

/// Of a page only `<main>`, so that a change of the frame does not touch every case.
fn kept(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let main = || {
        let start = text.find("<main")?;
        let end = text.find("</main>")? + "</main>".len();
        text.get(start..end)
    };
    let page = Path::new(path).extension().is_some_and(|extension| extension == "html");
    trimmed(if page { main().unwrap_or("no <main> on this page") } else { &text })
}

fn compare(name: &str, expected: &str, found: &str, case: &Case) -> Option<String> {
    if trimmed(expected) == found {
        return None;
    }
    if updating() {
        fs::write(case.folder.join(name), found).expect("an expectation can be written");
        return None;
    }
    Some(format!("{name} is not as expected (- expected, + found)\n{}", difference(&trimmed(expected), found)))
}

fn updating() -> bool {
    env::var("UPDATE").is_ok_and(|value| value == "1")
}
