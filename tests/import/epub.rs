//! Books, made here.

use std::io::{Cursor, Write};

use postil::import::{Attachment, Draft, Field, Kind, Origin, Reading, epub};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CONTAINER: &str = "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>";

fn book(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in
        [("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER)].iter().chain(files)
    {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A package file with these pages, `nav.xhtml` beside them.
fn package(pages: &[&str]) -> String {
    let item = |(number, page): (usize, &&str)| {
        format!("<item id=\"p{number}\" href=\"{page}\" media-type=\"application/xhtml+xml\"/>")
    };
    let items: String = pages.iter().enumerate().map(item).collect();
    let spine: Vec<String> = (0..pages.len()).map(|number| format!("<itemref idref=\"p{number}\"/>")).collect();
    let spine = spine.concat();
    format!(
        "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\">\
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Lights of the Coast</dc:title>\
         <dc:creator id=\"a\">Ada Quill</dc:creator><dc:creator id=\"t\">Bo Reed</dc:creator>\
         <meta refines=\"#t\" property=\"role\">trl</meta><dc:publisher>Pier Press</dc:publisher>\
         <dc:date>2019</dc:date><dc:language>en-gb</dc:language></metadata>\
         <manifest><item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\"/>{items}</manifest><spine>{spine}</spine></package>"
    )
}

fn page(body: &str) -> String {
    format!(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\">\n<head><title>Lights of the Coast</title></head>\n<body>{body}</body></html>"
    )
}

const NAV: &str = "<html><body><nav epub:type=\"toc\"><ol><li><a href=\"text/one.xhtml\">The first lamp</a></li>\
    <li><a href=\"text/two.xhtml#top\">Chapter 2</a></li></ol></nav></body></html>";

fn read(bytes: &[u8]) -> Reading {
    epub::read("lights.epub", bytes).unwrap()
}

fn whole() -> Vec<u8> {
    book(&[
        (
            "OPS/book.opf",
            &package(&[
                "cover.xhtml",
                "nav.xhtml",
                "rights.xhtml",
                "text/one.xhtml",
                "text/one-b.xhtml",
                "text/two.xhtml",
                "text/none.xhtml",
            ]),
        ),
        ("OPS/nav.xhtml", NAV),
        ("OPS/cover.xhtml", &page("<img src=\"cover.png\"/>")),
        (
            "OPS/rights.xhtml",
            &page("<section epub:type=\"copyright-page\"><p>All rights are with Pier Press.</p></section>"),
        ),
        (
            "OPS/text/one.xhtml",
            &page("<h1>The First Lamp</h1><p>It was lit at dusk.</p><img src=\"../pictures/lamp.png\"/>"),
        ),
        ("OPS/text/one-b.xhtml", &page("<p>It burned until dawn.</p>")),
        ("OPS/text/two.xhtml", &page("<p>The second came a year later.</p><img src=\"../../../../etc/passwd.png\"/>")),
        ("OPS/pictures/lamp.png", "not really a picture"),
    ])
}

#[test]
fn chapters_come_in_the_order_of_the_spine_with_what_the_book_says() {
    let reading = read(&whole());
    let [one, two] = &reading.drafts[..] else { panic!("{reading:#?}") };
    assert_eq!(one.title.as_deref(), Some("The first lamp"));
    assert_eq!(two.title.as_deref(), Some("Lights of the Coast: Chapter 2"));
    assert_eq!((one.authors.join(", ").as_str(), one.outlet.as_deref()), ("Ada Quill", Some("Pier Press")));
    assert_eq!((one.published.unwrap().to_string().as_str(), one.language.as_deref()), ("2019", Some("en-GB")));
    assert_eq!(one.from, "lights.epub: OPS/text/one.xhtml");
    assert!(one.unsure.is_empty(), "{:?}", one.unsure);
    let text = |draft: &Draft| draft.article_md(None, None, "x");
    assert!(
        text(one).contains("It was lit at dusk.") && text(one).contains("It burned until dawn."),
        "a chapter cut in two is one"
    );
    assert!(!text(one).contains("The First Lamp"), "the title does not stand in the body again");
}

#[test]
fn what_is_no_chapter_is_passed_over_with_a_reason() {
    let reading = read(&whole());
    let why: Vec<_> = reading.skipped.iter().map(|skipped| format!("{}: {}", skipped.place, skipped.why)).collect();
    assert_eq!(why.len(), 4, "{why:#?}");
    assert!(why[0].starts_with("OPS/cover.xhtml: "));
    assert!(why[1].starts_with("OPS/nav.xhtml: ") && why[2].contains("`copyright-page`"), "{why:#?}");
    assert!(why[3].contains("does not have this file"), "{why:#?}");
}

#[test]
fn pictures_of_the_book_come_along_and_no_others() {
    let reading = read(&whole());
    let [Attachment { name, origin: Origin::Bytes(bytes) }] = &reading.drafts[0].attachments[..] else {
        panic!("{:?}", reading.drafts[0].attachments)
    };
    assert_eq!((name.as_str(), &bytes[..]), ("lamp.png", &b"not really a picture"[..]));
    assert!(reading.drafts[1].attachments.is_empty());
}

#[test]
fn old_books_have_an_ncx_and_a_guide() {
    let package = "<package><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"o\"><dc-metadata>\
        <dc:title>Lights</dc:title><dc:creator opf:role=\"aut\">Ada Quill</dc:creator><dc:creator opf:role=\"edt\">Bo Reed</dc:creator>\
        <dc:date opf:event=\"modification\">2021-01-01</dc:date><dc:date opf:event=\"publication\">2004-05-03</dc:date></dc-metadata></metadata>\
        <manifest><item id=\"ncx\" href=\"toc.ncx\"/><item id=\"c\" href=\"a%20b.html\"/><item id=\"t\" href=\"t.html\"/></manifest>\
        <spine toc=\"ncx\"><itemref idref=\"t\"/><itemref idref=\"c\"/></spine>\
        <guide><reference type=\"title-page\" href=\"t.html\"/></guide></package>";
    let ncx = "<ncx><navMap><navPoint><navLabel><text>The lamp</text></navLabel><content src=\"a%20b.html#x\"/></navPoint></navMap></ncx>";
    let reading = read(&book(&[
        ("OPS/book.opf", package),
        ("OPS/toc.ncx", ncx),
        ("OPS/t.html", &page("<p>Lights, by Ada Quill</p>")),
        ("OPS/a b.html", &page("<p>It was lit at dusk.</p>")),
    ]));
    let [draft] = &reading.drafts[..] else { panic!("{reading:#?}") };
    assert_eq!((draft.title.as_deref(), draft.authors.join(",").as_str()), (Some("The lamp"), "Ada Quill"));
    assert_eq!(draft.published.unwrap().to_string(), "2004-05-03");
    assert!(draft.unsure.contains(&Field::Outlet));
}

#[test]
fn encrypted_pages_say_what_to_do() {
    let encryption = "<encryption><EncryptedData><CipherData><CipherReference URI=\"OPS/one.xhtml\"/></CipherData></EncryptedData></encryption>";
    let reading = epub::read(
        "x",
        &book(&[
            ("META-INF/encryption.xml", encryption),
            ("OPS/book.opf", &package(&["one.xhtml", "two.xhtml"])),
            ("OPS/one.xhtml", "\u{1}\u{2}"),
            ("OPS/two.xhtml", &page("<p>Open to all.</p>")),
        ]),
    )
    .unwrap();
    assert_eq!(reading.drafts.len(), 1);
    assert!(reading.skipped[0].why.contains("encrypted"));
}

#[test]
fn what_is_no_book_is_refused() {
    for bytes in [
        b"".to_vec(),
        b"PK\x03\x04".to_vec(),
        book(&[]),
        book(&[("OPS/book.opf", "<package/>")]),
        book(&[("OPS/book.opf", &package(&[]))]),
    ] {
        assert!(epub::read("x", &bytes,).is_err());
    }
}

/// A page that unpacks to a thousand times its size is not read to its end.
#[test]
fn bombs_are_not_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let files = [
        ("META-INF/container.xml", CONTAINER.to_owned()),
        ("OPS/book.opf", package(&["one.xhtml", "two.xhtml"])),
        ("OPS/two.xhtml", page("<p>Words.</p>")),
    ];
    for (name, text) in files {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("OPS/one.xhtml", packed).unwrap();
    zip.write_all(&vec![b' '; 8 << 20]).unwrap();
    let reading = epub::read("x", &zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(reading.drafts.len(), 1);
    assert!(reading.skipped[0].why.contains("unpacks to more"), "{:?}", reading.skipped);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// A book with any bytes changed is read or refused.
    #[test]
    fn no_book_panics(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in any::<prop::sample::Index>()) {
        let mut bytes = whole();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(reading) = epub::read("x", &bytes) {
            let kinds = reading.drafts.iter().flat_map(|draft| &draft.body).filter(|block| block.kind == Kind::Break).count();
            prop_assert!(kinds < bytes.len());
        }
        bytes.truncate(cut.index(bytes.len()));
        let _ = epub::read("x", &bytes);
    }
}
