//! Whether words are written as a name is: `Rose` is a name, `rose` a flower; `US` a state, `us` all of us.

/// How much the capitals inside a name matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Capitals {
    /// Each counts: names of people and places.
    Each,
    /// Only the first: `Haute Autorité` is often written `Haute autorité`.
    First,
}

/// How words fit a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaseFit {
    /// As the name is written.
    Written,
    /// All in capitals, as in headlines, where the name is not.
    Shouted,
}

/// Whether words that are a name but for their case may be it.
///
/// A word that begins with a capital needs one, a word all in capitals (`AU`) is wanted as it is, and one in lower case
/// may begin with a capital. Scripts without case fit as they are.
pub(super) fn fit(name: &str, words: &str, capitals: Capitals) -> Option<CaseFit> {
    let cased = |c: char| c.is_uppercase() || c.is_lowercase();
    if name == words || !name.chars().any(cased) {
        return Some(CaseFit::Written);
    }
    let split = |text: &'_ str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (name, words) = (split(name), split(words));
    let mut fits = Vec::with_capacity(name.len());
    for (number, (name, word)) in name.iter().zip(&words).enumerate() {
        let strict = number == 0 || capitals == Capitals::Each;
        fits.push(word_fit(name, word, strict.then_some(Strict))?);
    }
    let any = |fit| fits.contains(&fit);
    match (any(WordFit::Shouted), any(WordFit::Written)) {
        (true, true) => None,
        (true, false) => Some(CaseFit::Shouted),
        (false, _) => Some(CaseFit::Written),
    }
}

/// Marks words whose first capital counts.
#[derive(Clone, Copy)]
struct Strict;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordFit {
    Written,
    Shouted,
    /// Says nothing: an acronym, a figure, one letter.
    Either,
}

fn word_fit(name: &str, word: &str, strict: Option<Strict>) -> Option<WordFit> {
    let shape = |text: &str| (text.chars().any(char::is_lowercase), text.chars().filter(|c| c.is_uppercase()).count());
    let ((name_small, name_capitals), (small, capitals)) = (shape(name), shape(word));
    let acronym = !name_small && name_capitals > 0;
    if acronym || (!name_small && name_capitals == 0) {
        return (name == word).then_some(WordFit::Either);
    }
    if name == word {
        return Some(if name.chars().nth(1).is_none() { WordFit::Either } else { WordFit::Written });
    }
    if !small && capitals > 0 && word.chars().nth(1).is_some() {
        return Some(WordFit::Shouted);
    }
    let begins = word.starts_with(char::is_uppercase);
    let needs = strict.is_some() && name.starts_with(char::is_uppercase);
    let rest_small = capitals == usize::from(begins);
    (rest_small && (begins || !needs)).then_some(WordFit::Written)
}

/// Whether a name is one word all in capitals, such as `AU`, which a headline in capitals may mean otherwise.
pub(super) fn is_acronym(name: &str) -> bool {
    name.chars().all(|c| !c.is_lowercase() && !c.is_whitespace()) && name.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::CaseFit::{Shouted, Written};
    use super::*;

    #[test]
    fn names_are_told_from_ordinary_words() {
        let cases = [
            ("Rose", "Rose", Some(Written)),
            ("Rose", "rose", None),
            ("Rose", "ROSE", Some(Shouted)),
            ("Rose", "rOSE", None),
            ("AU", "Au", None),
            ("AU", "au", None),
            ("Rose Mary Hill", "Rose mary Hill", None),
            ("UN Security Council", "UN SECURITY COUNCIL", Some(Shouted)),
            ("UN Security Council", "Un Security Council", None),
            ("fuel blockade", "Fuel Blockade", Some(Written)),
            ("Old Bridge Inn", "OLD Bridge Inn", None),
            ("ماء", "ماء", Some(Written)),
        ];
        for (name, words, wanted) in cases {
            assert_eq!(fit(name, words, Capitals::Each), wanted, "{words} for {name}");
        }
        assert_eq!(fit("Haute Autorité", "Haute autorité", Capitals::First), Some(Written));
        assert_eq!(fit("Haute Autorité", "haute autorité", Capitals::First), None);
    }
}
