//! Feeds of every kind, broken ones too.

use postil::import::{Draft, Field, Kind, Reading, feed};
use postil::model::date::Date;
use proptest::prelude::*;

fn read(text: &str) -> Reading {
    feed::read("feed.xml", text.as_bytes(), None).unwrap()
}

fn only(text: &str) -> Draft {
    let reading = read(text);
    assert_eq!(reading.drafts.len(), 1, "{reading:#?}");
    reading.drafts.into_iter().next().unwrap()
}

/// The words of a body, blocks apart by `|`.
fn words(draft: &Draft) -> String {
    let text = |kind: &Kind| match kind {
        Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) | Kind::Markdown(text) => text.clone(),
        Kind::List { items, .. } | Kind::Quote(items) => items.join(" "),
        Kind::Break => String::new(),
    };
    draft.body.iter().map(|block| text(&block.kind)).collect::<Vec<_>>().join("|")
}

fn rss(item: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel><title>Harbour Post</title>\
         <link>https://post.example.org/</link><language>en-us</language>\n<item>{item}</item></channel></rss>"
    )
}

const LAMP: &str = "The keeper climbed the stairs at dusk and lit the lamp.";

#[test]
fn rss_gives_the_whole_text_and_its_fields() {
    let draft = only(&rss(&format!(
        "<title>The lamp &amp;amp; the pier</title>\n<link>/lamp?utm_source=rss</link><dc:creator>Ada Quill</dc:creator>\
         <pubDate>Fri, 03 May 2024 23:30:00 -0700</pubDate><category>Harbour</category><category>Light</category>\
         <description>{LAMP} […]</description>\n\
         <content:encoded><![CDATA[<p>{LAMP}</p><p>It burns &eacute;ach night.</p>\
         <p>The post <a href=\"https://post.example.org/lamp\">The lamp &amp; the pier</a> appeared first on \
         <a href=\"https://post.example.org\">Harbour Post</a>.</p>]]></content:encoded>"
    )));
    assert_eq!(draft.title.as_deref(), Some("The lamp & the pier"));
    assert_eq!(draft.url.as_deref(), Some("https://post.example.org/lamp"));
    assert_eq!(draft.authors, ["Ada Quill"]);
    assert_eq!(draft.published.unwrap().to_string(), "2024-05-03");
    assert_eq!(draft.outlet.as_deref(), Some("Harbour Post"));
    assert_eq!(draft.language.as_deref(), Some("en-US"));
    assert_eq!(draft.categories, ["Harbour", "Light"]);
    assert_eq!(words(&draft), format!("{LAMP}|It burns éach night."));
    assert_eq!(draft.dropped.len(), 1);
    assert!(draft.unsure.is_empty(), "{:?}", draft.unsure);
    assert!(draft.article_md(None, None, &draft.from).contains("\ntext: full\n"));
}

#[test]
fn a_summary_is_an_excerpt_and_says_so() {
    for description in [LAMP.to_owned(), format!("{LAMP} [&#8230;]"), format!("<![CDATA[<p>{LAMP}</p>]]>")] {
        let draft = only(&rss(&format!("<title>Lamp</title><description>{description}</description>")));
        assert!(draft.unsure.contains(&Field::Body), "{:?}", draft.unsure);
        assert!(draft.article_md(None, None, "x").contains("\ntext: excerpt\n"));
    }
    let long = format!("<p>{}</p>", LAMP.repeat(10)).repeat(5);
    let draft = only(&rss(&format!("<title>Lamp</title><description><![CDATA[{long}]]></description>")));
    assert!(draft.article_md(None, None, "x").contains("\ntext: full\n"));
    assert!(draft.unsure.contains(&Field::Body));
    let cut = format!("<content:encoded><![CDATA[{long}<p>Continue reading <i>Lamp</i> →</p>]]></content:encoded>");
    assert!(only(&rss(&cut)).article_md(None, None, "x").contains("\ntext: excerpt\n"));
}

#[test]
fn what_is_not_stated_is_left_out_and_named() {
    let draft = only(&rss(&format!("<description>{LAMP}</description><author>mail@example.org</author>")));
    assert_eq!((draft.title.as_ref(), draft.url.as_ref(), draft.published), (None, None, None));
    assert!(draft.authors.is_empty());
    for field in [Field::Title, Field::Authors, Field::Url, Field::Published] {
        assert!(draft.unsure.contains(&field), "{field:?} in {:?}", draft.unsure);
    }
}

#[test]
fn an_item_of_another_outlet_keeps_its_name() {
    let draft = only(&rss(&format!(
        "<title>Lamp</title><description>{LAMP}</description><source url=\"https://gazette.example.org\">Pier Gazette</source>"
    )));
    assert_eq!(draft.outlet.as_deref(), Some("Pier Gazette"));
    assert_eq!(draft.via.as_deref(), Some("Harbour Post"));
}

#[test]
fn recordings_and_empty_items_are_passed_over_with_a_reason() {
    let reading = read(&rss(&format!(
        "<title>Episode 1</title><enclosure url=\"https://example.org/1.mp3\" type=\"audio/mpeg\"/>\
         <description>{LAMP}</description></item><item><title>Empty</title></item><item>\
         <title>Picture</title><description>&lt;img src=\"a.png\"&gt;</description></item>\
         <item><title>Lamp</title><description>{LAMP}</description>"
    )));
    assert_eq!(reading.drafts.len(), 1);
    let why: Vec<_> = reading.skipped.iter().map(|skipped| (skipped.title.as_str(), skipped.why.as_str())).collect();
    assert_eq!(why.len(), 3);
    assert!(why[0].0 == "Episode 1" && why[0].1.contains("recording"), "{why:?}");
    assert!(why[1].1.contains("no text") && why[2].1.contains("no words"), "{why:?}");
    assert_eq!(reading.skipped[1].place, "item 2, line 4");
}

#[test]
fn atom_with_bases_kinds_of_text_and_an_author_for_all() {
    let text = format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\" xml:base=\"https://post.example.org/news/\">\
         <title>Harbour Post</title><author><name>Bo Reed</name></author>\
         <entry><title type=\"html\">A &lt;b&gt;lamp&lt;/b&gt;</title><link rel=\"self\" href=\"/self\"/><link href=\"lamp\"/>\
         <updated>2024-05-04T00:00:00Z</updated><summary>Short.</summary>\
         <content type=\"xhtml\"><x:div xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:p>{LAMP}</x:p></x:div></content></entry>\
         <entry><title>3 &lt; 4</title><link href=\"https://post.example.org/b\"/><author><name>Ada Quill</name></author>\
         <published>2024-05-03T23:00:00-08:00</published><content type=\"text\">A &lt; B.\n\nMore of it.</content></entry></feed>"
    );
    let reading = read(&text);
    let [first, second] = &reading.drafts[..] else { panic!("{reading:#?}") };
    assert_eq!(first.title.as_deref(), Some("A lamp"));
    assert_eq!(first.url.as_deref(), Some("https://post.example.org/news/lamp"));
    assert_eq!(first.authors, ["Bo Reed"]);
    assert_eq!(first.published.unwrap().to_string(), "2024-05-04");
    assert_eq!(first.unsure, [Field::Published], "the day of the last change stands in for it");
    assert_eq!(words(first), LAMP);
    assert_eq!(second.title.as_deref(), Some("3 < 4"));
    assert_eq!(
        (second.authors[0].as_str(), second.published.unwrap().to_string().as_str()),
        ("Ada Quill", "2024-05-03")
    );
    assert!(words(second).starts_with("A ") && words(second).ends_with("More of it."));
}

#[test]
fn old_atom_and_old_rss_namespaces() {
    let atom = format!(
        "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Harbour Post</title><entry><title>Lamp</title>\
         <link rel=\"alternate\" type=\"text/html\" href=\"https://post.example.org/lamp\"/><issued>2004-05-03T10:00:00</issued>\
         <content type=\"text/html\" mode=\"escaped\">&lt;p&gt;{LAMP}&lt;/p&gt;</content></entry></feed>"
    );
    let draft = only(&atom);
    assert_eq!((draft.published.unwrap().to_string().as_str(), words(&draft).as_str()), ("2004-05-03", LAMP));
    for (root, item) in [
        ("<rss xmlns=\"http://backend.userland.com/rss2\">", "item"),
        ("<rss version=\"0.94\">", "item"),
        (
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\">",
            "item",
        ),
        ("<rdf:RDF xmlns:r=\"http://purl.org/rss/1.0/\">", "r:item"),
    ] {
        let prefix = item.strip_suffix("item").unwrap();
        let text = format!(
            "{root}<{prefix}channel><{prefix}title>Harbour Post</{prefix}title></{prefix}channel>\
             <{item}><{prefix}title>Lamp</{prefix}title><{prefix}description>{LAMP}</{prefix}description></{item}>"
        );
        let draft = only(&text);
        assert_eq!((draft.title.as_deref(), draft.outlet.as_deref()), (Some("Lamp"), Some("Harbour Post")), "{text}");
    }
}

#[test]
fn json_feeds_of_both_versions() {
    let json = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Harbour Post\", \"language\": \"en\",\n\
         \"home_page_url\": \"https://post.example.org/\",\n\"items\": [\n\
         {{\"id\": 1, \"url\": \"/lamp\", \"title\": \"Lamp\", \"content_html\": \"<p>{LAMP}</p>\", \"content_text\": \"{LAMP} {LAMP}\",\n\
         \"date_published\": \"2024-05-03T10:00:00+02:00\", \"authors\": [{{\"name\": \"Ada Quill\"}}], \"tags\": [\"light\"]}},\n\
         {{\"id\": \"https://post.example.org/two\", \"content_text\": \"One < two.\\n\\nThree.\", \"author\": {{\"name\": \"Bo Reed\"}}}},\n\
         {{\"id\": \"three\"}}]}}"
    );
    let reading = read(&json);
    let [first, second] = &reading.drafts[..] else { panic!("{reading:#?}") };
    assert_eq!(first.url.as_deref(), Some("https://post.example.org/lamp"));
    assert_eq!(first.published.unwrap().to_string(), "2024-05-03");
    assert_eq!(
        (first.authors[0].as_str(), first.categories[0].as_str(), words(first).as_str()),
        ("Ada Quill", "light", LAMP)
    );
    assert_eq!(second.url.as_deref(), Some("https://post.example.org/two"));
    assert_eq!(second.authors, ["Bo Reed"]);
    assert_eq!(reading.skipped.len(), 1);
}

#[test]
fn broken_markup_loses_nothing_else() {
    // Undefined references, control characters, a `<` that is none, HTML inside, tags left open, an end missing.
    let text = format!(
        "\u{feff}\n\n<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE rss [<!ENTITY big \"no\">]>\n<rss><channel>\
         <title>Harbour&nbsp;Post &big; &nosuch;</title><item><title>Tea < coffee &mdash; \u{8}always</title>\
         <description><p>{LAMP}<br>And&shy; again: 3 < 4.</p></description>\
         <item><title>Left open<description>{LAMP}</description></item>\
         <item><title>Last</title><description><![CDATA[<p>{LAMP}</p>]]></description>"
    );
    let reading = read(&text);
    let titles: Vec<_> = reading.drafts.iter().filter_map(|draft| draft.title.as_deref()).collect();
    assert_eq!(titles.len(), 3, "{reading:#?}");
    assert_eq!((titles[0], titles[2]), ("Tea < coffee — always", "Last"));
    assert!(words(&reading.drafts[0]).contains("again"), "{}", words(&reading.drafts[0]));
    assert_eq!(reading.drafts[0].outlet.as_deref(), Some("Harbour Post &big; &nosuch;"), "nothing is expanded");
}

#[test]
fn encodings_are_found_where_declarations_are_wrong_or_missing() {
    let latin: Vec<u8> = rss("<title>Caf\u{0}</title><description>La mer monte, ch\u{0}re amie.</description>")
        .bytes()
        .map(|byte| if byte == 0 { 0xe9 } else { byte })
        .collect();
    let reading = feed::read("latin", &latin, None).unwrap();
    assert_eq!(reading.drafts[0].title.as_deref(), Some("Café"));
    let wrong = rss("<title>Café</title><description>La mer monte, chère amie.</description>")
        .replace("1.0\"?>", "1.0\" encoding=\"latin1\"?>");
    assert_eq!(only(&wrong).title.as_deref(), Some("Café"));
    let wide: Vec<u8> = "\u{feff}"
        .chars()
        .chain(rss("<title>Café</title><description>La mer monte, chère amie.</description>").chars())
        .flat_map(|c| (c as u16).to_le_bytes())
        .collect();
    assert_eq!(feed::read("wide", &wide, None).unwrap().drafts[0].title.as_deref(), Some("Café"));
}

#[test]
fn an_item_stands_inside_another_only_in_another_vocabulary() {
    let text = rss(&format!(
        "<sx:sync xmlns:sx=\"http://example.org/sse\"><sx:conflict><item><title>Other</title><description>Older.</description>\
         </item></sx:conflict></sx:sync><title>Lamp</title><description>{LAMP}</description><item />"
    ));
    let reading = read(&text);
    assert_eq!(reading.drafts.len(), 1);
    assert_eq!(reading.drafts[0].title.as_deref(), Some("Lamp"));
    assert_eq!(reading.skipped.len(), 2);
}

#[test]
fn what_is_no_feed_is_refused() {
    for text in ["", "<html><body>No feed</body></html>", "{\"a\": 1}", "{", "plain words"] {
        assert!(feed::read("x", text.as_bytes(), None).is_err(), "{text}");
    }
    assert!(feed::read("x", b"<rss><channel/></rss>", None).unwrap().drafts.is_empty());
}

#[test]
fn items_are_chosen_by_number_and_day() {
    let item = |day| {
        format!("<title>{day}</title><description>{LAMP}</description><pubDate>{day} May 2024 10:00 GMT</pubDate>")
    };
    let drafts = read(&rss(&[item(1), item(2), item(3)].join("</item><item>"))).drafts;
    let titles = |drafts: Vec<Draft>| drafts.into_iter().filter_map(|draft| draft.title).collect::<String>();
    let numbers = feed::item_numbers("1,3").unwrap();
    assert_eq!(titles(feed::only_items(drafts.clone(), &numbers)), "13");
    assert_eq!(feed::item_numbers("2-4, 9").unwrap().into_iter().collect::<Vec<_>>(), [2, 3, 4, 9]);
    for bad in ["", "0", "a", "3-1", "1-", "-2", "1-99999999999"] {
        assert!(feed::item_numbers(bad).is_err(), "{bad}");
    }
    let since = |day: &str| titles(feed::only_since(drafts.clone(), Date::parse(day).unwrap()));
    assert_eq!(since("2024-05-02"), "23");
    assert_eq!(since("2024-05"), "123");
    assert_eq!(since("2025"), "");
}

/// Ten times the text may take ten times as long: with a quadratic step this runs for minutes.
#[test]
fn hostile_feeds_take_linear_time() {
    for unit in [
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE[",
        "<!DOCTYPE[>",
        "<?",
        "<a",
        "<a b=\"",
        "<a>",
        "</a>",
        "&amp",
        "&#",
        "<item>",
        "<item/>",
        "<a xmlns:b='c'>",
        "\"",
        "<title>",
        "<link href=",
        "\u{0}",
        "</item",
        "<description><![CDATA[<p>",
    ] {
        for text in [unit.repeat(400_000 / unit.len()), format!("<rss><channel>{}", unit.repeat(400_000 / unit.len()))]
        {
            let _ = feed::read("x", text.as_bytes(), None);
        }
    }
    let json = format!("{{\"items\": [{}{{}}]}}", "{\"id\": \"a\", \"content_text\": \"b\"},".repeat(5_000));
    let _ = feed::read("x", json.as_bytes(), None);
}

/// What feeds are made of, to be put together in any order.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "<rss>",
        "<feed>",
        "<channel>",
        "<item>",
        "</item>",
        "<entry>",
        "<title>",
        "</title>",
        "<link>",
        "<description>",
        "<content:encoded>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&#x;",
        "&#1114112;",
        "é",
        "<p>",
        " a=\"",
        "'",
        ">",
        "<",
        "<pubDate>3 May 2024",
        "xml:base=\"//\"",
        "<author>",
        "\u{2028}",
        "{\"items\":[",
        "{\"id\":\"",
        "\"}",
        "]}",
        "\u{0}",
        "\n",
        "<!DOCTYPE x [",
        "<?xml encoding='utf-16'?>",
        "<x:y xmlns:x=''>",
        "/>",
        "The post a appeared first on b.",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_feed_panics(pieces in pieces(), bytes in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
        let mut mixed = pieces.clone();
        let at = at.index(mixed.len() + 1);
        mixed.splice(at..at, bytes.iter().copied());
        for bytes in [&pieces, &bytes, &mixed] {
            if let Ok(reading) = feed::read("x", bytes, Some("https://example.org/feed")) {
                let shown = |draft: &Draft| (draft.article_md(None, None, "x"), draft.report(), draft.slug());
                let once: Vec<_> = reading.drafts.iter().map(shown).collect();
                let again = feed::read("x", bytes, Some("https://example.org/feed")).unwrap();
                prop_assert_eq!(&again, &reading);
                drop(once);
                // Every item is a draft or has a reason.
                let items = feed::parse(bytes, None).unwrap().items.len();
                prop_assert_eq!(items, reading.drafts.len() + reading.skipped.len());
            }
        }
    }
}
