//! Dates as bylines write them. Relative words ("2 days ago"), days without a year, and `03/05/2024`, which is May or
//! March, are no date.

use std::fmt;

use jiff::civil::Date;

use super::months;

/// When something was published, as precisely as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// A day.
    Day(Date),
    /// A month: the first day of it stands for the whole.
    Month(Date),
    /// A year: the first day of it stands for the whole.
    Year(Date),
}

impl fmt::Display for Published {
    /// `2024-05-03`, `2024-05` or `2024`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
            Self::Year(date) => write!(f, "{:04}", date.year()),
        }
    }
}

/// What a labelled date is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Published,
    Updated,
}

/// Which number of `03/05/2024` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// An English text may be from either side of the ocean.
    Unknown,
    /// The label is in a language that writes the day first.
    DayFirst,
}

/// Labels in English, whose numeric dates can be read in two ways.
const ENGLISH: &[(&str, Label)] = &[
    ("first published", Label::Published),
    ("originally published", Label::Published),
    ("date published", Label::Published),
    ("publication date", Label::Published),
    ("release date", Label::Published),
    ("published", Label::Published),
    ("posted", Label::Published),
    ("created", Label::Published),
    ("issued", Label::Published),
    ("written", Label::Published),
    ("sent", Label::Published),
    ("dated", Label::Published),
    ("date:", Label::Published),
    ("last updated", Label::Updated),
    ("last modified", Label::Updated),
    ("last edited", Label::Updated),
    ("updated", Label::Updated),
    ("modified", Label::Updated),
    ("edited", Label::Updated),
];

#[rustfmt::skip] // A table is read in rows.
const PUBLISHED: &[&str] = &[
    "publié le", "publié", "publiée le", "paru le", "mis en ligne le", "créé le", "veröffentlicht am", "veröffentlicht", "erstellt am", "erschienen am", "stand:", "stand", "datum:", "publicado el", "publicado em", "publicado", "publicada el", "publicação:", "fecha de publicación", "fecha", "creado",
    "pubblicato il", "pubblicato", "gepubliceerd op", "gepubliceerd", "geplaatst op", "opublikowano", "data publikacji", "dodano", "опубликовано", "опубликована", "дата публикации", "дата", "опубліковано", "дата публікації", "yayınlanma tarihi", "yayınlanma", "yayın tarihi", "giriş tarihi", "giriş", "oluşturulma",
    "تاريخ النشر", "نشر في", "نُشر في", "نشر بتاريخ", "نشر", "التاريخ", "تاریخ انتشار", "منتشر شده در", "انتشار", "تاریخ", "פורסם בתאריך", "פורסם ב", "פורסם", "תאריך", "发布时间", "发布于", "发表于", "发布日期", "發布時間", "發佈時間", "發布於", "發表於", "日期", "時間", "时间", "公開日時", "公開日", "公開", "掲載日", "配信", "投稿日", "入力", "입력", "등록", "게재", "승인", "작성",
    "δημοσιεύτηκε", "δημοσιεύθηκε", "δημοσίευση", "publicerad", "publicerat", "publicerades", "udgivet", "offentliggjort", "publiceret", "publisert", "julkaistu", "publikováno", "vydáno", "zveřejněno", "diterbitkan", "dipublikasikan", "diposting", "terbit", "megjelent", "közzétéve", "publicat la", "publicat", "đăng ngày", "ngày", "प्रकाशित",
];

#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "mis à jour le", "mis à jour", "mise à jour", "modifié le", "modifié", "actualisé", "zuletzt aktualisiert am", "zuletzt aktualisiert", "zuletzt geändert am", "zuletzt bearbeitet am", "aktualisiert am", "aktualisiert", "actualizado el", "actualizado", "actualización", "última actualización", "modificado", "atualizado em", "atualizado", "última atualização", "última modificação",
    "aggiornato il", "aggiornato", "ultimo aggiornamento", "bijgewerkt op", "bijgewerkt", "laatst bijgewerkt", "zaktualizowano", "aktualizacja", "ostatnia aktualizacja", "обновлено", "обновлена", "изменено", "оновлено", "оновлена", "güncellenme tarihi", "güncellenme", "güncelleme tarihi", "güncelleme", "son güncelleme", "آخر تحديث", "تم التحديث", "تحديث", "حُدث في", "آخرین به‌روزرسانی", "آخرین بروزرسانی", "به روز رسانی", "עודכן ב", "עודכן", "עדכון אחרון", "עדכון", "更新时间", "更新于", "更新日時", "更新日",
    "更新時間", "更新", "最終更新", "수정", "최종수정", "업데이트", "ενημερώθηκε", "ενημέρωση", "τελευταία ενημέρωση", "uppdaterad", "uppdaterat", "senast uppdaterad", "opdateret", "sidst opdateret", "oppdatert", "sist oppdatert", "päivitetty", "muokattu", "aktualizováno", "poslední aktualizace", "diperbarui", "diupdate", "frissítve", "módosítva", "actualizat", "cập nhật", "अपडेटेड",
];

/// Years that a newspaper can have. Other numbers of four digits are no year.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

/// Years of the Solar Hijri calendar, 1921 to 2121.
const SOLAR_YEARS: std::ops::RangeInclusive<i16> = 1300..=1499;

/// Longest text that is looked at, in bytes: two dates with labels, weekdays and times, three bytes a character.
const LONGEST: usize = 220;

/// The date that `text` is, with nothing else in it but a label, a weekday and a time of day; or the first of two, where
/// the second is that of an update.
pub(super) fn labelled(text: &str) -> Option<(Label, Published)> {
    if text.len() > LONGEST || !has_digit(text) {
        return None;
    }
    let text = folded(text);
    let (rest, label, order) = label(text.trim_matches(['(', ')', '[', ']', ' ', '-', '–', '—']));
    if let Some(day) = whole(rest, order) {
        return Some((label, day));
    }
    let (first, second) = updated(rest)?;
    whole(second, order)?;
    Some((label, whole(first, order)?))
}

/// The date that `text` is, unless it is labelled as that of an update.
pub(super) fn published(text: &str) -> Option<Published> {
    labelled(text).and_then(|(label, date)| (label == Label::Published).then_some(date))
}

/// Longest line with a date in it that can be a byline, in bytes.
const DATED_LINE: usize = 160;

/// Whether a short line has a date in it.
pub(super) fn within(text: &str) -> bool {
    text.len() <= DATED_LINE && !text.ends_with('.') && has_digit(text) && {
        let folded = folded(text);
        let words = words(&folded);
        find(&words, Order::DayFirst).is_some()
    }
}

/// Whether a line says when it was published or updated, whatever it says.
pub(super) fn is_labelled(text: &str) -> bool {
    let folded = folded(text);
    has_digit(&folded) && label(&folded).0.len() < folded.len()
}

/// The date in a line that says more, unless it is that of an update.
pub(super) fn loose(text: &str) -> Option<Published> {
    let folded = folded(text);
    let (rest, label, order) = label(&folded);
    let first = updated(rest).map_or(rest, |(first, _)| first);
    find(&words(first), order).map(|(_, day)| day).filter(|_| label == Label::Published)
}

/// Every date has one, in some script.
fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// The first date in a text, wherever it stands.
pub(super) fn first(text: &str) -> Option<Published> {
    let folded = folded(text);
    let words = words(&folded);
    find(&words, Order::Unknown).map(|(_, day)| day)
}

/// Lower case, digits of ASCII, one word for each part of a date.
fn folded(text: &str) -> String {
    let ascii: String =
        text.to_lowercase().chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}')).map(western).collect();
    dense(&months::one_word(&ascii))
}

fn label(text: &str) -> (&str, Label, Order) {
    let rest = |text: &str, lead: &str| {
        text.len() - text[lead.len()..].trim_start_matches([':', '：', ' ', '|', '–', '-']).len()
    };
    let foreign =
        |leads: &[&str]| leads.iter().filter(|lead| text.starts_with(**lead)).map(|lead| rest(text, lead)).max();
    if let Some(at) = foreign(UPDATED) {
        return (&text[at..], Label::Updated, Order::DayFirst);
    }
    if let Some(at) = foreign(PUBLISHED) {
        return (&text[at..], Label::Published, Order::DayFirst);
    }
    match ENGLISH.iter().find(|(lead, _)| text.starts_with(lead)) {
        Some((lead, label)) => (&text[rest(text, lead)..], *label, Order::Unknown),
        None => (text, Label::Published, Order::Unknown),
    }
}

/// The parts before and behind the label of an update inside a text.
fn updated(text: &str) -> Option<(&str, &str)> {
    let english = ENGLISH.iter().filter(|(_, label)| *label == Label::Updated).map(|(lead, _)| *lead);
    let (at, lead) = english.chain(UPDATED.iter().copied()).filter_map(|lead| Some((text.find(lead)?, lead))).min()?;
    let (first, second) = (&text[..at], &text[at + lead.len()..]);
    Some((
        first.trim_end_matches(['(', '[', '|', ',', ';', '-', '–', '—', '•', '·', ' ']),
        second.trim_matches([':', ')', ']', ' ']),
    ))
}

/// A text that is a date and nothing more.
fn whole(text: &str, order: Order) -> Option<Published> {
    let words = words(text);
    let (range, day) = find(&words, order)?;
    let rest = words[..range.start].iter().chain(&words[range.end..]);
    rest.into_iter().all(|word| months::is_around(word) || is_time(word)).then_some(day)
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| {
        matches!(c, ',' | '،' | '、' | '，' | '(' | ')' | '[' | ']' | '\u{200e}' | '\u{200f}') || c.is_whitespace()
    })
    .map(|word| word.trim_matches([':', ';']))
    .filter(|word| !word.is_empty())
    .collect()
}

/// The first date among words, and which of them it takes.
fn find(words: &[&str], order: Order) -> Option<(std::ops::Range<usize>, Published)> {
    let small_words = |at: usize| words.get(at).copied().filter(|word| !is_filler(word));
    for at in 0..words.len() {
        if let Some(day) = numeric(words[at], order) {
            return Some((at..at + 1, day));
        }
        // `3 de mayo de 2024` has fillers between its parts.
        let parts: Vec<usize> = (at..words.len().min(at + 5)).filter(|at| small_words(*at).is_some()).take(3).collect();
        if parts.first() != Some(&at) {
            continue;
        }
        if let [one, two, three] = parts[..] {
            let day = named(words[one], words[two], words[three])
                .or_else(|| named(words[two], words[one], words[three]))
                .or_else(|| named(words[three], words[two], words[one]));
            if let Some(day) = day {
                return Some((at..three + 1, day));
            }
        }
        if let [one, two, ..] = parts[..] {
            let month = months::number(words[one]).and_then(|month| whole_month(month, words[two]));
            if let Some(month) = month {
                return Some((at..two + 1, month));
            }
        }
    }
    None
}

/// Words between the parts of a date.
fn is_filler(word: &str) -> bool {
    matches!(word, "de" | "of" | "del" | "tháng" | "năm" | "the")
}

fn named(day: &str, month: &str, year: &str) -> Option<Published> {
    let suffix = ["st", "nd", "rd", "th", "er", "º", "ª", ".", "-го", "ος"];
    let digits = suffix.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let year = year.trim_end_matches(['.', 'г', 'р', 'r', 'م']);
    if let Some(month) = months::solar_hijri(month) {
        return solar(year, month, small(digits)?);
    }
    build(year, months::number(month)?, small(digits)?)
}

fn whole_month(month: i8, year: &str) -> Option<Published> {
    Date::new(full_year(year)?, month, 1).ok().map(Published::Month)
}

/// `2024-05-03`, `2024/05/03`, `3.5.2024`, and `13/5/2024` where only one reading is a date.
fn numeric(word: &str, order: Order) -> Option<Published> {
    let day = word.split_once('t').map_or(word, |(day, _)| day).trim_end_matches('.');
    let separator = day.chars().find(|c| "-/.".contains(*c))?;
    let mut parts = day.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(third) = third else {
        // `2024-05`, as `2024年5月` becomes; `2024/25` is a season.
        return (separator == '-' && first.len() == 4).then(|| whole_month(small(second)?, first)).flatten();
    };
    if first.len() == 4 {
        return build(first, small(second)?, small(third)?);
    }
    let (one, two) = (small(first)?, small(second)?);
    match (separator, one, two) {
        ('.', day, month) if month <= 12 => build(third, month, day),
        (_, day, month) if day > 12 || day == month || order == Order::DayFirst => build(third, month, day),
        (_, month, day) if day > 12 => build(third, month, day),
        _ => None,
    }
}

fn build(year: &str, month: i8, day: i8) -> Option<Published> {
    Date::new(full_year(year)?, month, day).ok().map(Published::Day)
}

fn full_year(digits: &str) -> Option<i16> {
    let year = digits.parse().ok().filter(|year| YEARS.contains(year))?;
    (digits.len() == 4).then_some(year)
}

/// A day of the Solar Hijri calendar: its year `y` begins 621 years after that of 1 January in its first half, at the
/// equinox. The leap years are those of the 33-year cycle, which holds from 1925 to 2088.
fn solar(year: &str, month: i8, day: i8) -> Option<Published> {
    let year: i16 = year.parse().ok().filter(|year| SOLAR_YEARS.contains(year))?;
    let longest = if month <= 6 { 31 } else { 30 };
    if !(1..=longest).contains(&day) {
        return None;
    }
    // 1 Farvardin 1403 was 20 March 2024.
    let leaps = |year: i16| (i64::from(year) * 8 + 21).div_euclid(33);
    let years = i64::from(year) - 1403;
    let days = years * 365 + leaps(year) - leaps(1403);
    let before = i64::from(month - 1) * 30 + i64::from((month - 1).min(6)) + i64::from(day - 1);
    let start = Date::constant(2024, 3, 20);
    start.checked_add(jiff::Span::new().try_days(days + before).ok()?).ok().map(Published::Day)
}

fn small(digits: &str) -> Option<i8> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// `10:30`, `10:30pm`, `9am`, `10h30`, `10.30`, `+03:00`, `10時30分`.
fn is_time(word: &str) -> bool {
    let bare =
        word.trim_start_matches(['+', '−', '-', '@']).trim_end_matches(['a', 'p', 'm', 'h', 'z', '.', '시', '분']);
    let parts: Vec<&str> =
        bare.split([':', 'h', '.', '時', '分', '点', '點', '秒', '시']).filter(|part| !part.is_empty()).collect();
    let digits = !parts.is_empty() && parts.iter().all(|part| small(part).is_some());
    let marked = parts.len() > 1 || bare.len() < word.trim_end_matches('.').len() || word.starts_with(['+', '−']);
    let zone = word.starts_with("utc") || word.starts_with("gmt") || (word.starts_with('+') && word.len() == 5);
    (digits && marked) || zone
}

/// Arabic-Indic and Persian digits, and full-width ones, as ASCII.
fn western(c: char) -> char {
    let digit = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        '\u{ff10}'..='\u{ff19}' => u32::from(c) - 0xff10,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}

/// `2024年5月3日` and `2024년 5월 3일` as `2024-5-3 `; `2024. 5. 3.` and `2024. május 3.` need no help but the first's
/// spaces.
fn dense(text: &str) -> String {
    if !text.contains(['年', '년']) {
        return spaced(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    let mut part = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after_digit = out.ends_with(|c: char| c.is_ascii_digit());
        match c {
            '年' | '년' | '月' | '월' if after_digit => {
                while chars.next_if_eq(&' ').is_some() {}
                part += 1;
                let goes_on = part < 3 && chars.peek().is_some_and(char::is_ascii_digit);
                out.push(if goes_on { '-' } else { ' ' });
            }
            '日' | '일' if after_digit => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// `2024. 05. 03` as `2024.05.03`.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let dotted = c == ' '
            && out.len() >= 3
            && out.ends_with('.')
            && out[..out.len() - 1].ends_with(|c: char| c.is_ascii_digit());
        if !(dotted && chars.peek().is_some_and(char::is_ascii_digit)) {
            out.push(c);
        }
    }
    out
}
