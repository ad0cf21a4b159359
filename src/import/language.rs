//! The language of a body, by `whatlang`, whose gaps are known: no Icelandic, Swahili, Xhosa and others. A wrong `lang`
//! is worse than none, so a body of few words, or one that it is not sure of, has none.

use whatlang::{Detector, Lang, Script};

use super::draft::{Block, Kind};

/// Characters that suffice: with 200 `whatlang` is right on 241 of 249 pages, with all of them on 242 (research/import.md,
/// section 1).
const ENOUGH: usize = 1500;

/// Fewest letters to judge by in a script of many languages. A script of one language tells by itself.
const FEWEST: usize = 120;

/// How sure `whatlang` must be. Its own limit for "reliable" is .9; on bodies of 200 characters and more nearly all have
/// 1, those of languages that it does not know have less.
const SURE: f64 = 0.8;

/// What a body says about its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    /// BCP 47 tag.
    pub(super) tag: &'static str,
    /// Whether a person should look.
    pub(super) weak: bool,
}

/// The language, or `None` where it cannot be said.
pub(super) fn of(body: &[Block]) -> Option<Guess> {
    let mut sample = String::new();
    for text in body.iter().flat_map(texts) {
        sample.extend(text.chars().take(ENOUGH - sample.chars().count().min(ENOUGH)));
        sample.push(' ');
        if sample.len() >= ENOUGH * 4 {
            break;
        }
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let info = Detector::new().detect(&sample)?;
    let script = info.script();
    if let Some(tag) = only(script, &sample) {
        return (letters >= 10).then_some(Guess { tag, weak: false });
    }
    let tag = tag(info.lang())?;
    let sure = info.confidence() >= SURE || (letters >= ENOUGH / 2 && info.confidence() >= SURE / 2.0);
    if letters < FEWEST
        && !(sure && letters >= FEWEST / 3 && has_own_letters(info.lang(), &sample))
        && !english(info.lang(), &sample, letters)
    {
        return None;
    }
    Some(Guess { tag, weak: !sure && !english(info.lang(), &sample, letters) })
}

/// Common words of English, which a short text in another language does not have so often.
const ENGLISH: &[&str] = &[
    "the", "and", "that", "with", "this", "which", "from", "have", "their", "they", "would", "been", "of", "to", "is",
    "was", "in", "it",
];

/// Whether a short text is plainly English: one word in five is a common one.
fn english(lang: Lang, sample: &str, letters: usize) -> bool {
    let lower = sample.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let common = words.iter().filter(|word| ENGLISH.contains(word)).count();
    lang == Lang::Eng && letters >= FEWEST / 2 && common * 5 >= words.len()
}

/// Letters that hardly another language of the script has.
fn has_own_letters(lang: Lang, sample: &str) -> bool {
    let letters = match lang {
        Lang::Deu => "ßäöü",
        Lang::Fra => "çèêàœ",
        Lang::Spa => "ñ¿¡",
        Lang::Por => "ãõ",
        Lang::Pol => "łąęśćżź",
        Lang::Ces => "řěů",
        Lang::Tur => "ğış",
        Lang::Ukr => "їєґ",
        Lang::Rus => "ыэъ",
        Lang::Pes => "پچژگ",
        _ => return false,
    };
    sample.chars().any(|c| letters.contains(c))
}

/// The language of a script that has one, or that tells its languages apart by letters.
fn only(script: Script, sample: &str) -> Option<&'static str> {
    Some(match script {
        Script::Greek => "el",
        Script::Hebrew if sample.contains("װ") => "yi",
        Script::Hebrew => "he",
        Script::Hangul => "ko",
        Script::Hiragana | Script::Katakana => "ja",
        Script::Mandarin if sample.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}')) => "ja",
        Script::Mandarin => "zh",
        Script::Thai => "th",
        Script::Georgian => "ka",
        Script::Armenian => "hy",
        Script::Bengali => "bn",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Kannada => "kn",
        Script::Malayalam => "ml",
        Script::Gujarati => "gu",
        Script::Gurmukhi => "pa",
        Script::Khmer => "km",
        Script::Myanmar => "my",
        Script::Sinhala => "si",
        Script::Ethiopic => "am",
        _ => return None,
    })
}

/// The tag of BCP 47 for `whatlang`'s three letters.
fn tag(lang: Lang) -> Option<&'static str> {
    TAGS.iter().find(|(known, _)| *known == lang).map(|(_, tag)| *tag)
}

#[rustfmt::skip]
const TAGS: &[(Lang, &str)] = &[
    (Lang::Afr, "af"), (Lang::Ara, "ar"), (Lang::Aze, "az"), (Lang::Bel, "be"), (Lang::Bul, "bg"), (Lang::Cat, "ca"), (Lang::Ces, "cs"), (Lang::Dan, "da"),
    (Lang::Deu, "de"), (Lang::Eng, "en"), (Lang::Epo, "eo"), (Lang::Est, "et"), (Lang::Fin, "fi"), (Lang::Fra, "fr"), (Lang::Hin, "hi"), (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"), (Lang::Ind, "id"), (Lang::Ita, "it"), (Lang::Jav, "jv"), (Lang::Lat, "la"), (Lang::Lav, "lv"), (Lang::Lit, "lt"), (Lang::Mar, "mr"),
    (Lang::Mkd, "mk"), (Lang::Nep, "ne"), (Lang::Nld, "nl"), (Lang::Nob, "nb"), (Lang::Pes, "fa"), (Lang::Pol, "pl"), (Lang::Por, "pt"), (Lang::Ron, "ro"),
    (Lang::Rus, "ru"), (Lang::Slk, "sk"), (Lang::Slv, "sl"), (Lang::Sna, "sn"), (Lang::Spa, "es"), (Lang::Srp, "sr"), (Lang::Swe, "sv"), (Lang::Tgl, "tl"),
    (Lang::Tuk, "tk"), (Lang::Tur, "tr"), (Lang::Ukr, "uk"), (Lang::Urd, "ur"), (Lang::Uzb, "uz"), (Lang::Vie, "vi"), (Lang::Zul, "zu"), (Lang::Yid, "yi"),
];

fn texts(block: &Block) -> Vec<&str> {
    match &block.kind {
        Kind::Heading { text, .. } | Kind::Paragraph(text) | Kind::Caption(text) | Kind::Markdown(text) => vec![text],
        Kind::List { items: texts, .. } | Kind::Quote(texts) => texts.iter().map(String::as_str).collect(),
        Kind::Break => Vec::new(),
    }
}
