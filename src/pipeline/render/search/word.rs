//! Texts as words to search for. `search.js` does the same to what a reader types and to the texts that it marks; a case
//! in `tests/browser/checks/search.mjs` compares the two.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word that count: longer ones are addresses and the like, and only their beginning is searched.
const LONGEST: usize = 40;

/// Calls `each` with every word of a text, folded: lower case, without accents and points, compatibility forms and the
/// forms of Arabic letters made one. What is written without spaces (Chinese, Japanese, Thai and others) becomes pairs of
/// neighbouring characters, and the last one by itself.
pub(super) fn words(text: &str, mut each: impl FnMut(&str)) {
    let mut buffer = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(in_word) {
        rest = &rest[start..];
        let end = word_end(rest);
        let token = &rest[..end];
        rest = &rest[end..];
        if token.is_ascii() {
            buffer.clear();
            buffer.push_str(&token[..token.len().min(LONGEST)]);
            buffer.make_ascii_lowercase();
            each(&buffer);
        } else {
            runs(&fold(token), &mut each);
        }
    }
}

/// Where the word ends that a text begins with.
fn word_end(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match text.as_bytes().get(ascii) {
        Some(byte) if !byte.is_ascii() => ascii + text[ascii..].find(|c| !in_word(c)).unwrap_or(text.len() - ascii),
        _ => ascii,
    }
}

/// Letters, digits, their marks, and what is not seen inside of words.
fn in_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_letter(c) || is_unseen(c) }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Soft hyphens, joiners and marks of direction.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// A word as it is compared.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.nfkd().flat_map(char::to_lowercase).filter(|&c| is_letter(c) && !is_dropped(c)) {
        match same_as(c) {
            "" => folded.push(c),
            other => folded.push_str(other),
        }
    }
    folded.nfc().collect()
}

/// Accents of Latin, Greek and Cyrillic, points of Hebrew, vowels and other marks of Arabic, its hamza and its stretched
/// line. Marks of other scripts are letters to their readers and stay.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{621}'
        | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}'
        | '\u{6EA}'..='\u{6ED}')
}

/// What a letter is taken for, or nothing.
fn same_as(c: char) -> &'static str {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ł' => "l",
        'ı' => "i",
        'þ' => "th",
        'ς' => "σ",
        '\u{671}' => "ا",
        'ى' | 'ی' => "ي",
        'ة' | 'ہ' | 'ھ' | 'ە' => "ه",
        'ک' => "ك",
        '\u{660}'..='\u{669}' => DIGITS[c as usize - 0x660],
        '\u{6F0}'..='\u{6F9}' => DIGITS[c as usize - 0x6F0],
        _ => "",
    }
}

/// A folded word in runs of one kind: with spaces around it as it is, without as pairs.
fn runs(word: &str, each: &mut impl FnMut(&str)) {
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let unspaced = is_unspaced(first);
        let end = rest.find(|c| is_unspaced(c) != unspaced).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        rest = behind;
        if unspaced {
            pairs(run, each);
        } else {
            each(run.char_indices().nth(LONGEST).map_or(run, |(at, _)| &run[..at]));
        }
    }
}

fn pairs(run: &str, each: &mut impl FnMut(&str)) {
    for (at, first) in run.char_indices() {
        let behind = at + first.len_utf8();
        let second = run[behind..].chars().next().map_or(0, char::len_utf8);
        each(&run[at..behind + second]);
    }
}

/// Scripts that put no spaces between words: Han, kana, Thai, Lao, Burmese, Khmer.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    fn words(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        super::words(text, |word| all.push(word.to_owned()));
        all
    }

    #[test]
    fn case_accents_and_forms_are_one() {
        assert_eq!(words("Café CAFE\u{301} STRAẞE Straße"), ["cafe", "cafe", "strasse", "strasse"]);
        assert_eq!(words("Ｗｉｄｅ ﬁsh ½ İstanbul ΣΟΦΟΣ σοφός"), ["wide", "fish", "12", "istanbul", "σοφοσ", "σοφοσ"]);
        assert_eq!(words("re\u{AD}ported l’Afrique don't"), ["reported", "l", "afrique", "don", "t"]);
    }

    #[test]
    fn arabic_and_hebrew_lose_points_and_forms() {
        assert_eq!(words("الإِتِّحَاد الاتحاد الـــمالية ماليه"), ["الاتحاد", "الاتحاد", "الماليه", "ماليه"]);
        assert_eq!(words("مستشفى سماء ٢٠٢٤ ۲۰۲۴ שָׁלוֹם"), ["مستشفي", "سما", "2024", "2024", "שלום"]);
    }

    #[test]
    fn what_has_no_spaces_becomes_pairs() {
        assert_eq!(words("马里AES联盟"), ["马里", "里", "aes", "联盟", "盟"]);
        assert_eq!(words("がカ゛ｶﾞ"), ["がカ", "カ", "ガ"]);
        assert_eq!(words("हिन्दी 한국어 सत्य"), ["हिन्दी", "한국어", "सत्य"]);
    }

    #[test]
    fn long_words_are_cut_and_nothing_is_no_word() {
        assert_eq!(words(&"a".repeat(60)), ["a".repeat(40)]);
        assert_eq!(words("\u{200D} … — ـ"), Vec::<String>::new());
    }
}
