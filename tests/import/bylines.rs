//! Lines below a title, and what is read from them.

use postil::import::{self, Draft, Field};

fn below_title(line: &str) -> Draft {
    let text = format!(
        "How the pier got its bench\n\n{line}\n\nThe bench on the pier was carved from the old mast of the ferry.\n"
    );
    import::read_text("bench.txt", &text).remove(0)
}

fn read(line: &str) -> (String, String, String) {
    let draft = below_title(line);
    let published = draft.published.map(|published| published.to_string());
    (draft.authors.join(" + "), draft.outlet.unwrap_or_default(), published.unwrap_or_default())
}

#[test]
fn pieces_are_told_apart_by_what_they_are() {
    for (line, authors, outlet, published) in [
        ("By Ada Quill", "Ada Quill", "", ""),
        ("By Ada Quill and Bo R. Tarn", "Ada Quill + Bo R. Tarn", "", ""),
        ("By Ada Quill, Bo Tarn & Cy van der Mar", "Ada Quill + Bo Tarn + Cy van der Mar", "", ""),
        ("By Ada Quill, The Harbour Post", "Ada Quill", "The Harbour Post", ""),
        ("By Ada Quill, May 3, 2024", "Ada Quill", "", "2024-05-03"),
        ("By Ada Quill | Slow Boats | Sept. 3rd, 2024", "Ada Quill", "Slow Boats", "2024-09-03"),
        ("Ada Quill • Slow Boats • 3 May 2024", "Ada Quill", "Slow Boats", "2024-05-03"),
        ("Harbour Post — Friday, 3 May 2024, 10:30 am", "", "Harbour Post", "2024-05-03"),
        ("Published: 2024-05-03T10:30:00Z | Updated: May 9, 2024", "", "", "2024-05-03"),
        ("Updated May 9, 2024", "", "", ""),
        ("May 2024", "", "", "2024-05"),
        ("13/05/2024", "", "", "2024-05-13"),
        ("3.5.2024", "", "", "2024-05-03"),
        ("Von Jörg Æskil | 3. März 2024", "Jörg Æskil", "", "2024-03-03"),
        ("Por Ana da Costa | 3 de março de 2024", "Ana da Costa", "", "2024-03-03"),
        ("3 мая 2024", "", "", "2024-05-03"),
        ("٣ أيار ٢٠٢٤", "", "", "2024-05-03"),
        ("3 تشرين الثاني 2024", "", "", "2024-11-03"),
        ("May 3, 2024 by Ada Quill", "Ada Quill", "", "2024-05-03"),
        ("By Ada Quill, Staff Writer | May 3, 2024, 10:30 a.m. EDT", "Ada Quill", "", "2024-05-03"),
        ("By Ada Quill in Port Ellen | 4 min read | May 3, 2024", "Ada Quill", "", "2024-05-03"),
        ("Published May 3, 2024 at 10:30 am, updated May 9, 2024", "", "", "2024-05-03"),
        ("Publié le 3 mai 2024 à 10h30, mis à jour le 4 mai 2024", "", "", "2024-05-03"),
        ("Publicado el 03/05/2024", "", "", "2024-05-03"),
        ("Veröffentlicht am 03.05.2024 um 10:30 Uhr", "", "", "2024-05-03"),
        ("Door Jan van der Mar | 3 mei 2024", "Jan van der Mar", "", "2024-05-03"),
        ("Di Marta Bruni - venerdì 3 maggio 2024", "Marta Bruni", "", "2024-05-03"),
        ("3 maja 2024 r., godz. 10:30", "", "", "2024-05-03"),
        ("Автор: Анна Лисова | 3 мая 2024 г.", "Анна Лисова", "", "2024-05-03"),
        ("3 травня 2024, 10:30", "", "", "2024-05-03"),
        ("Haber: Elif Deniz | 3 Mayıs 2024", "Elif Deniz", "", "2024-05-03"),
        ("بقلم ليلى حداد | 3 أيار/مايو 2024", "ليلى حداد", "", "2024-05-03"),
        ("۱۴ اردیبهشت ۱۴۰۳", "", "", "2024-05-03"),
        ("۱ فروردین ۱۴۰۰", "", "", "2021-03-21"),
        ("30 اسفند 1399", "", "", "2021-03-20"),
        ("מאת: נועה ברק | 3 במאי 2024", "נועה ברק", "", "2024-05-03"),
        ("2024年5月3日 10時30分", "", "", "2024-05-03"),
        ("2024年5月3日 来源：海港日报 作者：王小明", "王小明", "海港日报", "2024-05-03"),
        ("記者王小明／台北報導", "王小明", "", ""),
        ("입력 2024.05.03. 오전 10:30", "", "", "2024-05-03"),
        ("Γράφει η Άννα Λυρά | 3 Μαΐου 2024", "Άννα Λυρά", "", "2024-05-03"),
        ("3 maj 2024 av Elsa Lind", "Elsa Lind", "", "2024-05-03"),
        ("Julkaistu 3.5.2024 klo 10.30", "", "", "2024-05-03"),
        ("3. května 2024", "", "", "2024-05-03"),
        ("Oleh: Sari Dewi | Jumat, 3 Mei 2024 10:30 WIB", "Sari Dewi", "", "2024-05-03"),
    ] {
        assert_eq!(read(line), (authors.to_owned(), outlet.to_owned(), published.to_owned()), "{line:?}");
    }
}

#[test]
fn what_could_be_two_things_is_no_date_and_no_name() {
    for line in [
        "03/05/2024",
        "May 32, 2024",
        "2 days ago",
        "31 February 2024",
        "By 2030 the harbour is to be twice as deep",
        "By the sea",
        "In May 2024",
    ] {
        assert_eq!(read(line), Default::default(), "{line:?}");
        assert!(below_title(line).dropped.is_empty(), "{line:?} stays in the text");
    }
}

#[test]
fn a_name_alone_beside_a_date_is_an_outlet_but_unsure() {
    let draft = below_title("Ada Quill | May 3, 2024");
    assert_eq!((draft.outlet.as_deref(), draft.authors.len()), (Some("Ada Quill"), 0));
    assert!(draft.unsure.contains(&Field::Outlet) && draft.unsure.contains(&Field::Authors));
}

#[test]
fn dates_that_differ_are_both_shown() {
    let text = "How the pier got its bench\n\nHarbour Post | May 3, 2024\n\n\
        The bench on the pier was carved from the old mast.\n\n\
        May 9, 2024 Posted by | Wood | Leave a comment\n";
    let draft = import::read_text("bench.txt", text).remove(0);
    assert_eq!(draft.published.unwrap().to_string(), "2024-05-03");
    assert!(draft.unsure.contains(&Field::Published));
    assert!(draft.report().contains("but 2024-05-09 in posted-by footer, line 7"), "{}", draft.report());
}

#[test]
fn slugs_are_short_and_safe() {
    for (title, slug) in [
        ("How the pier got its bench", "how-the-pier-got-its-bench"),
        ("Où l’été s’arrête : l’île", "ou-lete-sarrete-lile"),
        ("Con", "the-con"),
        ("Index", "the-index"),
        ("../../etc/passwd", "etc-passwd"),
        ("★", "untitled"),
        ("", "untitled"),
    ] {
        assert_eq!(Draft { title: Some(title.to_owned()), ..Draft::default() }.slug(), slug);
    }
    let long = Draft { title: Some("pier ".repeat(99) + &"x".repeat(99)), ..Draft::default() }.slug();
    assert!(long.len() <= 60 && long.ends_with("pier"), "{long}");
}
