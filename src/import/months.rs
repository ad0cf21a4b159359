//! Names of the months in the languages that dumps are written in, in lower case.

/// Names of each month, January first: English, French, German, Spanish, Portuguese, Italian, Dutch, Polish (genitive),
/// Russian (genitive), Turkish, Arabic (both sets; two-word names with `_`). No name stands for two months.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "janvier", "januar", "jänner", "enero", "ene", "janeiro", "gennaio", "januari", "stycznia",
        "января", "ocak", "يناير", "كانون_الثاني",
    ],
    &[
        "february", "feb", "février", "fevrier", "févr", "februar", "febrero", "fevereiro", "febbraio", "februari",
        "lutego", "февраля", "şubat", "فبراير", "شباط",
    ],
    &["march", "mar", "mars", "märz", "marzo", "março", "maart", "marca", "марта", "mart", "مارس", "آذار"],
    &[
        "april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "апреля", "nisan", "أبريل", "إبريل",
        "نيسان",
    ],
    &["may", "mai", "mayo", "maio", "maggio", "mei", "maja", "мая", "mayıs", "مايو", "أيار"],
    &["june", "jun", "juin", "juni", "junio", "junho", "giugno", "czerwca", "июня", "haziran", "يونيو", "حزيران"],
    &["july", "jul", "juillet", "juil", "juli", "julio", "julho", "luglio", "lipca", "июля", "temmuz", "يوليو", "تموز"],
    &["august", "aug", "août", "aout", "agosto", "augustus", "sierpnia", "августа", "ağustos", "أغسطس", "آب"],
    &[
        "september", "sept", "sep", "septembre", "septiembre", "setembro", "settembre", "września", "сентября", "eylül",
        "سبتمبر", "أيلول",
    ],
    &[
        "october", "oct", "octobre", "oktober", "okt", "octubre", "outubro", "ottobre", "października", "октября",
        "ekim", "أكتوبر", "تشرين_الأول",
    ],
    &["november", "nov", "novembre", "noviembre", "novembro", "listopada", "ноября", "kasım", "نوفمبر", "تشرين_الثاني"],
    &[
        "december", "dec", "décembre", "decembre", "dez", "dezember", "diciembre", "dezembro", "dicembre", "grudnia",
        "декабря", "aralık", "ديسمبر", "كانون_الأول",
    ],
];

/// Days of the week and the small words around a date, in the same languages; they tell nothing more.
const AROUND: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lunes", "martes", "miércoles",
    "jueves", "viernes", "sábado", "domingo", "on", "at", "the", "of", "le", "à", "am", "um", "de", "del", "el", "di",
    "il", "op", "pm", "a.m", "p.m", "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "uhr",
];

/// Arabic months of two words, and the same with `_`.
const TWO_WORDS: [(&str, &str); 4] = [
    ("كانون الثاني", "كانون_الثاني"),
    ("كانون الأول", "كانون_الأول"),
    ("تشرين الأول", "تشرين_الأول"),
    ("تشرين الثاني", "تشرين_الثاني"),
];

/// 1..=12 for the name of a month in lower case, with or without the full stop of an abbreviation.
pub(super) fn number(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.');
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month)
}

/// Whether a word in lower case may stand beside a date without changing it.
pub(super) fn is_around(word: &str) -> bool {
    AROUND.contains(&word.trim_end_matches('.'))
}

/// `text` with the two-word names of months made one word.
pub(super) fn one_word(text: &str) -> String {
    TWO_WORDS.iter().fold(text.to_owned(), |text, (two, one)| text.replace(two, one))
}
