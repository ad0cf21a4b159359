//! `postil import` on folders of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use postil::cmd::import::{DryRun, run};
use tempfile::TempDir;

const LAMP: &str = "The lamp is lit again\n\nBy Ada Quill | Harbour Post | May 3, 2024\n\n\
    The keeper climbed the stairs at dusk and lit the lamp.\n";
const ARTICLE: &str = "content/articles/harbour-post-the-lamp-is-lit-again/article.md";

struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(TempDir::new().unwrap());
        fs::create_dir(site.path("content")).unwrap();
        site
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with(self, name: &str, bytes: &[u8]) -> Self {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), bytes).unwrap();
        self
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn import(&self, names: &[&str], dry_run: DryRun) -> String {
        let files: Vec<PathBuf> = names.iter().map(|name| self.path(name)).collect();
        code(run(&files, &self.path("content"), dry_run).unwrap())
    }
}

/// An exit code cannot be compared, only shown.
fn code(code: ExitCode) -> String {
    let shown = format!("{code:?}");
    shown.chars().filter(char::is_ascii_digit).collect()
}

#[test]
fn writes_the_article_and_the_outlet_it_does_not_know() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    assert_eq!(site.import(&["lamp.txt"], DryRun::No), "0");
    assert!(site.text(ARTICLE).contains("\n  outlet: harbour-post\n"));
    assert_eq!(site.text("content/outlets/harbour-post.yaml"), "name: Harbour Post\n");
}

#[test]
fn uses_the_outlet_that_has_this_name_or_alias() {
    let site = Site::new()
        .with("lamp.txt", LAMP.as_bytes())
        .with("content/outlets/broken.yaml", b"name: [")
        .with("content/outlets/hp.yaml", "name: The Post of the Harbour\naliases: [HARBOUR POST]\n".as_bytes());
    assert_eq!(site.import(&["lamp.txt"], DryRun::No), "0");
    assert!(site.text(ARTICLE).contains("\n  outlet: hp\n"));
    assert!(!site.path("content/outlets/harbour-post.yaml").exists());
}

#[test]
fn never_overwrites_and_goes_on_with_the_rest() {
    let other = LAMP.replace("lit again", "out");
    let site = Site::new()
        .with("lamp.txt", LAMP.as_bytes())
        .with("other.txt", other.as_bytes())
        .with(ARTICLE, b"a person wrote this");
    assert_eq!(site.import(&["lamp.txt", "other.txt"], DryRun::No), "1");
    assert_eq!(site.text(ARTICLE), "a person wrote this");
    assert!(site.path("content/articles/harbour-post-the-lamp-is-out/article.md").exists());
}

#[test]
fn one_bad_file_does_not_stop_the_rest() {
    let site = Site::new().with("bad.txt", b"caf\xe9").with("empty.txt", b"").with("lamp.txt", LAMP.as_bytes());
    assert_eq!(site.import(&["bad.txt", "gone.txt", "empty.txt", "lamp.txt"], DryRun::No), "2");
    assert!(site.path(ARTICLE).exists());
    assert_eq!(site.import(&["empty.txt"], DryRun::No), "1");
}

#[test]
fn dry_run_writes_nothing() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    assert_eq!(site.import(&["lamp.txt"], DryRun::Yes), "0");
    assert_eq!(fs::read_dir(site.path("content")).unwrap().count(), 0);
}

#[test]
fn two_articles_of_one_name_in_one_file_get_two_folders() {
    let site = Site::new().with("lamp.txt", format!("{LAMP}\n* * *\n\n{LAMP}").as_bytes());
    assert_eq!(site.import(&["lamp.txt"], DryRun::No), "0");
    assert!(site.path("content/articles/harbour-post-the-lamp-is-lit-again-2/article.md").exists());
}

#[cfg(unix)]
#[test]
fn follows_no_link_out_of_the_site() {
    let site = Site::new().with("lamp.txt", LAMP.as_bytes());
    fs::create_dir(site.path("outside")).unwrap();
    std::os::unix::fs::symlink(site.path("outside"), site.path("content/articles")).unwrap();
    assert_eq!(site.import(&["lamp.txt"], DryRun::No), "1");
    assert_eq!(fs::read_dir(site.path("outside")).unwrap().count(), 0);
}

#[test]
fn a_folder_that_is_no_site_is_an_error() {
    assert!(
        run(&[], Path::new("/nonexistent/content"), DryRun::No).unwrap_err().to_string().contains("no such folder")
    );
}
