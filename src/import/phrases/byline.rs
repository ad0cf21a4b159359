//! Words of bylines: what stands before a name, beside it, and between two.

/// What stands before the name of an author, with a space or a colon behind. As written at the beginning of a line.
const LEADS: &[&str] = &[
    "By", "BY", "by", "Written by", "Words by", "Story by", "Text by", "Reported by", "Report by", "Posted by",
    "Published by", "Author", "Authors", "AUTHOR", "From", "Von", "VON", "von", "Text", "Autor", "Autorin", "Autoren",
    "Verfasst von", "Geschrieben von", "Par", "PAR", "par", "Auteur", "Auteure", "Propos recueillis par", "Écrit par", "Publié par",
    "Texte", "Por", "POR", "por", "Autora", "Autores", "Escrito por", "Texto", "Publicado por", "Redacción", "Di", "DI", "di",
    "A cura di", "Autore", "Testo", "Scritto da", "Door", "DOOR", "door", "Tekst", "Geschreven door", "Autorka", "Oprac.", "Opracował", "Opracowała",
    "Napisał", "Napisała", "Автор", "Авторы", "АВТОР", "Текст", "Автори", "Автора", "Yazan", "Yazar", "Haber", "Muhabir",
    "بقلم", "كتب", "كتبت", "تحرير", "إعداد", "الكاتب", "الكاتبة", "نویسنده", "نوشته", "به قلم", "گزارش", "خبرنگار", "מאת", "כותב", "כתב", "כתבה", "כתבת",
    "Του", "Της", "Γράφει ο", "Γράφει η", "Συντάκτης", "Συντάκτρια", "Av", "AV", "av", "Skribent", "Af", "AF", "af", "Skrevet av", "Skrevet af", "Journalist", "Reporter",
    "Kirjoittaja", "Teksti", "Toimittaja", "Napsal", "Napsala", "Oleh", "OLEH", "oleh", "Penulis", "Reporter", "Írta", "Szerző", "De", "Scris de", "Tác giả", "Bởi", "लेखक",
];

/// The same in scripts without spaces, with whatever stands behind.
const DENSE_LEADS: &[&str] = &[
    "作者", "撰文", "撰稿", "文", "記者", "记者", "特派员", "特派員", "本报记者", "本報記者", "実習記者", "執筆", "取材", "筆者", "著者", "ライター", "글", "기자", "작성자",
];

/// What stands behind a name in such scripts.
const DENSE_ENDS: &[&str] = &["記者", "记者", "기자", "특파원", "著", "撰", "文"];

/// What stands behind the place from which somebody reports.
const REPORTED: &[&str] = &["報導", "报道", "報道", "電", "电"];

/// Labels of who published an article, before a colon.
const SOURCES: &[&str] = &[
    "source", "sources", "from", "published in", "publisher", "publication", "outlet", "originally published in", "first published in", "originally published by", "first published by", "quelle", "source:", "fuente", "fonte", "bron", "źródło", "источник", "джерело", "kaynak", "المصدر", "منبع", "מקור",
    "来源", "來源", "稿源", "出典", "配信元", "提供", "출처", "πηγή", "källa", "kilde", "lähde", "zdroj", "sumber", "forrás", "sursa", "nguồn",
];

/// Labels in scripts without spaces before which a new piece begins.
const DENSE_LABELS: &[&str] = &[
    "来源", "來源", "作者", "记者", "記者", "编辑", "編輯", "责任编辑", "責任編輯", "责编", "校对", "撰文", "摄影", "攝影", "发布时间", "時間", "时间", "出典", "文", "图", "글", "출처", "사진",
];

/// Words that say what somebody does: no names.
const ROLES: &[&str] = &[
    "writer", "reporter", "correspondent", "editor", "staff", "columnist", "contributor", "journalist", "author", "analyst", "critic",
    "photographer", "producer", "admin", "administrator", "newsroom", "freelance", "freelancer", "intern", "desk", "bureau", "chief", "deputy", "senior", "special", "guest",
    "redakteur", "redakteurin", "korrespondent", "korrespondentin", "autor", "autorin", "reporterin", "journaliste", "correspondant", "correspondante", "envoyé",
    "envoyée", "rédacteur", "rédactrice", "periodista", "corresponsal", "redactor", "redactora", "enviado", "enviada", "repórter", "correspondente", "jornalista", "colunista", "giornalista", "inviato", "corrispondente",
    "verslaggever", "correspondent", "redacteur", "dziennikarz", "dziennikarka", "korespondent", "корреспондент", "редактор", "журналист", "журналістка", "кореспондент", "muhabir", "muhabiri", "editör", "yazarı", "مراسل", "محرر", "مراسلة", "صحفي", "صحفية", "خبرنگار", "כתב", "כתבת", "עורך", "עורכת",
    "记者", "記者", "编辑", "編輯", "기자", "특파원", "συντάκτης", "δημοσιογράφος", "journalist", "reporter", "redaktör", "redaktør", "toimittaja", "redaktor", "redaktorka", "wartawan", "jurnalis",
];

/// Whether a text says who does something, as in `Staff writer`: a role is in it, and it begins or ends with one.
pub(in crate::import) fn is_role(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split([' ', '-']).filter(|word| !word.is_empty());
    let first = words.next().is_some_and(|word| ROLES.contains(&word));
    first || words.next_back().is_some_and(|word| ROLES.contains(&word))
}

/// Whether a piece of a byline is nothing of ours: an address, a reading time, an editor, a photographer.
pub(in crate::import) fn is_idle(text: &str) -> bool {
    let lower = text.to_lowercase();
    let timed = lower.contains("min read") || lower.contains("minute read") || lower.contains("min de lecture") || lower.contains("lesezeit") || lower.contains("reading time");
    let opens = ["edited by", "photos by", "photo by", "photography by", "photographs by", "编辑", "編輯", "责任编辑", "責任編輯", "责编", "校对", "摄影", "攝影", "图", "updated", "фото:", "photo:", "photos:", "foto:", "fotos:", "صورة:"];
    let numbered = ["issue ", "issue no", "vol. ", "volume ", "no. ", "edition ", "ausgabe ", "nr. ", "numéro ", "número ", "n° ", "выпуск ", "№", "العدد ", "sayı "];
    let numbered = lower.ends_with(|c: char| c.is_numeric()) && numbered.iter().any(|lead| lower.starts_with(lead));
    let clock = lower.split_once(':').is_some_and(|(hour, rest)| hour.len() <= 2 && hour.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() <= 12);
    let placed = REPORTED.iter().any(|end| text.ends_with(end)) && text.chars().count() <= 8 && !DENSE_LEADS.iter().any(|lead| text.starts_with(lead));
    let linked = placed || clock || numbered || is_relative(text) || lower.starts_with('@') || (lower.contains('@') && !lower.contains(' '));
    linked || timed || opens.iter().any(|lead| lower.starts_with(lead))
}

/// `2 days ago`: no date, but what stands where a date stands.
pub(in crate::import) fn is_relative(text: &str) -> bool {
    let lower = text.to_lowercase();
    let opens = ["vor ", "il y a ", "hace ", "há ", "منذ ", "قبل ", "לפני ", "πριν ", "před ", "acum "];
    let ends = [" ago", " fa", " geleden", " temu", " назад", " тому", " önce", " پیش", "前", " 전", "전", " sedan", " siden", " sitten", " yang lalu", " trước", " पहले"];
    let short = lower.split(' ').count() <= 5 && lower.chars().any(char::is_numeric);
    short && (opens.iter().any(|lead| lower.starts_with(lead)) || ends.iter().any(|end| lower.ends_with(end)))
}

/// The names behind the words that announce an author.
pub(in crate::import) fn author(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    for lead in LEADS.iter().filter(|lead| lead.starts_with(first)) {
        if let Some(rest) = text.strip_prefix(lead).filter(|rest| rest.starts_with([' ', ':', '\u{a0}', '：'])) {
            return Some(rest.trim_start_matches([' ', ':', '\u{a0}', '：'])).filter(|rest| !rest.is_empty());
        }
    }
    for lead in DENSE_LEADS {
        let Some(rest) = text.strip_prefix(lead) else { continue };
        let name = rest.trim_start_matches([' ', ':', '：', '/', '／', '\u{3000}']);
        let marked = name.len() < rest.len();
        // `文` alone begins many words; a mark must part it from the name.
        if !name.is_empty() && (marked || lead.chars().count() > 1) && !name.contains('，') {
            return Some(dense_name(name));
        }
    }
    let ended = DENSE_ENDS.iter().find_map(|end| text.strip_suffix(end))?.trim_end();
    let name = ended.trim_start_matches("本报").trim_start_matches("本報");
    let short = (2..=5).contains(&name.chars().count()) && name.chars().all(|c| crate::import::shape::is_dense(c) || crate::import::shape::is_hangul(c));
    short.then_some(name)
}

/// The name alone, of `王小明／台北報導`.
fn dense_name(text: &str) -> &str {
    let name = text.split(['／', '/', '｜', '|', '\u{3000}', ' ', '（', '(']).next().unwrap_or(text);
    DENSE_ENDS.iter().chain(REPORTED).find_map(|end| name.strip_suffix(end)).filter(|name| !name.is_empty()).unwrap_or(name)
}

/// The name behind the label of a source.
pub(in crate::import) fn source(text: &str) -> Option<&str> {
    let (label, name) = text.split_once([':', '：'])?;
    SOURCES.contains(&label.trim().to_lowercase().as_str()).then(|| name.trim()).filter(|name| !name.is_empty())
}

/// The text with bars where a new piece begins without one: before `来源：`, before ` by ` behind a date.
pub(in crate::import) fn part(text: &str) -> String {
    let mut parted = text.replace('\u{3000}', " ");
    // The labels are of scripts without spaces; a line of others is not looked through for each of them.
    let dense = !parted.is_ascii() && parted.contains([':', '：']) && parted.chars().any(|c| crate::import::shape::is_dense(c) || crate::import::shape::is_hangul(c));
    for label in DENSE_LABELS.iter().filter(|_| dense) {
        for colon in ['：', ':'] {
            parted = parted.replace(&format!(" {label}{colon}"), &format!("|{label}{colon}"));
        }
    }
    let digit = parted.chars().any(char::is_numeric);
    for lead in [" by ", " By ", " von ", " par ", " por ", " door ", " oleh ", " автор ", " av ", " af ", " di ", " del autor "] {
        let Some(at) = parted.find(lead).filter(|_| digit) else { continue };
        let dated = parted[..at].trim_end_matches([' ', ',', '-', '–', '—', '|', '•', '·']);
        if crate::import::date::labelled(dated).is_some() {
            return format!("{dated}|{}", parted[at..].trim_start());
        }
    }
    parted
}

/// The text with bars between names.
pub(in crate::import) fn part_names(names: &str) -> String {
    let mut parted = names.to_owned();
    for word in [" and ", " & ", " et ", " und ", " y ", " e ", " en ", " i ", " и ", " та ", " і ", " й ", " ve ", " και ", " och ", " og ", " ja ", " dan ", " và ", " AND ", " with ", "和", "及", " și ", " és "] {
        parted = parted.replace(word, "|");
    }
    joined(&parted, " و").or_else(|| joined(&parted, " ו")).unwrap_or(parted)
}

/// In Arabic and Hebrew "and" is a letter before the second name; where a name of two words stands on either side, it is
/// that, and no first letter of a name.
fn joined(names: &str, letter: &str) -> Option<String> {
    let at = names.find(letter).filter(|at| names[..*at].trim().contains(' '))?;
    let second = names[at + letter.len()..].trim_start();
    second.contains(' ').then(|| format!("{}|{second}", &names[..at]))
}

/// `Ada Quill` of `Ada Quill in Port Ellen`.
pub(in crate::import) fn without_place(name: &str) -> &str {
    let places = [" in ", " aus ", " from ", " for ", " at ", " à ", " im ", " в ", " desde ", " | "];
    let cut = places.iter().filter_map(|place| name.find(place)).min();
    cut.map_or(name, |at| &name[..at]).trim()
}

/// `Ada Quill` of `Ada Quill on`, before a date.
pub(in crate::import) fn without_preposition(names: &str) -> &str {
    let small = [" on", " am", " vom", " le", " el", " em", " il", " op", " den", " w dniu", " dnia", " в", " от", " tarihinde", " في", " ב", " στις", " den", " pada", " -", " –"];
    small.iter().find_map(|word| names.strip_suffix(word)).unwrap_or(names).trim_end_matches([' ', ',', ';'])
}

/// `Ada Quill` of `Ada Quill Nov.` or `Ada Quill Updated`: the first word of a date, or of its label, is no name.
pub(in crate::import) fn before_date(names: &str) -> &str {
    let mut names = names.trim_end_matches([' ', ',', '-', '|', ':']);
    while let Some((rest, last)) = names.rsplit_once(' ') {
        let last = last.trim_end_matches([',', '.', ':']).to_lowercase();
        let label = matches!(last.as_str(), "updated" | "published" | "posted" | "on" | "at");
        if !label && crate::import::months::number(&last).is_none() && !crate::import::months::is_around(&last) {
            break;
        }
        names = rest.trim_end_matches([' ', ',', '-', '|', ':']);
    }
    names
}

/// Whether a line is nothing but the word before a name, which stands on the next.
pub(in crate::import) fn is_lead(text: &str) -> bool {
    matches!(text.trim_end_matches([':', ' ']), "By" | "BY" | "by" | "Von" | "von" | "VON" | "Par" | "par" | "Por" | "por" | "Di" | "di" | "Door" | "door" | "Av" | "Af" | "Written by" | "Author" | "Autor" | "Автор" | "بقلم" | "מאת" | "Text" | "Texto" | "Texte" | "Auteur" | "Autore")
}
