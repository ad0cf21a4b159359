//! A site of one article with one note, in memory.

use std::path::Path;
use std::sync::OnceLock;

use postil::check;
use postil::config::{self, Config};
use postil::diag::human::{self, Colour};
use postil::diag::{Diagnostics, SourceMap, json};
use postil::model::id::Id;
use postil::model::sources::{ArticleSources, NamedSource, Sources};
use postil::pipeline::{anchor, link, parse};

fn config() -> &'static Config {
    static CONFIG: OnceLock<Config> = OnceLock::new();
    CONFIG.get_or_init(|| {
        let (mut map, mut found) = (SourceMap::default(), Diagnostics::default());
        config::read(Path::new("postil.yaml"), "title: Site\nlanguage: en\n", &mut map, &mut found).expect("is fine")
    })
}

fn id(text: &str) -> Id {
    Id::new(text).expect("is an id")
}

/// All steps but those that touch a disk or fill templates, and the report.
pub fn judged(article: &str, note: &str) {
    let mut map = SourceMap::default();
    let articles = vec![ArticleSources {
        slug: id("tides"),
        article: map.add("content/articles/tides/article.md", article),
        notes: vec![NamedSource { id: id("one"), source: map.add("content/articles/tides/notes/one.yaml", note) }],
        attachments: Vec::new(),
    }];
    let mut found = Diagnostics::default();
    let sources = Sources { map, articles, ..Sources::default() };
    let library = parse::parse(sources, config(), &mut found);
    let site = link::link(anchor::anchor(library));
    check::check(&site, config(), &mut found);
    let map = &site.library().sources;
    let problems = found.sorted(map);
    for problem in &problems {
        let _ = human::render(problem, map, Colour::Plain);
    }
    let _ = json::render(&problems, map);
}
