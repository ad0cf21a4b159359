//! What a site's articles share, a line of JSON each: `shared ROOT`. Lines with `text` are articles (by number), those with
//! `first` pairs; ranges are in code points of the plain text. The time that the search took goes to stderr.

use std::io::{Write, stdout};
use std::path::Path;
use std::time::Instant;

use postil::diag::{Diagnostics, SourceMap};
use postil::model::shared::SharedPassage;
use postil::pipeline;
use postil::text::TextRange;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [root] = &arguments[..] else { panic!("shared ROOT") };
    let mut diagnostics = Diagnostics::default();
    let file = Path::new(root).join("postil.yaml");
    let settings = std::fs::read_to_string(&file)?;
    let read = postil::config::read(&file, &settings, &mut SourceMap::default(), &mut diagnostics);
    let config = read.ok_or("postil.yaml can't be used")?;
    let sources = pipeline::load::load(Path::new(root), &config, &mut diagnostics)?;
    let library = pipeline::parse::parse(sources, &config, &mut diagnostics);
    let start = Instant::now();
    let pairs = pipeline::link::shared::collect(&library);
    writeln!(std::io::stderr(), "{:.3} s, {} pairs", start.elapsed().as_secs_f64(), pairs.len())?;
    let mut out = std::io::BufWriter::new(stdout().lock());
    for article in &library.articles {
        writeln!(out, "{}", json!({"slug": article.slug.as_str(), "text": article.body.text.as_str()}))?;
    }
    for pair in &pairs {
        let points = |article: usize, range: TextRange| library.articles[article].body.text.code_points(range);
        let row = |passage: &SharedPassage| -> Value {
            let (here, there) = (points(pair.first, passage.here), points(pair.second, passage.there));
            json!([here.start, here.end, there.start, there.end, passage.same, passage.words])
        };
        let passages: Vec<Value> = pair.passages.iter().map(row).collect();
        let parts = (pair.part_of_first, pair.part_of_second);
        writeln!(out, "{}", json!({"first": pair.first, "second": pair.second, "passages": passages, "parts": parts}))?;
    }
    Ok(())
}
