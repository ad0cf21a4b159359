//! The two real dumps of research/import.md, section 4. They are other people's texts, stand outside the repository,
//! and are not quoted here.

use std::fs;
use std::path::{Path, PathBuf};

use postil::import::{self, Draft, Field, Kind};

/// The articles of the dump whose name begins with `prefix`, and its text; `None` where the folder is absent.
fn seed(prefix: &str) -> Option<(String, Vec<Draft>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("seeds not present, skipped");
        return None;
    };
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(prefix);
    let path = entries.map(|entry| entry.unwrap().path()).find(named).expect("a seed of that name");
    let text = fs::read_to_string(path).unwrap();
    let drafts = import::read_text(prefix, &text);
    Some((text, drafts))
}

fn headings(draft: &Draft) -> Vec<&str> {
    let heading = |kind| match kind {
        &Kind::Heading { level: 2, ref text } => Some(text.as_str()),
        _ => None,
    };
    draft.body.iter().filter_map(|block| heading(&block.kind)).collect()
}

fn captions(draft: &Draft) -> usize {
    draft.body.iter().filter(|block| matches!(block.kind, Kind::Caption(_))).count()
}

fn assert_opens(found: &[&str], expected: &[&str]) {
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{found:?} does not open with {expected:?}");
    }
}

/// Every line that is not blank: dropped, title, or one block of the body with the same words, line for line.
fn assert_complete(text: &str, drafts: &[Draft]) {
    let titles: Vec<usize> = drafts
        .iter()
        .flat_map(|draft| &draft.decisions)
        .filter(|decision| decision.field == Field::Title)
        .map(|decision| decision.line)
        .collect();
    let dropped: Vec<usize> = drafts.iter().flat_map(|draft| &draft.dropped).map(|dropped| dropped.line).collect();
    for (number, line) in (1..).zip(text.lines()) {
        let words = line.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let block = drafts.iter().flat_map(|draft| &draft.body).find(|block| block.line == number);
        let body = block.map(|block| match &block.kind {
            Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) => text.clone(),
            other => panic!("line {number}: {other:?}"),
        });
        match body {
            Some(body) => assert_eq!(body, words, "line {number}"),
            None => assert!(
                words.is_empty() || titles.contains(&number) || dropped.contains(&number),
                "line {number} is lost"
            ),
        }
    }
    for draft in drafts {
        let article = draft.article_md(None, None, "seed");
        let (_, body) = article.split_once("\n---\n").unwrap();
        for stock in
            ["appeared first on", "via this RSS feed", "Read More", "Posted by", "Leave a comment", "| ,", "\u{a0}"]
        {
            assert!(!body.contains(stock), "{stock:?} is left");
        }
    }
}

#[test]
fn feed_item_takes_title_and_outlet_from_its_trailer() {
    let Some((text, drafts)) = seed("000_") else {
        return;
    };
    let [draft] = &drafts[..] else { panic!("{} articles", drafts.len()) };
    assert!(draft.title.as_deref().unwrap().starts_with("Mali defends sovereignty"));
    assert_eq!(draft.outlet.as_deref(), Some("Peoples Dispatch"));
    assert!(draft.authors.is_empty() && draft.published.is_none() && draft.url.is_none() && draft.via.is_none());
    assert!([Field::Authors, Field::Published, Field::Url].iter().all(|field| draft.unsure.contains(field)));
    assert!(!draft.unsure.contains(&Field::Title) && !draft.unsure.contains(&Field::Outlet));
    assert_eq!(draft.language.as_deref(), Some("en"));
    assert_opens(&headings(draft), &["French-spawned", "Attacks on", "Government restores", "A proxy", "“We are not"]);
    assert_eq!((captions(draft), draft.related.len()), (0, 1));
    assert_eq!(draft.dropped.iter().map(|dropped| dropped.line).collect::<Vec<_>>(), [27, 89, 92]);
    let decided = |field, rule, line| {
        draft.decisions.iter().any(|found| found.field == field && found.rule == rule && found.line == line)
    };
    assert!(decided(Field::Title, "feed trailer", 89) && decided(Field::Outlet, "feed trailer", 89));
    assert!(!draft.body.iter().any(|block| matches!(block.kind, Kind::Quote(_))));
    assert!(draft.slug().starts_with("peoples-dispatch-mali-defends"));
    assert_complete(&text, &drafts);
}

#[test]
fn blog_page_holds_two_articles() {
    let Some((text, drafts)) = seed("002_") else {
        return;
    };
    let [first, second] = &drafts[..] else { panic!("{} articles", drafts.len()) };
    assert!(first.title.as_deref().unwrap().starts_with("Mali holds firm"));
    assert_eq!(first.authors, ["Aidan J. Simardone"]);
    assert_eq!((first.outlet.as_deref(), first.via.as_deref()), (Some("The Cradle"), Some("Aletho News")));
    assert_eq!(first.published.unwrap().to_string(), "2025-11-19");
    assert_eq!(first.unsure, [Field::Url]);
    assert_eq!(first.categories.len(), 3);
    assert_opens(
        &headings(first),
        &["From French", "Sanctions failed", "Manufacturing", "Outsourcing", "Bamako versus"],
    );
    assert_eq!(captions(first), 1);
    assert!(first.article_md(None, None, "seed").contains("\n\n*Map of "));

    assert!(second.title.as_deref().unwrap().starts_with("Niger, Burkina"));
    assert!(second.authors.is_empty() && second.unsure.contains(&Field::Authors));
    assert_eq!((second.outlet.as_deref(), second.via.as_deref()), (Some("Al Mayadeen"), Some("Aletho News")));
    assert_eq!(second.published.unwrap().to_string(), "2024-07-07");
    assert_eq!(second.categories.len(), 1);
    assert_opens(&headings(second), &["Tensions with"]);
    let look: Vec<usize> =
        second.decisions.iter().filter(|found| found.field == Field::Body).map(|found| found.line).collect();
    assert_eq!(look, [105, 93]);
    for draft in &drafts {
        let dates: Vec<&str> =
            draft.decisions.iter().filter(|found| found.field == Field::Published).map(|found| found.rule).collect();
        assert_eq!(dates, ["byline", "posted-by footer"]);
        assert!(!draft.unsure.contains(&Field::Published), "the footer's date is the byline's");
    }
    assert_complete(&text, &drafts);
}
