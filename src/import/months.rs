//! Names of the months in the languages that dumps are written in, in lower case.

/// Names of each month, January first, in the form that stands in a date: English, French, German, Spanish, Portuguese,
/// Italian, Dutch, Polish, Czech, Russian, Ukrainian, Turkish, Greek, Swedish, Danish, Norwegian, Finnish, Hungarian,
/// Romanian, Indonesian, Arabic (three sets), Persian, Hebrew, Hindi. Two-word names have a `_`. No name stands for two months.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "janvier", "janv", "januar", "jänner", "enero", "ene", "janeiro", "gennaio", "gen", "januari", "stycznia", "styczeń",
        "ledna", "leden", "января", "январь", "янв", "січня", "січень", "ocak", "ιανουαρίου", "ιαν", "tammikuuta", "tammikuu", "január", "ianuarie", "يناير", "كانون_الثاني", "جانفي", "ژانویه", "ינואר", "जनवरी",
    ],
    &[
        "february", "feb", "février", "fevrier", "févr", "februar", "febrero", "fevereiro", "fev", "febbraio", "februari",
        "lutego", "luty", "února", "únor", "февраля", "февраль", "фев", "лютого", "лютий", "şubat", "φεβρουαρίου", "φεβ", "helmikuuta", "helmikuu", "február", "februarie", "فبراير", "شباط", "فيفري", "فوریه", "פברואר", "फरवरी",
    ],
    &[
        "march", "mar", "mars", "märz", "mär", "marzo", "março", "maart", "mrt", "marca", "marzec", "března", "březen", "марта", "март", "мар", "березня", "березень", "mart", "μαρτίου", "μαρ",
        "marts", "maaliskuuta", "maaliskuu", "március", "martie", "maret", "مارس", "آذار", "مارچ", "מרץ", "מרס", "मार्च",
    ],
    &[
        "april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień", "dubna", "duben", "апреля", "апрель", "апр", "квітня", "квітень", "nisan", "απριλίου", "απρ", "huhtikuuta", "huhtikuu", "április", "aprilie", "أبريل", "إبريل", "ابريل",
        "نيسان", "أفريل", "آوریل", "אפריל", "अप्रैल",
    ],
    &[
        "may", "mai", "mayo", "maio", "maggio", "mag", "mei", "maja", "maj", "května", "květen", "мая", "май", "травня", "травень", "mayıs", "μαΐου", "μαίου", "μάιος", "toukokuuta", "toukokuu", "május", "مايو", "أيار", "ماي", "مه", "מאי", "मई",
    ],
    &[
        "june", "jun", "juin", "juni", "junio", "junho", "giugno", "giu", "czerwca", "czerwiec", "června", "červen", "июня", "июнь", "червня", "червень", "haziran", "ιουνίου", "ιουν", "kesäkuuta", "kesäkuu", "június", "iunie", "يونيو", "يونية", "حزيران", "جوان", "ژوئن", "יוני", "जून",
    ],
    &[
        "july", "jul", "juillet", "juil", "juli", "julio", "julho", "luglio", "lug", "lipca", "lipiec", "července", "červenec", "июля", "июль", "липня", "липень", "temmuz", "ιουλίου", "ιουλ", "heinäkuuta", "heinäkuu", "július", "iulie", "يوليو", "يولية", "تموز", "جويلية", "ژوئیه", "جولای", "יולי", "जुलाई",
    ],
    &[
        "august", "aug", "août", "aout", "agosto", "ago", "augustus", "sierpnia", "sierpień", "srpna", "srpen", "августа", "август", "авг", "серпня", "серпень", "ağustos", "αυγούστου", "αυγ", "augusti", "elokuuta", "elokuu", "augusztus", "agustus", "أغسطس", "اغسطس", "آب", "أوت", "غشت", "اوت", "אוגוסט", "अगस्त",
    ],
    &[
        "september", "sept", "sep", "septembre", "septiembre", "setiembre", "setembro", "settembre", "set", "września", "wrzesień", "září", "сентября", "сентябрь", "сен", "вересня", "вересень", "eylül",
        "σεπτεμβρίου", "σεπ", "syyskuuta", "syyskuu", "szeptember", "septembrie", "سبتمبر", "أيلول", "شتنبر", "سپتامبر", "ספטמבר", "सितंबर", "सितम्बर",
    ],
    &[
        "october", "oct", "octobre", "oktober", "okt", "octubre", "outubro", "out", "ottobre", "ott", "października", "październik", "října", "říjen", "октября", "октябрь", "окт", "жовтня", "жовтень",
        "ekim", "οκτωβρίου", "οκτ", "lokakuuta", "lokakuu", "október", "octombrie", "أكتوبر", "اكتوبر", "تشرين_الأول", "اکتبر", "אוקטובר", "अक्टूबर",
    ],
    &[
        "november", "nov", "novembre", "noviembre", "novembro", "listopada", "listopadu", "listopad", "ноября", "ноябрь", "ноя", "листопада", "листопад", "kasım", "νοεμβρίου", "νοε", "marraskuuta", "marraskuu", "noiembrie", "نوفمبر", "تشرين_الثاني", "نونبر", "نوامبر", "נובמבר", "नवंबर", "नवम्बर",
    ],
    &[
        "december", "dec", "décembre", "decembre", "déc", "dez", "dezember", "diciembre", "dic", "dezembro", "dicembre", "grudnia", "grudzień", "prosince", "prosinec",
        "декабря", "декабрь", "дек", "грудня", "грудень", "aralık", "δεκεμβρίου", "δεκ", "desember", "des", "joulukuuta", "joulukuu", "decembrie", "ديسمبر", "كانون_الأول", "دجنبر", "دسامبر", "דצמבר", "दिसंबर",
    ],
];

/// Months of the Solar Hijri calendar of Iran, from Farvardin, which begins at the spring equinox.
const SOLAR_HIJRI: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// Days of the week and the small words around a date, in the same languages; they tell nothing more.
const AROUND: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lunes", "martes", "miércoles",
    "jueves", "viernes", "sábado", "domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "segunda", "terça", "quarta", "quinta", "sexta", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pondělí", "úterý", "středa", "čtvrtek", "pátek", "neděle",
    "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "понеділок", "вівторок", "середа", "четвер", "п'ятниця", "п’ятниця", "субота", "неділя", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag", "tirsdag", "lørdag", "søndag", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai",
    "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina", "sunnuntaina", "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap", "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad",
    "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "الاحد", "شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "سه", "چهارشنبه", "چهار", "پنجشنبه", "پنج‌شنبه", "پنج", "جمعه", "یک", "دو",
    "יום", "ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "א'", "ב'", "ג'", "ד'", "ה'", "ו'", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日",
    "on", "at", "the", "of", "le", "à", "au", "am", "um", "vom", "den", "de", "del", "el", "las", "a", "los", "em", "às", "da", "do", "dia", "il", "alle", "ore", "op", "om", "z", "dnia", "godz", "r", "roku", "v", "ve", "в", "от", "г", "года", "о", "від", "р", "року", "год", "στις", "ώρα", "kl", "klo", "klokken", "den", "pukul", "jam", "pkl", "saat", "tarihinde",
    "في", "يوم", "الساعة", "بتاريخ", "الموافق", "م", "ساعت", "روز", "تاریخ", "در", "میلادی", "בשעה", "ב", "بتوقيت", "غرينتش", "جرينتش", "صباحا", "صباحاً", "مساء", "مساءً", "ص", "pm", "p", "m", "a.m", "p.m", "utc", "gmt", "est", "edt", "pst", "pdt", "cst", "cdt", "mst", "mdt", "et", "ct", "pt", "mt", "ist", "jst", "kst", "sgt", "hkt", "aest", "aedt", "wib", "wita", "wit", "msk", "мск", "trt", "sast", "wat", "eat", "eet", "eest", "local", "time", "cet", "cest", "bst", "uhr", "uur", "h", "hs", "hrs", "hours",
    "오전", "오후", "午前", "午後", "上午", "下午", "북경", "北京时间", "北京時間", "|", "-", "–", "—", "•", "·", "/", "@", "(", ")",
];

/// Arabic months of two words, and the same with `_`.
const TWO_WORDS: [(&str, &str); 4] = [
    ("كانون الثاني", "كانون_الثاني"),
    ("كانون الأول", "كانون_الأول"),
    ("تشرين الأول", "تشرين_الأول"),
    ("تشرين الثاني", "تشرين_الثاني"),
];

/// 1..=12 for the name of a month in lower case, with or without the full stop of an abbreviation, the Hebrew "in" before
/// it, or a second name of the same month behind a stroke.
pub(super) fn number(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.');
    let find = |name: &str| (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month);
    if let Some((one, other)) = name.split_once('/') {
        return find(one).filter(|month| find(other) == Some(*month));
    }
    find(name).or_else(|| find(name.strip_prefix('ב')?))
}

/// 1..=12 for a month of the Solar Hijri calendar.
pub(super) fn solar_hijri(name: &str) -> Option<i8> {
    (1..).zip(SOLAR_HIJRI).find(|(_, known)| *known == name).map(|(month, _)| month)
}

/// Whether a word in lower case may stand beside a date without changing it.
pub(super) fn is_around(word: &str) -> bool {
    AROUND.contains(&word.trim_end_matches('.'))
}

/// `text` with the two-word names of months made one word.
pub(super) fn one_word(text: &str) -> String {
    TWO_WORDS.iter().fold(text.to_owned(), |text, (two, one)| text.replace(two, one))
}
