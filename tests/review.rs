//! `postil review`: small repositories with a branch each; `review/<case>.md` is what it says.

mod repository;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use serde_json::{Value, json};

use repository::{FERRY, Repository};

/// The statuses of some list of a review, by the key that names its things.
fn statuses(review: &Value, list: &str, key: &str) -> Vec<(String, String)> {
    let text = |change: &Value, key: &str| change[key].as_str().unwrap_or_default().to_owned();
    let changes = review[list].as_array().expect("a list");
    changes.iter().map(|change| (text(change, key), text(change, "status"))).collect()
}

fn codes(review: &Value) -> Vec<&str> {
    let findings = review["findings"].as_array().expect("a list");
    findings.iter().map(|finding| finding["code"].as_str().unwrap_or_default()).collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.map(|(one, other)| (one.to_owned(), other.to_owned())).to_vec()
}

#[test]
fn nothing_is_said_where_nothing_was_changed() {
    let site = Repository::new();
    let review = site.expect("nothing", 0);
    assert_eq!(review["version"], 1);
    assert_eq!((&review["errors"], &review["warnings"]), (&json!(0), &json!(0)));
    assert_eq!(review["base"]["given"], "main");
    assert_eq!(review["base"]["commit"], review["base"]["head"]);
    let keys: Vec<&String> = review.as_object().expect("an object").keys().collect();
    let first =
        ["version", "errors", "warnings", "base", "findings", "notes", "places", "articles", "entries", "claims"];
    assert_eq!(keys[..10], first);
    assert_eq!(keys[10..], ["problems", "outside"]);
}

#[test]
fn a_verdict_needs_an_entry_in_its_history() {
    let site = Repository::new();
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    site.replace("content/claims/nine-days.yaml", "verdict: supported", "verdict: disputed");
    let review = site.expect("verdict-without-history", 1);
    assert_eq!(codes(&review), ["verdict-without-history", "verdict-without-history"]);
    assert_eq!(review["findings"][0]["note"], "ferry");
    assert_eq!(review["findings"][0]["at"]["line"], 3);
    assert_eq!(review["findings"][1]["claim"], "nine-days");
    assert_eq!(review["errors"], 2);
    let claim = &review["claims"][0];
    assert_eq!((&claim["verdict_before"], &claim["verdict"]), (&json!("supported"), &json!("disputed")));
    assert_eq!((&claim["passages_before"], &claim["passages"]), (&json!(1), &json!(1)));
}

#[test]
fn a_verdict_with_its_entry_is_fine() {
    let site = Repository::new();
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    site.append(FERRY, "  - {date: 2026-04-02, by: ada, what: A second log was read., kind: correction}\n");
    let review = site.expect("verdict-with-history", 0);
    assert_eq!(codes(&review), [""; 0]);
    site.replace(FERRY, "A second log was read., kind: correction", "A second log was read., kind: minor");
    assert_eq!(codes(&site.json(0)), ["verdict-change-called-minor"]);
}

#[test]
fn a_verdict_is_not_shed_by_another_kind_name_or_folder() {
    let site = Repository::new();
    site.replace(FERRY, "verdict: supported\n", "");
    assert_eq!(codes(&site.json(1)), ["verdict-without-history"]);
    site.replace(FERRY, "kind: fact-check", "kind: context");
    let review = site.expect("verdict-shed", 1);
    assert_eq!(codes(&review), ["verdict-without-history"]);
    site.git(&["add", "-A"]);
    site.git(&["mv", FERRY, "content/articles/harbour/notes/boats.yaml"]);
    let review = site.json(1);
    assert_eq!((codes(&review), &review["notes"][0]["was"]), (vec!["verdict-without-history"], &json!("ferry")));
    site.git(&["mv", "content/articles/harbour", "content/articles/port"]);
    let review = site.json(1);
    assert_eq!((codes(&review), &review["notes"][0]["article"]), (vec!["verdict-without-history"], &json!("port")));
}

#[test]
fn a_history_is_never_rewritten() {
    let site = Repository::new();
    site.replace(FERRY, "The number was mended.", "Nothing much.");
    let review = site.expect("history-rewritten", 1);
    assert_eq!(codes(&review), ["history-rewritten"]);
    // An entry that takes the place of an old one is no new one.
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    assert_eq!(codes(&site.json(1)), ["history-rewritten", "verdict-without-history"]);
    site.replace(FERRY, "Nothing much.", "The number\n      was mended.");
    site.replace(FERRY, "verdict: disputed", "verdict: supported");
    assert_eq!(codes(&site.json(0)), [""; 0], "where a line breaks does not count");
}

#[test]
fn notes_are_added_edited_and_withdrawn() {
    let site = Repository::new();
    let second = "kind: question\nquote: in the second week\nbody: Which day?\nby: ada\ncreated: 2026-04-01\n";
    site.write("content/articles/harbour/notes/second-week.yaml", second);
    site.replace("content/articles/harbour/notes/bread.yaml", "Two bakers work there.", "Three bakers worked there.");
    site.append("content/articles/harbour/notes/bread.yaml", "tags: [bread, harbour]\n");
    site.remove(FERRY);
    let review = site.expect("notes", 0);
    let expected = pairs([("bread", "edited"), ("ferry", "withdrawn"), ("second-week", "added")]);
    assert_eq!(statuses(&review, "notes", "note"), expected);
    assert_eq!(codes(&review), ["verdict-withdrawn"]);
    let body = &review["notes"][0]["fields"][0];
    assert_eq!((&body["field"], &body["before"]), (&json!("body"), &json!("Two bakers work there.")));
    assert_eq!(review["claims"][0]["notes"][0]["status"], "withdrawn");
}

#[test]
fn a_note_that_moves_between_front_matter_and_file_is_the_same() {
    let site = Repository::new();
    let article = "content/articles/harbour/article.md";
    let inline = "notes:\n  - id: ice\n    kind: definition\n    quote: ice\n    body: From the works.\n    by: ada\n    created: 2026-04-01\n";
    site.replace(article, inline, "");
    let note = "kind: definition\nquote: ice\nbody: From the works.\nby: ada\ncreated: 2026-04-01\n";
    site.write("content/articles/harbour/notes/ice.yaml", note);
    let review = site.json(0);
    assert_eq!((&review["notes"], &review["articles"]), (&json!([]), &json!([])));
    site.write("content/articles/harbour/notes/ice.yaml", &note.replace("From", "Not from"));
    assert_eq!(statuses(&site.json(0), "notes", "note"), pairs([("ice", "edited")]));
    site.remove("content/articles/harbour/notes/ice.yaml");
    assert_eq!(statuses(&site.json(0), "notes", "note"), pairs([("ice", "withdrawn")]));
}

#[test]
fn places_change_with_the_text() {
    let site = Repository::new();
    let tides = "content/articles/tides/article.md";
    site.replace(tides, "Twice a day", "In winter and in summer alike, twice a day");
    site.replace(
        tides,
        "the water stood above the second step of the stair",
        "the water rose over the second step of that stair",
    );
    site.replace(tides, "The keeper writes every height into a blue book.\n", "");
    site.replace(tides, "The gauge is read at noon.", "The gauge is read at noon. The gauge is read at noon.");
    site.replace(tides, "and eels", "and crabs");
    let review = site.expect("places", 1);
    let kinds: Vec<(&str, &str)> = review["places"]["changed"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|change| {
            (change["by"]["note"].as_str().unwrap_or("stance"), change["change"].as_str().unwrap_or_default())
        })
        .collect();
    let expected = [
        ("book", "orphaned"),
        ("catch", "inside"),
        ("noon", "ambiguous"),
        ("step", "approximate"),
        ("stance", "orphaned"),
    ];
    assert_eq!(kinds, expected);
    assert_eq!(review["places"]["moved"], 1);
    assert_eq!(review["places"]["fix"], json!(["tides"]));
    assert_eq!(review["articles"][0]["words"], json!({"added": 16, "removed": 13}));
}

#[test]
fn the_same_words_between_other_words_are_told() {
    let site = Repository::new();
    site.replace("content/articles/tides/article.md", "Last week", "Nobody has said so far that, in any year,");
    let review = site.json(0);
    let change = &review["places"]["changed"][0];
    assert_eq!((&change["by"]["note"], &change["change"]), (&json!("step"), &json!("context")));
    assert!(change["score"].as_f64().is_some_and(|score| (0.5..1.0).contains(&score)), "{change}");
    assert_eq!(review["places"]["fix"], json!([]));
}

#[test]
fn a_place_comes_right_again() {
    let site = Repository::new();
    let tides = "content/articles/tides/article.md";
    let keeper = "The keeper writes every height into a blue book.\n";
    site.replace(tides, keeper, "");
    site.commit_to_main();
    site.replace(tides, "Twice a day", &format!("{keeper}Twice a day"));
    let review = site.expect("place-right-again", 0);
    assert_eq!(review["places"]["changed"][0]["change"], "right");
    assert_eq!(review["problems"]["gone"], 2);
}

#[test]
fn articles_and_entries_are_told_by_field() {
    let site = Repository::new();
    let tides = "content/articles/tides/article.md";
    site.replace(tides, "title: Tides at the stair", "title: Tides at the old stair");
    site.replace(tides, "label: favor", "label: neutral");
    site.replace(tides, "  published: 2026-03-02\n", "  published: 2026-03-03\n  authors: [B. Writer]\n");
    site.write(
        "content/articles/salt/article.md",
        "---\ntitle: Salt\nlanguage: en\ntext: digest\n---\n\nSalt is dried here.\n",
    );
    site.remove("content/articles/harbour");
    site.replace("content/outlets/harbour-post.yaml", "country: IE", "country: GB");
    site.remove("content/events/closing.yaml");
    site.write("content/topics/salt.yaml", "label: Salt\nkind: theme\n");
    site.replace("content/pages/about.md", "Editors read", "Two editors read");
    site.append("content/editors/ada.yaml", "disclosures: [Owns a boat.]\n");
    site.append("postil.yaml", "scale: plain\n");
    site.write("templates/article.html", "x");
    site.commit("all of it");
    let review = site.expect("articles-and-entries", 0);
    let articles = pairs([("harbour", "withdrawn"), ("salt", "added"), ("tides", "edited")]);
    assert_eq!(statuses(&review, "articles", "article"), articles);
    let fields: Vec<&str> = review["articles"][2]["fields"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|change| change["field"].as_str())
        .collect();
    assert_eq!(fields, ["title", "source published", "source authors", "stance 1 label"]);
    let entries = [
        ("harbour-post", "edited"),
        ("salt", "added"),
        ("closing", "withdrawn"),
        ("ada", "edited"),
        ("about", "edited"),
        ("postil.yaml", "edited"),
    ];
    assert_eq!(statuses(&review, "entries", "id"), pairs(entries));
    assert_eq!(review["outside"], json!(["templates/article.html"]));
}

#[test]
fn a_renamed_article_keeps_its_notes() {
    let site = Repository::new();
    site.git(&["mv", "content/articles/harbour", "content/articles/port"]);
    site.replace("content/articles/port/article.md", "title: The harbour", "title: The port");
    site.replace("content/articles/port/notes/bread.yaml", "Two bakers", "Five bakers");
    site.replace("content/events/closing.yaml", "harbour", "port");
    let review = site.expect("renamed-article", 0);
    assert_eq!(statuses(&review, "articles", "article"), pairs([("port", "edited")]));
    assert_eq!(review["articles"][0]["was"], "harbour");
    assert_eq!(statuses(&review, "notes", "note"), pairs([("bread", "edited")]));
    assert_eq!(codes(&review), [""; 0]);
    // Git knows nothing yet of what was moved without it.
    let other = Repository::new();
    other.rename("content/articles/harbour", "content/articles/port");
    other.replace("content/events/closing.yaml", "[harbour]", "[port]");
    let review = other.json(0);
    assert_eq!(statuses(&review, "articles", "article"), pairs([("port", "edited")]));
    assert_eq!((&review["notes"], &review["problems"]["new"]), (&json!([]), &json!([])));
}

#[test]
fn problems_are_new_by_rule_file_and_message() {
    let site = Repository::new();
    site.write("content/topics/salt.yaml", "label: Salt\nkind: theme\n");
    site.commit_to_main();
    // The same problem on another line, and two new ones.
    site.write("content/topics/salt.yaml", "# White.\nlabel: Salt\nkind: theme\n");
    site.write("content/topics/bread.yaml", "label: Bread\nkind: theme\n");
    site.replace("content/articles/harbour/notes/bread.yaml", "by: ada", "by: nobody");
    let review = site.expect("new-problems", 1);
    let new: Vec<&str> = review["problems"]["new"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|problem| problem["code"].as_str())
        .collect();
    assert_eq!(new, ["dangling-reference", "unused-entry"]);
}

#[test]
fn what_can_not_be_read_is_not_withdrawn() {
    let site = Repository::new();
    site.replace(FERRY, "kind: fact-check", "kind: [");
    site.replace("content/articles/tides/article.md", "language: en", "language: [");
    let review = site.json(1);
    assert_eq!(codes(&review), [""; 0]);
    let notes = statuses(&review, "notes", "note");
    assert!(notes.contains(&("ferry".into(), "unreadable".into())), "{notes:?}");
    assert_eq!(statuses(&review, "articles", "article"), pairs([("tides", "unreadable")]));
    site.commit_to_main();
    site.git(&["checkout", "-q", "main~1", "--", "content"]);
    let review = site.json(0);
    assert_eq!(statuses(&review, "articles", "article"), pairs([("tides", "readable-again")]));
    assert_eq!(review["problems"]["new"], json!([]));
}

#[test]
fn what_is_put_out_of_reach_is_withdrawn() {
    let site = Repository::new();
    site.git(&["mv", FERRY, "content/articles/harbour/notes/ferry.yml"]);
    assert_eq!(codes(&site.json(0)), ["verdict-withdrawn"]);
    site.git(&["mv", "content/articles/harbour/notes/ferry.yml", "content/articles/tides/notes/ferry.yaml"]);
    let review = site.json(1);
    assert_eq!(codes(&review), ["verdict-withdrawn"]);
    assert_eq!(statuses(&review, "notes", "note"), pairs([("ferry", "withdrawn"), ("ferry", "added")]));
    site.git(&["mv", "content/articles/tides/notes/ferry.yaml", FERRY]);
    site.remove("content/articles/harbour/article.md");
    let review = site.json(1);
    assert_eq!(codes(&review), ["verdict-withdrawn"]);
    assert_eq!(statuses(&review, "articles", "article"), pairs([("harbour", "withdrawn")]));
}

#[test]
fn files_beside_an_article_are_told_by_name() {
    let site = Repository::new();
    site.write("content/articles/harbour/pier.png", "other bytes");
    site.remove("content/articles/harbour/map.svg");
    site.write("content/articles/harbour/boats.csv", "1");
    let review = site.expect("files", 1);
    let expected = json!([
        {"name": "boats.csv", "status": "added"},
        {"name": "map.svg", "status": "withdrawn"},
        {"name": "pier.png", "status": "edited"},
    ]);
    assert_eq!(review["articles"][0]["files"], expected);
    assert_eq!(review["problems"]["new"][0]["code"], "broken-link");
}

/// Holds a report to the markup that postil writes itself.
fn only_our_markup(text: &str) {
    for event in Parser::new_ext(text, Options::all()) {
        let ours = match &event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let tags = "<del></del><ins></ins><span></span><span dir=\"auto\"><details></details>";
                let folded = html.strip_prefix("<summary>").and_then(|rest| rest.strip_suffix(" in all</summary>\n"));
                tags.contains(html.trim_end()) || folded.is_some_and(|count| count.parse::<usize>().is_ok())
            }
            Event::Start(Tag::Heading { level, .. }) => *level == HeadingLevel::H3,
            Event::Start(tag) => {
                matches!(tag, Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::Strong | Tag::HtmlBlock)
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::Rule => false,
            _ => true,
        };
        assert!(ours, "{event:?} in\n{text}");
    }
}

#[test]
fn strangers_words_stay_words() {
    let site = Repository::new();
    let hostile = "`a` ``` <script>alert(1)</script> @someone #12 GH-7 | [x](https://example.org) ![y](//example.org/y.png) \
                   <!-- --> **b** $x$ \u{202E}evil\u{2066} www.example.org :tada: שלום\\";
    let quoted = hostile.replace('\\', "\\\\").replace('"', "\\\"");
    let note = format!(
        "kind: context\nquote: \"{quoted}\"\nbody: |\n  {hostile}\n\n  # {hostile}\nby: ada\ncreated: 2026-04-01\n"
    );
    site.write("content/articles/harbour/notes/hostile.yaml", &note);
    site.replace("content/articles/tides/article.md", "title: Tides at the stair", &format!("title: \"{quoted}\""));
    site.write("content/articles/harbour/`x`<b>@someone\n#1 | (!).txt", "x");
    site.replace(
        "content/claims/nine-days.yaml",
        "text: The harbour",
        &format!("text: \"{quoted}\"\nsummary: The harbour"),
    );
    site.write("<img src=x>@someone/`#1`.md", "x");
    site.commit("hostile");
    let review = site.expect("hostile", 1);
    let text = site.markdown(1);
    for sign in ["<script", "<!--", "\u{202E}", "\u{2066}", "@someone", "#12", "#1", "GH-7", "https://", "www.example"]
    {
        assert!(!text.contains(sign), "{sign} stands there as it was written:\n{text}");
    }
    only_our_markup(&text);
    assert!(review["notes"][0]["quote"].as_str().is_some_and(|quote| quote.starts_with("`a` ``` <script>")));
}

#[test]
fn a_long_review_fits_a_comment() {
    let site = Repository::new();
    let body = "@ $ < ".repeat(400);
    for i in 0..400 {
        let note = format!("kind: context\nquote: bread\nbody: {body:?}\nby: ada\ncreated: 2026-04-01\ntags: [a{i}]\n");
        site.write(&format!("content/articles/harbour/notes/n{i}.yaml"), &note);
        site.write(&format!("content/topics/t{i}.yaml"), "label: Tide\nkind: theme\n");
    }
    let text = site.markdown(0);
    assert!(text.chars().count() < 65_536, "{} characters", text.chars().count());
    only_our_markup(&text);
    assert!(text.contains("<summary>400 in all</summary>") && text.contains("more, which `postil review"), "{text}");
    assert_eq!(site.json(0)["notes"].as_array().map(Vec::len), Some(400));
}

#[test]
fn the_same_repository_gives_the_same_bytes() {
    let site = Repository::new();
    site.git(&["mv", "content/articles/harbour", "content/articles/port"]);
    site.replace("content/articles/tides/article.md", "Twice a day", "Three times a day");
    let first = (site.run(&["review", "main"], &[]), site.run(&["review", "main", "--format", "json"], &[]));
    let other = [("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu"), ("RAYON_NUM_THREADS", "1")];
    let second = (site.run(&["review", "main"], &other), site.run(&["review", "main", "--format", "json"], &other));
    assert_eq!(first, second);
}

#[test]
fn line_ends_of_the_checkout_do_not_count() {
    let site = Repository::new();
    site.git(&["config", "core.autocrlf", "true"]);
    site.remove("content");
    site.git(&["checkout", "-q", "--", "content"]);
    assert!(site.read(FERRY).contains("\r\n"));
    site.expect("nothing", 0);
    site.replace("content/articles/tides/article.md", "Twice a day", "Three times a day");
    let review = site.json(0);
    assert_eq!(review["articles"][0]["words"], json!({"added": 2, "removed": 1}));
}

#[test]
fn the_base_is_where_the_branch_began() {
    let site = Repository::new();
    site.replace("content/articles/harbour/notes/bread.yaml", "Two bakers", "Five bakers");
    site.commit("bakers");
    site.git(&["checkout", "-q", "main"]);
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    site.commit("what others did meanwhile");
    site.git(&["checkout", "-q", "work"]);
    let review = site.json(0);
    assert_eq!(statuses(&review, "notes", "note"), pairs([("bread", "edited")]));
    assert_eq!(review["base"]["commit"].as_str(), Some(site.git(&["rev-parse", "main~1"]).trim()));
    assert_eq!(review["base"]["head"].as_str(), Some(site.git(&["rev-parse", "work"]).trim()));
    for name in ["main", "main~1", "HEAD", "v1"] {
        site.git(&["tag", "-f", "v1", "main"]);
        assert_eq!(site.run(&["review", name], &[]).0, 0, "{name}");
    }
}

#[test]
fn a_site_may_lie_in_a_folder_of_a_repository() {
    let site = Repository::inside("docs/[reader] :x");
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    site.write("../code.rs", "fn main() {}");
    site.git(&["add", "-A", ".."]);
    let review = site.json(1);
    assert_eq!(codes(&review), ["verdict-without-history"]);
    assert_eq!(review["findings"][0]["at"]["path"], FERRY);
    assert_eq!(review["outside"], json!(["docs/code.rs"]));
}

#[test]
fn a_base_without_the_site_makes_everything_new() {
    let site = Repository::new();
    site.git(&["checkout", "-q", "--orphan", "start"]);
    site.git(&["rm", "-rqf", "."]);
    site.write("LICENSE", "x");
    site.commit("before there was a site");
    site.git(&["checkout", "-q", "-b", "new"]);
    site.git(&["checkout", "-q", "main", "--", "content", "postil.yaml"]);
    let (code, text, _) = site.run(&["review", "start"], &[]);
    assert!(code == 0 && text.contains("The site was not there yet: everything is new."), "{text}");
    assert!(text.contains("articles: 2 added"), "{text}");
}

#[test]
fn settings_that_could_not_be_used_are_replaced_by_those_of_today() {
    let site = Repository::new();
    let settings = site.read("postil.yaml");
    site.write("postil.yaml", "title: [\n");
    site.commit_to_main();
    site.write("postil.yaml", &settings);
    let (code, text, _) = site.run(&["review", "main"], &[]);
    assert!(code == 0 && text.contains("it was read with today's settings"), "{text}");
    site.write("postil.yaml", "title: [\n");
    let (code, _, error) = site.run(&["review", "main"], &[]);
    assert!(code == 2 && error.contains("postil.yaml can't be used"), "{error}");
}

#[cfg(unix)]
#[test]
fn links_in_the_past_are_not_followed() {
    let site = Repository::new();
    std::os::unix::fs::symlink("/etc/hostname", site.path("content/articles/harbour/notes/link.yaml")).expect("a link");
    std::os::unix::fs::symlink("/", site.path("content/articles/harbour/root")).expect("a link");
    site.commit_to_main();
    let review = site.json(0);
    assert_eq!((&review["problems"]["new"], &review["notes"]), (&json!([]), &json!([])));
}

#[test]
fn nothing_is_changed_and_nothing_left_behind() {
    let site = Repository::new();
    site.replace(FERRY, "verdict: supported", "verdict: disputed");
    let temporary = crate::case::place();
    let before = crate::case::tree(&site.path("."));
    let place = temporary.path().to_string_lossy().into_owned();
    assert_eq!(site.run(&["review", "main"], &[("TMPDIR", &place)]).0, 1);
    assert_eq!(crate::case::tree(&site.path(".")), before);
    assert_eq!(std::fs::read_dir(temporary.path()).expect("a folder").count(), 0);
}

#[test]
fn what_cannot_be_compared_ends_with_two_and_says_why() {
    let site = Repository::new();
    let refused = |site: &Repository, arguments: &[&str], environment: &[(&str, &str)], why: &str| {
        let (code, out, error) = site.run(arguments, environment);
        assert!(code == 2 && out.is_empty() && error.contains(why), "{arguments:?} ended with {code}: {out}{error}");
        assert!(!error.contains("panicked"), "{error}");
    };
    refused(&site, &["review", "no-such-branch"], &[], "`no-such-branch` names no commit here");
    refused(&site, &["review", "--", "--output=x"], &[], "names no commit here");
    refused(&site, &["review", "main:content"], &[], "names no commit here");
    refused(&site, &["review"], &[], "BASE");
    refused(&site, &["review", "main", "--format", "xml"], &[], "xml");
    refused(&site, &["review", "main"], &[("PATH", "")], "`git` can't be run: is it installed?");
    site.git(&["checkout", "-q", "--orphan", "other"]);
    site.commit("another beginning");
    refused(&site, &["review", "main"], &[], "no commit in common");
    site.git(&["checkout", "-q", "--orphan", "empty"]);
    refused(&site, &["review", "main"], &[], "no commit yet");
    let outside = Repository::without_git();
    refused(&outside, &["review", "main"], &[], "no git repository");
    outside.git(&["init", "-q"]);
    refused(&outside, &["review", "main"], &[], "no commit yet");
    let bare = Repository::without_git();
    bare.git(&["init", "-q", "--bare"]);
    refused(&bare, &["review", "main"], &[], "bare");
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let site = Repository::new();
    for i in 0..3 {
        site.write(&format!("content/topics/t{i}.yaml"), "label: Tide\nkind: theme\n");
        site.commit("more");
    }
    let folder = crate::case::place();
    let (from, to) = (format!("file://{}", site.path("").display()), folder.path().join("clone"));
    site.git(&["clone", "-q", "--depth=1", "--branch=work", &from, &to.to_string_lossy()]);
    let root = to.to_string_lossy().into_owned();
    let (code, _, error) = site.run(&["--root", &root, "review", "origin/main"], &[]);
    assert!(code == 2 && error.contains("fetch-depth: 0"), "{error}");
    let git = |arguments: &[&str]| site.git(&[&["-C", &root], arguments].concat());
    git(&["fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main"]);
    let (code, _, error) = site.run(&["--root", &root, "review", "origin/main"], &[]);
    assert!(code == 2 && error.contains("fetch-depth: 0") && error.contains("HEAD"), "{error}");
    git(&["fetch", "-q", "--unshallow", "origin"]);
    assert_eq!(site.run(&["--root", &root, "review", "origin/main"], &[]).0, 0);
}
